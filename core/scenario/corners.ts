import type { SiteGeometry } from './geometry.ts';
import { polygonsOf, siteOfPolygons } from './polygons.ts';

type Position = [number, number];

/** Where a corner stands: polygon, ring in it (0 is the outline, others are holes) and place in the ring, from 0. */
export type CornerPlace = { polygon: number; ring: number; at: number };
export type Corner = CornerPlace & {
  lon: number;
  lat: number;
  /** False where the ring would have fewer than three corners left. */
  removable: boolean;
};

/** Every corner of a site once, in its order: the last position of a ring is its first. A point is one corner. */
export function cornersOf(geometry: SiteGeometry): Corner[] {
  if (geometry.type === 'Point') {
    const [lon, lat] = geometry.coordinates;
    return [{ polygon: 0, ring: 0, at: 0, lon, lat, removable: false }];
  }
  return polygonsOf(geometry).flatMap((rings, polygon) =>
    rings.flatMap((ring, number) =>
      ring
        .slice(0, -1)
        .map(([lon, lat], at) => ({ polygon, ring: number, at, lon, lat, removable: ring.length > 4 })),
    ),
  );
}

/** The site with one ring made anew from its corners without the closing one. */
function withRing(
  geometry: SiteGeometry,
  { polygon, ring }: CornerPlace,
  remade: (corners: readonly Position[]) => Position[],
): SiteGeometry {
  const polygons = polygonsOf(geometry).map((rings, p) =>
    rings.map((positions, r) => {
      if (p !== polygon || r !== ring) return positions;
      const corners = remade(positions.slice(0, -1));
      return [...corners, corners[0]!];
    }),
  );
  return siteOfPolygons(polygons) ?? geometry;
}

/** The same site with a corner, or the point, at another place. */
export function cornerMoved(geometry: SiteGeometry, place: CornerPlace, to: Position): SiteGeometry {
  if (geometry.type === 'Point') return { type: 'Point', coordinates: to };
  return withRing(geometry, place, corners => corners.toSpliced(place.at, 1, to));
}

/** The same site without a corner; itself where three would no longer be left. */
export function cornerRemoved(geometry: SiteGeometry, place: CornerPlace): SiteGeometry {
  if (geometry.type === 'Point') return geometry;
  const ring = polygonsOf(geometry)[place.polygon]?.[place.ring];
  if (ring === undefined || ring.length <= 4) return geometry;
  return withRing(geometry, place, corners => corners.toSpliced(place.at, 1));
}

/** The same site with one more corner, halfway between this one and the next. */
export function cornerAdded(geometry: SiteGeometry, place: CornerPlace): SiteGeometry {
  if (geometry.type === 'Point') return geometry;
  return withRing(geometry, place, corners => {
    const here = corners[place.at]!;
    const next = corners[(place.at + 1) % corners.length]!;
    return corners.toSpliced(place.at + 1, 0, [(here[0] + next[0]) / 2, (here[1] + next[1]) / 2]);
  });
}

/** A site of its corners as someone writes them down: one is a point, three or more a polygon; null of none or two. */
export function siteOfCorners(corners: readonly Position[]): SiteGeometry | null {
  const [first, ...others] = corners;
  if (first === undefined || others.length === 1) return null;
  if (others.length === 0) return { type: 'Point', coordinates: first };
  const last = others.at(-1)!;
  const closed = last[0] === first[0] && last[1] === first[1];
  return { type: 'Polygon', coordinates: [[first, ...others, ...(closed ? [] : [first])]] };
}
