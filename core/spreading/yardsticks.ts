import { allocate, countsAfter, type Step } from './allocation.ts';
import { objectiveValue } from './objectives.ts';
import { capacityOf, emptyRooms } from './rooms.ts';
import type { Allocation, SpreadProblem } from './types.ts';

/** Plain ways to place the same dwellings under the same limits and quotas, to see what a plan gains. */
export const YARDSTICKS = ['proportional', 'largest-sites'] as const;
export type Yardstick = (typeof YARDSTICKS)[number];

export type YardstickPlan = { id: Yardstick; allocation: Allocation; value: number | null };

/**
 * - `proportional`: as many for each dwelling that is there, in whole dwellings by the method of Webster (1832);
 * - `largest-sites`: the areas with most room one after the other, each filled; where room has no limit, the largest ones.
 * `problem` has a plan. A smallest project is not asked of them.
 */
export function yardsticksOf(problem: SpreadProblem, objective: string): YardstickPlan[] {
  const { group, total, dwellings, limits } = problem;
  const proportional: Step = (social, _other, area) => (social - group[area]! + 0.5) / total[area]!;
  const room = capacityOf(total.length, limits);
  const place = rankOf(Array.from(total.keys()), (one, other) =>
    room[one] === room[other] ? total[other]! - total[one]! : room[other]! - room[one]!,
  );
  const steps: Record<Yardstick, Step> = {
    proportional,
    'largest-sites': (_social, _other, area) => place[area]!,
  };
  return YARDSTICKS.map(id => {
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
