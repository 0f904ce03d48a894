import type { WalkingNetwork } from '../../core/access/network/types.ts';
import { ProblemError } from '../../core/problem.ts';
import { type ScenarioEvaluation, scenarioEvaluator } from '../../core/scenario/evaluate.ts';
import { KEPT_SETTINGS, type WorkerAnswer, type WorkerQuestion } from './messages.ts';

type Evaluator = ReturnType<typeof scenarioEvaluator>;

/** The same evaluation as the server and the command line, off the main thread so that typing never waits. */
const evaluators = new Map<string, () => Evaluator>();

/** The network that settings are walked on; one object for all, so that it is made ready once. */
let network: WalkingNetwork | null = null;

function keep({ key, setting: sent, walked }: WorkerQuestion & { kind: 'setting' }): void {
  const setting = walked && sent.reach ? { ...sent, reach: { ...sent.reach, network } } : sent;
  let made: Evaluator | null = null;
  evaluators.set(key, () => {
    made ??= scenarioEvaluator(setting);
    return made;
  });
  for (const oldest of evaluators.keys()) {
    if (evaluators.size <= KEPT_SETTINGS) break;
    evaluators.delete(oldest);
  }
}

function evaluate({ key, edits, parameters }: WorkerQuestion & { kind: 'evaluate' }): ScenarioEvaluation {
  const evaluator = evaluators.get(key);
  if (evaluator === undefined) throw new ProblemError('internal', `The worker has no setting ${key}.`);
  return evaluator()(edits, parameters);
}

self.addEventListener('message', (event: MessageEvent<WorkerQuestion>) => {
  const question = event.data;
  if (question.kind === 'network') {
    network = question.network;
    return;
  }
  if (question.kind === 'setting') {
    keep(question);
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
