import { AREA_LEVELS, type AreaLevel } from '../../core/areas/types.ts';
import type { MeasuredRegion } from '../../core/concentration/regions.ts';
import { ProblemError } from '../../core/problem.ts';
import { type MeasuringQuestion, viewpointOf } from './concentration.ts';
import type { Desk } from './desk.ts';
import { itemsUpwards, levelItems } from './hierarchy.ts';
import { askForMap, onGround, type Subject, subjectOf } from './measured-areas.ts';
import { areasItemOf, areasItems } from './select.ts';
import type { Release } from './types.ts';
import { indicatorById, type ValueQuestion, valueSources } from './value-sources.ts';

/** Sides of the grids, in metres. */
export const GRID_SIDES_M: readonly number[] = [500, 1000];

export type ZonesQuestion = Omit<ValueQuestion, 'level'> & {
  /** The region. */
  of: AreaLevel;
  code: string;
  index: string;
  measuring: Omit<MeasuringQuestion, 'indices'>;
};

/** An index on one choice of zones. */
export type ZonedIndex = Pick<MeasuredRegion, 'index' | 'problem'> & {
  kind: 'level' | 'grid';
  /** Of the zones, or of the areas that the grid is made of. */
  level: AreaLevel;
  sideM: number | null;
  zones: number | null;
};

/**
 * One index of one region on every level below it that has counts, coarse to fine, and on square grids made of the
 * finest. @throws ProblemError `bad-parameter` where no level below the region has counts; and as `subjectOf`.
 */
export async function compareZones(
  desk: Desk,
  release: Release,
  { of, code, index, measuring, ...question }: ZonesQuestion,
): Promise<{ subject: Subject; zones: ZonedIndex[]; metricEpsg: number }> {
  const subjects: Subject[] = [];
  for (const { level, year } of levelsBelow(release, { ...question, of })) {
    const asked = { ...question, level, year, scope: { level: of, code } };
    subjects.push(await subjectOf(desk, release, asked));
  }
  const last = subjects.pop();
  if (last === undefined) {
    throw new ProblemError(
      'bad-parameter',
      `No level below "${of}" has counts of "${question.indicator}"${question.year === undefined ? '' : ` in ${question.year}`}; import areas and counts of a finer level`,
      { parameter: 'of' },
    );
  }
  const grounded = (subject: Subject) => onGround(desk, subject, measuring.metricEpsg);
  // The grids are made of where the finest areas lie; the others are measured where the index looks at the map.
  const finest = await grounded(last);
  const coarser = askForMap([index]) ? await Promise.all(subjects.map(grounded)) : subjects;
  const levels = [...coarser, finest];
  const { metricEpsg } = finest.areas.ground!;
  const measured = await desk.computation.run(
    'zones',
    [
      { levels: levels.map(({ areas }) => areas), gridSidesM: GRID_SIDES_M },
      {
        ...viewpointOf(measuring, metricEpsg),
        index,
        clamp: measuring.clamp ?? false,
        inference: measuring.inference ?? null,
      },
    ],
    { signal: desk.signal, long: measuring.inference != null },
  );
  const choices: Pick<ZonedIndex, 'kind' | 'level' | 'sideM'>[] = [
    ...levels.map(({ source }) => ({ kind: 'level' as const, level: source.areas.level, sideM: null })),
    ...GRID_SIDES_M.map(sideM => ({ kind: 'grid' as const, level: finest.source.areas.level, sideM })),
  ];
  const zones = choices.map((choice, k): ZonedIndex => {
    const { counted, index: outcome, problem } = measured[k]!;
    return { ...choice, zones: counted?.zones ?? null, index: outcome, problem };
  });
  return { subject: finest, zones, metricEpsg };
}

/** Levels below the region whose areas lie in it and have counts of the indicator, of one year; coarse to fine. */
function levelsBelow(
  release: Release,
  { region, indicator, year, of }: Pick<ZonesQuestion, 'region' | 'indicator' | 'year' | 'of'>,
): { level: AreaLevel; year: number }[] {
  const wanted = indicatorById(indicator);
  const below = AREA_LEVELS.slice(AREA_LEVELS.indexOf(of) + 1)
    .filter(level => level !== 'grid' && areasItems(release, region).some(item => item.level === level))
    .map(level => areasItemOf(release, region, level))
    .filter(item => itemsUpwards(levelItems(release, region, item.vintage), item).has(of))
    .map(item => ({
      level: item.level,
      years: valueSources(release, item, wanted)
        .filter(source => source.basis !== 'published_ratio')
        .map(source => source.year),
    }))
    .filter(({ years }) => years.length > 0);
  const one = year ?? below.at(-1)?.years[0];
  return one === undefined
    ? []
    : below.filter(({ years }) => years.includes(one)).map(({ level }) => ({ level, year: one }));
}
