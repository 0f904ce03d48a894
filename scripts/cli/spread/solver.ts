import { ProblemError } from '../../../core/problem.ts';
import type { CoupledSpread } from '../../../core/spreading/coupled/found.ts';
import { provenFrontier, type Weighed } from '../../../core/spreading/coupled/proven-frontier.ts';
import { spreadCoupled } from '../../../core/spreading/coupled/solve.ts';
import type { CoupledProblem } from '../../../core/spreading/coupled/types.ts';
import type { FrontierPoint } from '../../../core/spreading/frontier-point.ts';
import type { SpreadProblem } from '../../../core/spreading/types.ts';
import { stepPrinter } from '../../progress.ts';
import type { SpreadOptions } from './asked.ts';

/** The plan of `spreadCoupled`, with its progress on the error stream of a terminal. @throws as there, `bad-parameter` for options that do not go with it. */
export async function findCoupled(problem: CoupledProblem, options: SpreadOptions): Promise<CoupledSpread> {
  const { way, dwellingsMost, frontier, prices, seconds: secondsLimit, gap, objective } = options;
  const idle = {
    '--way': way !== 'build',
    '--dwellings-most': dwellingsMost !== undefined,
    '--frontier': frontier !== undefined,
  };
  for (const [option, asked] of Object.entries(idle)) {
    if (!asked) continue;
    throw new ProblemError(
      'bad-parameter',
      `${option} does not go with what the solver answers; leave one of them out.`,
    );
  }
  // The answer goes to the other stream, whole; only a person at a terminal sees how far the search is.
  const steps = process.stderr.isTTY ? stepPrinter(process.stderr) : null;
  // HiGHS takes a while to load, and few commands need it.
  const { loadSolver } = await import('../../../core/solver/highs.ts');
  const found = spreadCoupled(await loadSolver(), problem, objective, {
    secondsLimit,
    gap,
    ...(prices === undefined ? {} : { pricedDwellings: prices }),
    onProgress: ({ value, gap: left }) =>
      steps?.step(
        value === null
          ? 'looking for a plan'
          : `${value.toPrecision(5)}, gap ${(100 * (left ?? 1)).toFixed(3)} %`,
      ),
  });
  steps?.end();
  return found;
}

/** The points of a frontier as `provenFrontier` gives them, with the progress on the error stream of a terminal. */
export async function provePoints(
  problem: SpreadProblem,
  weighed: Weighed,
  points: readonly FrontierPoint[],
  secondsLimit: number,
): Promise<FrontierPoint[]> {
  if (points.every(({ proof }) => proof !== 'bounded')) return [...points];
  const steps = process.stderr.isTTY ? stepPrinter(process.stderr) : null;
  const { loadSolver } = await import('../../../core/solver/highs.ts');
  const proven = provenFrontier(await loadSolver(), problem, weighed, points, {
    secondsLimit,
    onPoint: (done, all) => steps?.step(`point ${done + 1} of ${all}`),
  });
  steps?.end();
  return proven;
}
