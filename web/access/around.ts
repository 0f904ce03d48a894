import type { Feature, FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { create } from 'zustand';
import { type AroundPoint, useAround } from '../data/access.ts';
import { usePointing } from '../scenario/pointing.ts';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import { useRule } from './rule.ts';

/** A point on the map that somebody asks about: who comes there, and what is reached from it. */
type AroundState = { at: { lon: number; lat: number } | null; withinM: number | null };
export const useAroundPoint = create<AroundState>()(() => ({ at: null, withinM: null }));

/** The next click or Enter on the map gives the point, and chooses no area. */
export const askAround = () =>
  usePointing.setState({ take: at => useAroundPoint.setState({ at: { lon: at.lon, lat: at.lat } }) });

export const clearAround = () => useAroundPoint.setState({ at: null });

/** What was found around the point: only on the map itself, of the functions that are shown, or of the norm's. */
export function useAroundAnswer() {
  const { ground } = useScene();
  const at = useAroundPoint(state => state.at);
  const chosen = useAroundPoint(state => state.withinM);
  const onMap = useView(view => view.place === 'map');
  const shown = useView(view => view.facilities);
  const { rule } = useRule();
  const withinM = chosen ?? rule.withinM;
  const functions = shown.length > 0 ? shown : rule.functions;
  const question = at === null || !onMap ? null : { ...rounded(at), withinM, functions };
  const { data, error } = useAround(ground, question);
  return { at: question === null ? null : at, withinM, data: question === null ? undefined : data, error };
}

/** A decimetre, so that a point has one address. */
const rounded = ({ lon, lat }: { lon: number; lat: number }) => ({
  lon: Math.round(lon * 1e6) / 1e6,
  lat: Math.round(lat * 1e6) / 1e6,
});

/** Both isochrones; one where nothing is one-way. */
function bothWays({ from, to }: AroundPoint): Feature[] {
  const same = JSON.stringify(from.within) === JSON.stringify(to.within);
  return (same ? [from] : [to, from]).map(({ within }) => ({
    type: 'Feature',
    geometry: within,
    properties: {},
  }));
}

/** The isochrones and their point, for the map. */
export function useAroundFeatures(): FeatureCollection {
  const { at, data } = useAroundAnswer();
  return useMemo(
    () => ({
      type: 'FeatureCollection',
      features: [
        ...(data === undefined ? [] : bothWays(data)),
        ...(at === null
          ? []
          : [
              {
                type: 'Feature' as const,
                geometry: { type: 'Point' as const, coordinates: [at.lon, at.lat] },
                properties: {},
              },
            ]),
      ],
    }),
    [at, data],
  );
}
