import type { WalkingNetwork } from '../../core/access/network/types.ts';
import type { SettledAreas } from '../../core/access/settled.ts';
import type { ProblemCode } from '../../core/problem.ts';
import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { EvaluationSetting, ScenarioEvaluation } from '../../core/scenario/evaluate.ts';
import { KEPT_SETTINGS, type WorkerAnswer, type WorkerQuestion } from './messages.ts';

type Waiting = { resolve: (evaluation: ScenarioEvaluation) => void; reject: (error: unknown) => void };

let worker: Worker | null = null;
/** Keys the worker has, oldest first: it forgets them in the same order. */
let sentKeys: string[] = [];
/** The network and the points that the worker has. */
let sentNetwork: WalkingNetwork | null = null;
let sentSettlement: SettledAreas | null = null;
let turn = 0;
const waiting = new Map<number, Waiting>();

function settle({ data }: MessageEvent<WorkerAnswer>): void {
  const one = waiting.get(data.turn);
  waiting.delete(data.turn);
  if (one === undefined) return;
  if ('evaluation' in data) one.resolve(data.evaluation);
  else
    one.reject(
      new ProblemError(data.refused.code as ProblemCode, data.refused.message, data.refused.details),
    );
}

function withoutLarge(setting: EvaluationSetting): EvaluationSetting {
  const { reach } = setting;
  return reach ? { ...setting, reach: { ...reach, network: null, settlement: null } } : setting;
}

function start(): Worker {
  const started = new Worker(new URL('./evaluate.worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', settle);
  started.addEventListener('error', event => {
    for (const one of waiting.values()) one.reject(new ProblemError('internal', event.message));
    waiting.clear();
    started.terminate();
    worker = null;
    sentKeys = [];
    sentNetwork = null;
    sentSettlement = null;
  });
  return started;
}

/**
 * Evaluates a scenario on a setting in the worker. `key` names the setting: it travels only when the worker does not have it.
 * Rejects with the ProblemError that core gave.
 */
export function evaluateInWorker(
  key: string,
  setting: EvaluationSetting,
  { edits, parameters }: Pick<ScenarioDocument, 'edits' | 'parameters'>,
): Promise<ScenarioEvaluation> {
  worker ??= start();
  const to = worker;
  const post = (question: WorkerQuestion) => to.postMessage(question);
  if (!sentKeys.includes(key)) {
    const network = setting.reach?.network ?? null;
    if (network !== null && network !== sentNetwork) {
      post({ kind: 'network', network });
      sentNetwork = network;
    }
    const settlement = setting.reach?.settlement ?? null;
    if (settlement !== null && settlement !== sentSettlement) {
      post({ kind: 'settlement', settlement });
      sentSettlement = settlement;
    }
    const has = { walked: network !== null, settled: settlement !== null };
    post({ kind: 'setting', key, setting: withoutLarge(setting), ...has });
    sentKeys = [...sentKeys, key].slice(-KEPT_SETTINGS);
  }
  turn += 1;
  const mine = turn;
  return new Promise((resolve, reject) => {
    waiting.set(mine, { resolve, reject });
    post({ kind: 'evaluate', key, turn: mine, edits, parameters });
  });
}
