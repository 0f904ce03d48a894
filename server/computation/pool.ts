import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ProblemError } from '../../core/problem.ts';
import type { Computations } from './computations.ts';
import type { Outcome, Task } from './messages.ts';
import { outcomeOf } from './thread.ts';

export type RunOptions = {
  /** Aborts when nobody waits for the answer any more: the computation is then taken back, or stopped. */
  signal?: AbortSignal | undefined;
  /** With draws: such a computation never takes the last thread, which is kept for short questions. */
  long?: boolean;
  /** Hears what the computation tells while it goes on. */
  onNews?: (news: unknown) => void;
};

/** Runs computations of core beside the event loop. */
export type ComputationPool = {
  /**
   * The answer of a computation. Throws what the computation throws; ProblemError `too-large` when it takes more
   * memory than a thread has, or waiting and computing take longer than the limit together, `too-many-requests`
   * when too many wait, `unavailable` after `close` and when the signal aborts.
   */
  run<Name extends keyof Computations>(
    name: Name,
    given: Parameters<Computations[Name]>,
    options?: RunOptions,
  ): Promise<Awaited<ReturnType<Computations[Name]>>>;
  close(): Promise<void>;
};

export type PoolLimits = { threads: number; waiting: number; seconds: number; megabytes: number };

/** Two threads at least, so that a short question passes a long one; one fewer than there are processors on a larger machine. */
const LIMITS: PoolLimits = {
  threads: Math.max(2, Math.min(4, availableParallelism() - 1)),
  waiting: 64,
  seconds: 110,
  megabytes: 1024,
};

type Job = {
  task: Task;
  long: boolean;
  onNews: ((news: unknown) => void) | undefined;
  /** Settles the asker's promise, once; what comes later is nobody's. */
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
  /** The thread that works on it, and since when; null while it waits. */
  work: { worker: Worker; since: number } | null;
};

/** Threads start with the first computation and stay. */
export function computationPool(given: Partial<PoolLimits> = {}): ComputationPool {
  const limits = { ...LIMITS, ...given };
  const waiting: Job[] = [];
  const working = new Set<Job>();
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  /** Told to end, and not to be given anything more. */
  const ending = new WeakSet<Worker>();
  let closed = false;

  /** The first that may start: a long one only while another thread stays free for short ones. */
  function nextJob(): Job | undefined {
    const long = [...working].filter(job => job.long).length;
    const at = waiting.findIndex(job => !job.long || long < Math.max(1, limits.threads - 1));
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  }

  function startWaiting(): void {
    while (!closed && (idle.length > 0 || all.size < limits.threads)) {
      const job = nextJob();
      if (job === undefined) return;
      void work(job, idle.pop() ?? start());
    }
  }

  function start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    // It may wait for work for as long as the server runs, and must not keep the process alive.
    worker.unref();
    all.add(worker);
    worker.once('exit', () => {
      all.delete(worker);
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
      startWaiting();
    });
    return worker;
  }

  async function work(job: Job, worker: Worker): Promise<void> {
    job.work = { worker, since: performance.now() };
    working.add(job);
    try {
      const outcome = await outcomeOf(worker, job.task, job.onNews);
      if (!ending.has(worker)) idle.push(worker);
      settle(job, outcome);
    } catch (error) {
      job.reject(error);
      await end(worker);
    }
    working.delete(job);
    startWaiting();
  }

  function end(worker: Worker): Promise<number> {
    ending.add(worker);
    return worker.terminate();
  }

  /** Gives up a job: it no longer waits, or its thread ends, which brings `work` to its end. */
  function giveUp(job: Job, error: ProblemError): void {
    job.reject(error);
    const at = waiting.indexOf(job);
    if (at >= 0) waiting.splice(at, 1);
    else if (job.work !== null && working.has(job)) void end(job.work.worker);
  }

  async function run(task: Task, { signal, long = false, onNews }: RunOptions): Promise<unknown> {
    if (closed) throw new ProblemError('unavailable', 'The server is closing');
    if (signal?.aborted) throw nobodyWaits();
    if (waiting.length >= limits.waiting) {
      throw new ProblemError(
        'too-many-requests',
        `${waiting.length} computations are waiting already; ask again in a moment`,
      );
    }
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const job: Job = { task, long, onNews, resolve, reject, work: null };
    const onAbort = (): void => giveUp(job, nobodyWaits());
    const asked = performance.now();
    const timer = setTimeout(() => {
      const waitedMs = (job.work?.since ?? performance.now()) - asked;
      giveUp(job, waitedMs > 500 * limits.seconds ? waitedTooLong(limits) : takesTooLong(limits));
    }, limits.seconds * 1000);
    signal?.addEventListener('abort', onAbort);
    waiting.push(job);
    startWaiting();
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  return {
    run: (name, given, options = {}) => run({ name, arguments: given } as Task, options) as Promise<never>,
    async close() {
      closed = true;
      const closing = new ProblemError('unavailable', 'The server is closing');
      for (const job of [...waiting, ...working]) giveUp(job, closing);
      await Promise.all([...all].map(end));
    },
  };
}

function settle({ resolve, reject }: Job, outcome: Outcome): void {
  if ('answer' in outcome) resolve(outcome.answer);
  else {
    const { code, message, details } = outcome.problem;
    reject(new ProblemError(code, message, details));
  }
}

const nobodyWaits = (): ProblemError =>
  new ProblemError('unavailable', 'The computation was stopped, because nobody waits for it any more');

const takesTooLong = ({ seconds }: PoolLimits): ProblemError =>
  new ProblemError(
    'too-large',
    `This takes longer than ${seconds} s; ask for fewer draws, fewer areas or fewer indices`,
  );

const waitedTooLong = ({ seconds }: PoolLimits): ProblemError =>
  new ProblemError(
    'too-many-requests',
    `Other computations left this one too little of its ${seconds} s; ask again in a moment`,
  );
