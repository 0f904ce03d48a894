import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProblemError } from '../../../core/problem.ts';
import { formatBytes } from '../../readers/limits.ts';

/** Larger files are imported with the command line, which reads them where they are. */
export const UPLOAD_BYTES = 512 * 2 ** 20;

export type Received = { path: string; remove: () => Promise<void> };

/**
 * Writes a file that is sent to a folder of its own, under its own name, which only this user can read.
 * @throws ProblemError `bad-parameter` for a name that is none, `too-large`
 */
export async function receive(body: Readable, fileName: string, signal: AbortSignal): Promise<Received> {
  if (!/^[^/\\\p{Cc}]{1,200}$/u.test(fileName) || /^\.+$/.test(fileName)) {
    throw new ProblemError('bad-parameter', `"${fileName.slice(0, 80)}" is no name of a file`, {
      parameter: 'file',
    });
  }
  const folder = await mkdtemp(join(tmpdir(), 'buurtbalans-import-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, fileName);
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= UPLOAD_BYTES) done(null, chunk);
      else
        done(
          new ProblemError(
            'too-large',
            `${fileName} is larger than ${formatBytes(UPLOAD_BYTES)}; import it with the command line (npm run -s cli -- import)`,
          ),
        );
    },
  });
  try {
    await pipeline(body, counted, createWriteStream(path, { mode: 0o600 }), { signal });
    return { path, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
