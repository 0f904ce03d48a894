import { create } from 'zustand';
import type { ClassMethod } from '../../core/areas/classes.ts';
import type { AreaLevel, AreaRef } from '../../core/areas/types.ts';

export type { ClassMethod };
export type Place = 'map' | 'scenario' | 'data';
export type Shown = 'before' | 'after' | 'difference';
export type Camera = { lon: number; lat: number; zoom: number };
export type Language = 'nl' | 'en';

/** Everything that is in the address: what a reload, a link or the back button must bring back. */
export type View = {
  place: Place;
  /** Null is the release the server serves when the page opens. */
  release: string | null;
  region: string | null;
  scope: AreaRef | null;
  level: AreaLevel | null;
  year: number | null;
  indicator: string;
  method: ClassMethod;
  classCount: number;
  facilities: readonly string[];
  /** The area whose figures are shown. */
  pinned: AreaRef | null;
  selection: { level: AreaLevel; codes: readonly string[] } | null;
  camera: Camera | null;
  scenario: string | null;
  shown: Shown;
  table: boolean;
  language: Language;
};

export const initialView: View = {
  place: 'map',
  release: null,
  region: null,
  scope: null,
  level: null,
  year: null,
  indicator: 'social_share',
  method: 'jenks',
  classCount: 6,
  facilities: [],
  pinned: null,
  selection: null,
  camera: null,
  scenario: null,
  shown: 'difference',
  table: false,
  language: 'nl',
};

/** State of the page that no address needs: what is under the pointer, which dialog is open. */
type Passing = {
  hovered: { level: AreaLevel; code: string } | null;
  dialog: 'palette' | 'keys' | null;
  theme: 'light' | 'dark';
};

export const useView = create<View & Passing>()(() => ({
  ...initialView,
  hovered: null,
  dialog: null,
  theme: 'light',
}));

export const setView = (change: Partial<View & Passing>) => useView.setState(change);
