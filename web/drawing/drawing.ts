import { create } from 'zustand';
import type { DrawingFault, SiteGeometry } from '../../core/scenario/geometry.ts';
import { isWorkedOn } from '../scenario/workedOn.ts';
import type { Unfinished } from './unfinished.ts';

export const SHAPES = ['polygon', 'rectangle', 'circle'] as const;
export type Shape = (typeof SHAPES)[number];

/** Where a drawing that was left stood. */
export type Begun = Pick<Unfinished, 'corners' | 'camera'>;

/**
 * What the hand is busy with on the map: a shape that is not there yet, or an edit's shape that is dragged. `take`
 * does what the shape is for; while it fails the drawing stays.
 */
export type Task =
  | {
      kind: 'draw';
      scenario: string;
      shape: Shape;
      /** The edit that is drawn anew; null for a place of its own. */
      edit: string | null;
      /** Title of what is drawn where the shape alone does not say it. */
      title?: string | undefined;
      /** The school whose catchment is drawn. */
      catchment?: Unfinished['catchment'];
      /** Corners that were put before, to go on from. */
      begun?: Begun | undefined;
      take: (geometry: SiteGeometry) => Promise<void>;
    }
  | { kind: 'adjust'; scenario: string; edit: string };

/** Why a drawing cannot be used as it is. */
export type Fault = DrawingFault['kind'] | 'too-few-corners' | 'crosses-while-drawn';

/** The shape as it is at this moment, and nothing that is kept: the scenario is. */
type Drawing = {
  task: Task | null;
  /** The tool is loaded and follows the pointer. */
  ready: boolean;
  corners: number;
  surfaceM2: number;
  fault: Fault | null;
  /** What went wrong with a shape that was finished. */
  failed: unknown;
  busy: boolean;
  canUndo: boolean;
  canRedo: boolean;
};

const idle: Drawing = {
  task: null,
  ready: false,
  corners: 0,
  surfaceM2: 0,
  fault: null,
  failed: null,
  busy: false,
  canUndo: false,
  canRedo: false,
};

export const useDrawing = create<Drawing>()(() => idle);
export const setDrawing = (change: Partial<Omit<Drawing, 'task'>>) => useDrawing.setState(change);

let opener: HTMLElement | null = null;

/** Takes the hand; whatever it was busy with is let go. What is on screen to be read only is not drawn on. */
export function startDrawing(task: Task): void {
  if (!isWorkedOn(task.scenario)) return;
  if (document.activeElement instanceof HTMLElement) opener = document.activeElement;
  useDrawing.setState({ ...idle, task });
}

/** Lets go, and gives the focus back to what the drawing began with where it is still there. */
export function endDrawing(): void {
  if (useDrawing.getState().task === null) return;
  useDrawing.setState(idle);
  const at = document.activeElement;
  if (at === null || at === document.body || at.closest('.map') !== null)
    opener?.focus({ preventScroll: true });
  opener = null;
}

/** True while the pointer on the map draws, and neither shows nor chooses areas. */
export const isDrawing = () => useDrawing.getState().task !== null;
