import Papa from 'papaparse';
import type { Cell, Writer } from './types.ts';

/** Rows turned into text at once. */
const ROWS_AT_ONCE = 500;
const PROVENANCE_COLUMNS = ['release', 'source', 'licence', 'date', 'synthetic'] as const;

/**
 * CSV by RFC 4180: UTF-8, a header row, lines end in CR LF, a point for the decimals, nothing where a value is not
 * there. Where it comes from stands in the last columns of every row. Texts are written as they are, also where one
 * begins with = + - or @: changing it would change the data (see docs/api.md).
 */
export const csvWriter: Writer = {
  id: 'csv',
  title: 'CSV',
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  spatial: false,
  async *write({ columns, rows, provenance }) {
    const tail = PROVENANCE_COLUMNS.map(name => provenance[name]);
    yield lines([[...columns, ...PROVENANCE_COLUMNS]]);
    let pending: Cell[][] = [];
    for await (const row of rows) {
      pending.push([...row.cells, ...tail]);
      if (pending.length < ROWS_AT_ONCE) continue;
      yield lines(pending);
      pending = [];
    }
    if (pending.length > 0) yield lines(pending);
  },
};

function lines(rows: Cell[][]): string {
  return `${Papa.unparse(rows, { newline: '\r\n', header: false })}\r\n`;
}
