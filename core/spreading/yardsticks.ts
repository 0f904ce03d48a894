import { allocate, countsAfter, type Step } from './allocation.ts';
import { objectiveValue } from './objectives.ts';
import { capacityOf, emptyRooms } from './rooms.ts';
import type { Allocation, SpreadProblem } from './types.ts';

/** Plain ways to place the same dwellings under the same limits and quotas, to see what a plan gains. */
export const YARDSTICKS = ['households', 'proportional', 'largest-sites', 'current'] as const;
export type Yardstick = (typeof YARDSTICKS)[number];

export type YardstickPlan = { id: Yardstick; allocation: Allocation; value: number | null };

/** Columns of the areas that yardsticks go by, where they are known. */
export type YardstickGround = {
  /** Households, NaN where they are not known. */
  households?: Float64Array | null;
  /** Social dwellings that the scenario's own projects have. */
  current?: Float64Array | null;
};

/**
 * - `households`: as many for each household, in whole dwellings by the method of Webster (1832); where these are not known of
 *   every area that can be built in `proportional` instead: as many for each dwelling that is there;
 * - `largest-sites`: the areas with most room one after the other, each filled; where room has no limit, the largest ones.
 * - `current`: as many for each dwelling that the scenario's own projects have there, in the same way;
 *   left out where they have none.
 * `problem` has a plan. A smallest project is not asked of them.
 */
export function yardsticksOf(
  problem: SpreadProblem,
  objective: string,
  { households = null, current = null }: YardstickGround = {},
): YardstickPlan[] {
  const { group, total, dwellings, limits } = problem;
  const inProportion =
    (to: Float64Array): Step =>
    (social, _other, area) =>
      (social - group[area]! + 0.5) / to[area]!;
  const room = capacityOf(total.length, limits);
  const areas = Array.from(total.keys());
  const place = rankOf(areas, (one, other) =>
    room[one] === room[other] ? total[other]! - total[one]! : room[other]! - room[one]!,
  );
  const steps: Record<Yardstick, Step> = {
    households: inProportion(households ?? total),
    proportional: inProportion(total),
    'largest-sites': (_social, _other, area) => place[area]!,
    current: inProportion(current ?? total),
  };
  const known = households !== null && areas.every(area => room[area]! < 1 || households[area]! >= 0);
  const has: Record<Yardstick, boolean> = {
    households: known,
    proportional: !known,
    'largest-sites': true,
    current: current?.some(dwellingsThere => dwellingsThere > 0) ?? false,
  };
  const ids = YARDSTICKS.filter(id => has[id]);
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
