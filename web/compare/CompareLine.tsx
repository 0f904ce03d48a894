import { memo } from 'react';
import type { CompareColumn } from '../state/view.ts';
import { useCompared, useCompareWords } from './comparison.tsx';
import { useLackWords } from './lackWords.ts';
import { useIsHovered, useRegionActions } from './marking.ts';
import { useProblemWords } from './problemWords.ts';
import type { CompareRow } from './rows.ts';

type Props = {
  row: CompareRow;
  columns: readonly CompareColumn[];
  colour: string | null;
  tabIndex: number;
  onStop: (code: string) => void;
};

const OF_THE_INDEX: readonly CompareColumn[] = ['value', 'expected', 'corrected'];

function Corrected({ row }: { row: CompareRow }) {
  const { t, write } = useCompareWords();
  const { drawn } = useCompared();
  const lackText = useLackWords();
  if (!drawn.complete) return <span className="quiet">{drawn.running ? '…' : '–'}</span>;
  return (
    <>
      {row.lack === null ? <strong>{write(row.corrected)}</strong> : write(row.corrected)}
      {row.lack === null
        ? !Number.isNaN(row.low) && (
            <span className="cell-interval">
              {t('compare.table.interval', { low: write(row.low), high: write(row.high) })}
            </span>
          )
        : // An interval here would be too narrow, and promise what nobody knows.
          !Number.isNaN(row.corrected) && (
            <span className="cell-interval" title={lackText(row.lack)}>
              {t('compare.table.small')}
              <span className="unseen">: {lackText(row.lack)}</span>
            </span>
          )}
    </>
  );
}

function useCell(row: CompareRow) {
  const { write, count, share, decimal, text } = useCompareWords();
  const known = (value: number, show: (value: number) => string) => (Number.isNaN(value) ? '–' : show(value));
  return (column: CompareColumn) => {
    switch (column) {
      case 'name':
        return row.name;
      case 'value':
      case 'expected':
        return write(row[column]);
      case 'corrected':
        return <Corrected row={row} />;
      case 'spread':
        return row.spreadBecause === null ? (
          known(row.spread, value => decimal(value, 2))
        ) : (
          <>
            –<span className="unseen"> {text(row.spreadBecause)}</span>
          </>
        );
      case 'poverty':
        return known(row.poverty, share);
      case 'rate':
        return known(row.rate, value => decimal(value, 1));
      default:
        return known(row[column], count);
    }
  };
}

/** One region: a click anywhere or the space bar on its box chooses it. */
export const CompareLine = memo(function CompareLine(props: Props) {
  const { row, columns, colour, tabIndex, onStop } = props;
  const { previewing, toggle } = useRegionActions();
  const isHovered = useIsHovered(row.code);
  const preview = previewing(row.code);
  const onToggle = () => toggle(row.code);
  const { t } = useCompareWords();
  const cell = useCell(row);
  const problem = useProblemWords()(row);
  const shown = problem === null ? columns : columns.filter(column => !OF_THE_INDEX.includes(column));
  return (
    <tr
      data-code={row.code}
      data-chosen={colour !== null}
      data-hovered={isHovered}
      onMouseEnter={preview.onMouseEnter}
      onMouseLeave={preview.onMouseLeave}
      onClick={onToggle}
    >
      <td className="check" style={colour === null ? {} : { boxShadow: `inset 4px 0 ${colour}` }}>
        <input
          type="checkbox"
          checked={colour !== null}
          aria-label={t('compare.table.choose', { name: row.name })}
          data-roving={row.code}
          tabIndex={tabIndex}
          style={colour === null ? {} : { accentColor: colour }}
          onFocus={() => {
            onStop(row.code);
            preview.onFocus();
          }}
          onBlur={preview.onBlur}
          onClick={event => event.stopPropagation()}
          onChange={onToggle}
        />
      </td>
      {shown.flatMap(column => {
        if (column === 'name') {
          const name = (
            <th key="name" scope="row" className="name">
              {colour === null ? row.name : <strong>{row.name}</strong>}
            </th>
          );
          return problem === null
            ? name
            : [
                name,
                <td
                  key="problem"
                  className="cell-problem"
                  colSpan={OF_THE_INDEX.length}
                  title={row.problem?.detail}
                >
                  {problem}
                </td>,
              ];
        }
        return (
          <td key={column} className="number-cell" data-column={column}>
            {cell(column)}
          </td>
        );
      })}
    </tr>
  );
});
