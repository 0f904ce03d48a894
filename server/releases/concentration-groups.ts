import type { GroupsMeasurement } from '../../core/concentration/multigroup/measure.ts';
import { ProblemError } from '../../core/problem.ts';
import { loadAreas } from './areas.ts';
import type { AreasQuestion, Desk } from './measured-areas.ts';
import { scopeOf } from './scope.ts';
import type { Release } from './types.ts';
import { findValueSource, type ValueSource } from './value-sources.ts';
import { categoriesOf, loadValues } from './values.ts';

export type GroupsAnswer = { source: ValueSource; categories: string[]; measured: GroupsMeasurement };

/**
 * Indices of several groups that exclude each other: the categories of one dimension of a count, such as dwellings by
 * tenure. @throws ProblemError `not-found` naming the dimensions there are; `undefined-index` naming an area whose
 * count is missing or suppressed; and as `findValueSource` and `scopeOf`.
 */
export async function measureGroupsOf(
  desk: Desk,
  release: Release,
  question: AreasQuestion & { dimension: string },
): Promise<GroupsAnswer> {
  const { database, computation } = desk;
  const source = findValueSource(release, question);
  const all = await categoriesOf(database, source.item);
  const categories = all.filter(category => category.startsWith(`${question.dimension}=`));
  if (categories.length < 2) {
    const dimensions = [...new Set(all.map(category => category.split('=')[0]))];
    throw new ProblemError(
      'not-found',
      `"${source.indicator.id}" of ${source.year} has no groups by "${question.dimension}"; it has: ${dimensions.join(', ') || 'the whole only'}`,
      { parameter: 'dimension' },
    );
  }
  const { codes } = (await loadAreas(database, source.areas)).table;
  const scope = await scopeOf(database, release, source.areas, question.scope ?? null);
  const indices = scope ?? Int32Array.from(codes.keys());
  const columns: Float64Array[] = [];
  for (const category of categories) {
    const { numerator } = await loadValues(database, source, category);
    columns.push(Float64Array.from(indices, index => numerator[index]!));
  }
  const measured = await computation.run(
    'groups',
    Array.from(indices, index => codes[index]!),
    columns,
  );
  return { source, categories, measured };
}
