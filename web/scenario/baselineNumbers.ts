import { ProblemError } from '../../core/problem.ts';
import type { ScenarioBaseline } from '../../core/scenario/document.ts';
import type { IndicatorView } from '../data/types.ts';
import { availableOf, showingAt } from '../layers/availability.ts';

/**
 * Why a scenario cannot be measured on a release: its indicator has no numbers for its level and year. Null where it has,
 * so that whoever opens a file of another region or year is told and does not wait.
 */
export function withoutNumbers(
  { indicator, level, year }: Pick<ScenarioBaseline, 'indicator' | 'level' | 'year'>,
  indicators: readonly IndicatorView[],
): ProblemError | null {
  const known = indicators.find(one => one.id === indicator);
  const showing = known === undefined ? null : showingAt(level, availableOf(known, indicators));
  const years = showing?.level === level ? showing.years : [];
  if (years.includes(year)) return null;
  const there = years.length === 0 ? 'none' : years.join(', ');
  return new ProblemError(
    'not-found',
    `There are no numbers of "${indicator}" by ${level} for ${year}; there are: ${there}`,
    { years, value: year },
  );
}
