import type { AreaLevel, AreaRef } from '../../core/areas/types.ts';
import { ALL_INDICES, type Concentration, concentration } from '../../core/concentration/evaluate.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Database } from '../database/types.ts';
import { loadAreas } from './areas.ts';
import { scopeOf } from './scope.ts';
import type { Release } from './types.ts';
import { findValueSource, type ValueQuestion, type ValueSource } from './value-sources.ts';
import { loadValues } from './values.ts';

export type ConcentrationQuestion = Omit<ValueQuestion, 'level'> & {
  level: AreaLevel;
  scope?: AreaRef | null | undefined;
  /** Ids of indices; without them all. */
  indices?: readonly string[] | undefined;
  /** Lower a group above its total to the total instead of refusing it. */
  clamp?: boolean | undefined;
};

export type MeasuredConcentration = Concentration & { source: ValueSource };

/**
 * How unevenly the numerator of a ratio lies over the areas of a scope, compared with the rest of its denominator.
 * @throws ProblemError `bad-parameter` for an indicator without both counts, `undefined-index` naming the areas whose
 * counts are missing or suppressed or whose group is above the total, and as `findValueSource` and `scopeOf`.
 */
export async function measureConcentration(
  database: Database,
  release: Release,
  question: ConcentrationQuestion,
): Promise<MeasuredConcentration> {
  const source = findValueSource(release, question);
  const { indicator, item } = source;
  if (indicator.kind !== 'ratio' || item.basis === 'published_ratio') {
    const why =
      indicator.kind === 'ratio' ? 'was published as a ratio without its counts' : `is a ${indicator.kind}`;
    throw new ProblemError(
      'bad-parameter',
      `"${indicator.id}" of ${source.year} ${why}; an index compares a count with a total, as social_share has`,
      { parameter: 'indicator' },
    );
  }
  const columns = await loadValues(database, source);
  const { codes } = (await loadAreas(database, source.areas)).table;
  const scope = await scopeOf(database, release, source.areas, question.scope ?? null);
  const within = (column: Float64Array) =>
    scope === null ? column : Float64Array.from(scope, i => column[i]!);
  const measured = concentration(
    {
      codes: scope === null ? codes : Array.from(scope, index => codes[index]!),
      group: within(columns.numerator),
      total: within(columns.denominator),
    },
    question.indices ?? ALL_INDICES,
    { clamp: question.clamp ?? false },
  );
  return { ...measured, source };
}
