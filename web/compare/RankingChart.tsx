import type { RankedEntry } from '../../core/concentration/inference/ranking.ts';
import { StripAxis } from '../charts/IntervalStrip.tsx';
import { useRoving } from '../charts/roving.ts';
import { indexAxis, rowValues } from './axes.ts';
import { useCompared, useCompareWords } from './comparison.tsx';
import { type RankGroup, rankGroups } from './groups.ts';
import { RankedLine } from './RankedLine.tsx';
import { RefusedRegions } from './RefusedRegions.tsx';
import { type CompareRow, comparableRows } from './rows.ts';
import { StripKey } from './StripKey.tsx';

type Placed = { row: CompareRow; rank: RankedEntry | null };
type Bracket = { key: string; tied: boolean; placed: Placed[] };

/** The regions by group; without a ranking one unbracketed list in the order of the values. */
function useBrackets(): { groups: RankGroup[] | null; brackets: Bracket[] } {
  const { rows, drawn } = useCompared();
  const ranking = drawn.data?.ranking ?? null;
  const byCode = new Map(rows.map(row => [row.code, row]));
  if (ranking === null || ranking.ranked.length === 0) {
    return {
      groups: ranking && [],
      brackets: comparableRows(rows).map(row => ({
        key: row.code,
        tied: false,
        placed: [{ row, rank: null }],
      })),
    };
  }
  const groups = rankGroups(ranking.ranked);
  const brackets = groups.flatMap(group => {
    const placed = group.entries.flatMap(rank => {
      const row = byCode.get(rank.id);
      return row === undefined ? [] : [{ row, rank }];
    });
    // Others it overlaps with may not be one's own, and then there is nothing to hold together.
    const tied = placed.length > 1;
    return placed.length === 0 ? [] : [{ key: placed[0]!.row.code, tied, placed }];
  });
  return { groups, brackets };
}

/** What the order is worth, in one sentence. */
function useVerdict(groups: RankGroup[] | null): string {
  const { t, region, regions, count } = useCompareWords();
  const { drawn, chance } = useCompared();
  if (chance === null) return t('compare.ranking.fixed');
  if (groups === null) return t('compare.ranking.waiting');
  if (groups.length === 0) return t('compare.ranking.none', { regions });
  const kind =
    groups.length === 1
      ? 'allTied'
      : groups.every(group => group.entries.length === 1)
        ? 'allApart'
        : 'someTied';
  const number = count(drawn.data?.ranking?.ranked.length ?? 0);
  return [
    t(`compare.ranking.${kind}`, { regions }),
    kind === 'allApart' ? '' : t('compare.ranking.tiedHelp', { region }),
    t('compare.ranking.placesHelp', { number, regions }),
  ].join(' ');
}

/** The regions from high to low as far as that is certain: what overlaps stands under one bracket. */
export function RankingChart() {
  const { t, regions, count, writeTicks } = useCompareWords();
  const { index, rows, drawn } = useCompared();
  const { groups, brackets } = useBrackets();
  const verdict = useVerdict(groups);
  const benchmark = drawn.data?.benchmark ?? null;
  const axis = indexAxis(index, rowValues(rows, benchmark), 4);
  const roving = useRoving(brackets.flatMap(({ placed }) => placed.map(({ row }) => row.code)));
  return (
    <section className="compare-section" aria-label={t('compare.ranking.title')} data-testid="ranking">
      <h2>{t('compare.ranking.title')}</h2>
      <p className="quiet" data-testid="ranking-verdict">
        {verdict.charAt(0).toLocaleUpperCase() + verdict.slice(1)}
      </p>
      <StripKey band={benchmark !== null} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys belong to the buttons inside */}
      <div className="ranking" onKeyDown={roving.onKeyDown}>
        <div className="ranking-axis">
          <StripAxis domain={axis.domain} ticks={axis.ticks} write={writeTicks(axis)} />
        </div>
        <ol className="ranking-groups">
          {brackets.map(({ key, tied, placed }) => (
            <li key={key} data-tied={tied}>
              {tied && (
                <span className="unseen">
                  {t('compare.ranking.group', { number: count(placed.length), regions })}
                </span>
              )}
              <ol>
                {placed.map(({ row, rank }) => (
                  <RankedLine
                    key={row.code}
                    row={row}
                    rank={rank}
                    axis={axis}
                    benchmark={benchmark}
                    tabIndex={roving.tabIndex(row.code)}
                    onStop={roving.stopAt}
                  />
                ))}
              </ol>
            </li>
          ))}
        </ol>
      </div>
      <RefusedRegions />
    </section>
  );
}
