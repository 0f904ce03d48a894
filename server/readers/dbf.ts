import { isAscii, isUtf8 } from 'node:buffer';
import { ProblemError } from '../../core/problem.ts';
import type { ByteSource } from './byte-source.ts';
import { headerNames } from './columns.ts';
import { repairText } from './text-repair.ts';

const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const FIELDS_END = 0x0d;
const DELETED = 0x2a;

type Field = { name: string; type: string; start: number; end: number };

export type DbfTable = {
  fields: readonly string[];
  recordCount: number;
  /** One record at a time, null for one that is marked as deleted. */
  rows(
    onBytes?: (readBytes: number) => void,
  ): AsyncGenerator<Record<string, unknown> | null, void, undefined>;
};

/** Byte 29 of the header → encoding, where a code page is named that is not windows-1252 (Esri's list). */
const ENCODING_OF_LANGUAGE: Readonly<Record<number, string>> = {
  101: 'ibm866',
  200: 'windows-1250',
  201: 'windows-1251',
  202: 'windows-1254',
  203: 'windows-1253',
};

/**
 * A dBase III table. Our own, because the `shapefile` package turns every code that looks like a number into one
 * (`01000` → 1000), gives dates in local time, and gives deleted records like any other.
 * Texts come without trailing blanks; numbers as numbers, unless that would change them (leading zero, more than 15
 * digits): then as text; dates as `YYYY-MM-DD`; a blank cell is null.
 * @param encoding what the .cpg says, null without one
 * @throws ProblemError bad-input on a damaged header
 */
export async function openDbf(source: ByteSource, encoding: string | null): Promise<DbfTable> {
  const head = await source.head(HEADER_BYTES);
  const recordCount = head.length < HEADER_BYTES ? 0 : head.readUInt32LE(4);
  const dataStart = head.length < HEADER_BYTES ? 0 : head.readUInt16LE(8);
  const recordBytes = head.length < HEADER_BYTES ? 0 : head.readUInt16LE(10);
  const header = await source.head(dataStart);
  if (dataStart < HEADER_BYTES || header.length < dataStart || recordBytes === 0) {
    throw new ProblemError(
      'bad-input',
      `${source.name}: is not a dBase table or is cut off; export the shapefile again`,
    );
  }
  const decode = textDecoder(encoding ?? ENCODING_OF_LANGUAGE[header[29]!] ?? 'windows-1252', source.name);
  const fields = readFields(header, decode, source.name);
  if (fields.length > 0 && fields.at(-1)!.end > recordBytes) {
    throw new ProblemError(
      'bad-input',
      `${source.name}: its fields are longer than its records; export it again`,
    );
  }

  async function* rows(onBytes?: (readBytes: number) => void) {
    let waiting: Buffer = Buffer.alloc(0);
    let skip = dataStart;
    let count = 0;
    // Read to the end, also past the last record: the end of a zip entry is where its checksum is verified.
    for await (const chunk of source.chunks(onBytes)) {
      if (count === recordCount) continue;
      const block: Buffer = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
      let position = Math.min(skip, block.length);
      skip -= position;
      while (skip === 0 && count < recordCount && position + recordBytes <= block.length) {
        const record = block.subarray(position, position + recordBytes);
        position += recordBytes;
        count++;
        yield record[0] === DELETED ? null : readRecord(record, fields, decode);
      }
      waiting = block.subarray(position);
    }
    if (count < recordCount) {
      throw new ProblemError(
        'bad-input',
        `${source.name}: is cut off: it announces ${recordCount} records and ends after ${count}; copy or export it again`,
      );
    }
  }
  return { fields: fields.map(field => field.name), recordCount, rows };
}

function readFields(header: Buffer, decode: (bytes: Buffer) => string, fileName: string): Field[] {
  const names: string[] = [];
  const shapes: { type: string; length: number }[] = [];
  for (
    let at = HEADER_BYTES;
    at + FIELD_BYTES <= header.length && header[at] !== FIELDS_END;
    at += FIELD_BYTES
  ) {
    const name = header.subarray(at, at + 11);
    const end = name.indexOf(0);
    names.push(decode(end < 0 ? name : name.subarray(0, end)));
    shapes.push({ type: String.fromCharCode(header[at + 11]!), length: header[at + 16]! });
  }
  let start = 1;
  return headerNames(names, fileName).map((name, index) => {
    const { type, length } = shapes[index]!;
    const field = { name, type, start, end: start + length };
    start += length;
    return field;
  });
}

function readRecord(
  record: Buffer,
  fields: readonly Field[],
  decode: (bytes: Buffer) => string,
): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  const plain = isAscii(record) ? record.toString('latin1') : null;
  for (const { name, type, start, end } of fields) {
    const text = plain === null ? decode(record.subarray(start, end)) : plain.slice(start, end);
    properties[name] = cellValue(type, text);
  }
  return properties;
}

function cellValue(type: string, padded: string): unknown {
  // Some writers fill with NUL instead of blanks.
  const text = padded.replace(/[\s\0]+$/, '');
  const trimmed = text.trimStart();
  if (trimmed === '') return null;
  switch (type) {
    case 'N':
    case 'F':
      return numberCell(trimmed);
    case 'D':
      return /^\d{8}$/.test(trimmed) ? dateCell(trimmed) : trimmed;
    case 'L':
      return /^[ty]$/i.test(trimmed) ? true : /^[nf]$/i.test(trimmed) ? false : null;
    default:
      return text;
  }
}

function numberCell(text: string): unknown {
  // A field too narrow for its number is filled with asterisks.
  if (/^\*+$/.test(text)) return null;
  if (/^[+-]?0\d/.test(text) || /^\d{16,}$/.test(text)) return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

function dateCell(text: string): string | null {
  return text === '00000000' ? null : `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** UTF-8 falls back to windows-1252 where a text is not valid UTF-8; doubly encoded text is repaired. */
function textDecoder(encoding: string, fileName: string): (bytes: Buffer) => string {
  const fallback = new TextDecoder('windows-1252');
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding);
  } catch (cause) {
    throw new ProblemError(
      'bad-input',
      `${fileName}: its .cpg names the encoding ${JSON.stringify(encoding)}, which is not known here; save it as UTF-8`,
      {},
      cause,
    );
  }
  const utf8 = decoder.encoding === 'utf-8';
  return bytes => repairText((utf8 && !isUtf8(bytes) ? fallback : decoder).decode(bytes));
}

/** What a .cpg file says as a name that TextDecoder takes: `UTF-8`, `1252`, `ANSI 1252`, `88591`, `ISO 8859-1`, … */
export function encodingOfCpg(text: string): string | null {
  const name = text
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase();
  if (name === '') return null;
  if (/^(?:utf-?8|65001|cp65001)$/.test(name)) return 'utf-8';
  const page = /^(?:ansi|cp|windows)?[\s_-]*(125\d)$/.exec(name);
  if (page) return `windows-${page[1]}`;
  const iso = /^(?:iso)?[\s_-]*8859[\s_-]*(\d{1,2})$/.exec(name);
  return iso ? `iso-8859-${iso[1]}` : name;
}
