import { ProblemError } from '../../core/problem.ts';
import { type ByteSource, chunksWithProgress, fileSource, refuseEmpty } from './byte-source.ts';
import { epsgOfCrsMember } from './crs-member.ts';
import { featureRecord, looseRecord, parseSlice } from './geojson-record.ts';
import { JsonCursor } from './json-cursor.ts';
import { checkRecordCount, resolveLimits } from './limits.ts';
import { shown } from './shown.ts';
import type { FileRecord, OpenedFile, Reader, ReadOptions } from './types.ts';

const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const QUOTE = 0x22;
const COLON = 0x3a;
const COMMA = 0x2c;

const TAIL_BYTES = 2 ** 16;

/** collection: one object with `features`; array: a JSON array of records; lines: one feature after another. */
type Layout = { kind: 'collection' | 'array' | 'lines'; epsg: number | null };

export const geojson: Reader = {
  id: 'geojson',
  title: 'GeoJSON',
  extensions: ['.geojson', '.json', '.geojsonl', '.geojsons', '.ndjson', '.jsonl'],
  open: async (path, options) => openGeojson(await fileSource(path, options), options),
};

/**
 * GeoJSON in any of its shapes: a FeatureCollection, a bare Feature, features one after another (newline-delimited,
 * RFC 8142), or a JSON array of records whose `geometry` (or `geo_shape`) is a geometry or a Feature.
 * Holds one feature in memory at a time.
 */
export async function openGeojson(
  source: ByteSource,
  options: ReadOptions,
  name = source.name,
): Promise<OpenedFile> {
  refuseEmpty(source);
  const layout = await findLayout(source);
  const epsg = layout.kind === 'collection' && layout.epsg === null ? await epsgInTail(source) : layout.epsg;
  return {
    format: 'geojson',
    name,
    declaredEpsg: epsg,
    spatial: true,
    records: () => readRecords(source, options, layout.kind, epsg),
  };
}

async function* readRecords(
  source: ByteSource,
  options: ReadOptions,
  layout: Layout['kind'],
  epsg: number | null,
): AsyncGenerator<FileRecord, void, undefined> {
  const limits = resolveLimits(options);
  const cursor = new JsonCursor(chunksWithProgress(source, options), source.name);
  let count = 0;
  try {
    await cursor.skipByteOrderMark();
    const slices =
      layout === 'lines'
        ? eachLine(cursor, source.name)
        : layout === 'array'
          ? eachElement(cursor, source.name, 'record')
          : eachFeature(cursor, source.name, epsg);
    for await (const { bytes, offset } of slices) {
      count++;
      checkRecordCount(source.name, count, limits);
      const what = layout === 'array' ? 'record' : 'feature';
      const value = parseSlice(bytes, offset, `${source.name}: ${what} ${count}`);
      yield layout === 'array'
        ? looseRecord(value, count, source.name)
        : featureRecord(value, count, source.name);
    }
    if (layout !== 'lines') await expectEnd(cursor, source.name);
  } finally {
    await cursor.close();
  }
}

/** The features of a FeatureCollection; its other members are passed over, wherever they stand. */
async function* eachFeature(cursor: JsonCursor, name: string, epsg: number | null) {
  let collections = 0;
  for await (const key of eachMember(cursor, name)) {
    if (key === 'features') {
      if (++collections > 1) throw damaged(name, cursor.offset, 'a second member "features"');
      yield* eachElement(cursor, name, 'feature');
      continue;
    }
    const slice = await memberValue(cursor, name);
    if (key === 'crs') {
      const found = epsgOfCrsMember(parseSlice(slice.bytes, slice.offset, `${name}: member "crs"`));
      if (found !== epsg) throw lateCrs(name, found);
    } else if (key === 'type') {
      const type = parseSlice(slice.bytes, slice.offset, `${name}: member "type"`);
      if (type !== 'FeatureCollection') throw notFeatures(name, type);
    }
  }
}

/** The values of the array that starts here. */
async function* eachElement(cursor: JsonCursor, name: string, what: 'feature' | 'record') {
  let count = 0;
  const first = await cursor.peek();
  if (first !== OPEN_ARRAY) throw damaged(name, cursor.offset, 'no list "["');
  cursor.take();
  if ((await cursor.peek()) === CLOSE_ARRAY) {
    cursor.take();
    return;
  }
  for (;;) {
    const next = await cursor.peek();
    if (next === COMMA || next === CLOSE_ARRAY) throw damaged(name, cursor.offset, `no ${what} ${count + 1}`);
    const slice = next === -1 ? null : await cursor.value();
    if (slice === null)
      throw cutOff(
        name,
        cursor.offset,
        next === -1 ? `after ${what} ${count}` : `in the middle of ${what} ${count + 1}`,
      );
    count++;
    yield slice;
    const after = await cursor.peek();
    if (after === -1) throw cutOff(name, cursor.offset, `after ${what} ${count}`);
    if (after !== COMMA && after !== CLOSE_ARRAY) {
      throw damaged(name, cursor.offset, `no comma after ${what} ${count}`);
    }
    cursor.take();
    if (after === CLOSE_ARRAY) return;
  }
}

/** One top-level value after another. */
async function* eachLine(cursor: JsonCursor, name: string) {
  for (let count = 1; (await cursor.peek()) !== -1; count++) {
    const slice = await cursor.value();
    if (slice === null) throw cutOff(name, cursor.offset, `in the middle of feature ${count}`);
    yield slice;
  }
}

/** The keys of the object that starts here; the caller takes each value before asking for the next key. */
async function* eachMember(cursor: JsonCursor, name: string): AsyncGenerator<string, void, undefined> {
  if ((await cursor.peek()) !== OPEN_OBJECT) throw damaged(name, cursor.offset, 'no object "{"');
  cursor.take();
  let next = await cursor.peek();
  if (next === CLOSE_OBJECT) {
    cursor.take();
    return;
  }
  for (;;) {
    if (next === -1) throw cutOff(name, cursor.offset, 'before its closing "}"');
    if (next !== QUOTE) throw damaged(name, cursor.offset, 'no member name in quotes');
    const key = await cursor.value();
    if (key === null) throw cutOff(name, cursor.offset, 'in the middle of a member name');
    const colon = await cursor.peek();
    if (colon === -1) throw cutOff(name, cursor.offset, 'after a member name');
    if (colon !== COLON) throw damaged(name, cursor.offset, 'no ":" after a member name');
    cursor.take();
    yield String(parseSlice(key.bytes, key.offset, `${name}: a member name`));
    const after = await cursor.peek();
    if (after === -1) throw cutOff(name, cursor.offset, 'before its closing "}"');
    if (after !== COMMA && after !== CLOSE_OBJECT)
      throw damaged(name, cursor.offset, 'no comma between members');
    cursor.take();
    if (after === CLOSE_OBJECT) return;
    next = await cursor.peek();
  }
}

async function memberValue(cursor: JsonCursor, name: string) {
  await cursor.peek();
  const slice = await cursor.value();
  if (slice === null) throw cutOff(name, cursor.offset, 'in the middle of a member');
  return slice;
}

async function expectEnd(cursor: JsonCursor, name: string): Promise<void> {
  if ((await cursor.peek()) !== -1)
    throw damaged(name, cursor.offset, 'text after the end of the JSON value');
}

/** Reads members until it is known which of the three layouts the file has. */
async function findLayout(source: ByteSource): Promise<Layout> {
  const { name } = source;
  const cursor = new JsonCursor(source.chunks(), name);
  try {
    await cursor.skipByteOrderMark();
    const first = await cursor.peek();
    if (first === OPEN_ARRAY) return { kind: 'array', epsg: null };
    if (first !== OPEN_OBJECT) throw damaged(name, cursor.offset, 'neither "{" nor "[": this is not GeoJSON');
    let type: unknown;
    let epsg: number | null = null;
    for await (const key of eachMember(cursor, name)) {
      const next = await cursor.peek();
      if (key === 'features' && next === OPEN_ARRAY) return { kind: 'collection', epsg };
      const slice = await memberValue(cursor, name);
      if (key === 'crs')
        epsg = epsgOfCrsMember(parseSlice(slice.bytes, slice.offset, `${name}: member "crs"`));
      if (key !== 'type') continue;
      type = parseSlice(slice.bytes, slice.offset, `${name}: member "type"`);
      if (type === 'Feature') return { kind: 'lines', epsg };
      if (type !== 'FeatureCollection') throw notFeatures(name, type);
    }
    throw type === 'FeatureCollection'
      ? new ProblemError(
          'bad-input',
          `${name}: has no list "features"; export it again as a FeatureCollection`,
        )
      : notFeatures(name, type);
  } finally {
    await cursor.close();
  }
}

/**
 * The EPSG code of a `crs` member that stands after the features, out of the last bytes of the file. A property
 * called crs does not count: what follows the member must close one bracket, that of the collection.
 */
async function epsgInTail(source: ByteSource): Promise<number | null> {
  const tail = (await source.tail(TAIL_BYTES)).toString('latin1');
  const found = tail.lastIndexOf('"crs"');
  if (found < 0) return null;
  const wrapped = `{${tail.slice(found)}`;
  try {
    const members: unknown = JSON.parse(wrapped);
    return epsgOfCrsMember((members as { crs: unknown }).crs);
  } catch {
    return null;
  }
}

function cutOff(name: string, bytes: number, where: string): ProblemError {
  return new ProblemError(
    'bad-input',
    `${name}: is cut off: the file ends at byte ${bytes}, ${where}; download or export it again`,
    { file: name, byte: bytes },
  );
}

function damaged(name: string, byte: number, found: string): ProblemError {
  return new ProblemError('bad-input', `${name}: is not valid GeoJSON at byte ${byte}: ${found}`, {
    file: name,
    byte,
  });
}

function notFeatures(name: string, type: unknown): ProblemError {
  const found = type === undefined ? 'no "type"' : `type ${shown(type)}`;
  return new ProblemError(
    'bad-input',
    `${name}: holds no features: it has ${found} where "FeatureCollection" or "Feature" belongs; export it as GeoJSON`,
    { file: name },
  );
}

function lateCrs(name: string, epsg: number | null): ProblemError {
  return new ProblemError(
    'bad-input',
    `${name}: its member "crs" (EPSG ${epsg ?? 'unknown'}) stands too far behind the features; move it before them`,
    { file: name },
  );
}
