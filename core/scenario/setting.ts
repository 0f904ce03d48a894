import { type AreaTables, requireTable, scopeIndices } from '../areas/hierarchy.ts';
import type { ValueColumns } from '../areas/types.ts';
import { ProblemError } from '../problem.ts';
import type { ScenarioBaseline } from './document.ts';
import type { EvaluationSetting } from './evaluate.ts';

/**
 * What `scenarioEvaluator` needs, from a scenario's baseline and the areas and values of its release: numerators
 * are the social dwellings and denominators all dwellings. Throws ProblemError `undefined-index` for a published
 * ratio, `conflict` when the columns are not those the baseline names, and as `scopeIndices`.
 */
export function evaluationSetting(
  baseline: Pick<ScenarioBaseline, 'indicator' | 'level' | 'year' | 'scope'>,
  tables: AreaTables,
  values: ValueColumns,
  options: Pick<
    EvaluationSetting,
    'indices' | 'clamp' | 'poverty' | 'households' | 'reach' | 'objective' | 'contiguity' | 'facilityCodes'
  > = {},
): EvaluationSetting {
  const { indicator, level, year, scope } = baseline;
  const { codes, areaHa } = requireTable(tables, level);
  if (
    values.indicator !== indicator ||
    values.level !== level ||
    values.year !== year ||
    values.status.length !== codes.length
  ) {
    throw new ProblemError(
      'conflict',
      `The scenario is about ${indicator} of ${year} in ${codes.length} areas of level ${level}, and the values given are ${values.indicator} of ${values.year} in ${values.status.length} areas of level ${values.level}.`,
    );
  }
  if (values.basis === 'published_ratio') {
    throw new ProblemError(
      'undefined-index',
      `${indicator} ${year} was published as a ratio without its denominator; concentration needs numbers of dwellings.`,
      { indicator, year },
    );
  }
  return {
    codes,
    group: values.numerator,
    total: values.denominator,
    hectares: areaHa,
    scope: scope === null ? null : scopeIndices(tables, level, scope),
    ...options,
  };
}
