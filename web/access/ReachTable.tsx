import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { codePositions } from '../../core/areas/hierarchy.ts';
import { SortedHeads } from '../controls/SortedHeads.tsx';
import { type Sort, sortedRows } from '../controls/sorting.ts';
import type { AreasAccess } from '../data/access.ts';
import { chooseScope } from '../shell/choose.ts';
import { useScene } from '../state/scene.tsx';
import { useAccessWords } from './words.ts';

const COLUMNS = ['name', 'children', 'reached', 'share', 'deprivedShare', 'unmet', 'median'] as const;
type Column = (typeof COLUMNS)[number];
type Row = Record<Exclude<Column, 'name'>, number> & { code: string; name: string };

/** More rows than this are shown when asked for. */
const FIRST_ROWS = 100;

function rowsOf({ columns }: AreasAccess, nameOf: (code: string) => string): Row[] {
  const known = (cells: (number | null)[], k: number) => cells[k] ?? Number.NaN;
  return columns.code.map((code, k) => ({
    code,
    name: nameOf(code),
    children: known(columns.children, k),
    reached: known(columns.reached, k),
    share: known(columns.share, k),
    deprivedShare: known(columns.deprived_share, k),
    unmet: known(columns.unmet_deprived, k),
    median: known(columns.median_m, k),
  }));
}

const known = (value: number | string): number | string | null =>
  typeof value === 'number' && Number.isNaN(value) ? null : value;
const written = (value: number, write: (value: number) => string) =>
  Number.isNaN(value) ? '–' : write(value);

/** The areas with their children: who has a place, and where most are without one. */
export function ReachTable({ answer }: { answer: AreasAccess }) {
  const { t, text, share, metres, people } = useAccessWords();
  const { columns: tables, levels } = useScene();
  const [sort, setSort] = useState<Sort<Column>>({ column: 'share', down: false });
  const [all, setAll] = useState(false);
  const table = tables.get(answer.level);
  const rows = useMemo(() => {
    const at = table === undefined ? null : codePositions(table);
    return rowsOf(answer, code => table?.names[at?.get(code) ?? -1] ?? code);
  }, [answer, table]);
  const shown = sortedRows(rows, {
    cellOf: row => known(row[sort.column]),
    nameOf: row => row.name,
    down: sort.down,
  });
  const level = levels.find(one => one.id === answer.level);
  const cell = (row: Row, column: Exclude<Column, 'name'>) =>
    written(
      row[column],
      column === 'share' || column === 'deprivedShare' ? share : column === 'median' ? metres : people,
    );
  return (
    <section className="compare-section" aria-label={t('access.table.title')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard */}
      <section className="compare-scroller" tabIndex={0} aria-label={t('access.table.title')}>
        <table className="compare-table" data-testid="reach-table">
          <caption className="unseen">
            {t('access.table.caption', { level: level === undefined ? answer.level : text(level.title) })}
          </caption>
          <thead>
            <tr>
              <SortedHeads
                columns={COLUMNS.map(id => ({ id, title: t(`access.table.${id}`), isName: id === 'name' }))}
                sort={sort}
                onSort={setSort}
              />
            </tr>
          </thead>
          <tbody>
            {(all ? shown : shown.slice(0, FIRST_ROWS)).map(row => (
              <tr key={row.code} data-code={row.code}>
                <th scope="row" className="name">
                  <Button
                    className="link-button"
                    onPress={() => chooseScope({ level: answer.level, code: row.code })}
                  >
                    {row.name}
                  </Button>
                </th>
                {COLUMNS.slice(1).map(column => (
                  <td key={column} className="number-cell">
                    {cell(row, column as Exclude<Column, 'name'>)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {!all && shown.length > FIRST_ROWS && (
        <Button className="button" onPress={() => setAll(true)}>
          {t('access.table.all', { number: people(shown.length) })}
        </Button>
      )}
    </section>
  );
}
