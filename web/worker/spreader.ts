import { type ProblemCode, ProblemError } from '../../core/problem.ts';
import type { SpreadMessage, SpreadQuestion } from './messages.ts';

/** What a search tells while it goes on, until it is done or failed. */
export type SpreadListener = {
  told: (message: Exclude<SpreadMessage, { kind: 'refused' }>) => void;
  failed: (error: ProblemError) => void;
};

/** Starts a search for a plan in a worker of its own; answers what ends it. The worker ends by itself when it is done. */
export function searchInWorker(question: SpreadQuestion, { told, failed }: SpreadListener): () => void {
  const worker = new Worker(new URL('./spread.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<SpreadMessage>) => {
    if (data.kind !== 'plan') worker.terminate();
    if (data.kind === 'refused') {
      const { code, message, details } = data.refused;
      failed(new ProblemError(code as ProblemCode, message, details));
    } else told(data);
  };
  worker.onerror = event => {
    worker.terminate();
    failed(new ProblemError('internal', event.message));
  };
  worker.postMessage(question);
  return () => worker.terminate();
}
