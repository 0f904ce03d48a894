import type { CompareColumn } from '../state/view.ts';
import { benchmarkCommand } from './commands.ts';
import { useCompared, useCompareWords } from './comparison.tsx';
import { Reproduce } from './Reproduce.tsx';

/** The regions that are not one's own, as one row: their median and middle half, under what was compared. */
export function BenchmarkLine({ columns }: { columns: readonly CompareColumn[] }) {
  const { t, count, regions, write } = useCompareWords();
  const { drawn, others } = useCompared();
  const benchmark = drawn.data?.benchmark ?? null;
  if (benchmark === null) {
    return others.length === 0 ? null : (
      <tfoot data-testid="benchmark">
        <tr>
          <td className="check" />
          <td colSpan={columns.length} className="cell-problem">
            {t('compare.table.othersSmall', { regions })}
          </td>
        </tr>
      </tfoot>
    );
  }
  const under: CompareColumn = drawn.complete ? 'corrected' : 'value';
  return (
    <tfoot data-testid="benchmark">
      <tr>
        <td className="check" />
        {columns.map(column =>
          column === 'name' ? (
            <th key={column} scope="row" className="name">
              {t('compare.table.others', { regions, number: count(benchmark.regions) })}
              <span className="cell-interval">{t('compare.table.othersHelp')}</span>
            </th>
          ) : (
            <td key={column} className="number-cell">
              {column === under && (
                <>
                  <strong>{write(benchmark.median)}</strong>
                  <span className="cell-interval">
                    {t('compare.table.interval', { low: write(benchmark.low), high: write(benchmark.high) })}
                  </span>
                </>
              )}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  );
}

/** How to have that row again; it stands below the table, because a row folds nothing out. */
export function BenchmarkCommand() {
  const { t, regions } = useCompareWords();
  const { ground, question, chance, drawn } = useCompared();
  if ((drawn.data?.benchmark ?? null) === null) return null;
  const label = t('compare.how.benchmarkCommand', { regions });
  return (
    <Reproduce
      testId="benchmark-command"
      commands={[{ label, text: benchmarkCommand(ground, question, drawn.complete ? chance : null) }]}
    />
  );
}
