import { ProblemError } from '../problem.ts';
import { sumTerms } from '../summation.ts';
import { checkNumber } from './numbers.ts';

/** Distances at which reach is told unless others are asked for, metres on foot. */
export const REACH_STEPS_M: readonly number[] = [100, 300, 400, 800, 1000];

/** How many of a group live within so many metres of a place. */
export type Coverage = {
  withinM: number;
  reached: number;
  all: number;
  /** 0–1; null where the group is nobody. */
  share: number | null;
};

/**
 * People of a group within each distance of a place: `metres` to the nearest one (infinite: none) and `people` for each
 * point, aligned; whole or in fractions. Distances in any order.
 * @throws ProblemError `bad-parameter` for a distance that is no number from 0 up.
 */
export function coverage(
  metres: Float64Array,
  people: Float64Array,
  distancesM: readonly number[] = REACH_STEPS_M,
): Coverage[] {
  for (const withinM of distancesM) checkNumber('distance', withinM, 'metres');
  // People by the least distance that reaches them, in one pass whatever the number of distances.
  const steps = Float64Array.from(new Set(distancesM)).sort();
  const stepOf = Uint16Array.from(metres, each => leastStep(steps, each));
  const all = sumTerms(people.length, i => people[i]!);
  const upTo = new Map<number, number>();
  const points = byStep(stepOf, steps.length);
  let before = 0;
  steps.forEach((withinM, step) => {
    const [first, last] = [points.starts[step]!, points.starts[step + 1]!];
    before += sumTerms(last - first, k => people[points.order[first + k]!]!);
    upTo.set(withinM, before);
  });
  return distancesM.map(withinM => {
    const reached = upTo.get(withinM)!;
    return { withinM, reached, all, share: all > 0 ? reached / all : null };
  });
}

/** The first of rising distances that is no less than `metres`; their number where there is none. */
function leastStep(steps: Float64Array, metres: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (metres <= steps[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Points in the order of their steps, by a counting sort. */
function byStep(stepOf: Uint16Array, steps: number): { starts: Int32Array; order: Int32Array } {
  const starts = new Int32Array(steps + 2);
  for (const step of stepOf) starts[step + 1]!++;
  for (let step = 0; step <= steps; step++) starts[step + 1]! += starts[step]!;
  const at = starts.slice();
  const order = new Int32Array(stepOf.length);
  for (let i = 0; i < stepOf.length; i++) order[at[stepOf[i]!]!++] = i;
  return { starts, order };
}

/**
 * The same by area: `areaOf` is the position of each point's area. Shares are null in areas where the group is nobody.
 */
export function coverageByArea(
  metres: Float64Array,
  people: Float64Array,
  areaOf: Int32Array,
  areas: number,
  withinM: number,
): { reached: Float64Array; all: Float64Array } {
  checkNumber('distance', withinM, 'metres');
  const counted = { reached: new Float64Array(areas), all: new Float64Array(areas) };
  for (let i = 0; i < people.length; i++) {
    const area = areaOf[i]!;
    counted.all[area]! += people[i]!;
    if (metres[i]! <= withinM) counted.reached[area]! += people[i]!;
  }
  return counted;
}

/** How far a group lives from the nearest place; people beyond the reach of the distances are counted apart. */
export type DistanceSummary = {
  /** People with a place within the reach of the distances. */
  reached: number;
  /** People without one, who count in no mean and in the percentiles as farther than all others. */
  beyond: number;
  /** Mean metres over those who have one; null where nobody has. */
  meanM: number | null;
  /** Metres within which so many of the whole group live; null where that lies beyond the reach of the distances. */
  medianM: number | null;
  percentile90M: number | null;
};

const orders = new WeakMap<Float64Array, Uint32Array>();

/** Points with a place, nearest first. Asked for several groups of the same points, they are sorted once. */
function nearestFirst(metres: Float64Array): Uint32Array {
  const known =
    orders.get(metres) ??
    Uint32Array.from(metres.keys())
      .filter(i => metres[i] !== Infinity)
      .sort((a, b) => metres[a]! - metres[b]! || a - b);
  orders.set(metres, known);
  return known;
}

export function distanceSummary(metres: Float64Array, people: Float64Array): DistanceSummary {
  const order = nearestFirst(metres).filter(i => people[i]! > 0);
  const all = sumTerms(people.length, i => people[i]!);
  const reached = sumTerms(order.length, k => people[order[k]!]!);
  const walked = sumTerms(order.length, k => people[order[k]!]! * metres[order[k]!]!);
  const percentile = (part: number): number | null => {
    let sum = 0;
    for (const i of order) {
      sum += people[i]!;
      // A share that is reached exactly may be missed by a rounding.
      if (sum >= part * all * (1 - 1e-12)) return metres[i]!;
    }
    return null;
  };
  return {
    reached,
    beyond: Math.max(0, all - reached),
    meanM: reached > 0 ? walked / reached : null,
    medianM: percentile(0.5),
    percentile90M: percentile(0.9),
  };
}

/** @throws ProblemError `bad-parameter` where a question asks for more than the distances were measured to. */
export function checkReach(withinM: number, maxMetres: number): void {
  checkNumber('distance', withinM, 'metres');
  if (withinM <= maxMetres) return;
  throw new ProblemError(
    'bad-parameter',
    `A distance of ${withinM} m is asked about, and distances were measured to ${maxMetres} m; measure farther.`,
    { withinM, maxMetres },
  );
}
