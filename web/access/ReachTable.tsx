import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { codePositions } from '../../core/areas/hierarchy.ts';
import { Icon } from '../controls/Icon.tsx';
import type { AreasAccess } from '../data/access.ts';
import { sentence } from '../i18n/format.ts';
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

/** What has no number stays below whichever way. */
function sorted(rows: readonly Row[], { column, down }: { column: Column; down: boolean }): Row[] {
  const way = down ? -1 : 1;
  const byName = (a: Row, b: Row) => a.name.localeCompare(b.name, 'nl');
  if (column === 'name') return rows.toSorted((a, b) => way * byName(a, b));
  return rows.toSorted((a, b) => {
    const [x, y] = [a[column], b[column]];
    if (Number.isNaN(x) || Number.isNaN(y))
      return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || byName(a, b);
    return way * (x - y) || byName(a, b);
  });
}

/** The areas with their children: who has a place, and where most are without one. */
export function ReachTable({ answer }: { answer: AreasAccess }) {
  const { t, text, share, metres, people } = useAccessWords();
  const { columns: tables, levels } = useScene();
  const [sort, setSort] = useState<{ column: Column; down: boolean }>({ column: 'share', down: false });
  const [all, setAll] = useState(false);
  const table = tables.get(answer.level);
  const rows = useMemo(() => {
    const at = table === undefined ? null : codePositions(table);
    return rowsOf(answer, code => table?.names[at?.get(code) ?? -1] ?? code);
  }, [answer, table]);
  const shown = sorted(rows, sort);
  const level = levels.find(one => one.id === answer.level);
  const known = (value: number, write: (value: number) => string) =>
    Number.isNaN(value) ? '–' : write(value);
  const cell = (row: Row, column: Exclude<Column, 'name'>) =>
    known(
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
              {COLUMNS.map(column => (
                <th
                  key={column}
                  scope="col"
                  className={column === 'name' ? 'name' : 'number-cell'}
                  aria-sort={sort.column === column ? (sort.down ? 'descending' : 'ascending') : 'none'}
                >
                  <Button
                    className="sort-button"
                    onPress={() =>
                      setSort({ column, down: sort.column === column ? !sort.down : column !== 'name' })
                    }
                  >
                    {sentence(t(`access.table.${column}`))}
                    {sort.column === column && <Icon name={sort.down ? 'down' : 'up'} size={14} />}
                  </Button>
                </th>
              ))}
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
