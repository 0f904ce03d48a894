import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { contiguityFromWire } from '../../core/areas/contiguity-columns.ts';
import type { AreaLevel, AreaRef } from '../../core/areas/types.ts';
import { type Basemap, fetchBasemap } from '../map/basemap.ts';
import { areaColumns, valueColumns } from './columns.ts';
import { apiUrl, getJson, send } from './http.ts';
import type {
  AreaColumnsAnswer,
  AreaDetail,
  ContiguityAnswer,
  IndicatorView,
  LevelView,
  ReleaseSummary,
  ReleaseView,
  ValuesAnswer,
} from './types.ts';

/** What a question is about: everything the server answers belongs to one release and one region. */
export type Ground = { release: string; region: string };

/** A release never changes, so what was read of it stays good for as long as the page lives. */
const forGood = { staleTime: Number.POSITIVE_INFINITY };

async function readFacilities(
  ground: Ground | null,
  functions: readonly string[],
  scope: AreaRef | null,
  signal: AbortSignal,
): Promise<FeatureCollection> {
  const within = scope === null ? null : `${scope.level}:${scope.code}`;
  const url = apiUrl('/facilities', { ...ground, function: functions, scope: within });
  return (await send(url, { signal })).json();
}

/** What the server says of itself. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) =>
    getJson<{ version: string; basemapStyle: string | null; writable: boolean }>('/settings', {}, signal),
  ...forGood,
});

/** The ground of the external style in the server's settings; null without one, and where it cannot be had. */
export function useBasemap(): Basemap | null {
  const settings = useQuery(settingsQuery);
  const address = settings.data?.basemapStyle ?? null;
  const basemap = useQuery({
    queryKey: ['basemap', address],
    queryFn: ({ signal }) => fetchBasemap(address ?? '', signal),
    enabled: address !== null,
    ...forGood,
  });
  return basemap.data ?? null;
}

/** The release the server serves now, asked again every fifteen seconds; an unchanged one costs a 304. */
export function useCurrentRelease() {
  return useQuery({
    queryKey: ['current-release'],
    queryFn: ({ signal }) => getJson<ReleaseView>('/releases/current', {}, signal),
    refetchInterval: 15_000,
    refetchIntervalInBackground: false,
  });
}

export function useReleaseView(hash: string | null) {
  return useQuery({
    queryKey: ['release', hash],
    queryFn: ({ signal }) => getJson<ReleaseView>(`/releases/${hash}`, {}, signal),
    enabled: hash !== null,
    ...forGood,
  });
}

export function useReleases() {
  return useQuery({
    queryKey: ['releases'],
    queryFn: async ({ signal }) =>
      (await getJson<{ releases: ReleaseSummary[] }>('/releases', {}, signal)).releases,
  });
}

export function useLevels(ground: Ground | null) {
  return useQuery({
    queryKey: ['levels', ground],
    queryFn: async ({ signal }) =>
      (await getJson<{ levels: LevelView[] }>('/levels', ground ?? {}, signal)).levels,
    enabled: ground !== null,
    ...forGood,
  });
}

export function useIndicators(ground: Ground | null) {
  return useQuery({
    queryKey: ['indicators', ground],
    queryFn: async ({ signal }) =>
      (await getJson<{ indicators: IndicatorView[] }>('/indicators', ground ?? {}, signal)).indicators,
    enabled: ground !== null,
    ...forGood,
  });
}

export function areaColumnsQuery(ground: Ground, level: AreaLevel) {
  return queryOptions({
    queryKey: ['areas', ground, level],
    queryFn: async ({ signal }) =>
      areaColumns(await getJson<AreaColumnsAnswer>('/areas/columns', { ...ground, level }, signal)),
    ...forGood,
  });
}

/** Who touches whom in a level; `areasHash` names its areas version, from which all of it follows. */
export function contiguityQuery(ground: Ground, level: AreaLevel, vintage: number, areasHash: string) {
  return queryOptions({
    queryKey: ['contiguity', ground.region, level, areasHash],
    queryFn: async ({ signal }) =>
      contiguityFromWire(
        await getJson<ContiguityAnswer>('/areas/contiguity', { ...ground, level, vintage }, signal),
      ),
    ...forGood,
  });
}

export type ValuesQuestion = {
  indicator: string;
  level: AreaLevel;
  year: number;
  vintage?: number;
  category?: string;
};

/** One column of values, for hooks that ask one or many. */
export function valuesQuery(ground: Ground | null, question: ValuesQuestion | null) {
  return queryOptions({
    queryKey: ['values', ground, question],
    queryFn: async ({ signal }) => ({
      ...valueColumns(await getJson<ValuesAnswer>('/values', { ...ground, ...question }, signal)),
      category: question?.category ?? null,
    }),
    enabled: ground !== null && question !== null,
    ...forGood,
  });
}

export const useValues = (ground: Ground | null, question: ValuesQuestion | null) =>
  useQuery(valuesQuery(ground, question));

export function useAreaDetail(
  ground: Ground | null,
  level: AreaLevel,
  code: string | null,
  year: number | null,
) {
  return useQuery({
    queryKey: ['area', ground, level, code, year],
    queryFn: ({ signal }) =>
      getJson<AreaDetail>(`/areas/${level}/${encodeURIComponent(code ?? '')}`, { ...ground, year }, signal),
    enabled: ground !== null && code !== null,
    placeholderData: keepPreviousData,
    ...forGood,
  });
}

export function useFacilities(ground: Ground | null, functions: readonly string[]) {
  return useQuery({
    queryKey: ['facilities', ground, functions],
    queryFn: ({ signal }) => readFacilities(ground, functions, null, signal),
    enabled: ground !== null && functions.length > 0,
    placeholderData: keepPreviousData,
    ...forGood,
  });
}

/** The places in one area; in the whole region under null. */
export function useFacilitiesIn(ground: Ground, functions: readonly string[], area: AreaRef | null) {
  return useQuery({
    queryKey: ['facilities', ground, functions, area],
    queryFn: ({ signal }) => readFacilities(ground, functions, area, signal),
    enabled: functions.length > 0,
    ...forGood,
  });
}
