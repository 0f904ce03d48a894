import type { Cell, ExportTable } from './types.ts';

/** A table of one thing without a shape: the names of its cells are the columns. */
export function oneRow(
  id: string,
  cells: Readonly<Record<string, Cell>>,
): Pick<ExportTable, 'columns' | 'rows'> {
  async function* rows() {
    yield { id, geometry: null, cells: Object.values(cells) };
  }
  return { columns: Object.keys(cells), rows: rows() };
}
