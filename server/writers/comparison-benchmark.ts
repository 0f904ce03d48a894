import { ProblemError } from '../../core/problem.ts';
import { type ComparisonQuestion, compareRegions } from '../releases/comparison.ts';
import type { Desk } from '../releases/desk.ts';
import { regionOf } from '../releases/select.ts';
import type { Release } from '../releases/types.ts';
import { type Exported, exported, provenanceOf } from './exported.ts';
import { oneRow } from './one-row.ts';
import { writerById } from './registry.ts';

/**
 * The quartiles of the regions that are not one's own, as a file of one row. @throws ProblemError as
 * `compareRegions`; `bad-parameter` without a scope, which says which regions are one's own.
 */
export async function exportBenchmark(
  desk: Desk,
  release: Release,
  { format, ...question }: ComparisonQuestion & { format: string },
): Promise<Exported> {
  const writer = writerById(format);
  const { of, scope, index, measuring } = question;
  if (scope === null) {
    throw new ProblemError(
      'bad-parameter',
      `A benchmark is of the regions outside one's own; say which are one's own, such as a scope of ${of}:CODE`,
      { parameter: 'scope' },
    );
  }
  const { source, item, benchmark } = await compareRegions(desk, release, question);
  const { areas, year } = source;
  const region = regionOf(release, question.region);
  return exported(writer, `${region.id}-${of}-${index}-benchmark-${year}`, {
    ...oneRow('benchmark', {
      ...{ of, level: areas.level, vintage: areas.vintage, year, index },
      own: `${scope.level}:${scope.code}`,
      compared_by: measuring.inference ? 'corrected' : 'value',
      regions: benchmark?.regions ?? 0,
      low: benchmark?.low ?? null,
      median: benchmark?.median ?? null,
      high: benchmark?.high ?? null,
    }),
    provenance: provenanceOf(release, region, [item.source, areas.source, source.item.source], {
      level: areas.level,
      vintage: areas.vintage,
      year,
    }),
  });
}
