import { ProblemError } from '../problem.ts';
import { allocate, countsAfter, sumsAfter } from './allocation.ts';
import { refuseConflict } from './conflict.ts';
import { exchangeForGini } from './gini.ts';
import { spreadLargestShare } from './largest-share.ts';
import { minimumProjectLimit, type Steps, spreadInProjects } from './minimum-project.ts';
import { objectiveTerms } from './objective-terms.ts';
import {
  GINI,
  objectiveValue,
  type SeparableObjective,
  separableObjective,
  separableObjectives,
} from './objectives.ts';
import { emptyRooms, fillRooms, type Rooms } from './rooms.ts';
import { type Allocation, MAX_DWELLINGS, type Spread, type SpreadProblem } from './types.ts';
import { waterLevel } from './water-level.ts';

/** A gap of rounding alone. */
const ROUNDING = 1e-12;

/**
 * Places all new dwellings of a problem so that an objective becomes as small as it can:
 * - a sum of convex terms (dissimilarity, square root index, Theil’s H, isolation, Herfindahl, Atkinson): a whole
 *   optimum by marginal allocation; equal dissimilarities are decided by the square root index;
 * - the largest share: a whole optimum by its threshold, and among those the lowest square root index;
 * - Gini: the best of the plans above, improved by exchanges, with the bound of the plan in fractions;
 * - a weighted sum of such sums, and two in order (the second among the equals of the first): as those;
 * - a sum of convex terms in projects of a smallest size: as `spreadInProjects`, with its bound.
 * @throws ProblemError `bad-parameter` for an unknown objective, a number of dwellings that is not whole and above 0,
 *   or quotas that overlap in part; `bad-input` for no area at all; `conflict` naming an irreducible set of constraints
 *   that no plan meets; `undefined-index` where the objective has no value with the dwellings in place.
 */
export function spread(problem: SpreadProblem, objective: string): Spread {
  const separable = separableObjective(objective);
  checkProblem(problem);
  const { then, tolerance } = objectiveTerms(objective);
  if (tolerance !== null) throw onlyOneNumber(objective);
  if ((problem.minProject ?? 1) > 1) return spreadProjects(problem, objective, separable);
  refuseConflict(problem);
  if (separable !== null) return solved(problem, objective, separablePlan(problem, separable));
  if (objective === GINI) return spreadGini(problem);
  const second = then === null ? undefined : separableObjective(then)?.marginal(sumsAfter(problem));
  return solved(problem, objective, spreadLargestShare(problem, second));
}

function spreadProjects(
  asked: SpreadProblem,
  objective: string,
  separable: SeparableObjective | null,
): Spread {
  const least = asked.minProject ?? 1;
  if (separable === null) {
    throw new ProblemError(
      'bad-parameter',
      `A smallest project goes with ${separableObjectives.map(one => one.id).join(', ')} and atkinson_b, not with ${objective}.`,
      { objective, minProject: least },
    );
  }
  const smallest = minimumProjectLimit(asked.codes.length, asked.limits, least);
  const problem = { ...asked, limits: [...asked.limits, smallest] };
  refuseConflict(problem);
  const { allocation, above } = spreadInProjects(problem, stepsOf(problem, separable), least);
  const plan = solved(problem, objective, allocation);
  return above === 0
    ? plan
    : { ...plan, ...bounded(plan.after, separable.lowered(sumsAfter(problem))(plan.after, above)) };
}

/** Rooms that hold a plan. */
export function filledRooms(problem: SpreadProblem, given: Allocation): Rooms {
  const rooms = emptyRooms(problem);
  fillRooms(rooms, given);
  return rooms;
}

function stepsOf(problem: SpreadProblem, { marginal, tie }: SeparableObjective): Steps {
  const after = sumsAfter(problem);
  return { step: marginal(after), tie: tie?.(after) ?? null };
}

function separablePlan(problem: SpreadProblem, separable: SeparableObjective): Allocation {
  const { step, tie } = stepsOf(problem, separable);
  return allocate(problem, problem.dwellings, emptyRooms(problem), step, tie);
}

function spreadGini(problem: SpreadProblem): Spread {
  const value = (given: Allocation) => objectiveValue(GINI, countsAfter(problem, given)) ?? Infinity;
  const plans = separableObjectives.map(one => separablePlan(problem, one));
  const given = plans.reduce((best, plan) => (value(plan) < value(best) ? plan : best));
  exchangeForGini(problem, given, filledRooms(problem, given));
  const bound = value(waterLevel(problem, emptyRooms(problem)));
  return solved(problem, GINI, given, bound);
}

/** A plan with its values; without a bound of its own it is a proven optimum. */
function solved(problem: SpreadProblem, objective: string, allocation: Allocation, below?: number): Spread {
  const after = objectiveValue(objective, countsAfter(problem, allocation));
  if (after === null) throw withoutValue(objective);
  const before = objectiveValue(objective, problem);
  return { objective, before, after, ...bounded(after, below ?? after), allocation };
}

/** An objective that goes with one number of new dwellings in projects of any size, and nothing else. */
export const onlyOneNumber = (objective: string): ProblemError =>
  new ProblemError(
    'bad-parameter',
    `${objective} goes with one number of new dwellings in projects of any size; leave the range, the smallest project, conversions and moves out.`,
    { objective },
  );

export const withoutValue = (objective: string): ProblemError =>
  new ProblemError(
    'undefined-index',
    `${objective} has no value with the dwellings in place: all dwellings are social, or none.`,
    { objective },
  );

/** What is known of a value with a bound below it. */
export function bounded(after: number, below: number): Pick<Spread, 'bound' | 'gap' | 'optimal'> {
  const bound = Math.max(0, Math.min(after, below));
  const gap = after === 0 ? 0 : (after - bound) / after;
  return { bound, gap, optimal: gap <= ROUNDING };
}

/** Refuses numbers that no plan can have. */
export function checkProblem({ codes, dwellings, minProject = 1 }: SpreadProblem): void {
  if (codes.length === 0) {
    throw new ProblemError('bad-input', 'There is no area to place dwellings in; choose a scope with areas.');
  }
  if (!Number.isInteger(dwellings) || dwellings < 1 || dwellings > MAX_DWELLINGS) {
    throw new ProblemError(
      'bad-parameter',
      `${dwellings} new dwellings cannot be placed; give a whole number from 1 to ${MAX_DWELLINGS}.`,
      { dwellings },
    );
  }
  if (!Number.isInteger(minProject) || minProject < 1) {
    throw new ProblemError(
      'bad-parameter',
      `A smallest project of ${minProject} dwellings cannot be; give a whole number from 1 up.`,
      { minProject },
    );
  }
}
