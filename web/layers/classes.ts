import { classBreaks } from '../../core/areas/classes.ts';
import type { ClassMethod } from '../state/view.ts';

const kept = new WeakMap<Float64Array, Map<string, readonly number[]>>();

/** Inner bounds of the classes of a column; computed once a column, method and number, because Jenks takes a while. */
export function breaksOf(column: Float64Array, method: ClassMethod, classes: number): readonly number[] {
  const known = kept.get(column) ?? new Map<string, readonly number[]>();
  kept.set(column, known);
  const key = `${method}-${classes}`;
  const breaks = known.get(key) ?? classBreaks(column, method, classes).breaks;
  known.set(key, breaks);
  return breaks;
}
