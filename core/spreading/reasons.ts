import { addedBy, countsAfter, sumsAfter } from './allocation.ts';
import { objectiveValue, separableObjective } from './objectives.ts';
import { fullRoom, type Rooms } from './rooms.ts';
import { filledRooms } from './spread.ts';
import type { Allocation, SpreadProblem, StoppedBy } from './types.ts';

/** Why an area got what it got. */
export type Reason = {
  area: number;
  dwellings: number;
  /** What its new dwellings take off the objective; negative where they add to it, null where it is no sum over areas. */
  lowersBy: number | null;
  /** Why it did not get more. */
  stoppedBy: StoppedBy;
};

/** A reason for every area that got dwellings, in the order of the areas. */
export function reasonsOf(problem: SpreadProblem, objective: string, given: Allocation): Reason[] {
  const rooms = filledRooms(problem, given);
  const lowersBy = effectOf(problem, objective, given);
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

/** What the objective would rise by if the new dwellings of an area were taken out of the sum that it is. */
function effectOf(
  problem: SpreadProblem,
  objective: string,
  given: Allocation,
): ((area: number) => number) | null {
  const separable = separableObjective(objective);
  const value = objectiveValue(objective, countsAfter(problem, given));
  if (separable === null || value === null) return null;
  const after = sumsAfter(problem);
  const marginal = separable.marginal(after);
  const lowered = separable.lowered(after);
  return area => lowered(value, addedBy(problem, marginal, area, given[area]!)) - value;
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
