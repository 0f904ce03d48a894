import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { useRoving } from '../charts/roving.ts';
import { select } from '../state/selection.ts';
import { useView } from '../state/view.ts';
import { BenchmarkCommand, BenchmarkLine } from './BenchmarkLine.tsx';
import { CompareHead } from './CompareHead.tsx';
import { CompareLine } from './CompareLine.tsx';
import { comparedColumns } from './columns.ts';
import { useCompared, useCompareWords } from './comparison.tsx';
import { PairDifference } from './PairDifference.tsx';
import { sortRows } from './rows.ts';

/** Why some regions have no spread ratio; the reason is the same for all that have none. */
function SpreadNote() {
  const { t, text } = useCompareWords();
  const { rows } = useCompared();
  const reason = rows.find(row => row.spreadBecause !== null)?.spreadBecause ?? null;
  return reason === null ? null : (
    <p className="quiet">{t('compare.table.noSpread', { reason: text(reason) })}</p>
  );
}

/** The regions as rows: what can be counted on, what cannot, and everything to choose from by keyboard. */
export function CompareTable() {
  const { t, count, indexTitle, regions, levelTitle } = useCompareWords();
  const { rows, setting, chosen, markOf, question, drawn } = useCompared();
  const sort = useView(view => view.sort);
  const sorted = sortRows(rows, sort);
  const roving = useRoving(sorted.map(row => row.code));
  const withSpread = question.cityDensity !== null;
  const columns = useMemo(() => comparedColumns(withSpread), [withSpread]);
  return (
    <section className="compare-section" aria-label={t('compare.table.title')}>
      <div className="compare-table-head">
        <p className="quiet">{t('compare.table.help')}</p>
        {chosen.length > 0 && (
          <p className="quiet">
            {t('compare.table.chosen', { number: count(chosen.length) })}{' '}
            <Button className="link-button" onPress={() => select(setting.of, [])}>
              {t('compare.table.clear')}
            </Button>
          </p>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard */}
      <section className="compare-scroller" tabIndex={0} aria-label={t('compare.table.title')}>
        <table className="compare-table" data-testid="compare-table" aria-busy={drawn.running}>
          <caption className="unseen">
            {t('compare.table.caption', {
              index: indexTitle,
              regions,
              level: levelTitle(setting.level),
              year: setting.year,
            })}
          </caption>
          <CompareHead columns={columns} />
          <tbody onKeyDown={roving.onKeyDown}>
            {sorted.map(row => (
              <CompareLine
                key={row.code}
                row={row}
                columns={columns}
                colour={markOf(row.code)?.colour ?? null}
                tabIndex={roving.tabIndex(row.code)}
                onStop={roving.stopAt}
              />
            ))}
          </tbody>
          <BenchmarkLine columns={columns} />
        </table>
      </section>
      <BenchmarkCommand />
      <SpreadNote />
      <PairDifference />
    </section>
  );
}
