import type { SiteGeometry } from './geometry.ts';

/** The rings of one polygon: the outline, then its holes. */
export type Rings = Extract<SiteGeometry, { type: 'Polygon' }>['coordinates'];

/** The polygons of a drawn site one by one, each as its rings, for a tool that knows no multipolygon; none of a point. */
export function polygonsOf(geometry: SiteGeometry): Rings[] {
  if (geometry.type === 'Point') return [];
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** The polygons as one site again: a polygon where there is one, a multipolygon of more, null of none. */
export function siteOfPolygons(polygons: readonly Rings[]): SiteGeometry | null {
  const [first, ...others] = polygons;
  if (first === undefined) return null;
  if (others.length === 0) return { type: 'Polygon', coordinates: first };
  return { type: 'MultiPolygon', coordinates: [first, ...others] };
}

/** True where a part has a hole; such a site is changed by its coordinates only. */
export const hasHoles = (geometry: SiteGeometry): boolean =>
  polygonsOf(geometry).some(rings => rings.length > 1);
