import type { Edit } from '../../core/scenario/edit.ts';
import type { EvaluationSetting } from '../../core/scenario/evaluate.ts';
import { besideSpread, type SpreadBeside } from '../../core/spreading/answer.ts';
import { provenFrontier } from '../../core/spreading/coupled/proven-frontier.ts';
import type { SpreadAsk } from '../../core/spreading/scenario.ts';

/** For all points together: within the time that waiting and computing have. */
const SECONDS = 60;

/** What stands beside a plan, the points of its frontier proven by the solver of this thread. */
export async function provenBeside(
  setting: EvaluationSetting,
  edits: readonly Edit[],
  ask: SpreadAsk,
): Promise<SpreadBeside> {
  // HiGHS takes a while to load, and few computations need it.
  const { sharedSolver } = await import('../../core/solver/highs.ts');
  const solver = await sharedSolver();
  return besideSpread(setting, edits, ask, (problem, weighed, points) =>
    provenFrontier(solver, problem, weighed, points, { secondsLimit: SECONDS }),
  );
}
