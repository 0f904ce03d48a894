import { undefinedReasons } from '../../core/concentration/population.ts';
import { IntervalStrip } from '../charts/IntervalStrip.tsx';
import type { Axis } from '../charts/scale.ts';
import type { ZoneChoice } from '../data/comparison.ts';
import { useCompared, useCompareWords } from './comparison.tsx';
import { shownValue, tooFewZones } from './zonesReading.ts';

/** Name of a choice of zones: a level, or a grid with its side. */
export function useZoneWords() {
  const { t, levelTitle, count } = useCompareWords();
  return ({ kind, level, sideM }: ZoneChoice) => {
    if (kind === 'level') return t('compare.zones.level', { level: levelTitle(level) });
    const metres = sideM ?? 0;
    const side =
      metres >= 1000
        ? t('compare.zones.kilometres', { side: count(metres / 1000) })
        : t('compare.zones.metres', { side: count(metres) });
    return t('compare.zones.grid', { side });
  };
}

/** One choice of zones: how many zones it makes, whether those repeat the areas, and what the index is on them. */
export function ZoneLine({ choice, axis, repeats }: { choice: ZoneChoice; axis: Axis; repeats: boolean }) {
  const { t, text, write, count, levelPlural } = useCompareWords();
  const { setting, focus, markOf } = useCompared();
  const title = useZoneWords();
  const { index, zones, problem } = choice;
  const used = choice.kind === 'level' && choice.level === setting.level;
  const known = index !== null && 'value' in index ? index : null;
  const reason =
    index !== null && 'undefined' in index && index.undefined
      ? text(undefinedReasons[index.code])
      : problem === null
        ? null
        : t('compare.table.otherwise');
  const notes = [
    zones === null
      ? null
      : t(choice.kind === 'grid' ? 'compare.zones.cells' : 'compare.zones.count', {
          count: zones,
          number: count(zones),
        }),
    used ? t('compare.zones.used') : null,
    repeats ? t('compare.zones.repeats', { level: levelPlural(choice.level) }) : null,
    tooFewZones(choice) ? t('compare.zones.few') : null,
  ].filter(note => note !== null);
  return (
    <li className="zone" data-used={used} data-kind={choice.kind} data-level={choice.level}>
      <span className="zone-name">
        {title(choice)} <span className="quiet">{notes.join(', ')}</span>
      </span>
      {known === null ? (
        <span className="cell-problem">{t('compare.table.impossible', { reason: reason ?? '' })}</span>
      ) : (
        <>
          <IntervalStrip
            domain={axis.domain}
            ticks={axis.ticks}
            value={shownValue(choice)}
            expected={known.expected ?? Number.NaN}
            low={known.interval?.low ?? Number.NaN}
            high={known.interval?.high ?? Number.NaN}
            colour={focus === null ? null : (markOf(focus.code)?.colour ?? null)}
          />
          <span className="zone-value">
            <strong>{write(shownValue(choice))}</strong>
            {known.interval != null && (
              <span className="cell-interval">
                {t('compare.table.interval', {
                  low: write(known.interval.low),
                  high: write(known.interval.high),
                })}
              </span>
            )}
          </span>
        </>
      )}
    </li>
  );
}
