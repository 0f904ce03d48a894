import type { Edit } from './edit.ts';
import type { SiteGeometry } from './geometry.ts';
import { dividedOver, type Site } from './place.ts';

type Parts = Site['parts'];

/**
 * An edit drawn elsewhere or otherwise; `parts` are the surfaces in the areas there. A division by hand is kept: areas
 * it knew keep their number, new ones get none, and the numbers of areas that were left go to the rest in proportion.
 * An edit that was not drawn stays as it is.
 */
export function redrawn(edit: Edit, geometry: SiteGeometry, parts: Parts): Edit {
  if ('geometry' in edit) return { ...edit, geometry };
  if (!('place' in edit) || edit.place.kind !== 'site') return edit;
  const { place } = edit;
  const kept = new Map(place.parts.map(part => [part.area, part.weight]));
  const divided =
    place.split === 'surface' ? parts : parts.map(({ area }) => ({ area, weight: kept.get(area) ?? 0 }));
  return { ...edit, place: { ...place, geometry, parts: divided } };
}

/** The site divided by hand, to begin with as it is divided now: so many of `dwellings` in each area. */
export function dividedByHand(site: Site, dwellings: number): Site {
  const now = dividedOver(site, dwellings);
  return {
    ...site,
    split: 'hand',
    parts: site.parts.map(({ area }, i) => ({ area, weight: now[i]! })),
  };
}

/** The site with another number filled in for one area. */
export const withHandNumber = (site: Site, area: string, weight: number): Site => ({
  ...site,
  parts: site.parts.map(part => (part.area === area ? { area, weight } : part)),
});
