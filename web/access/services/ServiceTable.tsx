import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sentence } from '../../i18n/format.ts';
import { useWords } from '../../i18n/words.ts';

/** More rows than this are shown when asked for. */
const FIRST_ROWS = 50;

type Props = {
  caption: string;
  /** Of the rows' names first. */
  heads: readonly string[];
  rows: readonly { id: string; name: string; cells: readonly string[] }[];
  testId: string;
};

/** Names with their numbers, which are written already. */
export function ServiceTable({ caption, heads, rows, testId }: Props) {
  const { t, count } = useWords();
  const [all, setAll] = useState(false);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard */}
      <section className="compare-scroller" tabIndex={0} aria-label={caption}>
        <table className="compare-table" data-testid={testId}>
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              {heads.map((head, k) => (
                <th key={head} scope="col" className={k === 0 ? 'name' : 'number-cell'}>
                  {sentence(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(all ? rows : rows.slice(0, FIRST_ROWS)).map(({ id, name, cells }) => (
              <tr key={id}>
                <th scope="row" className="name">
                  {name}
                </th>
                {cells.map((cell, k) => (
                  <td key={heads[k + 1]} className="number-cell">
                    {cell}
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
