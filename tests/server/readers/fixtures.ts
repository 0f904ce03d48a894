import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import type { ByteSource } from '../../../server/readers/byte-source.ts';
import { openFile } from '../../../server/readers/registry.ts';
import type { FileRecord, OpenedFile, ReadOptions } from '../../../server/readers/types.ts';

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'buurtbalans-readers-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes one file in a folder of its own; gives its path. */
export function writeFile(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

export async function collect(file: OpenedFile): Promise<FileRecord[]> {
  const records: FileRecord[] = [];
  for await (const record of file.records()) records.push(record);
  return records;
}

/** Opens and reads to the end, as an import does. */
export async function readPath(path: string, options: ReadOptions = {}): Promise<FileRecord[]> {
  return collect(await openFile(path, options));
}

export async function readContent(name: string, content: string | Uint8Array, options: ReadOptions = {}) {
  return readPath(writeFile(name, content), options);
}

export type ZipFixture = {
  name: string;
  content: string | Uint8Array;
  /** Sizes other than the true ones, as a hostile zip announces them. */
  announcedSize?: number;
  crc?: number;
  encrypted?: boolean;
  unixMode?: number;
  method?: number;
};

/** A zip written byte by byte (APPNOTE 6.3.10), so that names and sizes can be hostile. */
export function zipBytes(files: readonly ZipFixture[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const content = Buffer.from(file.content);
    const packed = file.method === 0 ? content : deflateRawSync(content, { level: 9 });
    const name = Buffer.from(file.name);
    const header = Buffer.alloc(30);
    header.write('PK\x03\x04', 'latin1');
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800 | (file.encrypted ? 1 : 0), 2);
    shared.writeUInt16LE(file.method ?? 8, 4);
    shared.writeUInt32LE(file.crc ?? crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(file.announcedSize ?? content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    shared.copy(header, 4);
    parts.push(header, name, packed);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt16LE((3 << 8) | 20, 4);
    shared.copy(entry, 6);
    entry.writeUInt32LE(((file.unixMode ?? 0o100644) << 16) >>> 0, 38);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name);
    offset += header.length + name.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, entries, end]);
}

export type DbfField = { name: string; type: 'C' | 'N' | 'F' | 'D' | 'L'; length: number; decimals?: number };

/** A dBase III table; cells are the texts (or bytes) that stand in the file, padded with blanks. */
export function dbfBytes(
  fields: readonly DbfField[],
  rows: readonly (readonly (string | Uint8Array)[])[],
  { language = 0, deleted = [] as readonly number[] } = {},
): Buffer {
  const recordLength = 1 + fields.reduce((sum, field) => sum + field.length, 0);
  const header = Buffer.alloc(32 + 32 * fields.length + 1);
  header[0] = 3;
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(recordLength, 10);
  header[29] = language;
  for (const [index, field] of fields.entries()) {
    const at = 32 + 32 * index;
    Buffer.from(field.name).copy(header, at, 0, 10);
    header.write(field.type, at + 11, 'latin1');
    header[at + 16] = field.length;
    header[at + 17] = field.decimals ?? 0;
  }
  header[header.length - 1] = 0x0d;
  const records = rows.map((row, number) => {
    const record = Buffer.alloc(recordLength, 0x20);
    if (deleted.includes(number)) record[0] = 0x2a;
    let at = 1;
    for (const [index, cell] of row.entries()) {
      const { type, length } = fields[index]!;
      const bytes = Buffer.from(cell as string);
      // Numbers stand at the right of their field, texts at the left.
      bytes.copy(record, type === 'N' || type === 'F' ? at + length - bytes.length : at, 0, length);
      at += length;
    }
    return record;
  });
  return Buffer.concat([header, ...records, Buffer.of(0x1a)]);
}

export type ShapeFixture = null | readonly (readonly (readonly [x: number, y: number])[])[];

/** A .shp of polygons (null for a null shape); rings as given, so clockwise outside and counter-clockwise holes. */
export function polygonShpBytes(shapes: readonly ShapeFixture[], { withHeights = false } = {}): Buffer {
  const shapeType = withHeights ? 15 : 5;
  const records = shapes.map((rings, index) => {
    const content = rings === null ? nullShape() : polygonShape(rings, shapeType, withHeights);
    const header = Buffer.alloc(8);
    header.writeInt32BE(index + 1, 0);
    header.writeInt32BE(content.length / 2, 4);
    return Buffer.concat([header, content]);
  });
  const body = Buffer.concat(records);
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + body.length) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(shapeType, 32);
  return Buffer.concat([header, body]);
}

function nullShape(): Buffer {
  return Buffer.alloc(4);
}

function polygonShape(rings: NonNullable<ShapeFixture>, shapeType: number, withHeights: boolean): Buffer {
  const points = rings.flat();
  const size = 44 + 4 * rings.length + 16 * points.length;
  const content = Buffer.alloc(withHeights ? size + 16 + 8 * points.length : size);
  content.writeInt32LE(shapeType, 0);
  content.writeInt32LE(rings.length, 36);
  content.writeInt32LE(points.length, 40);
  let start = 0;
  for (const [index, ring] of rings.entries()) {
    content.writeInt32LE(start, 44 + 4 * index);
    start += ring.length;
  }
  for (const [index, [x, y]] of points.entries()) {
    content.writeDoubleLE(x, 44 + 4 * rings.length + 16 * index);
    content.writeDoubleLE(y, 52 + 4 * rings.length + 16 * index);
  }
  for (let index = 0; withHeights && index < points.length; index++)
    content.writeDoubleLE(77, size + 16 + 8 * index);
  return content;
}

/** Bytes in memory as a source that hands them out in pieces of the given sizes, again and again. */
export function bytesSource(name: string, bytes: Uint8Array, pieceSizes: readonly number[]): ByteSource {
  const buffer = Buffer.from(bytes);
  return {
    name,
    size: buffer.length,
    async *chunks() {
      for (let at = 0, piece = 0; at < buffer.length; piece++) {
        const size = pieceSizes[piece % pieceSizes.length]!;
        yield buffer.subarray(at, at + size);
        at += size;
      }
    },
    head: async count => buffer.subarray(0, count),
    tail: async count => buffer.subarray(Math.max(0, buffer.length - count)),
  };
}
