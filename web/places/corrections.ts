import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import type { AreaRef } from '../../core/areas/types.ts';
import type { CorrectionAction, FieldState, FieldValue } from '../../core/facilities/correction.ts';
import { carryOver } from '../data/carryOver.ts';
import { apiUrl, getJson, send } from '../data/http.ts';
import type { Ground } from '../data/queries.ts';
import type { ReleaseView } from '../data/types.ts';
import { showRelease } from '../state/release.ts';
import { useScene } from '../state/scene.tsx';

/** A release never changes, so what was read of it stays good for as long as the page lives. */
const forGood = { staleTime: Number.POSITIVE_INFINITY };

export type ListedField = {
  field: string;
  original: FieldValue;
  to: FieldValue;
  now: FieldValue;
  state: FieldState;
};
export type ListedChange = {
  change: number;
  action: CorrectionAction;
  author: string;
  reason: string;
  madeAt: string;
  undoes: number | null;
  holds: boolean;
  places: {
    facility: string;
    name: string | null;
    lost: 'gone' | 'target-gone' | null;
    fields: ListedField[];
  }[];
};
export type DuplicatePair = {
  facilities: [string, string];
  names: [string | null, string | null];
  score: number;
  distanceM: number;
  nameSimilarity: number | null;
  sharedFunctions: string[];
};

/** Every place of the scope, whatever it is for. */
export function usePlaces(ground: Ground, scope: AreaRef | null) {
  const within = scope === null ? null : `${scope.level}:${scope.code}`;
  return useQuery({
    queryKey: ['places', ground, within],
    queryFn: ({ signal }) => getJson<FeatureCollection>('/facilities', { ...ground, scope: within }, signal),
    placeholderData: keepPreviousData,
    ...forGood,
  });
}

export function useCorrections(ground: Ground) {
  return useQuery({
    queryKey: ['corrections', ground],
    queryFn: async ({ signal }) =>
      (await getJson<{ corrections: ListedChange[] }>('/facilities/corrections', { ...ground }, signal))
        .corrections,
    placeholderData: keepPreviousData,
    ...forGood,
  });
}

export function useDuplicates(ground: Ground) {
  return useQuery({
    queryKey: ['duplicates', ground],
    queryFn: async ({ signal }) =>
      (await getJson<{ pairs: DuplicatePair[] }>('/facilities/duplicates', { ...ground }, signal)).pairs,
    placeholderData: keepPreviousData,
    ...forGood,
  });
}

export type Correction = { action: CorrectionAction; author: string; reason: string } & Record<
  string,
  unknown
>;
export type Corrected = { change: number; release: string; facilities: string[] };

/** Sends a correction and takes the release that shows it on screen. */
export function useCorrect(): (correction: Correction) => Promise<Corrected> {
  const client = useQueryClient();
  const { ground } = useScene();
  return async correction => {
    const response = await send(apiUrl('/facilities/corrections'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...correction, region: ground.region }),
    });
    const corrected: Corrected = await response.json();
    const newest = await getJson<ReleaseView>(`/releases/${corrected.release}`, {});
    carryOver(client, ground.release, newest.hash);
    client.setQueryData(['current-release'], newest);
    showRelease(newest);
    return corrected;
  };
}
