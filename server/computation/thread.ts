import type { Worker } from 'node:worker_threads';
import { ProblemError } from '../../core/problem.ts';
import type { Outcome, Said, Task } from './messages.ts';

/** Has a thread do a task, and passes its news on. Errors as `outcomeFrom`. */
export function outcomeOf(
  worker: Worker,
  task: Task,
  onNews: (news: unknown) => void = () => {},
): Promise<Outcome> {
  const outcome = outcomeFrom(worker, onNews);
  worker.postMessage(task);
  return outcome;
}

/** What a thread that is at work comes to. Throws ProblemError `too-large` when it runs out of memory, `unavailable` when it is ended. */
export function outcomeFrom(worker: Worker, onNews: (news: unknown) => void = () => {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const onMessage = (said: Said): void =>
      'news' in said ? onNews(said.news) : settle(() => resolve(said));
    const onError = (error: Error): void => settle(() => reject(problemOf(error)));
    const onExit = (): void =>
      settle(() => reject(new ProblemError('unavailable', 'The computation was ended')));
    function settle(end: () => void): void {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      end();
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}

function problemOf(error: Error): ProblemError {
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new ProblemError(
      'too-large',
      'This takes more memory than there is for it; ask for fewer areas, fewer neighbours or fewer draws',
    );
  }
  return new ProblemError('internal', `A computation failed: ${error.message}`, {}, error);
}
