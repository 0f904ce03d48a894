import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FeatureCollection, LineString } from 'geojson';
import type { Ages } from '../../core/access/ages.ts';
import type { Isochrone } from '../../core/access/around.ts';
import type { Coverage } from '../../core/access/coverage.ts';
import type { Norm } from '../../core/access/norm.ts';
import type { NormRow } from '../../core/access/norm-table.ts';
import type { Basis } from '../../core/access/population/settle.ts';
import type { Walking } from '../../core/access/walking.ts';
import type { AreaLevel, AreaRef } from '../../core/areas/types.ts';
import { apiUrl, getJson } from './http.ts';
import type { Ground } from './queries.ts';
import type { DatasetSource } from './types.ts';

/** What every answer says of its walks and children. */
export type AccessOrigin = {
  release: string;
  region: string;
  walking: Walking;
  settlement: {
    level: AreaLevel;
    points: number;
    sideM: number;
    gatheredM: number;
    bases: { basis: Basis; areas: number }[];
    pointsOff: number;
  };
  children: {
    year: number;
    source: DatasetSource;
    deprivedBy: 'child_poverty' | 'children_in_deprivation' | null;
  };
};

export type GroupTotals = {
  children: number;
  reached: number;
  share: number | null;
  meanM: number | null;
  medianM: number | null;
  percentile90M: number | null;
  curve: (number | null)[];
};

type Cells = (number | null)[];
export type AreasAccess = AccessOrigin & {
  level: AreaLevel;
  areasHash: string;
  rule: ReachRule;
  counted: Ages[];
  exactAges: boolean;
  places: number;
  placesWithoutArea: number;
  areasWithout: number;
  areasWithoutIndex: number;
  curveM: number[];
  totals: { all: GroupTotals; deprived: GroupTotals | null; others: GroupTotals | null };
  equity: { index: number; curve: { children: number[]; reached: number[] } } | null;
  columns: {
    code: string[];
    index: number[];
    median_m: Cells;
    children: Cells;
    reached: Cells;
    share: Cells;
    deprived: Cells;
    deprived_reached: Cells;
    deprived_share: Cells;
    unmet_deprived: Cells;
  };
};

export type ReachRule = {
  functions: readonly string[];
  withinM: number;
  minAreaM2: number | null;
  ages: Ages | null;
};

export type PlaceReached = { id: string; name: string | null; functions: string[]; metres: number };

export type AreaProfile = AccessOrigin & {
  withinM: number;
  counts: { all: number; deprived: number | null };
  functions: {
    function: string;
    medianM: number | null;
    nearest: PlaceReached | null;
    inReach: number;
    children: Coverage[];
    deprived: Coverage[] | null;
  }[];
};

export type AroundPoint = AccessOrigin & {
  at: { lon: number; lat: number };
  withinM: number;
  counts: { all: number; deprived: number | null; others: number | null };
  places: PlaceReached[];
  from: Isochrone;
  to: Isochrone;
};

const forGood = { staleTime: Number.POSITIVE_INFINITY };

/** The parameters of a rule, whatever norm it came from. */
export function ruleParameters({ functions, withinM, minAreaM2, ages }: ReachRule) {
  return {
    function: functions,
    withinM,
    minAreaM2: minAreaM2 || null,
    ages: ages === null ? 'all' : `${ages.from}-${ages.to}`,
  };
}

const scopeText = (scope: AreaRef | null) => (scope === null ? null : `${scope.level}:${scope.code}`);

export type AreasQuestion = { rule: ReachRule; level: AreaLevel; scope: AreaRef | null };

const areasParameters = (ground: Ground, { rule, level, scope }: AreasQuestion) => ({
  ...ground,
  level,
  scope: scopeText(scope),
  ...ruleParameters(rule),
});

/** Who has a place within reach, by area; null asks nothing. */
export function useAreasAccess(ground: Ground, question: AreasQuestion | null) {
  return useQuery({
    queryKey: ['access', ground, question],
    queryFn: ({ signal }) =>
      getJson<AreasAccess>(
        '/access/areas',
        question === null ? {} : areasParameters(ground, question),
        signal,
      ),
    enabled: question !== null && question.rule.functions.length > 0,
    placeholderData: keepPreviousData,
    ...forGood,
  });
}

export const accessExport = (ground: Ground, question: AreasQuestion, format: string) =>
  apiUrl(`/exports/access.${format}`, areasParameters(ground, question));

export function useNorms(ground: Ground, scope: AreaRef | null) {
  return useQuery({
    queryKey: ['access norms', ground, scope],
    queryFn: ({ signal }) =>
      getJson<AccessOrigin & { norms: (Norm & { result: NormRow | null })[] }>(
        '/access/norms',
        { ...ground, scope: scopeText(scope) },
        signal,
      ),
    ...forGood,
  });
}

export function useAreaProfile(ground: Ground, area: AreaRef | null, withinM: number) {
  return useQuery({
    queryKey: ['access profile', ground, area, withinM],
    queryFn: ({ signal }) =>
      getJson<AreaProfile>(
        `/access/areas/${area?.level}/${encodeURIComponent(area?.code ?? '')}`,
        { ...ground, withinM },
        signal,
      ),
    enabled: area !== null,
    ...forGood,
  });
}

export type AroundQuestion = { lon: number; lat: number; withinM: number; functions: readonly string[] };

export function useAround(ground: Ground, question: AroundQuestion | null) {
  return useQuery({
    queryKey: ['access around', ground, question],
    queryFn: ({ signal }) => {
      const { functions, ...at } = question ?? { functions: [] };
      return getJson<AroundPoint>('/access/around', { ...ground, ...at, function: functions }, signal);
    },
    enabled: question !== null,
    placeholderData: keepPreviousData,
    ...forGood,
  });
}

/** The web of places: routes as lines, and what they come to. */
export type PlaceWebAnswer = FeatureCollection<
  LineString,
  { by: 'network' | 'straight-line'; metres: number }
> & {
  walking: Walking;
  withinM: number;
  functions: string[];
  counts: {
    places: number;
    alone: number;
    groups: number;
    largest: number;
    routes: number;
    straight: number;
    metres: number;
  };
};

export type WebQuestion = {
  functions: readonly string[];
  /** `6-11`; null for all. */
  ages: string | null;
  withinM: number;
  scope: AreaRef | null;
};

const webParameters = (ground: Ground, { functions, ages, withinM, scope }: WebQuestion) => ({
  ...ground,
  ages,
  function: functions,
  withinM,
  scope: scopeText(scope),
});

/** The routes as a file (GeoJSON). */
export const webExport = (ground: Ground, question: WebQuestion) =>
  apiUrl('/access/web', webParameters(ground, question));

/** The routes between places of a scope; null asks nothing. */
export function usePlaceWeb(ground: Ground, question: WebQuestion | null) {
  return useQuery({
    queryKey: ['access web', ground, question],
    queryFn: ({ signal }) => getJson<PlaceWebAnswer>('/access/web', webParameters(ground, question!), signal),
    enabled: question !== null,
    placeholderData: keepPreviousData,
    ...forGood,
  });
}
