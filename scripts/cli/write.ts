import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProblemError } from '../../core/problem.ts';
import type { Database } from '../../server/database/types.ts';
import type { Exported } from '../../server/writers/exported.ts';
import { withDatabase } from './session.ts';

/** Writes an export to a file, whole or not at all, or to standard output. */
export async function writeExport(
  options: { out?: string },
  begin: (database: Database) => Promise<Exported>,
): Promise<void> {
  await withDatabase(async database => {
    const { stream } = await begin(database);
    if (options.out === undefined) await pipeline(stream, process.stdout, { end: false });
    else await writeWhole(stream, options.out);
  });
}

/** Writes a file of which nothing stays when it cannot be finished. @throws ProblemError `bad-input` naming the file. */
export async function writeWhole(stream: Readable, path: string): Promise<void> {
  const partial = `${path}.part`;
  try {
    await pipeline(stream, createWriteStream(partial));
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new ProblemError('bad-input', `${path} cannot be written: ${code}`, {}, error);
  }
}
