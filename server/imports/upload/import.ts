import { Worker } from 'node:worker_threads';
import { ProblemError } from '../../../core/problem.ts';
import { outcomeFrom } from '../../computation/thread.ts';
import { connectionOf } from '../../database/beside.ts';
import type { Database } from '../../database/types.ts';
import { forgetCurrent } from '../../releases/catalogue.ts';
import type { ImportResult } from '../types.ts';
import type { Upload } from './types.ts';
import type { Given } from './worker.ts';

/** A million edges take half of it. */
const MEMORY_MB = 2048;
/** After being told to stop an import has so long to end by itself. */
const STOP_MS = 5_000;

export type ImportNews = { text: string; done: number | null; total: number | null };

/**
 * Imports a file in a thread of its own, so that the server goes on answering; all or nothing.
 * @throws ProblemError as `runImport` and `stepOf`; `unavailable` when the signal aborts, `too-large` without memory.
 */
export async function importFile(
  database: Database,
  path: string,
  upload: Upload,
  { signal, onNews }: { signal: AbortSignal; onNews?: ((news: ImportNews) => void) | undefined },
): Promise<ImportResult> {
  const workerData: Given = { connection: connectionOf(database), path, upload };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const stop = (): void => {
    worker.postMessage('stop');
    setTimeout(() => void worker.terminate(), STOP_MS).unref();
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    const outcome = await outcomeFrom(worker, (said: unknown) => onNews?.(said as ImportNews)).catch(
      (error: unknown) => {
        throw outOfMemory(error) ?? error;
      },
    );
    if ('answer' in outcome) {
      forgetCurrent(database);
      return outcome.answer as ImportResult;
    }
    const { code, message, details } = outcome.problem;
    throw new ProblemError(code, message, { ...details, ...firstFindings(details.report) });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** A thread that ran out of memory, in the words of an import. */
const outOfMemory = (error: unknown): ProblemError | null =>
  error instanceof ProblemError && error.code === 'too-large'
    ? new ProblemError(
        'too-large',
        `The file takes more than the ${MEMORY_MB / 1024} GB of memory that an import through the page has; import it with the command line (npm run -s cli -- import), or cut it along the region. Nothing was changed`,
        {},
        error,
      )
    : null;

/** A page shows no more; the command line writes them all. */
const FINDINGS_TOLD = 200;

const firstFindings = (report: unknown): { report?: unknown[]; findingsInAll?: number } =>
  Array.isArray(report) ? { report: report.slice(0, FINDINGS_TOLD), findingsInAll: report.length } : {};
