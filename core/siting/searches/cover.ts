import type { AimSearch, Found } from '../aims.ts';
import { type CapacityProblem, locateWithCapacity } from '../capacity.ts';
import type { Gains } from '../gains.ts';
import { locate } from '../locate.ts';
import type { Option } from '../options.ts';
import { isDone, isForSolver, isForSolverWithRoom, proveCapacity, proveGains } from '../proof/prove-worth.ts';
import type { SitingQuestion } from '../question.ts';
import { coverGains, weightsOf } from '../worth-of.ts';
import { type Worth, worthSearched } from './worth-searched.ts';

/** As many children as can be within reach, as they are weighed; with capacities those whom there is room for. */
export const cover: AimSearch = (question, choices, rules, { onFound, isHandOver, ...options }) => {
  const weights = weightsOf(question);
  let before = 0;
  for (const { withinM, existingM } of question.functions)
    weights.forEach((weight, i) => {
      if (existingM[i]! <= withinM) before += weight;
    });
  const gains = coverGains(question, choices);
  const told = ({ members, value, bound, optimal = false, provenBy = 'search' }: Worth): Found => ({
    ...{ members, unit: 'weighted-children', optimal, provenBy },
    ...{ before, after: before + value, bound: before + bound },
  });
  const onProgress = (soFar: Worth): void => onFound?.(told(soFar));
  const { gap = 0 } = options;
  // A gap of all who are reached, and not of those alone who are newly so.
  const enough = (worth: number): number => gap * (before + worth);
  if (choices.every(({ candidate }) => question.candidates[candidate]!.capacity === null)) {
    const isForIt = isHandOver !== undefined && isForSolver(gains, rules);
    const found = locate(gains, rules, { ...options, ...(isForIt && { isOver: isHandOver }), onProgress });
    return worthSearched(told, found, isForIt && !isDone(found, enough), (solver, limits) =>
      proveGains(solver, gains, rules, found, { ...limits, enough, onProgress }),
    );
  }
  const problem = problemOf(question, gains, weights, choices);
  const isForIt = isHandOver !== undefined && isForSolverWithRoom(problem);
  const { isOver = () => false } = options;
  const found = locateWithCapacity(problem, rules, {
    ...{ isOver, enough, onProgress },
    exchanges: !isForIt,
  });
  return worthSearched(told, found, isForIt && !isDone(found, enough), (solver, limits) =>
    proveCapacity(solver, problem, rules, found, { ...limits, enough, onProgress }),
  );
};

function problemOf(
  { children, candidates }: SitingQuestion,
  gains: Gains,
  weights: Float64Array,
  choices: readonly Option[],
): CapacityProblem {
  const point = (row: number): number => row % weights.length;
  return {
    gains,
    children: Float64Array.from({ length: gains.rows }, (_, row) => children[point(row)]!),
    perChild: Float64Array.from({ length: gains.rows }, (_, row) =>
      children[point(row)]! > 0 ? weights[point(row)]! / children[point(row)]! : 0,
    ),
    capacity: Float64Array.from(choices, ({ candidate }) => candidates[candidate]!.capacity ?? Infinity),
  };
}
