import type { RankedEntry } from '../../core/concentration/inference/ranking.ts';
import { IntervalStrip } from '../charts/IntervalStrip.tsx';
import type { Axis } from '../charts/scale.ts';
import type { Benchmark } from '../data/comparison.ts';
import { useCompared, useCompareWords } from './comparison.tsx';
import { useIsHovered, useIsOneHovered, useRegionActions } from './marking.ts';
import type { CompareRow } from './rows.ts';

type Props = {
  row: CompareRow;
  /** Null before the draws. */
  rank: RankedEntry | null;
  axis: Axis;
  benchmark: Benchmark | null;
  tabIndex: number;
  onStop: (code: string) => void;
};

const nobody: readonly string[] = [];

/** One region in the ranking: the places it may have, and its value with what chance leaves open. */
export function RankedLine({ row, rank, axis, benchmark, tabIndex, onStop }: Props) {
  const { t, write } = useCompareWords();
  const { markOf } = useCompared();
  const { previewing, toggle } = useRegionActions();
  const isHovered = useIsHovered(row.code);
  const isTied = useIsOneHovered(rank?.tiedWith ?? nobody);
  const mark = markOf(row.code);
  const preview = previewing(row.code);
  const place =
    rank === null
      ? ''
      : rank.best === rank.worst
        ? t('compare.ranking.place', { n: rank.best })
        : t('compare.ranking.places', { from: rank.best, to: rank.worst });
  const spoken =
    rank === null
      ? t('compare.ranking.spokenRaw', { name: row.name, value: write(row.shown) })
      : t('compare.ranking.spoken', {
          name: row.name,
          place,
          value: write(row.corrected),
          low: write(row.low),
          high: write(row.high),
          expected: write(row.expected),
          tied: rank.tiedWith.length,
        });
  return (
    <li>
      <button
        type="button"
        className="ranked"
        aria-pressed={mark !== null}
        aria-label={spoken}
        data-roving={row.code}
        data-hovered={isHovered}
        data-tied={isTied}
        tabIndex={tabIndex}
        {...preview}
        onFocus={() => {
          onStop(row.code);
          preview.onFocus();
        }}
        onClick={() => toggle(row.code)}
      >
        <span className="ranked-place">{place}</span>
        <span className="ranked-name">
          {mark !== null && <span className="swatch" style={{ background: mark.colour }} />}
          {row.name}
        </span>
        <IntervalStrip
          domain={axis.domain}
          ticks={axis.ticks}
          value={row.shown}
          expected={row.expected}
          low={row.low}
          high={row.high}
          band={benchmark}
          colour={mark?.colour ?? null}
        />
        <span className="ranked-value">{write(row.shown)}</span>
      </button>
    </li>
  );
}
