import type { FeatureCollection } from 'geojson';
import { usePlaceWeb, webExport } from '../data/access.ts';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import { useRule } from './rule.ts';

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The web of the places of the norm, which are play to begin with; only on the map itself. */
export function useWeb() {
  const { ground, scope } = useScene();
  const withinM = useView(view => (view.place === 'map' ? view.webWithinM : null));
  const { functions } = useRule().rule;
  const question = withinM === null ? null : { functions, withinM, scope };
  const { data, error } = usePlaceWeb(ground, question);
  return {
    ...{ withinM, functions, error },
    data: withinM === null ? undefined : data,
    file: question === null ? null : webExport(ground, question),
  };
}

/** Its routes, for the map. */
export const useWebFeatures = (): FeatureCollection => useWeb().data ?? NOTHING;
