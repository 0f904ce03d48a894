import type { Contiguity } from '../../core/areas/contiguity.ts';
import { ProblemError } from '../../core/problem.ts';
import type { ChanceExpectation } from '../../core/scenario/chance.ts';
import type { EvaluatedAreas } from '../../core/scenario/evaluated.ts';
import type { ChanceAnswer, ChanceQuestion } from './messages.ts';

type Waiting = { turn: number; reject: (error: unknown) => void };

let worker: Worker | null = null;
let waiting: Waiting | null = null;
let turns = 0;

/**
 * What chance would give of the indices, as `chanceOfScenario`, computed in a worker of its own. One question at a time: a newer one ends the
 * one before, whose promise is rejected with ProblemError `unavailable`.
 */
export function chanceInWorker(
  areas: EvaluatedAreas,
  ids: readonly string[],
  contiguity: Contiguity | null,
): Promise<Record<string, ChanceExpectation>> {
  if (waiting !== null) {
    worker?.terminate();
    worker = null;
    waiting.reject(new ProblemError('unavailable', 'Another question came after it.'));
  }
  const asked = worker ?? new Worker(new URL('./chance.worker.ts', import.meta.url), { type: 'module' });
  worker = asked;
  turns += 1;
  const turn = turns;
  return new Promise((resolve, reject) => {
    waiting = { turn, reject };
    const done = () => {
      if (waiting?.turn === turn) waiting = null;
    };
    asked.onmessage = ({ data }: MessageEvent<ChanceAnswer>) => {
      if (data.turn !== turn) return;
      done();
      resolve(data.chance);
    };
    asked.onerror = event => {
      done();
      asked.terminate();
      if (worker === asked) worker = null;
      reject(new ProblemError('internal', event.message));
    };
    const question: ChanceQuestion = { turn, areas, ids, contiguity };
    asked.postMessage(question);
  });
}
