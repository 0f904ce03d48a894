import { groundWithin } from '../../core/concentration/map.ts';
import type { GroupsMeasurement } from '../../core/concentration/multigroup/measure.ts';
import { ProblemError } from '../../core/problem.ts';
import { loadAreas } from './areas.ts';
import type { Desk } from './desk.ts';
import { loadGround } from './ground.ts';
import { type AreasQuestion, areasAsked } from './measured-areas.ts';
import type { Release } from './types.ts';
import { findValueSource, type ValueSource } from './value-sources.ts';
import { categoriesOf, loadValues } from './values.ts';

/** Distortion sorts all areas around each area: n² log n. */
const MOST_DISTORTED = 5000;

export type GroupsAnswer = {
  source: ValueSource;
  categories: string[];
  measured: GroupsMeasurement;
  /** Null unless it was asked for. */
  distortion: number | null;
};

/**
 * Indices of several groups that exclude each other: the categories of one dimension of a count, such as dwellings by
 * tenure. @throws ProblemError `not-found` naming the dimensions there are; `undefined-index` naming an area whose
 * count is missing or suppressed; and as `findValueSource` and `areasAsked`.
 */
export async function measureGroupsOf(
  desk: Desk,
  release: Release,
  question: AreasQuestion & {
    dimension: string;
    distortion?: boolean | undefined;
    metricEpsg?: number | undefined;
  },
): Promise<GroupsAnswer> {
  const { database, computation, signal } = desk;
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
  const indices = await areasAsked(database, release, source.areas, question);
  const columns: Float64Array[] = [];
  for (const category of categories) {
    const { numerator } = await loadValues(database, source, category);
    columns.push(Float64Array.from(indices, index => numerator[index]!));
  }
  const areaCodes = Array.from(indices, index => codes[index]!);
  const measured = await computation.run('groups', [areaCodes, columns], { signal });
  if (!question.distortion) return { source, categories, measured, distortion: null };
  if (indices.length > MOST_DISTORTED) {
    throw new ProblemError(
      'too-large',
      `Distortion of ${indices.length} areas takes too long; ask for at most ${MOST_DISTORTED}`,
    );
  }
  const ground = groundWithin(
    await loadGround(database, computation, source.areas, question.metricEpsg),
    indices,
  );
  const distortion = await computation.run('distortion', [areaCodes, columns, ground.geometry], {
    signal,
    long: true,
  });
  return { source, categories, measured, distortion };
}
