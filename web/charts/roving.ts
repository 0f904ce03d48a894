import { type KeyboardEvent, useState } from 'react';

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * One stop for the Tab key in a row of many; the arrow keys move on from there, in the order of `ids`.
 * Each element carries its id in `data-roving`.
 */
export function useRoving(ids: readonly string[]) {
  const [at, setAt] = useState<string | null>(null);
  const current = at !== null && ids.includes(at) ? at : ids[0];
  return {
    onKeyDown(event: KeyboardEvent<Element>) {
      const step = steps[event.key];
      const from = ids.indexOf(current ?? '');
      if (step === undefined || from < 0) return;
      event.preventDefault();
      const to = ids[Math.max(0, Math.min(ids.length - 1, from + step))] ?? '';
      event.currentTarget
        .querySelector<HTMLElement | SVGElement>(`[data-roving="${CSS.escape(to)}"]`)
        ?.focus();
    },
    tabIndex: (id: string) => (id === current ? 0 : -1),
    /** To be called when the element marked `data-roving` with this id takes the focus. */
    stopAt: setAt,
  };
}
