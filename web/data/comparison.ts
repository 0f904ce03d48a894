import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AreaLevel, AreaRef, ValueBasis } from '../../core/areas/types.ts';
import type {
  Lack,
  RankedEntry,
  Ranking,
  RankingMinima,
} from '../../core/concentration/inference/ranking.ts';
import type { MeasuredIndex } from '../../core/concentration/measure.ts';
import type { IndexOutcome } from '../../core/concentration/types.ts';
import { getJson } from './http.ts';
import type { Ground } from './queries.ts';
import type { DatasetSource } from './types.ts';

/** The answers of the comparison as docs/api.md promises them; only what the interface reads. */

export type ComparedRegion = {
  code: string;
  name: string;
  parentCode: string | null;
  /** Whether it lies in the scope; all do without one. */
  own: boolean;
  zones: number | null;
  dropped: number | null;
  clamped: string[];
  social: number | null;
  total: number | null;
  households: number | null;
  /** The year of the counts where there is one, else the nearest. */
  householdsYear: number | null;
  childPoverty: number | null;
  childPovertyYear: number | null;
  index: MeasuredIndex | null;
  spreadRatio: IndexOutcome | null;
  /** Why its value says more about chance than about the place. */
  lack: Lack | null;
  problem: { code: string; detail: string } | null;
};

/** Quartiles of the regions that are not one's own. */
export type Benchmark = { regions: number; low: number; median: number; high: number };

export type RegionRanking = {
  /** Empty where fewer than two regions are large enough. */
  ranked: RankedEntry[];
  refused: Ranking['refused'];
  minima: RankingMinima;
};

export type ComparisonAnswer = {
  release: string;
  of: AreaLevel;
  level: AreaLevel;
  vintage: number;
  year: number;
  basis: ValueBasis;
  source: DatasetSource | null;
  index: string;
  /** Level of the intervals; null without draws. */
  interval: number | null;
  metricEpsg: number | null;
  regions: ComparedRegion[];
  ranking: RegionRanking | null;
  benchmark: Benchmark | null;
};

type Cells = (number | null)[];
export type YearsAnswer = {
  years: number[];
  regions: { code: string; name: string; values: Cells; expected: Cells }[];
};

export type ZoneChoice = {
  kind: 'level' | 'grid';
  /** Of the zones, or of the areas that the grid is made of. */
  level: AreaLevel;
  sideM: number | null;
  zones: number | null;
  index: MeasuredIndex | null;
  problem: { code: string; detail: string } | null;
};
export type ZonesAnswer = {
  code: string;
  name: string;
  /** Null where nothing looked at the map. */
  metricEpsg: number | null;
  zones: ZoneChoice[];
};

/** first − second, and what chance says about it. */
export type PairAnswer = {
  first: { lack: Lack | null };
  second: { lack: Lack | null };
  difference: number;
  corrected: number;
  interval: { level: number; low: number; high: number };
  p: number;
  draws: number;
};

/** What every question of the comparison says. */
export type ComparisonQuestion = {
  of: AreaLevel;
  level: AreaLevel;
  indicator: string;
  year: number;
  index: string;
  scope: AreaRef | null;
  cityDensity: number | null;
  clamp: boolean;
};

export type Chance = { draws: number; seed: number };
/** Null where no draw can change the index. */
export type MaybeChance = Chance | null;

type Parameters = Record<string, string | number | null>;

/** `level:code`, as the API takes a scope. */
const scopeText = (scope: AreaRef | null) => scope && `${scope.level}:${scope.code}`;
const yes = (flag: boolean) => (flag ? 'true' : null);

export function comparisonParameters(ground: Ground, question: ComparisonQuestion): Parameters {
  const { scope, clamp, ...rest } = question;
  return { ...ground, ...rest, scope: scopeText(scope), clamp: yes(clamp) };
}

const forGood = { staleTime: Number.POSITIVE_INFINITY };

/** An answer that is there at once without draws, and again with them when they are made. */
export type Drawn<T> = {
  data: T | undefined;
  /** The draws are in `data`. */
  complete: boolean;
  running: boolean;
  cancelled: boolean;
  error: Error | null;
  cancel: () => void;
  again: () => void;
};

function useDrawn<T>(path: string, parameters: Parameters | null, chance: MaybeChance): Drawn<T> {
  const client = useQueryClient();
  const ask = (extra: Parameters, signal: AbortSignal) =>
    getJson<T>(path, { ...parameters, ...extra }, signal);
  const raw = useQuery({
    queryKey: [path, parameters],
    queryFn: ({ signal }) => ask({}, signal),
    enabled: parameters !== null,
    ...forGood,
  });
  const key = [path, parameters, chance];
  const full = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ask({ ...chance }, signal),
    // One after the other: what is there at once must not wait for what takes long.
    enabled: raw.data !== undefined && chance !== null,
    ...forGood,
  });
  const stopped = full.isPending && !full.isFetching && full.error === null;
  const again = () => void (raw.error === null ? full : raw).refetch();
  return {
    data: full.data ?? raw.data,
    complete: full.data !== undefined,
    running: full.isFetching,
    cancelled: raw.data !== undefined && chance !== null && stopped,
    error: raw.error ?? full.error,
    cancel: () => void client.cancelQueries({ queryKey: key, exact: true }),
    again,
  };
}

/** Regions side by side; null asks nothing. */
export function useComparison(ground: Ground, question: ComparisonQuestion | null, chance: MaybeChance) {
  const parameters = question && comparisonParameters(ground, question);
  return useDrawn<ComparisonAnswer>('/comparison', parameters, chance);
}

/** One region on every choice of zones; null asks nothing. */
export function useZones(
  ground: Ground,
  question: ComparisonQuestion | null,
  code: string | null,
  chance: MaybeChance,
) {
  const parameters =
    question === null || code === null
      ? null
      : {
          ...ground,
          of: question.of,
          code,
          indicator: question.indicator,
          year: question.year,
          index: question.index,
          clamp: yes(question.clamp),
        };
  return useDrawn<ZonesAnswer>('/comparison/zones', parameters, chance);
}

/** Two regions compared by themselves; null asks nothing. */
export function usePair(
  ground: Ground,
  question: ComparisonQuestion,
  pair: readonly [string, string] | null,
  chance: MaybeChance,
) {
  const { of, level, indicator, year, index, clamp } = question;
  const [first, second] = pair ?? [null, null];
  const parameters = {
    ...ground,
    of,
    level,
    indicator,
    year,
    index,
    clamp: yes(clamp),
    first,
    second,
    ...chance,
  };
  return useQuery({
    queryKey: ['/comparison/pair', parameters],
    queryFn: ({ signal }) => getJson<PairAnswer>('/comparison/pair', parameters, signal),
    enabled: pair !== null && chance !== null,
    ...forGood,
  });
}

/** Every region in every year, without draws. */
export function useComparisonYears(ground: Ground, question: ComparisonQuestion) {
  const { of, level, indicator, index, clamp } = question;
  const parameters = { ...ground, of, level, indicator, index, clamp: yes(clamp) };
  return useQuery({
    queryKey: ['/comparison/years', parameters],
    queryFn: ({ signal }) => getJson<YearsAnswer>('/comparison/years', parameters, signal),
    ...forGood,
  });
}
