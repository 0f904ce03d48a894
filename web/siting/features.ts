import type { Feature, FeatureCollection } from 'geojson';
import { useEffect, useMemo } from 'react';
import { useView } from '../state/view.ts';
import { useSitingAsk } from './ask.ts';
import { openPoints, usePoints } from './points.ts';
import { useSiting } from './search.ts';

const point = (lon: number, lat: number, properties: object): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lon, lat] },
  properties,
});

/** Possible sites that a planner gave, and the sites that were found and are not adopted yet, by their number in the list. */
export function useSitingFeatures(): FeatureCollection {
  const scenario = useView(view => (view.place === 'scenario' ? view.scenario : null));
  const candidates = useSitingAsk(ask => ask.candidates);
  const points = usePoints();
  const search = useSiting(state => state.search);
  useEffect(() => {
    if (scenario !== null) openPoints(scenario);
  }, [scenario]);
  return useMemo(() => {
    const given = scenario !== null && candidates === 'points' ? points : [];
    const siting = search?.scenario === scenario && !search.adopted ? search.siting : null;
    const found = Map.groupBy(
      (siting?.places ?? []).map(({ candidate }, k) => ({ candidate, number: k + 1 })),
      ({ candidate }) => candidate.id,
    );
    return {
      type: 'FeatureCollection',
      features: [
        ...given.map(({ lon, lat }) => point(lon, lat, { look: 'candidate' })),
        ...Array.from(found.values(), there => {
          const { lon, lat } = there[0]!.candidate;
          return point(lon, lat, { look: 'found', number: there.map(one => one.number).join(', ') });
        }),
      ],
    };
  }, [scenario, candidates, points, search]);
}
