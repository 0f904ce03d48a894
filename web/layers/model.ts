import { useMemo } from 'react';
import { VALUE_STATUS } from '../../core/areas/types.ts';
import { type Paint, paintValues } from '../map/paint.ts';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import { breaksOf } from './classes.ts';
import { sequentialColours } from './ramps.ts';

/** How the areas are coloured and what the legend says about it. */
export type LayerModel = {
  /** `value` outside a scenario, or `reach` on foot; in one what is now, what will be, the change in share, or a change of an index. */
  kind: 'reach' | 'value' | 'before' | 'after' | 'difference' | 'marginal';
  paint: Paint | null;
  /** Inner bounds, ascending; one fewer than the colours. */
  breaks: readonly number[];
  colours: readonly string[];
  /** Smallest and largest value that occurs, for the outer classes. */
  range: readonly [number, number] | null;
  /** Statuses other than ok that occur, so that the legend names only patterns that can be seen. */
  statuses: readonly number[];
};

/** What the map shows of one area: the figure that its colour stands for, what that is, and what it is made of. */
export type AreaWords = { figure: string; what: string; detail: string };

/** True where the colours lie on both sides of no change. */
export const isChange = (kind: LayerModel['kind']) => kind === 'difference' || kind === 'marginal';

export function rangeOf(column: Float64Array): [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of column) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : null;
}

const statusesIn = (status: Uint8Array) =>
  [...new Set(status)].filter(one => one !== VALUE_STATUS.ok).sort((a, b) => a - b);

/** Colours of the indicator as published; the breaks come from the newest year and stay for every other. */
export function useValueLayer(): LayerModel {
  const { values, reference, inside, indicator } = useScene();
  const method = useView(view => view.method);
  const count = useView(view => view.classCount);
  const dark = useView(view => view.theme === 'dark');
  return useMemo(() => {
    const breaks = reference === undefined ? [] : breaksOf(reference.value, method, count);
    const colours = sequentialColours(indicator.theme, breaks.length + 1, dark);
    const ready = values !== undefined && reference !== undefined && values.value.length === inside.length;
    const paint = ready ? paintValues(values, breaks, colours, inside) : null;
    return {
      kind: 'value',
      paint,
      breaks,
      colours,
      range: values === undefined ? null : rangeOf(values.value),
      statuses: paint === null ? [] : statusesIn(paint.status),
    };
  }, [values, reference, inside, indicator.theme, method, count, dark]);
}
