import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ProblemError } from '../../core/problem.ts';
import { checkByteCount, resolveLimits } from './limits.ts';
import type { ReadOptions } from './types.ts';

const CHUNK_BYTES = 2 ** 20;

/** Bytes that can be streamed more than once: a file, or an entry of a zip. */
export type ByteSource = {
  /** How messages name it. */
  name: string;
  /** Bytes in all, after decompression. */
  size: number;
  /** Streams the bytes; `onBytes` gets the running total. Holds the caller's limits and abort signal. */
  chunks(onBytes?: (readBytes: number) => void): AsyncGenerator<Buffer, void, undefined>;
  /** The first bytes, fewer when there are no more. */
  head(count: number): Promise<Buffer>;
  /** The last bytes, fewer when there are no more. */
  tail(count: number): Promise<Buffer>;
};

/**
 * A file of the file system as a source.
 * @throws ProblemError not-found, bad-input (a folder, a device), too-large
 */
export async function fileSource(path: string, options: ReadOptions): Promise<ByteSource> {
  const name = basename(path);
  const limits = resolveLimits(options);
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const missing = cause.code === 'ENOENT' || cause.code === 'ENOTDIR';
    throw new ProblemError(
      missing ? 'not-found' : 'bad-input',
      missing
        ? `${path === '' ? '""' : path}: there is no such file`
        : `${path}: cannot be read (${cause.code ?? cause.message})`,
      { file: name },
      cause,
    );
  });
  if (!found.isFile()) {
    throw new ProblemError('bad-input', `${path}: is not a file; give one file, not a folder`, {
      file: name,
    });
  }
  checkByteCount(name, found.size, limits);

  async function* chunks(onBytes?: (readBytes: number) => void): AsyncGenerator<Buffer, void, undefined> {
    const handle = await openToRead(path);
    try {
      let total = 0;
      for (;;) {
        options.signal?.throwIfAborted();
        const { bytesRead, buffer } = await handle.read(
          Buffer.allocUnsafe(CHUNK_BYTES),
          0,
          CHUNK_BYTES,
          total,
        );
        if (bytesRead === 0) return;
        total += bytesRead;
        checkByteCount(name, total, limits);
        onBytes?.(total);
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await handle.close();
    }
  }

  async function part(position: number, count: number): Promise<Buffer> {
    const handle = await openToRead(path);
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(count), 0, count, position);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  }

  return {
    name,
    size: found.size,
    chunks,
    head: count => part(0, count),
    tail: count => part(Math.max(0, found.size - count), count),
  };
}

/** Throws bad-input for a source of 0 bytes. */
export function refuseEmpty(source: ByteSource): void {
  if (source.size === 0) {
    const sentence = 'is empty (0 bytes); download or export it again';
    throw new ProblemError('bad-input', `${source.name}: ${sentence}`, { file: source.name });
  }
}

/** Streams a source and tells the caller's `onProgress` about it. */
export function chunksWithProgress(
  source: ByteSource,
  options: ReadOptions,
): AsyncGenerator<Buffer, void, undefined> {
  const { onProgress } = options;
  return source.chunks(onProgress && (readBytes => onProgress(readBytes, source.size)));
}

/** All bytes of a source; only for parts that are small by nature or by an earlier check. */
export async function readAll(source: ByteSource): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of source.chunks()) parts.push(chunk);
  return Buffer.concat(parts);
}

async function openToRead(path: string): Promise<FileHandle> {
  return open(path, 'r').catch((cause: NodeJS.ErrnoException) => {
    throw new ProblemError(
      'bad-input',
      `${path}: cannot be read (${cause.code ?? cause.message})`,
      {},
      cause,
    );
  });
}
