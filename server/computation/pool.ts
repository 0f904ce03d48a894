import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ProblemError } from '../../core/problem.ts';
import type { Computations } from './computations.ts';
import type { Outcome, Task } from './messages.ts';

/** Runs computations of core beside the event loop. */
export type ComputationPool = {
  /**
   * The answer of a computation. Throws what the computation throws; ProblemError `too-large` when it takes longer
   * than the limit, `too-many-requests` when too many wait, `unavailable` after `close`.
   */
  run<Name extends keyof Computations>(
    name: Name,
    ...given: Parameters<Computations[Name]>
  ): Promise<Awaited<ReturnType<Computations[Name]>>>;
  close(): Promise<void>;
};

export type PoolLimits = { threads: number; waiting: number; seconds: number };

/** Two at least, so that a short question passes a long one; one fewer than there are processors on a larger machine. */
const LIMITS: PoolLimits = {
  threads: Math.max(2, Math.min(4, availableParallelism() - 1)),
  waiting: 64,
  seconds: 110,
};

type Job = {
  task: Task;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
};

/** Threads start with the first computation and stay. */
export function computationPool(limits: PoolLimits = LIMITS): ComputationPool {
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  let closed = false;

  function next(): void {
    if (waiting.length === 0) return;
    const worker = idle.pop() ?? (all.size < limits.threads ? start() : undefined);
    if (worker === undefined) return;
    void work(worker, waiting.shift()!);
  }

  function start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [] });
    // It may wait for work for as long as the server runs, and must not keep the process alive.
    worker.unref();
    all.add(worker);
    worker.once('exit', () => {
      all.delete(worker);
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    });
    return worker;
  }

  async function work(worker: Worker, { task, resolve, reject }: Job): Promise<void> {
    try {
      const outcome = await answerOf(worker, task, limits.seconds);
      idle.push(worker);
      if ('answer' in outcome) resolve(outcome.answer);
      else {
        const { code, message, details } = outcome.problem;
        reject(new ProblemError(code, message, details));
      }
    } catch (error) {
      await worker.terminate();
      reject(error);
    }
    next();
  }

  return {
    run: (name, ...given) =>
      new Promise((resolve, reject) => {
        if (closed) throw new ProblemError('unavailable', 'The server is closing');
        if (waiting.length >= limits.waiting) {
          throw new ProblemError(
            'too-many-requests',
            `${waiting.length} computations are waiting already; ask again in a moment`,
          );
        }
        waiting.push({
          task: { name, arguments: given } as Task,
          resolve: resolve as Job['resolve'],
          reject,
        });
        next();
      }),
    async close() {
      closed = true;
      for (const { reject } of waiting.splice(0))
        reject(new ProblemError('unavailable', 'The server is closing'));
      await Promise.all([...all].map(worker => worker.terminate()));
    },
  };
}

/** Throws when the thread ends by itself or takes longer than the limit. */
function answerOf(worker: Worker, task: Task, seconds: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () =>
        settle(() =>
          reject(
            new ProblemError(
              'too-large',
              `This takes longer than ${seconds} s; ask for fewer draws, fewer areas or fewer indices`,
            ),
          ),
        ),
      seconds * 1000,
    );
    const onMessage = (outcome: Outcome): void => settle(() => resolve(outcome));
    const onError = (error: Error): void =>
      settle(() => reject(new ProblemError('internal', `A computation failed: ${error.message}`, {}, error)));
    const onExit = (): void =>
      settle(() => reject(new ProblemError('unavailable', 'The computation was ended')));
    function settle(end: () => void): void {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      end();
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(task);
  });
}
