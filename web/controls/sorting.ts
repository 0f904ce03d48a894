/** The column by which a table stands, and whether the largest comes first. */
export type Sort<Column> = { column: Column; down: boolean };

/** The same column again is the other way; another begins with the largest, or with A. */
export const sortNext = <Column>(
  sort: Sort<Column> | null,
  column: Column,
  isName: boolean,
): Sort<Column> => ({
  column,
  down: sort?.column === column ? !sort.down : !isName,
});

type Sortable<Row> = {
  /** Null for a cell without a number, which stays below whichever way; a text is the name itself. */
  cellOf: (row: Row) => number | string | null;
  /** Decides among equals. */
  nameOf: (row: Row) => string;
  down: boolean;
};

export function sortedRows<Row>(rows: readonly Row[], { cellOf, nameOf, down }: Sortable<Row>): Row[] {
  const way = down ? -1 : 1;
  const byName = (a: Row, b: Row) => nameOf(a).localeCompare(nameOf(b), 'nl', { numeric: true });
  return rows.toSorted((a, b) => {
    const [x, y] = [cellOf(a), cellOf(b)];
    if (typeof x === 'string' || typeof y === 'string') return way * byName(a, b);
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b);
    return way * (x - y) || byName(a, b);
  });
}
