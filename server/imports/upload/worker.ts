/** The thread of one import: it reads and checks beside the event loop, with a connection of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { ProblemError } from '../../../core/problem.ts';
import { type Connection, openBeside } from '../../database/beside.ts';
import { runImport } from '../run.ts';
import { stepOf } from './step.ts';
import type { Upload } from './types.ts';

export type Given = { connection: Connection; path: string; upload: Upload };

const { connection, path, upload } = workerData as Given;
const port = parentPort!;
const control = new AbortController();
port.on('message', () =>
  control.abort(new ProblemError('unavailable', 'The import was stopped; nothing was changed')),
);

try {
  const step = await stepOf(path, upload, control.signal);
  const database = await openBeside(connection);
  try {
    const what = { network: 'Walking network', facilities: 'Places', homes: 'Homes' }[upload.kind];
    const answer = await runImport(
      database,
      {
        region: upload.region,
        synthetic: upload.synthetic,
        message: `${what} from ${step.file.name}`,
        steps: [step],
      },
      {
        signal: control.signal,
        onProgress: (text, done, total) =>
          port.postMessage({ news: { text, done: done ?? null, total: total ?? null } }),
      },
    );
    port.postMessage({ answer });
  } finally {
    await database.close();
  }
} catch (error) {
  // An Error loses its own members on the way to another thread.
  if (error instanceof ProblemError) {
    const { code, message, details } = error;
    port.postMessage({ problem: { code, message, details: { ...details } } });
  } else {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    port.postMessage({ problem: { code: 'internal', message, details: {} } });
  }
} finally {
  port.close();
}
