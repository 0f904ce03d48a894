import type { Row, SheetData } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { ProblemError } from '../../core/problem.ts';
import type { Cell, Writer } from './types.ts';

/** Rows that a sheet can hold, the header among them. */
const MOST_ROWS = 1_048_576;
/** Cells that are gathered before the workbook is packed; about 500 MB. */
const MOST_CELLS = 5_000_000;

/**
 * A workbook (Office Open XML): the rows on the first sheet, where they come from on the second. Texts are texts,
 * also where one begins with an equals sign, and numbers are numbers, so that no locale can misread a decimal.
 */
export const xlsxWriter: Writer = {
  id: 'xlsx',
  title: 'XLSX',
  extension: 'xlsx',
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  spatial: false,
  async *write({ columns, rows, provenance }) {
    const data: SheetData = [columns.map(column => ({ value: column, type: String, fontWeight: 'bold' }))];
    for await (const { cells } of rows) {
      if (data.length === MOST_ROWS || data.length * columns.length > MOST_CELLS) {
        throw new ProblemError(
          'too-large',
          `A workbook holds no more than ${data.length} of these rows; take CSV or GeoJSON, or a smaller part`,
        );
      }
      data.push(cells.map(cellOf));
    }
    const origin = Object.entries(provenance).map(([name, value]): Row => [cellOf(name), cellOf(value)]);
    yield await writeExcelFile([
      { data, sheet: 'data', stickyRowsCount: 1 },
      { data: origin, sheet: 'source' },
    ]).toBuffer();
  },
};

function cellOf(value: Cell): Row[number] {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  return { value: printable(value), type: String };
}

/** XML knows no control characters but tab, line feed and carriage return; a cell holds 32,767 characters. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_767);
}
