import { ProblemError } from '../problem.ts';
import { sumTerms } from '../summation.ts';
import { addedBy, countsAfter, type Step, sumsAfter } from './allocation.ts';
import { objectiveValue, separableObjective } from './objectives.ts';
import type { Allocation, SpreadProblem } from './types.ts';

/** One of two things to make small: a sum of convex terms over the areas, and the value that people see of it. */
export type Aim = {
  id: string;
  step: Step;
  /** The sum that `step` adds to, from the plan without dwellings. */
  sum: (given: Allocation) => number;
  value: (given: Allocation) => number;
  /** The value where it is `value` and the sum becomes smaller by `by`. */
  lowered: (value: number, by: number) => number;
};

/**
 * An index as an aim.
 * @throws ProblemError `bad-parameter` for one that is no sum over areas.
 */
export function indexAim(problem: SpreadProblem, id: string): Aim {
  const separable = separableObjective(id);
  if (separable === null) {
    throw new ProblemError('bad-parameter', `${id} is no sum over areas, so it has no frontier.`, {
      objective: id,
    });
  }
  const marginal = separable.marginal(sumsAfter(problem));
  return {
    id,
    step: marginal,
    sum: given => sumTerms(given.length, area => addedBy(problem, marginal, area, given[area]!)),
    value: given => objectiveValue(id, countsAfter(problem, given)) ?? Number.NaN,
    lowered: separable.lowered(sumsAfter(problem)),
  };
}

/**
 * The mean of a figure of the areas over the new dwellings as an aim, such as the child-poverty index around them, the
 * metres to a place to play, or the cost of a dwelling.
 * @throws ProblemError `undefined-index` naming the first area without the figure that could be built in.
 */
export function meanAim(problem: SpreadProblem, id: string, figure: ArrayLike<number>): Aim {
  const closed = (area: number) => problem.limits.some(({ most }) => most[area]! < 1);
  const missing = problem.codes.findIndex((_, area) => !Number.isFinite(figure[area]!) && !closed(area));
  if (missing !== -1) {
    throw new ProblemError(
      'undefined-index',
      `Area ${problem.codes[missing]} has no ${id}; give it one, or lock the area.`,
      { area: problem.codes[missing] },
    );
  }
  const sum = (given: Allocation) =>
    sumTerms(given.length, area => (given[area] === 0 ? 0 : given[area]! * figure[area]!));
  return {
    id,
    step: (_social, _other, area) => figure[area]!,
    sum,
    value: given => sum(given) / problem.dwellings,
    lowered: (value, by) => value - by / problem.dwellings,
  };
}
