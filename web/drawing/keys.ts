import { useEffect, useRef } from 'react';
import { directions, isArrowKey } from '../map/neighbours.ts';

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

/** Runs the key when it means something here; answers whether it did. */
function act(keys: DrawingKeys, event: KeyboardEvent, onMap: boolean): boolean {
  const key = event.key.toLowerCase();
  if (event.key === 'Escape') keys.cancel();
  else if (key === 'z' && !event.shiftKey && keys.undo !== undefined) keys.undo();
  else if ((key === 'y' || key === 'z') && keys.redo !== undefined) keys.redo();
  else if (!onMap || event.ctrlKey || event.metaKey) return false;
  else if (event.key === 'Enter') keys.finish();
  else if (event.key === ' ') keys.place();
  else if (event.key === 'Backspace' && keys.undo !== undefined) keys.undo();
  else if (isArrowKey(event.key)) {
    const [east, north] = directions[event.key];
    const step = event.shiftKey ? FINE_PX : STEP_PX;
    keys.move(east * step, -north * step);
  } else return false;
  return true;
}

/**
 * Hears the keys before the page does: arrows, space and Enter where the focus is on the map, Escape and undo wherever
 * nothing is typed.
 */
export function useDrawingKeys(keys: DrawingKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
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
