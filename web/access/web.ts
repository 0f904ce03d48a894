import type { FeatureCollection } from 'geojson';
import { usePlaceWeb, webExport } from '../data/access.ts';
import { useScene } from '../state/scene.tsx';
import { setView, useView } from '../state/view.ts';
import { ruleIn, useRule } from './rule.ts';

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The web of the places of the norm, which are play to begin with; only on the map itself. */
export function useWeb() {
  const { ground, scope } = useScene();
  const withinM = useView(view => (view.place === 'map' ? view.webWithinM : null));
  const { functions } = useRule().rule;
  const ages = useView(view => view.placeAges);
  const question = withinM === null ? null : { functions, ages, withinM, scope };
  const { data, error } = usePlaceWeb(ground, question);
  return {
    ...{ withinM, functions, error },
    data: withinM === null ? undefined : data,
    file: question === null ? null : webExport(ground, question),
  };
}

/** Its routes, for the map. */
export const useWebFeatures = (): FeatureCollection => useWeb().data ?? NOTHING;

const USUAL_M = 800;

/** Shows or hides it. Without its places it would be lines between nothing. */
export function showPlaceWeb(on: boolean): void {
  const view = useView.getState();
  const { functions } = ruleIn(view).rule;
  setView({
    webWithinM: on ? USUAL_M : null,
    ...(on ? { facilities: [...new Set([...view.facilities, ...functions])] } : {}),
  });
}
