import { SUMS_OVER_AREAS } from '../concentration/inference/expectation.ts';
import { populationOf } from '../concentration/population.ts';
import { indexById } from '../concentration/registry.ts';
import type { Counts, Population } from '../concentration/types.ts';
import { countsAfter } from './allocation.ts';
import { toldTerms } from './objective-terms.ts';
import { fullRoom, type Rooms } from './rooms.ts';
import { filledRooms } from './spread.ts';
import type { Allocation, SpreadProblem, StoppedBy } from './types.ts';

/** Why an area got what it got. */
export type Reason = {
  area: number;
  dwellings: number;
  /** What the objective would be higher by without its new dwellings; negative where they add to it, null where it is no sum over areas. */
  lowersBy: number | null;
  /** Why it did not get more. */
  stoppedBy: StoppedBy;
};

/** A reason for every area that got dwellings, in the order of the areas; without what it does where the objective is null. */
export function reasonsOf(problem: SpreadProblem, objective: string | null, given: Allocation): Reason[] {
  const rooms = filledRooms(problem, given);
  const lowersBy = objective === null ? null : effectOfTerms(problem, objective, given);
  const reasons: Reason[] = [];
  given.forEach((dwellings, area) => {
    if (dwellings === 0) return;
    reasons.push({
      area,
      dwellings,
      lowersBy: lowersBy?.(area) ?? null,
      stoppedBy: stoppedBy(problem, given, rooms, area),
    });
  });
  return reasons;
}

/** As `effectOf`, for a weighted sum of indices; null where one of them is no sum over areas. */
function effectOfTerms(
  problem: SpreadProblem,
  objective: string,
  given: Allocation,
): ((area: number) => number) | null {
  const effects = toldTerms(objective).map(({ id, weight }) => ({
    effect: effectOf(problem, id, given),
    weight,
  }));
  if (effects.some(({ effect }) => effect === null)) return null;
  return area => effects.reduce((all, { effect, weight }) => all + weight * effect!(area), 0);
}

/**
 * What the objective would be higher by if the new dwellings of an area were not built and all others were, for an
 * index that is a sum over areas. What its other terms come to depends on how many dwellings are missing alone, so each
 * number of dwellings is measured once.
 */
function effectOf(
  problem: SpreadProblem,
  objective: string,
  given: Allocation,
): ((area: number) => number) | null {
  if (!SUMS_OVER_AREAS.has(objective)) return null;
  const { compute } = indexById(objective);
  const after = countsAfter(problem, given);
  const population = populationOf(after);
  const measured = (counts: Counts, sums: Population): number => {
    const outcome = compute(counts, sums);
    return 'value' in outcome ? outcome.value : Number.NaN;
  };
  const value = measured(after, population);
  const one: Counts = { group: new Float64Array(1), total: new Float64Array(1) };
  const term = (social: number, total: number, sums: Population): number => {
    [one.group[0], one.total[0]] = [social, total];
    return total === 0 ? 0 : measured(one, sums);
  };
  const missing = new Map<number, { sums: Population; all: number }>();
  return area => {
    const dwellings = given[area]!;
    let without = missing.get(dwellings);
    if (without === undefined) {
      const { group, total, other } = population;
      const sums = { group: group - dwellings, total: total - dwellings, other };
      without = { sums, all: measured(after, sums) };
      missing.set(dwellings, without);
    }
    const { sums, all } = without;
    const [social, total] = [after.group[area]!, after.total[area]!];
    return all - term(social, total, sums) + term(social - dwellings, total - dwellings, sums) - value;
  };
}

/**
 * What stopped an area from getting one more: the first limit that is reached, else the innermost quota that is full,
 * else that the next dwelling does more elsewhere. The number itself is no reason: it stops every area.
 */
function stoppedBy(problem: SpreadProblem, given: Allocation, rooms: Rooms, area: number): StoppedBy {
  const limit = problem.limits.find(({ most }) => given[area]! >= most[area]!);
  if (limit !== undefined) return { kind: 'limit', id: limit.id };
  const room = fullRoom(rooms, area);
  return room === null || room.parent === -1 ? { kind: 'elsewhere' } : { kind: 'quota', id: room.quota.id };
}
