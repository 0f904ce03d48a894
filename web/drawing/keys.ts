import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { directions, isArrowKey } from '../map/neighbours.ts';
import { type Deed, deedOf } from './deeds.ts';

/** What the keys do while something is drawn or pointed at. */
export type DrawingKeys = {
  /** By so many pixels to the right and down. */
  move: (dx: number, dy: number) => void;
  /** The space bar. */
  place: () => void;
  /** Enter. */
  finish: () => void;
  cancel: () => void;
  undo?: (() => void) | undefined;
  redo?: (() => void) | undefined;
};

const STEP_PX = 20;
const FINE_PX = 2;

const isField = (target: Element) => target.closest('input, textarea, [contenteditable]') !== null;
const isElsewhere = (target: Element) =>
  target.closest('[role=dialog], [role=menu], [role=listbox]') !== null;

/** What can be done to the drawing at this moment, other than by its keys; null while nothing is drawn. */
export const useDrawingDeeds = create<{ perform: ((deed: Deed) => void) | null; can: readonly Deed[] }>()(
  () => ({ perform: null, can: [] }),
);

/** Runs the key when it means something here; answers whether it did. */
function act(keys: DrawingKeys, event: KeyboardEvent, onMap: boolean): boolean {
  const deed = deedOf(event, onMap);
  const run = deed === null ? undefined : keys[deed];
  if (run === undefined) return false;
  if (isArrowKey(event.key)) {
    const [east, north] = directions[event.key];
    const step = event.shiftKey ? FINE_PX : STEP_PX;
    keys.move(east * step, -north * step);
  } else (run as () => void)();
  return true;
}

/**
 * Hears the keys before the page does: arrows, space and Enter where the focus is on the map, Escape and undo wherever
 * nothing is typed. The palette offers the same.
 */
export function useDrawingKeys(keys: DrawingKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  const can = (['finish', 'undo', 'redo', 'cancel'] as const).filter(deed => keys[deed] !== undefined).join();
  useEffect(() => {
    const perform = (deed: Deed) => {
      if (deed !== 'move') latest.current[deed]?.();
    };
    useDrawingDeeds.setState({ perform, can: can.split(',') as Deed[] });
    return () => useDrawingDeeds.setState({ perform: null, can: [] });
  }, [can]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { target } = event;
      if (!(target instanceof Element) || event.altKey || isField(target) || isElsewhere(target)) return;
      if (!act(latest.current, event, target.closest('.map-frame') !== null)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', pressed, true);
    return () => document.removeEventListener('keydown', pressed, true);
  }, []);
}

/** Puts the focus on the map, so that its keys work at once. */
export const focusMap = () =>
  document.querySelector<HTMLElement>('.map-frame')?.focus({ preventScroll: true });
