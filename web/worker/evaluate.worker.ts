import { ProblemError } from '../../core/problem.ts';
import {
  type EvaluationSetting,
  type ScenarioEvaluation,
  scenarioEvaluator,
} from '../../core/scenario/evaluate.ts';
import type { WorkerAnswer, WorkerQuestion } from './messages.ts';

/** The same evaluation as the server and the command line, off the main thread so that typing never waits. */
let setting: { key: string; given: EvaluationSetting } | null = null;
let evaluator: ReturnType<typeof scenarioEvaluator> | null = null;

function evaluate(question: WorkerQuestion & { kind: 'evaluate' }): ScenarioEvaluation {
  if (setting === null || setting.key !== question.key) {
    throw new ProblemError('internal', `The worker has no setting ${question.key}.`);
  }
  evaluator ??= scenarioEvaluator(setting.given);
  return evaluator(question.edits, question.parameters);
}

self.addEventListener('message', (event: MessageEvent<WorkerQuestion>) => {
  const question = event.data;
  if (question.kind === 'setting') {
    setting = { key: question.key, given: question.setting };
    evaluator = null;
    return;
  }
  let answer: WorkerAnswer;
  try {
    answer = { turn: question.turn, evaluation: evaluate(question) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code, message, details } = error;
    answer = { turn: question.turn, refused: { code, message, details: { ...details } } };
  }
  self.postMessage(answer);
});
