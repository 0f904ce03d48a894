import { compareTwo, type PairQuestion } from '../releases/comparison.ts';
import type { Desk } from '../releases/desk.ts';
import { regionOf } from '../releases/select.ts';
import type { Release } from '../releases/types.ts';
import { type Exported, exported, provenanceOf } from './exported.ts';
import { oneRow } from './one-row.ts';
import { writerById } from './registry.ts';

/** The difference of an index between two regions as a file of one row; errors as in `compareTwo`. */
export async function exportPair(
  desk: Desk,
  release: Release,
  { format, ...question }: PairQuestion & { format: string },
): Promise<Exported> {
  const writer = writerById(format);
  const { source, difference: found } = await compareTwo(desk, release, question);
  const { areas, item, year } = source;
  const { of, first, second, index, inference } = question;
  const region = regionOf(release, question.region);
  return exported(writer, `${region.id}-${of}-${index}-${first}-${second}-${year}`, {
    ...oneRow(`${first}-${second}`, {
      ...{ of, first, second, level: areas.level, vintage: areas.vintage, year, index },
      first_value: found.first,
      second_value: found.second,
      difference: found.difference,
      corrected: found.corrected,
      low: found.interval.low,
      high: found.interval.high,
      p: found.p,
      // What a region is too small in to say anything of the two by it.
      first_lacks: found.lacks[0]?.lacks ?? null,
      second_lacks: found.lacks[1]?.lacks ?? null,
      draws: found.draws,
      seed: inference.seed,
    }),
    provenance: provenanceOf(release, region, [areas.source, item.source], {
      level: areas.level,
      vintage: areas.vintage,
      year,
    }),
  });
}
