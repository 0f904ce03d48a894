import { ckmeans } from 'simple-statistics';
import { ProblemError } from '../problem.ts';

export const CLASS_METHODS = ['quantile', 'equal_interval', 'jenks'] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];
export const MAX_CLASSES = 12;

/**
 * Classes of a choropleth. `breaks` are the lower bounds of the second class and up, strictly ascending: class
 * k holds breaks[k−1] ≤ value < breaks[k], the last one everything above. There are breaks.length + 1 classes,
 * so a value outside `min`–`max` (another year, a scenario) still has one and the breaks need not move.
 */
export type ClassBreaks = { min: number; max: number; breaks: number[] };

/**
 * Breaks for `classes` classes (1–12) over the finite values. Where there are too few distinct values, or ties
 * put two breaks on the same value, there are fewer classes and never an empty one for a tie. Without a single
 * value `min` and `max` are NaN. Throws ProblemError `bad-parameter` for another number of classes.
 *
 * - `quantile`: as many areas in each class as ties allow; quantiles of type 7 (Hyndman & Fan 1996), R's default
 * - `equal_interval`: classes of equal width; one in the middle may hold no area
 * - `jenks`: smallest variance within the classes (Jenks 1977), exactly, by Ckmeans (Wang & Song 2011)
 */
export function classBreaks(values: ArrayLike<number>, method: ClassMethod, classes: number): ClassBreaks {
  if (!Number.isInteger(classes) || classes < 1 || classes > MAX_CLASSES) {
    throw new ProblemError(
      'bad-parameter',
      `The number of classes is ${classes}; choose 1 to ${MAX_CLASSES}.`,
    );
  }
  const sorted = Float64Array.from(values).filter(Number.isFinite).sort();
  if (sorted.length === 0) return { min: Number.NaN, max: Number.NaN, breaks: [] };
  const min = sorted[0]!;
  const max = sorted[sorted.length - 1]!;
  const breaks = lowerBounds(sorted, method, classes).filter(
    (bound, k, all) => bound > min && bound <= max && (k === 0 || bound > all[k - 1]!),
  );
  return { min, max, breaks };
}

/** Class of a value, counted from 0; −1 for NaN. */
export function classOf(value: number, breaks: readonly number[]): number {
  if (Number.isNaN(value)) return -1;
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (breaks[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lower bounds of the classes after the first, ascending; ties not yet removed. */
function lowerBounds(sorted: Float64Array, method: ClassMethod, classes: number): number[] {
  const steps = Array.from({ length: classes - 1 }, (_, k) => (k + 1) / classes);
  const min = sorted[0]!;
  const max = sorted[sorted.length - 1]!;
  switch (method) {
    case 'quantile':
      return steps.map(part => quantileOfSorted(sorted, part));
    case 'equal_interval':
      return steps.map(part => min + part * (max - min));
    case 'jenks':
      return ckmeans(Array.from(sorted), Math.min(classes, new Set(sorted).size))
        .slice(1)
        .map(cluster => cluster[0]!);
  }
}

function quantileOfSorted(sorted: Float64Array, part: number): number {
  const place = part * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (place - Math.floor(place)) * (above - below);
}
