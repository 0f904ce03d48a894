import { ancestorPositions, scopeIndices } from '../../core/areas/hierarchy.ts';
import { AREA_LEVELS, type AreaLevel, type AreaRef } from '../../core/areas/types.ts';
import { type Benchmark, benchmarkOf } from '../../core/concentration/inference/benchmark.ts';
import type { ComparisonOptions, PairDifference } from '../../core/concentration/inference/comparison.ts';
import {
  RANKING_MINIMA,
  type Ranking,
  type RankingEntry,
  type RankingMinima,
  rankRegions,
} from '../../core/concentration/inference/ranking.ts';
import type { MeasuredRegion } from '../../core/concentration/regions.ts';
import { ProblemError } from '../../core/problem.ts';
import { loadAreas } from './areas.ts';
import { type Beside, valuesBeside } from './beside.ts';
import { type MeasuringQuestion, viewpointOf } from './concentration.ts';
import type { Desk } from './desk.ts';
import { itemsUpwards, levelItems, loadTables } from './hierarchy.ts';
import { askForMap, onGround, type Subject, subjectOf } from './measured-areas.ts';
import { scopeOf } from './scope.ts';
import { areasItemOf } from './select.ts';
import type { AreasItem, Release } from './types.ts';
import type { ValueQuestion, ValueSource } from './value-sources.ts';

export type ComparisonQuestion = ValueQuestion & {
  /** Level of the regions that are compared; above `level`. */
  of: AreaLevel;
  /** Whose regions are one's own: the others are the benchmark. */
  scope: AreaRef | null;
  /** Id of the index. */
  index: string;
  measuring: Omit<MeasuringQuestion, 'indices'>;
};

export type ComparedRegion = Omit<MeasuredRegion, 'counted'> &
  (
    | NonNullable<MeasuredRegion['counted']>
    | { zones: null; dropped: null; clamped: []; social: null; total: null }
  ) & {
    code: string;
    name: string;
    parentCode: string | null;
    /** Whether it lies in the scope; true for all without one. */
    own: boolean;
    households: number | null;
    householdsYear: number | null;
    childPoverty: number | null;
    childPovertyYear: number | null;
  };

export type Comparison = {
  source: ValueSource;
  /** Of what stands beside the counts. */
  beside: { households: Beside; childPoverty: Beside };
  /** The areas item of the regions. */
  item: AreasItem;
  metricEpsg: number | null;
  regions: ComparedRegion[];
  /** Null without draws. */
  ranking: (Ranking & { minima: RankingMinima }) | null;
  /** Quartiles of the regions that are not one's own and lack nothing; null without a scope, and where there is none. */
  benchmark: Benchmark | null;
};

/**
 * One index of every region of a level, side by side, each measured on its own areas.
 * @throws ProblemError as `subjectOf` and `measureRegions`; `bad-parameter` where `of` is not above the level.
 */
export async function compareRegions(
  desk: Desk,
  release: Release,
  question: ComparisonQuestion,
): Promise<Comparison> {
  const { of, scope, index, measuring } = question;
  const { subject, item, members } = await dividedSubject(desk, release, question);
  const { areas } = askForMap([index]) ? await onGround(desk, subject, measuring.metricEpsg) : subject;
  const metricEpsg = areas.ground?.metricEpsg ?? null;
  const measured = await desk.computation.run(
    'regions',
    [
      areas,
      members,
      {
        ...viewpointOf(measuring, metricEpsg),
        index,
        clamp: measuring.clamp ?? false,
        inference: measuring.inference ?? null,
      },
    ],
    { signal: desk.signal, long: measuring.inference != null },
  );
  const own = await ownRegions(desk, release, item, of, scope);
  const { table } = await loadAreas(desk.database, item);
  const [poverty, households] = await Promise.all([
    valuesBeside(desk.database, release, item, 'child_poverty', subject.source.year),
    valuesBeside(desk.database, release, item, 'households', subject.source.year),
  ]);
  const regions = measured.map(
    ({ counted, ...rest }, at): ComparedRegion => ({
      code: table.codes[at]!,
      name: table.names[at]!,
      parentCode: table.parentCodes[at] ?? null,
      own: own === null || own.has(at),
      ...(counted ?? { zones: null, dropped: null, clamped: [], social: null, total: null }),
      households: households.at(at),
      householdsYear: households.year,
      childPoverty: poverty.at(at),
      childPovertyYear: poverty.year,
      ...rest,
    }),
  );
  return {
    source: subject.source,
    beside: { households, childPoverty: poverty },
    item,
    metricEpsg,
    // A region without areas of the level below is no region to compare.
    regions: regions.filter((_, at) => members[at]!.length > 0),
    ranking: measuring.inference ? rankingOf(regions) : null,
    benchmark:
      scope === null
        ? null
        : benchmarkOf(regions.filter(each => !each.own && each.lack === null).map(comparedBy)),
  };
}

export type PairQuestion = ValueQuestion & {
  of: AreaLevel;
  /** Codes of the two regions. */
  first: string;
  second: string;
  /** Id of an index of counts alone. */
  index: string;
  clamp: boolean;
  inference: ComparisonOptions;
};

/** The difference of an index between two regions, with what chance says; errors as in `subjectOf` and `differenceBetween`. */
export async function compareTwo(
  desk: Desk,
  release: Release,
  { of, first, second, index, clamp, inference, ...question }: PairQuestion,
): Promise<{ source: ValueSource; difference: PairDifference }> {
  const [a, b] = await Promise.all(
    [first, second].map(code => subjectOf(desk, release, { ...question, scope: { level: of, code } })),
  );
  const options = { ...inference, clamp };
  const difference = await desk.computation.run('difference', [index, a!.areas, b!.areas, options], {
    signal: desk.signal,
    long: true,
  });
  return { source: a!.source, difference };
}

/** The areas of a level by the region that each lies in; positions in the subject, ascending. */
export async function dividedSubject(
  desk: Desk,
  release: Release,
  { of, ...question }: ValueQuestion & { of: AreaLevel },
): Promise<{ subject: Subject; item: AreasItem; members: number[][] }> {
  const subject = await subjectOf(desk, release, { ...question, scope: null });
  const { areas } = subject.source;
  const upwards = itemsUpwards(levelItems(release, areas.region, areas.vintage), areas);
  const item = upwards.get(of);
  if (item === undefined || of === areas.level) {
    const above = [...upwards.keys()].filter(level => level !== areas.level);
    throw new ProblemError(
      'bad-parameter',
      `Areas of level "${areas.level}" cannot be compared by "${of}"; they lie in: ${above.join(', ') || 'nothing coarser'}`,
      { parameter: 'of' },
    );
  }
  const parents = ancestorPositions(await loadTables(desk.database, upwards), areas.level, of);
  const { table } = await loadAreas(desk.database, item);
  const members: number[][] = table.codes.map(() => []);
  parents.forEach((region, area) => {
    if (region >= 0) members[region]!.push(area);
  });
  return { subject, item, members };
}

/** Positions of the regions in a scope; null for all. A scope finer than the regions is the region it lies in. */
async function ownRegions(
  { database }: Desk,
  release: Release,
  item: AreasItem,
  of: AreaLevel,
  scope: AreaRef | null,
): Promise<ReadonlySet<number> | null> {
  if (scope === null) return null;
  if (AREA_LEVELS.indexOf(scope.level) > AREA_LEVELS.indexOf(of)) {
    const finer = areasItemOf(release, item.region, scope.level);
    const tables = await loadTables(
      database,
      itemsUpwards(levelItems(release, item.region, finer.vintage), finer),
    );
    const [position = -1] = scopeIndices(tables, scope.level, scope);
    return new Set([ancestorPositions(tables, scope.level, of)[position] ?? -1]);
  }
  return new Set(await scopeOf(database, release, item, scope));
}

/** What a region is ranked and compared by: corrected for chance where that is known. */
function comparedBy({ index }: Pick<ComparedRegion, 'index'>): number | null {
  if (index === null || !('value' in index)) return null;
  return index.corrected ?? index.value;
}

function rankingOf(regions: readonly ComparedRegion[]): NonNullable<Comparison['ranking']> {
  const entries = regions.flatMap((region): RankingEntry[] => {
    const value = comparedBy(region);
    const interval = region.index?.interval;
    if (value === null || !interval) return [];
    return [{ id: region.code, value, interval, lack: region.lack }];
  });
  return { ...rankRegions(entries), minima: RANKING_MINIMA };
}
