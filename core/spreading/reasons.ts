import { sumsAfter } from './allocation.ts';
import { separableObjective } from './objectives.ts';
import { fullRoom, type Rooms } from './rooms.ts';
import { filledRooms } from './spread.ts';
import type { Allocation, SpreadProblem, StoppedBy } from './types.ts';

/** Why an area got what it got. */
export type Reason = {
  area: number;
  dwellings: number;
  /** What its new dwellings take off the objective; null where that is not a sum over areas. */
  lowersBy: number | null;
  /** Why it did not get more. */
  stoppedBy: StoppedBy;
};

/** A reason for every area that got dwellings, in the order of the areas. */
export function reasonsOf(problem: SpreadProblem, objective: string, given: Allocation): Reason[] {
  const rooms = filledRooms(problem, given);
  const lowersBy = effectOf(problem, objective);
  const reasons: Reason[] = [];
  given.forEach((dwellings, area) => {
    if (dwellings === 0) return;
    reasons.push({
      area,
      dwellings,
      lowersBy: lowersBy?.(area, dwellings) ?? null,
      stoppedBy: stoppedBy(problem, given, rooms, area),
    });
  });
  return reasons;
}

/** What so many dwellings in an area take off the sum that the objective is, dwelling by dwelling. */
function effectOf(
  problem: SpreadProblem,
  objective: string,
): ((area: number, dwellings: number) => number) | null {
  const separable = separableObjective(objective);
  if (separable?.unit === undefined) return null;
  const after = sumsAfter(problem);
  const marginal = separable.marginal(after);
  const unit = separable.unit(after);
  return (area, dwellings) => {
    const social = problem.group[area]!;
    const other = problem.total[area]! - social;
    let change = 0;
    for (let k = 0; k < dwellings; k++) change += marginal(social + k, other);
    return -change * unit;
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
