import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { ProblemError } from '../../core/problem.ts';
import type { ByteSource } from './byte-source.ts';
import {
  checkByteCount,
  formatBytes,
  MAX_ZIP_ENTRIES,
  RATIO_FLOOR_BYTES,
  resolveLimits,
  tooLarge,
} from './limits.ts';
import type { ReadLimits, ReadOptions } from './types.ts';

const STORED = 0;
const DEFLATED = 8;
const MADE_ON_UNIX = 3;
const FILE_TYPE_MASK = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const ARCHIVE = /\.(?:zip|7z|rar|gz|tgz|bz2|xz|tar|kmz)$/i;

/** What macOS and Windows add to a zip beside the files a person put in. */
const CLUTTER = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The files of a zip, as the entries of its directory. Nothing is unpacked here, and nothing is ever unpacked to
 * disk: entries are streamed (`zipEntrySource`).
 * @throws ProblemError bad-input: not a zip, a name that leaves its folder, a link, an encrypted entry, a zip in the
 *   zip, an unknown compression; too-large: entries, bytes or compression ratio past the limits
 */
export async function listZip(path: string, name: string, options: ReadOptions): Promise<readonly Entry[]> {
  const limits = resolveLimits(options);
  const zip = await openZip(path, name);
  const files: Entry[] = [];
  try {
    if (zip.entryCount > MAX_ZIP_ENTRIES) {
      const sentence = `lists ${zip.entryCount} files, and at most ${MAX_ZIP_ENTRIES} are looked at; zip only the file to read`;
      throw tooLarge(name, 'maxZipEntries', zip.entryCount, MAX_ZIP_ENTRIES, sentence);
    }
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      options.signal?.throwIfAborted();
      if (entry.fileName.includes('\0')) throw hostileName(name, entry.fileName);
      if (entry.fileName.endsWith('/') || CLUTTER.test(entry.fileName)) continue;
      checkEntry(entry, name, limits);
      total += entry.uncompressedSize;
      checkByteCount(name, total, limits);
      files.push(entry);
    }
  } catch (cause) {
    throw zipProblem(name, cause);
  } finally {
    zip.close();
  }
  return files;
}

/**
 * An entry as a source that unpacks as it is read. yauzl stops the stream at the first byte past the size that
 * `listZip` has checked, so an entry that lies about its size cannot fill memory; the checksum is verified.
 */
export function zipEntrySource(path: string, name: string, entry: Entry, options: ReadOptions): ByteSource {
  const shownName = `${name} (${entry.fileName})`;

  async function* chunks(onBytes?: (readBytes: number) => void): AsyncGenerator<Buffer, void, undefined> {
    const zip = await openZip(path, name);
    let stream: Readable | null = null;
    try {
      stream = await zip.openReadStreamPromise(entry);
      let total = 0;
      let checksum = 0;
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        options.signal?.throwIfAborted();
        total += chunk.length;
        checksum = crc32(chunk, checksum);
        onBytes?.(total);
        yield chunk;
      }
      if (checksum !== entry.crc32) throw new Error('its checksum does not fit');
    } catch (cause) {
      if (options.signal?.aborted) throw cause;
      throw zipProblem(shownName, cause);
    } finally {
      stream?.destroy();
      zip.close();
    }
  }

  return {
    name: shownName,
    size: entry.uncompressedSize,
    chunks,
    async head(count) {
      const parts: Buffer[] = [];
      let total = 0;
      for await (const chunk of chunks()) {
        parts.push(chunk);
        total += chunk.length;
        if (total >= count) break;
      }
      return Buffer.concat(parts).subarray(0, count);
    },
    async tail(count) {
      let last: Buffer = Buffer.alloc(0);
      for await (const chunk of chunks()) {
        last = chunk.length >= count ? chunk : Buffer.concat([last, chunk]).subarray(-count);
      }
      return last.subarray(-count);
    },
  };
}

async function openZip(path: string, name: string): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true };
  return openPromise(path, options).catch((cause: unknown) => {
    throw zipProblem(name, cause);
  });
}

function checkEntry(entry: Entry, name: string, limits: ReadLimits): void {
  const { fileName, compressedSize, uncompressedSize, compressionMethod } = entry;
  const refuse = (sentence: string) =>
    new ProblemError('bad-input', `${name}: ${sentence}`, { file: name, entry: fileName });
  const unixMode = entry.versionMadeBy >>> 8 === MADE_ON_UNIX ? entry.externalFileAttributes >>> 16 : 0;
  if ((unixMode & FILE_TYPE_MASK) === SYMBOLIC_LINK) {
    throw refuse(`${fileName} is a symbolic link; zip the file itself`);
  }
  if (entry.isEncrypted()) throw refuse(`${fileName} is encrypted; give a zip without a password`);
  if (ARCHIVE.test(fileName))
    throw refuse(`holds another archive (${fileName}); unpack it and give the file inside`);
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    throw refuse(
      `${fileName} is packed with method ${compressionMethod}, which is not read here; zip it with "deflate" or unpack it`,
    );
  }
  const ratio = uncompressedSize / Math.max(1, compressedSize);
  if (uncompressedSize > RATIO_FLOOR_BYTES && ratio > limits.maxCompressionRatio) {
    throw tooLarge(
      name,
      'maxCompressionRatio',
      Math.round(ratio),
      limits.maxCompressionRatio,
      `${fileName} unpacks to ${formatBytes(uncompressedSize)}, ${Math.round(ratio)} times its size in the zip, and at most ${limits.maxCompressionRatio} times is read; unpack it yourself if you trust it, and give the file inside`,
    );
  }
}

function hostileName(name: string, entryName: string): ProblemError {
  return new ProblemError(
    'bad-input',
    `${name}: the name ${JSON.stringify(entryName)} leads out of the zip or is not a plain path; zip the files again`,
    { file: name, entry: entryName },
  );
}

/** What yauzl and zlib throw, as one line for a person. */
function zipProblem(name: string, cause: unknown): unknown {
  if (cause instanceof ProblemError) return cause;
  if (!(cause instanceof Error) || cause.name === 'AbortError') return cause;
  const badName = /^(?:invalid characters in fileName|absolute path|invalid relative path): (.*)$/s.exec(
    cause.message,
  );
  if (badName) return hostileName(name, badName[1]!);
  if (/encrypt/i.test(cause.message)) {
    return new ProblemError(
      'bad-input',
      `${name}: is encrypted; give a zip without a password`,
      { file: name },
      cause,
    );
  }
  const sentence = `is a damaged zip (${cause.message}); download or zip it again`;
  return new ProblemError('bad-input', `${name}: ${sentence}`, { file: name }, cause);
}
