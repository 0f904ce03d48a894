import Papa from 'papaparse';
import { ProblemError } from '../../core/problem.ts';
import { type ByteSource, chunksWithProgress, fileSource, refuseEmpty } from './byte-source.ts';
import { headerNames } from './columns.ts';
import { nestedGeometry, parseSlice } from './geojson-record.ts';
import { checkRecordCount, MAX_RECORD_BYTES, resolveLimits, tooLarge } from './limits.ts';
import { shown } from './shown.ts';
import { decodeText, repairText } from './text-repair.ts';
import type { FileRecord, OpenedFile, Reader, ReadOptions } from './types.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const DELIMITERS = [';', '\t', '|', ','] as const;
/** A quoted cell longer than this is a quote that nobody closed. */
const MAX_ROW_CHARACTERS = 4 * 2 ** 20;
const HEADER_BYTES = 2 ** 18;

/** Columns that may hold a geometry as GeoJSON text (Gent, Opendatasoft). */
const GEOMETRY_COLUMNS = ['geometry', 'geo_shape'];

type Dialect = {
  delimiter: string;
  newline: '\n' | '\r';
  fields: readonly string[];
  geometryField: string | null;
};

export const delimited: Reader = {
  id: 'delimited',
  title: 'CSV and delimited text',
  extensions: ['.csv', '.tsv', '.tab', '.psv', '.txt'],
  open: async (path, options) => openDelimited(await fileSource(path, options), options),
};

/**
 * Text with one record a line and its columns in the first line, separated by comma, semicolon, tab or `|`; with or
 * without BOM, LF, CRLF or CR, cells quoted with `"` where they hold a separator or a line break. UTF-8, or
 * windows-1252 where a stretch is not valid UTF-8. Cells stay text as they are (see `parseNumber`); a blank is ''.
 * Blank lines are passed over but counted, so that a record's number is its place under the header.
 * @throws ProblemError bad-input: no header, a name twice, a row with more or fewer cells, an open quote, UTF-16
 */
export async function openDelimited(
  source: ByteSource,
  options: ReadOptions,
  name = source.name,
): Promise<OpenedFile> {
  refuseEmpty(source);
  const dialect = await findDialect(source);
  return {
    format: 'delimited',
    name,
    declaredEpsg: null,
    spatial: dialect.geometryField !== null,
    records: () => readRecords(source, options, dialect),
  };
}

async function* readRecords(
  source: ByteSource,
  options: ReadOptions,
  dialect: Dialect,
): AsyncGenerator<FileRecord, void, undefined> {
  const limits = resolveLimits(options);
  let number = -1;
  for await (const rows of eachBatch(source, options, dialect)) {
    for (const cells of rows) {
      number++;
      if (number === 0 || isBlank(cells)) continue;
      checkRecordCount(source.name, number, limits);
      yield toRecord(cells, number, source.name, dialect);
    }
  }
}

/** Rows as lists of cells, the header first, many at a time. */
async function* eachBatch(source: ByteSource, options: ReadOptions, { delimiter, newline }: Dialect) {
  const parser = new Papa.Parser({ delimiter, newline });
  let waiting = '';
  let rowsBefore = 0;
  const parse = (text: string, last: boolean): string[][] => {
    const { data, errors, meta }: Papa.ParseResult<string[]> = parser.parse(text, 0, !last);
    // Errors of the last, still incomplete row are judged when the rest of it is there.
    const error = errors.find(({ row }) => row !== undefined && row < data.length);
    if (error) throw quoteProblem(source.name, rowsBefore + error.row!, error.code);
    rowsBefore += data.length;
    waiting = last ? '' : text.slice(meta.cursor);
    if (waiting.length > MAX_ROW_CHARACTERS) throw quoteProblem(source.name, rowsBefore, 'MissingQuotes');
    return data;
  };
  for await (const text of eachStretch(source, options, newline)) yield parse(waiting + text, false);
  // What the last line break leaves is one more row only when there is something on it.
  if (waiting !== '') yield parse(waiting, true);
}

/**
 * Decoded text cut at line breaks, so that no character is split. Each stretch is decoded by what its own bytes
 * are: in a file of mixed encodings a broken character costs one stretch, and `repairText` mends that too.
 */
async function* eachStretch(source: ByteSource, options: ReadOptions, newline: Dialect['newline']) {
  const lineEnd = newline === '\n' ? LINE_FEED : CARRIAGE_RETURN;
  let parts: Buffer[] = [];
  let waitingBytes = 0;
  let first = true;
  const decode = (bytes: Buffer): string => {
    const text = decodeText(first ? withoutMark(bytes) : bytes);
    first = false;
    return text;
  };
  for await (const chunk of chunksWithProgress(source, options)) {
    const cut = chunk.lastIndexOf(lineEnd) + 1;
    if (cut > 0) {
      yield decode(Buffer.concat([...parts, chunk.subarray(0, cut)]));
      parts = [];
      waitingBytes = 0;
    }
    parts.push(chunk.subarray(cut));
    waitingBytes += chunk.length - cut;
    if (waitingBytes > MAX_RECORD_BYTES) {
      const sentence = `has a line of more than ${MAX_RECORD_BYTES} bytes; is this a text file?`;
      throw tooLarge(source.name, 'maxRecordBytes', waitingBytes, MAX_RECORD_BYTES, sentence);
    }
  }
  if (waitingBytes > 0) yield decode(Buffer.concat(parts));
}

function toRecord(
  cells: string[],
  number: number,
  name: string,
  { fields, geometryField, newline }: Dialect,
): FileRecord {
  if (cells.length !== fields.length) {
    throw new ProblemError(
      'bad-input',
      `${name}: row ${number} has ${cells.length} cells where the header has ${fields.length}: ${shown(cells.join(' | '))}`,
      { row: number },
    );
  }
  if (newline === '\n') cells[cells.length - 1] = withoutReturn(cells.at(-1)!);
  const properties: Record<string, unknown> = {};
  for (let index = 0; index < cells.length; index++) properties[fields[index]!] = repairText(cells[index]!);
  return {
    number,
    properties,
    geometry: geometryField === null ? null : takeGeometry(properties, geometryField, number, name),
  };
}

/** A cell with GeoJSON text becomes the geometry; any other text stays a property. */
function takeGeometry(properties: Record<string, unknown>, field: string, number: number, name: string) {
  const text = String(properties[field]).trim();
  if (text !== '' && !text.startsWith('{')) return null;
  delete properties[field];
  if (text === '') return null;
  const where = `${name}: row ${number}`;
  return nestedGeometry(parseSlice(Buffer.from(text), 0, `${where}, column ${field},`), where);
}

async function findDialect(source: ByteSource): Promise<Dialect> {
  const head = await source.head(HEADER_BYTES);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) {
    throw new ProblemError('bad-input', `${source.name}: is UTF-16 text; save it as "CSV UTF-8"`);
  }
  if (head.includes(0))
    throw new ProblemError('bad-input', `${source.name}: is not text: it holds a NUL byte`);
  const newline = head.includes(LINE_FEED) || !head.includes(CARRIAGE_RETURN) ? '\n' : '\r';
  // Cut at a line break so that no character is split, unless this is the whole file.
  const end = head.length < HEADER_BYTES ? head.length : head.lastIndexOf(newline) + 1;
  if (end === 0) {
    throw new ProblemError(
      'bad-input',
      `${source.name}: its first line is longer than ${HEADER_BYTES} bytes; is it a table?`,
    );
  }
  const line = decodeText(withoutMark(head.subarray(0, end)));
  const delimiter = mostFrequent(line, newline);
  const parsed: Papa.ParseResult<string[]> = new Papa.Parser({ delimiter, newline, preview: 1 }).parse(
    line,
    0,
    false,
  );
  const cells = (parsed.data[0] ?? []).map(cell => repairText(cell));
  if (isBlank(cells)) {
    throw new ProblemError(
      'bad-input',
      `${source.name}: its first line is blank; put the column names there`,
    );
  }
  const fields = headerNames(cells, source.name);
  const geometryField = fields.find(field => GEOMETRY_COLUMNS.includes(field.toLowerCase())) ?? null;
  return { delimiter, newline, fields, geometryField };
}

/** The separator that stands most often in the first line outside quotes; a comma when none does. */
function mostFrequent(text: string, newline: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === newline) break;
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  let best = ',';
  for (const delimiter of DELIMITERS) {
    if ((counts.get(delimiter) ?? 0) > (counts.get(best) ?? 0)) best = delimiter;
  }
  return best;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]!.trim() === '';
}

/** Leaves out the byte order mark of UTF-8, which also stands before text that turns out not to be UTF-8. */
function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function withoutReturn(cell: string): string {
  return cell.endsWith('\r') ? cell.slice(0, -1) : cell;
}

function quoteProblem(name: string, row: number, code: string): ProblemError {
  const where = row === 0 ? 'the header' : `row ${row}`;
  const sentence =
    code === 'MissingQuotes'
      ? `${where} opens a quote (") that is never closed`
      : `${where} has text after a closing quote; write a quote inside a quoted cell twice ("")`;
  return new ProblemError('bad-input', `${name}: ${sentence}`, { row });
}
