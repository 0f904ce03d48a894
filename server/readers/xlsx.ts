import { type CellValue, readSheet, SheetNotFoundError } from 'read-excel-file/node';
import { ProblemError } from '../../core/problem.ts';
import { fileSource, readAll, refuseEmpty } from './byte-source.ts';
import { headerNames } from './columns.ts';
import { checkRecordCount, formatBytes, resolveLimits, tooLarge } from './limits.ts';
import { storedZip } from './stored-zip.ts';
import type { FileRecord, Reader, ReadOptions } from './types.ts';
import { listZip, zipEntrySource } from './zip.ts';

/** A sheet is held in memory, at about seven times the size of its XML (measured on 31 MB). */
const MAX_WORKBOOK_BYTES = 256 * 2 ** 20;
const MAX_CELLS = 50_000_000;
/** What the workbook reader looks at; pictures and macros stay packed. */
const WORKBOOK_PART = /\.xml(?:\.rels)?$/;

/**
 * One sheet of an Excel workbook: the first, or `options.sheet` by name (else by its position, from 1). The header
 * is the first row that is not blank; blank rows are passed over but counted. Numbers come as numbers, dates as
 * ISO text, a blank cell and an error such as `#N/A` as null; a nameless column without a value is left out.
 */
export const xlsx: Reader = {
  id: 'xlsx',
  title: 'Excel workbook',
  extensions: ['.xlsx'],
  async open(path, options) {
    const source = await fileSource(path, options);
    refuseEmpty(source);
    const workbook = await unpackWorkbook(path, source.name, options);
    return {
      format: 'xlsx',
      name: source.name,
      declaredEpsg: null,
      spatial: false,
      async *records() {
        yield* toRecords(await readRows(workbook, source.name, options.sheet), source.name, options);
        options.onProgress?.(source.size, source.size);
      },
    };
  },
};

async function unpackWorkbook(path: string, name: string, options: ReadOptions): Promise<Buffer> {
  const parts = (await listZip(path, name, options)).filter(entry => WORKBOOK_PART.test(entry.fileName));
  if (!parts.some(entry => entry.fileName === 'xl/workbook.xml')) {
    throw new ProblemError(
      'bad-input',
      `${name}: is not an .xlsx workbook (it has no xl/workbook.xml); save it as .xlsx or CSV`,
    );
  }
  const bytes = parts.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (bytes > MAX_WORKBOOK_BYTES) {
    const sentence = `is ${formatBytes(bytes)} unpacked, and at most ${formatBytes(MAX_WORKBOOK_BYTES)} of a workbook is read; save the sheet as CSV`;
    throw tooLarge(name, 'maxBytes', bytes, MAX_WORKBOOK_BYTES, sentence);
  }
  const files: { name: string; bytes: Buffer }[] = [];
  for (const entry of parts) {
    const content = await readAll(zipEntrySource(path, name, entry, options));
    if (entry.fileName.startsWith('xl/worksheets/')) checkCells(content, name, options);
    files.push({ name: entry.fileName, bytes: content });
  }
  return storedZip(files);
}

/** Rows are padded up to their last cell, so that a few cells far to the right or below cost as much as a full sheet. */
function checkCells(xml: Buffer, name: string, options: ReadOptions): void {
  const { maxRecords } = resolveLimits(options);
  let cells = 0;
  let lastRow = 0;
  let lastColumn = 0;
  for (const [, letters, digits] of xml
    .toString('latin1')
    .matchAll(/<(?:\w+:)?(?:row|c)\b[^<>]*?\sr=["']([A-Z]*)(\d+)["']/g)) {
    const row = Number(digits);
    if (row !== lastRow) {
      cells += Math.max(0, row - lastRow - 1);
      lastRow = row;
      lastColumn = 0;
    }
    const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    cells += Math.max(0, column - lastColumn);
    lastColumn = Math.max(column, lastColumn);
    if (row > maxRecords + 1) checkRecordCount(name, row - 1, { ...resolveLimits(options) });
    if (cells > MAX_CELLS) {
      throw tooLarge(
        name,
        'maxCells',
        cells,
        MAX_CELLS,
        `a sheet spans more than ${MAX_CELLS} cells; save the table alone as CSV`,
      );
    }
  }
}

async function readRows(workbook: Buffer, name: string, sheet: string | undefined) {
  try {
    return await readSheet(workbook, sheet ?? 1);
  } catch (cause) {
    if (cause instanceof SheetNotFoundError) {
      const { sheets = [] } = cause as { sheets?: readonly string[] };
      const position = Number(sheet);
      if (Number.isInteger(position) && position >= 1 && position <= sheets.length)
        return readSheet(workbook, position);
      throw new ProblemError(
        'bad-input',
        `${name}: has no sheet ${JSON.stringify(sheet)}; there are ${sheets.map(known => JSON.stringify(known)).join(', ')}`,
        { sheet, sheets },
      );
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ProblemError(
      'bad-input',
      `${name}: cannot be read as a workbook (${reason}); save it again or as CSV`,
      {},
      cause,
    );
  }
}

function* toRecords(rows: (CellValue | null)[][], name: string, options: ReadOptions): Generator<FileRecord> {
  const limits = resolveLimits(options);
  const header = rows.findIndex(row => row.some(cell => cell !== null));
  if (header < 0) throw new ProblemError('bad-input', `${name}: the sheet is blank; choose another sheet`);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const fields = headerNames(
    Array.from({ length: width }, (_, index) => rows[header]![index] ?? null),
    name,
  );
  const body = rows.slice(header + 1);
  const used = fields.map((_, index) => rows[header]![index] != null || body.some(row => row[index] != null));
  for (const [index, row] of body.entries()) {
    options.signal?.throwIfAborted();
    if (row.every(cell => cell === null)) continue;
    checkRecordCount(name, index + 1, limits);
    const properties: Record<string, unknown> = {};
    for (const [position, field] of fields.entries()) {
      if (used[position]) properties[field] = cellValue(row[position] ?? null);
    }
    yield { number: index + 1, properties, geometry: null };
  }
}

/** A date is stored without a time zone and read as UTC: midnight is a day, anything else a day and time. */
function cellValue(cell: CellValue | null): unknown {
  if (!(cell instanceof Date)) return cell;
  const text = cell.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}
