import type { Edit } from '../../core/scenario/edit.ts';
import type { EvaluationSetting } from '../../core/scenario/evaluate.ts';
import { answerCoupled, type CoupledFound } from '../../core/spreading/coupled/answer.ts';
import type { Figures } from '../../core/spreading/coupled/types.ts';
import type { SpreadAsk } from '../../core/spreading/scenario.ts';
import { tellProgress } from './progress.ts';

/** The plan of `answerCoupled` by the solver of this thread, which tells how far it is. */
export async function coupledSpread(
  setting: EvaluationSetting,
  edits: readonly Edit[],
  ask: SpreadAsk,
  figures: Figures,
): Promise<CoupledFound> {
  // HiGHS takes a while to load, and few computations need it.
  const { sharedSolver } = await import('../../core/solver/highs.ts');
  return answerCoupled(await sharedSolver(), setting, edits, ask, figures, { tell: tellProgress });
}
