import type { AreaLevel } from '../../core/areas/types.ts';
import { indicators } from '../../data/indicators.ts';
import { loadAreas } from './areas.ts';
import { dividedSubject } from './comparison.ts';
import { type MeasuringQuestion, viewpointOf } from './concentration.ts';
import type { Desk } from './desk.ts';
import { askForMap, onGround, type Subject } from './measured-areas.ts';
import type { AreasItem, Release } from './types.ts';
import { type ValueQuestion, valueSources } from './value-sources.ts';

export type YearsQuestion = Omit<ValueQuestion, 'year'> & {
  of: AreaLevel;
  index: string;
  measuring: Omit<MeasuringQuestion, 'indices' | 'inference'>;
};

/** One cell a year; null where the index cannot be computed, or its expectation not without draws. */
export type RegionYears = {
  code: string;
  name: string;
  values: (number | null)[];
  expected: (number | null)[];
};

export type ComparisonYears = {
  /** Of the newest year. */
  subject: Subject;
  item: AreasItem;
  years: number[];
  regions: RegionYears[];
};

/** One index of every region in every year that has counts, oldest first; errors as in `compareRegions`. */
export async function compareYears(
  desk: Desk,
  release: Release,
  { of, index, measuring, ...question }: YearsQuestion,
): Promise<ComparisonYears> {
  const newest = await dividedSubject(desk, release, { ...question, of });
  const indicator = indicators.find(each => each.id === question.indicator)!;
  const years = valueSources(release, newest.subject.source.areas, indicator)
    .filter(source => source.basis !== 'published_ratio')
    .map(source => source.year)
    .toReversed();
  const { table } = await loadAreas(desk.database, newest.item);
  const regions = table.codes.map(
    (code, at): RegionYears => ({ code, name: table.names[at]!, values: [], expected: [] }),
  );
  for (const year of years) {
    const { subject, members } = await dividedSubject(desk, release, { ...question, of, year });
    const { areas } = askForMap([index]) ? await onGround(desk, subject, measuring.metricEpsg) : subject;
    const measured = await desk.computation.run(
      'regions',
      [
        areas,
        members,
        {
          ...viewpointOf(measuring, areas.ground?.metricEpsg ?? null),
          index,
          clamp: measuring.clamp ?? false,
          inference: null,
        },
      ],
      { signal: desk.signal },
    );
    measured.forEach(({ index: outcome }, at) => {
      regions[at]!.values.push(outcome && 'value' in outcome ? outcome.value : null);
      regions[at]!.expected.push(outcome?.expected ?? null);
    });
  }
  const { subject, item, members } = newest;
  return { subject, item, years, regions: regions.filter((_, at) => members[at]!.length > 0) };
}
