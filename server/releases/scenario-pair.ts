import { ProblemError } from '../../core/problem.ts';
import { commonGround } from '../../core/scenario/common-ground.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { Desk } from './desk.ts';
import { type EvaluatedScenario, type EvaluationOptions, evaluateDocument } from './scenario-evaluation.ts';

/** Two situations on one ground; without `first` what is now, with the assumptions of the second. */
export type ScenarioPair = { first?: ScenarioDocument | undefined; second: ScenarioDocument };

/**
 * Evaluates both on the ground of the second, as the page does.
 * @throws ProblemError `bad-input` naming what the grounds differ in; and as `evaluateDocument`.
 */
export async function evaluatePair(
  desk: Desk,
  { first, second }: ScenarioPair,
  options: EvaluationOptions = {},
): Promise<{ first: EvaluatedScenario; second: EvaluatedScenario }> {
  const common = commonGround((first ?? second).baseline, second.baseline);
  if ('refused' in common) {
    throw new ProblemError(
      'bad-input',
      `The two scenarios have another ${common.refused.join(', ')}; compare scenarios of one region, level, boundaries and year`,
      { members: common.refused.map(name => `baseline.${name}`) },
    );
  }
  const other = first ?? { ...second, edits: [] };
  return {
    first: await evaluateDocument(desk, { ...other, baseline: common.ground }, options),
    second: await evaluateDocument(desk, second, options),
  };
}
