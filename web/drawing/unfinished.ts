import { create } from 'zustand';
import { remember, remembered } from '../state/remembered.ts';
import type { Camera } from '../state/view.ts';

/** A shape whose corners were being put when the page went, and what it was for. */
export type Unfinished = {
  scenario: string;
  /** The edit that was drawn anew; null for a place of its own. */
  edit: string | null;
  /** The school whose catchment was drawn, and what it is for. */
  catchment?: { function: string; school: string } | undefined;
  /** Longitude and latitude, in the order they were put. */
  corners: readonly (readonly [number, number])[];
  camera: Camera;
  /** What the fields beside the map held. */
  draft: Readonly<Record<string, unknown>>;
};

const NAME = 'unfinished';

const isNumber = (given: unknown): given is number => typeof given === 'number' && Number.isFinite(given);

/** What was kept, or null: another version may have written something else. */
export function unfinishedIn(text: string | null): Unfinished | null {
  if (text === null || text === '') return null;
  try {
    const kept = JSON.parse(text) as Unfinished;
    const { scenario, edit, catchment, corners, camera, draft } = kept;
    const fits =
      typeof scenario === 'string' &&
      (edit === null || typeof edit === 'string') &&
      (catchment === undefined ||
        (typeof catchment.function === 'string' && typeof catchment.school === 'string')) &&
      Array.isArray(corners) &&
      corners.length > 0 &&
      corners.every(corner => Array.isArray(corner) && corner.length === 2 && corner.every(isNumber)) &&
      [camera.lon, camera.lat, camera.zoom].every(isNumber) &&
      typeof draft === 'object' &&
      draft !== null;
    return fits ? kept : null;
  } catch {
    return null;
  }
}

export const useUnfinished = create<{ kept: Unfinished | null }>()(() => ({
  kept: unfinishedIn(remembered(NAME)),
}));

/** Keeps every corner the moment it is put, in the browser alone; nothing is waited for, since a page may go at once. */
export function keepUnfinished(kept: Unfinished | null): void {
  useUnfinished.setState({ kept });
  remember(NAME, kept === null ? '' : JSON.stringify(kept));
}
