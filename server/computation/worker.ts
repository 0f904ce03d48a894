/** The thread that computes: one task at a time, in the order they come. */
import { parentPort } from 'node:worker_threads';
import { ProblemError } from '../../core/problem.ts';
import { computations } from './computations.ts';
import type { Outcome, Task } from './messages.ts';
import { tellTo } from './progress.ts';

tellTo(news => parentPort!.postMessage({ news }));

parentPort!.on('message', async (task: Task) => {
  parentPort!.postMessage(await outcomeOf(task));
});

async function outcomeOf(task: Task): Promise<Outcome> {
  try {
    const compute = computations[task.name] as (...given: unknown[]) => unknown;
    return { answer: await compute(...task.arguments) };
  } catch (error) {
    // An Error loses its own members on the way to another thread.
    if (error instanceof ProblemError) {
      const { code, message, details } = error;
      return { problem: { code, message, details: { ...details } } };
    }
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { problem: { code: 'internal', message, details: {} } };
  }
}
