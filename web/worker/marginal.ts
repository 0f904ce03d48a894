import { ProblemError } from '../../core/problem.ts';
import type { MarginalAnswer, MarginalQuestion } from './messages.ts';

let worker: Worker | null = null;

/**
 * `scenarioMarginal` in a worker of its own, so that neither an edit nor the map waits for it; null where the index has no value.
 * One question at a time: the next one is asked when this one is answered.
 */
export function marginalInWorker(question: MarginalQuestion): Promise<MarginalAnswer['effects']> {
  worker ??= new Worker(new URL('./marginal.worker.ts', import.meta.url), { type: 'module' });
  const asked = worker;
  return new Promise((resolve, reject) => {
    asked.onmessage = ({ data }: MessageEvent<MarginalAnswer>) => resolve(data.effects);
    asked.onerror = event => {
      asked.terminate();
      worker = null;
      reject(new ProblemError('internal', event.message));
    };
    asked.postMessage(question);
  });
}
