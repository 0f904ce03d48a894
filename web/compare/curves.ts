import { scopeIndices } from '../../core/areas/hierarchy.ts';
import type { AreaRef, ValueColumns } from '../../core/areas/types.ts';
import { type LorenzCurve, lorenzCurve } from '../../core/concentration/lorenz.ts';
import type { Counts } from '../../core/concentration/types.ts';
import { ProblemError } from '../../core/problem.ts';
import type { ColumnsByLevel } from '../layers/scope.ts';

/** Areas of a region in the columns of values; none where the parents do not reach it. */
export function areasOf(columns: ColumnsByLevel, values: ValueColumns, region: AreaRef): Int32Array {
  try {
    return scopeIndices(columns, values.level, region);
  } catch (error) {
    if (error instanceof ProblemError) return new Int32Array(0);
    throw error;
  }
}

/** Counts of the areas at `places`, or null where one is not there; a surplus is lowered only when asked. */
export function countsAt(values: ValueColumns, places: ArrayLike<number>, clamp: boolean): Counts | null {
  const total = Float64Array.from(places, i => values.denominator[i]!);
  const group = Float64Array.from(places, (i, k) =>
    clamp ? Math.min(values.numerator[i]!, total[k]!) : values.numerator[i]!,
  );
  const sound = group.every((social, k) => social >= 0 && social <= total[k]!);
  return sound ? { group, total } : null;
}

/** The curve of a region's areas; null where counts are missing or there is nothing to compare. */
export function regionCurve(
  columns: ColumnsByLevel,
  values: ValueColumns,
  region: AreaRef,
  clamp: boolean,
): LorenzCurve | null {
  const counts = countsAt(values, areasOf(columns, values, region), clamp);
  return counts && lorenzCurve(counts);
}
