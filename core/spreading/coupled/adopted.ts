import type { Edit } from '../../scenario/edit.ts';
import { HOME_SIZES, type HomeSize, type Homes } from '../../scenario/homes.ts';
import { newSiteEdit } from '../../scenario/new-edits.ts';

/**
 * Sizes that dwellings of a plan get where it tells families apart: those for families the smallest size that is one, the
 * others the largest that is none, so that a planner changes as little as can be. `familyBedrooms` is 1 to 5.
 */
export function plannedHomes(dwellings: number, forFamilies: number, familyBedrooms: number): Homes {
  const first = HOME_SIZES.indexOf('studio');
  const size = (bedrooms: number): HomeSize => HOME_SIZES[first + bedrooms]!;
  const homes: Homes = {};
  if (dwellings > forFamilies) homes[size(familyBedrooms - 1)] = dwellings - forFamilies;
  if (forFamilies > 0) homes[size(familyBedrooms)] = forFamilies;
  return homes;
}

/** The new places to play of a plan as edits, each at the point of its area; those that the scenario has there already are left out. */
export function plannedPlaces(
  places: readonly { title: string; lon: number; lat: number }[],
  edits: readonly Edit[],
  newId: () => string,
): Edit[] {
  const there = new Set(
    edits.flatMap(edit =>
      edit.kind === 'open-facility' && edit.functions.includes('play') && edit.geometry.type === 'Point'
        ? [edit.geometry.coordinates.join()]
        : [],
    ),
  );
  return places
    .filter(({ lon, lat }) => !there.has([lon, lat].join()))
    .map(({ title, lon, lat }) =>
      newSiteEdit('open-facility', {
        id: newId(),
        title,
        geometry: { type: 'Point', coordinates: [lon, lat] },
        parts: [],
        social: 0,
        private: 0,
        functions: ['play'],
      }),
    );
}
