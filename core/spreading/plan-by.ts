import type { Contiguity } from '../areas/contiguity.ts';
import type { Counts } from '../concentration/types.ts';
import { countsAfter } from './allocation.ts';
import { convert, countsConverted } from './convert.ts';
import { move } from './move.ts';
import { indicesIn, objectiveTerms } from './objective-terms.ts';
import { indexValue } from './objectives.ts';
import { type IndexBeside, isSmoothed, smoothingOf } from './smoothed-dissimilarity.ts';
import { onlyOneNumber, spread } from './spread.ts';
import { spreadInSpace } from './spread-in-space.ts';
import { spreadTolerating } from './tolerance.ts';
import { spreadInRange } from './total-range.ts';
import type { Allocation, Limit, Spread, SpreadProblem } from './types.ts';

/** What a plan does: build new dwellings, put existing ones to social use, or move social ones from area to area. */
export const WAYS = ['build', 'convert', 'move'] as const;
export type Way = (typeof WAYS)[number];

export type PlanAsk = {
  objective: string;
  way: Way;
  /** Upper end of a range for the new dwellings; null for the number itself. Conversions and moves are at most the number. */
  most: number | null;
  /** The most that may leave each area by moves; null for all of its social dwellings. */
  leave: Limit | null;
};

/** A plan, and the problem with the number of dwellings that was chosen. */
export type MadePlan = { problem: SpreadProblem; plan: Spread };

/** Who touches whom, and the areas of that which the problem is about. */
export type PlanSpace = { contiguity: Contiguity | null; kept: ArrayLike<number> };

/** The best plan of the way that is asked for. `space` is for a smoothed objective. Errors as `spread`, `spreadInRange`, `convert` and `move`. */
export function planBy(
  problem: SpreadProblem,
  { objective, way, most, leave }: PlanAsk,
  space: PlanSpace,
): MadePlan {
  const tolerant = !isSmoothed(objective) && objectiveTerms(objective).tolerance !== null;
  if ((tolerant || isSmoothed(objective)) && (way !== 'build' || most !== null))
    throw onlyOneNumber(objective);
  if (tolerant) return { problem, plan: spreadTolerating(problem, objective) };
  if (isSmoothed(objective)) {
    const smoothing = smoothingOf(objective, space.contiguity, space.kept);
    return { problem, plan: spreadInSpace(problem, objective, smoothing) };
  }
  if (way === 'convert') return { problem, plan: convert(problem, objective) };
  if (way === 'move') return { problem, plan: move(problem, objective, leave) };
  if (most === null) return { problem, plan: spread(problem, objective) };
  const { problem: chosen, plan } = spreadInRange(problem, most, objective);
  return { problem: chosen, plan };
}

/** Counts once a plan is carried out. */
export function countsBy(way: Way, counts: Counts, given: Allocation): Counts {
  return way === 'convert' ? countsConverted(counts, given) : countsAfter(counts, given);
}

/** The indices of an objective of more than one, before and after; empty for a single one. */
export function indicesBeside(objective: string, before: Counts, after: Counts): IndexBeside[] {
  const ids = indicesIn(objective);
  if (ids.length === 1) return [];
  return ids.map(id => ({ id, before: indexValue(id, before), after: indexValue(id, after) }));
}
