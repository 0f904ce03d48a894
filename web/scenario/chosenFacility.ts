import type { Feature } from 'geojson';
import { create } from 'zustand';
import { boxOf, functionsOf, nameOf } from '../layers/facilities.ts';
import { selectPlace } from '../places/work.ts';
import { useView } from '../state/view.ts';

/** A facility of the release that someone is about to change or close. */
export type ChosenFacility = {
  /** `source/key`, as in the API. */
  id: string;
  name: string | null;
  functions: readonly string[];
  box: [number, number, number, number];
};

export const useChosenFacility = create<{ chosen: ChosenFacility | null }>()(() => ({ chosen: null }));
export const chooseFacility = (chosen: ChosenFacility | null) => useChosenFacility.setState({ chosen });

export const facilityOf = (feature: Feature): ChosenFacility => ({
  id: String(feature.id),
  name: nameOf(feature),
  functions: functionsOf(feature),
  box: boxOf(feature),
});

/** A sign on the map was clicked: while a scenario is open or places are corrected that chooses the facility, and no area. */
export function clickedFacility(
  { id, name, functions }: Record<string, unknown>,
  { lat, lon }: { lat: number; lon: number },
): boolean {
  const { place, scenario } = useView.getState();
  if (place === 'places' && typeof id === 'string') {
    selectPlace(id);
    return true;
  }
  if (place !== 'scenario' || scenario === null || typeof id !== 'string') return false;
  chooseFacility({
    id,
    name: typeof name === 'string' ? name : null,
    functions: typeof functions === 'string' ? functions.split(',') : [],
    box: boxOf({ type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: null }),
  });
  return true;
}
