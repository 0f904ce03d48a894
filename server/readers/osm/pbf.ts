import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { PbfReader } from 'pbf';
import { type ByteSource, chunksWithProgress } from '../byte-source.ts';
import type { ReadOptions } from '../types.ts';
import { damagedOsm } from './damage.ts';
import type { OsmElement } from './elements.ts';
import { readBlock } from './pbf-block.ts';

/** What the format allows: a header and a block, the latter also unpacked (OSM wiki, PBF Format). */
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BLOB_BYTES = 32 * 1024 * 1024;

/** Features of the format that are understood; a file that needs another one is refused. */
const KNOWN_FEATURES: readonly string[] = ['OsmSchema-V0.6', 'DenseNodes'];

const unpack = promisify(inflate);

type Blob = { type: string; bytes: Buffer; offset: number };

/** The elements of an OSM PBF file, one batch for each of its blocks. Holds one block in memory at a time. */
export async function* readOsmPbf(
  source: ByteSource,
  options: ReadOptions,
): AsyncGenerator<readonly OsmElement[], void, undefined> {
  const { name } = source;
  let begun = false;
  for await (const { type, bytes, offset } of blobs(source, options)) {
    const broken = (cause: unknown) =>
      damagedOsm(name, `is no valid OSM PBF: the block at byte ${offset} cannot be read`, cause);
    if (type === 'OSMHeader') {
      checkFeatures(name, await content(name, bytes, offset));
      begun = true;
    } else if (type === 'OSMData') {
      if (!begun) throw damagedOsm(name, 'is no valid OSM PBF: it holds data before its header');
      const block = await content(name, bytes, offset);
      let elements: OsmElement[];
      try {
        elements = readBlock(block);
      } catch (cause) {
        throw broken(cause);
      }
      yield elements;
    }
    // Blocks of another type are to be passed over, says the format.
  }
  if (!begun) throw damagedOsm(name, 'is no valid OSM PBF: it has no header');
}

/** The parts of the file: four bytes of length, a header that names type and size, and the bytes. */
async function* blobs(source: ByteSource, options: ReadOptions): AsyncGenerator<Blob, void, undefined> {
  const { name } = source;
  const chunks = chunksWithProgress(source, options);
  try {
    yield* blobsFrom(name, byteTaker(chunks));
  } finally {
    await chunks.return();
  }
}

async function* blobsFrom(name: string, take: ByteTaker): AsyncGenerator<Blob, void, undefined> {
  for (;;) {
    const offset = take.offset();
    const length = await take.bytes(4);
    if (length.length === 0) return;
    const headerBytes = length.length < 4 ? Number.NaN : length.readUInt32BE(0);
    if (Number.isNaN(headerBytes)) throw cutOff(name, offset);
    if (headerBytes === 0 || headerBytes > MAX_HEADER_BYTES)
      throw damagedOsm(
        name,
        `is no valid OSM PBF: at byte ${offset} a header of ${headerBytes} bytes is announced`,
      );
    const packed = await take.bytes(headerBytes);
    if (packed.length < headerBytes) throw cutOff(name, offset);
    const header = new PbfReader(packed).readFields(
      (tag, result, pbf) => {
        if (tag === 1) result.type = pbf.readString();
        else if (tag === 3) result.bytes = pbf.readVarint();
      },
      { type: '', bytes: -1 },
    );
    if (header.bytes < 0 || header.bytes > MAX_BLOB_BYTES)
      throw damagedOsm(
        name,
        `is no valid OSM PBF: at byte ${offset} a block of ${header.bytes} bytes is announced`,
      );
    const bytes = await take.bytes(header.bytes);
    if (bytes.length < header.bytes) throw cutOff(name, offset);
    yield { type: header.type, bytes, offset };
  }
}

async function content(name: string, blob: Buffer, offset: number): Promise<Buffer> {
  const found = new PbfReader(blob).readFields<{ raw?: Uint8Array; zlib?: Uint8Array; other?: number }>(
    (tag, result, pbf) => {
      if (tag === 1) result.raw = pbf.readBytes();
      else if (tag === 3) result.zlib = pbf.readBytes();
      else if (tag > 3) result.other = tag;
    },
    {},
  );
  if (found.raw !== undefined) return Buffer.from(found.raw);
  if (found.zlib === undefined) {
    const sentence =
      found.other === undefined
        ? `is no valid OSM PBF: the block at byte ${offset} is empty`
        : 'is packed in another way than with zlib (osmium cat --output-format=pbf,pbf_compression=zlib)';
    throw damagedOsm(name, sentence);
  }
  return unpack(found.zlib, { maxOutputLength: MAX_BLOB_BYTES }).catch((cause: unknown) => {
    throw damagedOsm(name, `is damaged: the block at byte ${offset} cannot be unpacked`, cause);
  });
}

function checkFeatures(name: string, header: Buffer): void {
  const needed = new PbfReader(header).readFields<string[]>((tag, result, pbf) => {
    if (tag === 4) result.push(pbf.readString());
  }, []);
  const unknown = needed.find(feature => !KNOWN_FEATURES.includes(feature));
  if (unknown === undefined) return;
  throw damagedOsm(
    name,
    unknown === 'HistoricalInformation'
      ? 'holds the history of the map; take an extract of one moment'
      : `needs "${unknown}", which is not known here; write it again with osmium cat`,
  );
}

function cutOff(name: string, offset: number) {
  return damagedOsm(name, `is cut off in the block at byte ${offset}`);
}

type ByteTaker = { offset: () => number; bytes: (count: number) => Promise<Buffer> };

/** Takes given numbers of bytes from chunks of any size; fewer at the end. */
function byteTaker(chunks: AsyncGenerator<Buffer, void, undefined>): ByteTaker {
  let parts: Buffer[] = [];
  let held = 0;
  let taken = 0;
  return {
    offset: () => taken,
    async bytes(count: number): Promise<Buffer> {
      while (held < count) {
        const next = await chunks.next();
        if (next.done) break;
        parts.push(next.value);
        held += next.value.length;
      }
      const all = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
      const bytes = all.subarray(0, count);
      parts = bytes.length < all.length ? [all.subarray(count)] : [];
      held -= bytes.length;
      taken += bytes.length;
      return bytes;
    },
  };
}
