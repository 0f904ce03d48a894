import type { AreaLevel } from '../../core/areas/types.ts';
import { AREA_LEVELS } from '../../core/areas/types.ts';
import type { AvailableValues, IndicatorView } from '../data/types.ts';

/** How an indicator can be shown at a level that someone chose. */
export type Showing = {
  /** The level that the map and the table show. */
  level: AreaLevel;
  /** `coarser`: the chosen level has no values, nor can they be summed to it; `level` is what there is. */
  as: 'chosen' | 'aggregated' | 'coarser';
  /** Years with values, oldest first. */
  years: readonly number[];
};

/** A grid stands beside the hierarchy: nothing sums into it and it sums into nothing. */
const rank = (level: AreaLevel) => (level === 'grid' ? -1 : AREA_LEVELS.indexOf(level));

const yearsAt = (available: readonly AvailableValues[], level: AreaLevel) =>
  [...new Set(available.filter(item => item.level === level).map(item => item.year))].sort((a, b) => a - b);

/** What an indicator has: a density has what the indicator behind it has. */
export function availableOf(
  indicator: IndicatorView,
  indicators: readonly IndicatorView[],
): readonly AvailableValues[] {
  if (indicator.available.length > 0 || indicator.derivedFrom === null) return indicator.available;
  return indicators.find(one => one.id === indicator.derivedFrom)?.available ?? [];
}

/**
 * Which level to show when `chosen` is asked for: that one where it has values or where finer counts can be
 * summed, otherwise the nearest coarser level with values, otherwise the nearest finer one. Null: no values.
 */
export function showingAt(chosen: AreaLevel, available: readonly AvailableValues[]): Showing | null {
  const direct = yearsAt(available, chosen);
  if (direct.length > 0) return { level: chosen, as: 'chosen', years: direct };
  const here = rank(chosen);
  const finer = AREA_LEVELS.filter(level => rank(level) > here && here >= 0);
  for (const level of finer) {
    const counts = available.filter(item => item.level === level && item.basis === 'counts');
    if (counts.length > 0) return { level: chosen, as: 'aggregated', years: yearsAt(counts, level) };
  }
  const coarser = AREA_LEVELS.filter(level => rank(level) >= 0 && (rank(level) < here || here < 0)).reverse();
  for (const level of [...coarser, ...finer]) {
    const years = yearsAt(available, level);
    if (years.length > 0) return { level, as: 'coarser', years };
  }
  return null;
}

/** The year asked for when there is one, otherwise the newest that is not later, otherwise the newest. */
export function yearShown(asked: number | null, years: readonly number[]): number | null {
  if (asked !== null && years.includes(asked)) return asked;
  const earlier = asked === null ? [] : years.filter(year => year < asked);
  return earlier.at(-1) ?? years.at(-1) ?? null;
}
