import { ProblemError } from '../../problem.ts';
import type { Solver } from '../../solver/types.ts';
import { chosenBy, type SitingModel } from './siting-model.ts';

/** How long the solver may go on. */
export type ProofLimits = {
  secondsLeft: () => number;
  /** Asked again and again; true ends the run. */
  isOver: () => boolean;
};

type Asked = ProofLimits & {
  /** Candidates of a set within the rules, to start from; null for none. */
  start: readonly number[] | null;
  /** A gap that is small enough, as part of the value and as such. */
  gap?: number;
  absoluteGap?: number;
  /** Told how far it is: what no set can be below, and the candidates of a better set. True ends the run. */
  onProgress?: (bound: number, members: readonly number[] | null) => boolean;
};

/** What the solver came to: candidates (null for none), and what the sum of the model is never below. */
export type Proven = { members: number[] | null; bound: number };

/** Feasible and optimal are so up to this in the solver, relative to the value. */
export const SOLVER_TOLERANCE = 1e-6;

/** Has the solver go on from a set that is known. Where memory ends it, nothing is proven: the bound is −Infinity. */
export function runSolver(
  solver: Solver,
  model: SitingModel,
  { start, gap = 0, absoluteGap = 0, onProgress, secondsLeft, isOver }: Asked,
): Proven {
  const secondsLimit = secondsLeft();
  if (!(secondsLimit > 0)) return { members: null, bound: -Infinity };
  let isEnough = false;
  try {
    const loaded = solver.createModel(model.linear);
    try {
      const { columns, bound } = loaded.run({
        ...{ secondsLimit, gap, absoluteGap },
        ...(start !== null && { start: model.columnsOf(start) }),
        isCancelled: () => isEnough || isOver(),
        onProgress: soFar => {
          const members = soFar.columns === null ? null : chosenBy(model, soFar.columns);
          isEnough ||= onProgress?.(soFar.bound, members) === true;
        },
      });
      return { members: columns === null ? null : chosenBy(model, columns), bound };
    } finally {
      loaded.dispose();
    }
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'too-large')
      return { members: null, bound: -Infinity };
    throw error;
  }
}
