import type { Feature, FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { create } from 'zustand';
import { useOpenScenario } from '../state/baseline.ts';
import { useView } from '../state/view.ts';

/** Of which schools the catchments are on the map; null while nobody looks at schools. */
const useShown = create<{ function: string | null }>()(() => ({ function: null }));
export const showCatchments = (wanted: string | null) => useShown.setState({ function: wanted });

/** The catchments of the open scenario as they lie on the map. */
export function useCatchmentFeatures(): FeatureCollection {
  const wanted = useShown(state => state.function);
  const place = useView(view => view.place);
  const catchments = useOpenScenario()?.parameters.catchments;
  return useMemo(
    () => ({
      type: 'FeatureCollection',
      features: (place === 'scenario' ? (catchments ?? []) : [])
        .filter(one => one.function === wanted)
        .map(({ geometry }): Feature => ({ type: 'Feature', geometry, properties: {} })),
    }),
    [catchments, place, wanted],
  );
}
