import { allocate, countsAfter, type Step } from './allocation.ts';
import { objectiveValue } from './objectives.ts';
import { capacityOf, emptyRooms } from './rooms.ts';
import type { Allocation, SpreadProblem } from './types.ts';

/** Plain ways to place the same dwellings under the same limits and quotas, to see what a plan gains. */
export const YARDSTICKS = ['proportional', 'largest-sites', 'current'] as const;
export type Yardstick = (typeof YARDSTICKS)[number];

export type YardstickPlan = { id: Yardstick; allocation: Allocation; value: number | null };

/**
 * - `proportional`: as many for each dwelling that is there, in whole dwellings by the method of Webster (1832);
 * - `largest-sites`: the areas with most room one after the other, each filled; where room has no limit, the largest ones.
 * - `current`: as many for each dwelling that the scenario's own projects have there (`current`, by area), in the same way;
 *   left out where they have none.
 * `problem` has a plan. A smallest project is not asked of them.
 */
export function yardsticksOf(
  problem: SpreadProblem,
  objective: string,
  current: Float64Array | null = null,
): YardstickPlan[] {
  const { group, total, dwellings, limits } = problem;
  const inProportion =
    (to: Float64Array): Step =>
    (social, _other, area) =>
      (social - group[area]! + 0.5) / to[area]!;
  const room = capacityOf(total.length, limits);
  const place = rankOf(Array.from(total.keys()), (one, other) =>
    room[one] === room[other] ? total[other]! - total[one]! : room[other]! - room[one]!,
  );
  const steps: Record<Yardstick, Step> = {
    proportional: inProportion(total),
    'largest-sites': (_social, _other, area) => place[area]!,
    current: inProportion(current ?? total),
  };
  const ids = YARDSTICKS.filter(id => id !== 'current' || current?.some(dwellings => dwellings > 0));
  return ids.map(id => {
    const allocation = allocate(problem, dwellings, emptyRooms(problem), steps[id]);
    return { id, allocation, value: objectiveValue(objective, countsAfter(problem, allocation)) };
  });
}

/** The place of each area in an order. */
function rankOf(areas: readonly number[], compare: (one: number, other: number) => number): Float64Array {
  const rank = new Float64Array(areas.length);
  areas.toSorted(compare).forEach((area, place) => {
    rank[area] = place;
  });
  return rank;
}
