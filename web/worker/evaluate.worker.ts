import type { WalkingNetwork } from '../../core/access/network/types.ts';
import type { SettledAreas } from '../../core/access/settled.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { type ScenarioEvaluation, scenarioEvaluator } from '../../core/scenario/evaluate.ts';
import { KEPT_SETTINGS, type WorkerAnswer, type WorkerQuestion } from './messages.ts';

/** Far more than the edits of two scenarios side by side. */
const MOST_KNOWN = 5000;

type Evaluator = ReturnType<typeof scenarioEvaluator>;

/** The same evaluation as the server and the command line, off the main thread so that typing never waits. */
const evaluators = new Map<string, () => Evaluator>();

/** What settings are walked on, and from; one object for all, so that it is made ready once. */
let network: WalkingNetwork | null = null;
let settlement: SettledAreas | null = null;

function keep({ key, setting: sent, walked, settled }: WorkerQuestion & { kind: 'setting' }): void {
  const large = { network: walked ? network : null, settlement: settled ? settlement : null };
  const setting = sent.reach ? { ...sent, reach: { ...sent.reach, ...large } } : sent;
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
  return evaluator()(edits.map(sameEdit), parameters);
}

/**
 * Edits come as copies. One that did not change stays the object that it was, so that what was walked for it is not
 * walked again.
 */
let known = new Map<string, { text: string; edit: Edit }>();
function sameEdit(edit: Edit): Edit {
  const text = JSON.stringify(edit);
  const before = known.get(edit.id);
  if (before?.text === text) return before.edit;
  if (known.size > MOST_KNOWN) known = new Map();
  known.set(edit.id, { text, edit });
  return edit;
}

self.addEventListener('message', (event: MessageEvent<WorkerQuestion>) => {
  const question = event.data;
  if (question.kind === 'network') {
    network = question.network;
    return;
  }
  if (question.kind === 'settlement') {
    settlement = question.settlement;
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
