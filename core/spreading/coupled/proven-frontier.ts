import { ProblemError } from '../../problem.ts';
import type { Solver } from '../../solver/types.ts';
import { indexAim, meanAim } from '../aims.ts';
import type { FrontierPoint } from '../frontier-point.ts';
import type { SpreadProblem } from '../types.ts';
import { sitesOfAreas } from './sites.ts';
import { spreadCoupled } from './solve.ts';
import { SOLVER_ROUNDING } from './standing.ts';
import type { CoupledProblem } from './types.ts';

/** What a frontier weighs: an index, and the mean of a figure of the areas over the new dwellings. */
export type Weighed = { objective: string; against: string; figure: ArrayLike<number> };

export type ProvingOptions = {
  /** Seconds for all points together; 60 where not said. */
  secondsLimit?: number;
  isCancelled?: () => boolean;
  onPoint?: (done: number, all: number) => void;
};

/**
 * The points of a frontier that are only bounded, each solved as an epsilon-constraint (Haimes et al. 1971): the lowest
 * index of all plans whose mean is no higher than the point's, by the integer solver. A point that comes out within the
 * solver's tolerance is `exact`; one whose time was up keeps the better plan and the smaller gap of both. Points that
 * another one then betters are left out. Errors as `coupledObjective`.
 */
export function provenFrontier(
  solver: Solver,
  problem: SpreadProblem,
  { objective, against, figure }: Weighed,
  points: readonly FrontierPoint[],
  { secondsLimit = 60, isCancelled, onPoint }: ProvingOptions = {},
): FrontierPoint[] {
  const first = indexAim(problem, objective);
  const second = meanAim(problem, against, figure);
  const open = points.filter(({ proof }) => proof === 'bounded').length;
  let done = 0;
  let left = secondsLimit;
  const proven = points.map(point => {
    if (point.proof !== 'bounded') return point;
    onPoint?.(done, open);
    const seconds = Math.max(0, left / (open - done));
    done += 1;
    if (seconds === 0 || isCancelled?.()) return point;
    const found = solved(solver, problem, objective, figure, second.sum(point.allocation), {
      secondsLimit: seconds,
      ...(isCancelled === undefined ? {} : { isCancelled }),
    });
    if (found === null) return point;
    left -= found.seconds;
    const better = found.after < point.values[0] ? found.allocation : point.allocation;
    const value = first.value(better);
    const bound = Math.max(found.bound, point.values[0] * (1 - point.gap));
    const gap = value === 0 ? 0 : Math.max(0, (value - bound) / value);
    const isExact = found.optimal || gap <= SOLVER_ROUNDING;
    const values: FrontierPoint['values'] = [value, second.value(better)];
    return {
      allocation: better,
      values,
      proof: isExact ? ('exact' as const) : ('bounded' as const),
      gap: isExact ? 0 : gap,
    };
  });
  return proven.filter(one => !proven.some(other => betters(other, one)));
}

/** The best plan with the sum of the figure at most so high; null where time ended before any. */
function solved(
  solver: Solver,
  problem: SpreadProblem,
  objective: string,
  figure: ArrayLike<number>,
  atMost: number,
  options: { secondsLimit: number; isCancelled?: () => boolean },
) {
  const sites = sitesOfAreas(problem.codes);
  // What has no figure cannot be built in, and its price is never asked.
  sites.eurosPerDwelling = Float64Array.from(figure, one => (Number.isFinite(one) ? one : 0));
  const budgetEuros = atMost + 1e-9 * Math.max(1, Math.abs(atMost));
  const coupling = { sites, budgetEuros, maxProjects: null, types: [], perYear: null, play: null };
  const asked: CoupledProblem = { ...problem, coupling };
  try {
    return spreadCoupled(solver, asked, objective, options);
  } catch (error) {
    // Time or memory may end before the solver has a plan; the point has one.
    const ended =
      error instanceof ProblemError && (error.code === 'too-large' || error.code === 'unavailable');
    if (ended) return null;
    throw error;
  }
}

/** Whether a point is as good in both aims and better in one, beyond rounding. */
function betters({ values: one }: FrontierPoint, { values: other }: FrontierPoint): boolean {
  const rounding = [0, 1].map(aim => 1e-9 * Math.max(Math.abs(one[aim]!), Math.abs(other[aim]!)));
  const noWorse = one[0] <= other[0] + rounding[0]! && one[1] <= other[1] + rounding[1]!;
  return noWorse && (one[0] < other[0] - rounding[0]! || one[1] < other[1] - rounding[1]!);
}
