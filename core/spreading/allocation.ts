import type { Counts } from '../concentration/types.ts';
import { sumTerms } from '../summation.ts';
import type { SumsAfter } from './objectives.ts';
import { dropFirst, firstRaised, queueOf } from './queue.ts';
import { fullRoom, place, type Rooms } from './rooms.ts';
import type { Allocation, SpreadProblem } from './types.ts';

/**
 * Sums after all new dwellings are there. The others are those of areas with dwellings; new dwellings are social and
 * so change nothing in them.
 */
export function sumsAfter({ group, total, dwellings }: SpreadProblem): SumsAfter {
  let social = dwellings;
  let other = 0;
  for (let i = 0; i < group.length; i++) {
    social += group[i]!;
    other += total[i]! - group[i]!;
  }
  return { group: social, other };
}

/** Counts once a plan is carried out. */
export function countsAfter({ group, total }: Counts, given: Allocation): Counts {
  return { group: group.map((x, i) => x + given[i]!), total: total.map((t, i) => t + given[i]!) };
}

/** What so many dwellings in an area add to the sum of an objective. */
export function addedBy({ group, total }: Counts, step: Step, area: number, dwellings: number): number {
  const social = group[area]!;
  return sumTerms(dwellings, k => step(social + k, total[area]! - social, area));
}

/** What one more dwelling in an area adds, which has `social` and `other` dwellings now; never falls as they are placed. */
export type Step = (social: number, other: number, area: number) => number;

/**
 * Marginal allocation: dwelling by dwelling to the area where the next one adds least, as long as it fits. For a sum
 * of convex terms under capacities and nested quotas with minima and maxima this is a whole optimum, because the
 * plans that can still be completed are the independent sets of a polymatroid (Federgruen & Groenevelt 1986). With a
 * tie it is the best by the tie among the optima: pairs of numbers compared in order add up as numbers do.
 *
 * `rooms` are as `roomsOf` gives them, in which `dwellings` fit; they are filled. O((n + N) log n + N · depth).
 */
export function allocate(
  counts: Counts,
  dwellings: number,
  rooms: Rooms,
  step: Step,
  tie: Step | null = null,
): Allocation {
  const given = new Float64Array(counts.group.length);
  grow(counts, given, { dwellings, rooms, step, tie });
  return given;
}

export type Growth = {
  /** How many more. */
  dwellings: number;
  /** Rooms that hold the plan. */
  rooms: Rooms;
  step: Step;
  tie: Step | null;
  /** Told of every dwelling, when it is there. */
  placed?: (area: number) => void;
};

/**
 * Places more dwellings in a plan, each where it adds least. From the best plan of its number, each that follows is the
 * best of its own, as long as the steps are the same (layers of an M-natural-convex function, Murota 2003).
 */
export function grow(
  { group, total }: Counts,
  given: Allocation,
  { dwellings, rooms, step, tie, placed }: Growth,
): void {
  const size = group.length;
  const key = new Float64Array(size);
  const tieKey = new Float64Array(size);
  const setKeys = (area: number): void => {
    const social = group[area]! + given[area]!;
    const other = total[area]! - group[area]!;
    key[area] = step(social, other, area);
    if (tie !== null) tieKey[area] = tie(social, other, area);
  };
  const open: number[] = [];
  for (let area = 0; area < size; area++) {
    if (rooms.capacity[area]! < given[area]! + 1) continue;
    open.push(area);
    setKeys(area);
  }
  const queue = queueOf(Int32Array.from(open), key, tieKey);
  let left = dwellings;
  while (left > 0 && queue.size > 0) {
    const area = queue.areas[0]!;
    // A room that is full stays full: what cannot take one more now never can.
    if (fullRoom(rooms, area) !== null) {
      dropFirst(queue);
      continue;
    }
    place(rooms, area);
    given[area]! += 1;
    left -= 1;
    placed?.(area);
    if (given[area]! >= rooms.capacity[area]!) {
      dropFirst(queue);
      continue;
    }
    setKeys(area);
    firstRaised(queue);
  }
}
