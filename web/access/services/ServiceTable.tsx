import { useState } from 'react';
import { Button } from 'react-aria-components';
import { SortedHeads } from '../../controls/SortedHeads.tsx';
import { type Sort, sortedRows } from '../../controls/sorting.ts';
import { useWords } from '../../i18n/words.ts';

/** More rows than this are shown when asked for. */
const FIRST_ROWS = 50;

/** What a cell says, and the number by which it is sorted. */
export type ServiceCell = { value: number | null; text: string };
export type ServiceRow = { id: string; name: string; cells: readonly ServiceCell[] };

type Props = {
  caption: string;
  /** Of the rows' names first. */
  heads: readonly string[];
  rows: readonly ServiceRow[];
  testId: string;
  /** By a column of numbers (1 is the first) until somebody chooses another; without it in the order given. */
  sortedBy?: Sort<number>;
};

/** Names with their numbers, sorted by a click or a key on a column head. */
export function ServiceTable({ caption, heads, rows, testId, sortedBy }: Props) {
  const { t, count } = useWords();
  const [all, setAll] = useState(false);
  const [sort, setSort] = useState<Sort<number> | null>(sortedBy ?? null);
  const shown =
    sort === null
      ? rows
      : sortedRows(rows, {
          cellOf: row => (sort.column === 0 ? row.name : (row.cells[sort.column - 1]?.value ?? null)),
          nameOf: row => row.name,
          down: sort.down,
        });
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard */}
      <section className="compare-scroller" tabIndex={0} aria-label={caption}>
        <table className="compare-table" data-testid={testId}>
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              <SortedHeads
                columns={heads.map((title, id) => ({ id, title, isName: id === 0 }))}
                sort={sort}
                onSort={setSort}
              />
            </tr>
          </thead>
          <tbody>
            {(all ? shown : shown.slice(0, FIRST_ROWS)).map(({ id, name, cells }) => (
              <tr key={id}>
                <th scope="row" className="name">
                  {name}
                </th>
                {cells.map(({ text }, k) => (
                  <td key={heads[k + 1]} className="number-cell">
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {!all && rows.length > FIRST_ROWS && (
        <Button className="button" onPress={() => setAll(true)}>
          {t('services.showAll', { number: count(rows.length) })}
        </Button>
      )}
    </>
  );
}
