import type { Position } from 'geojson';
import { intersection } from 'polyclip-ts';
import type { SiteGeometry } from './geometry.ts';

/**
 * Whether two sites share ground. Sites that only touch, in a corner or along a border, do not; a point shares ground
 * with a site around it, and two points never do.
 */
export function sitesOverlap(one: SiteGeometry, other: SiteGeometry): boolean {
  if (one.type === 'Point') return other.type !== 'Point' && holds(other, one.coordinates);
  if (other.type === 'Point') return holds(one, other.coordinates);
  return boxesMeet(one, other) && intersection(polygons(one), polygons(other)).length > 0;
}

type Drawn = Exclude<SiteGeometry, { type: 'Point' }>;
type Polygons = [number, number][][][];

const polygons = (site: Drawn): Polygons =>
  (site.type === 'Polygon' ? [site.coordinates] : site.coordinates) as Polygons;

/** Most pairs of sites lie far apart: looking at their boxes first spares the exact work. */
function boxesMeet(one: Drawn, other: Drawn): boolean {
  const span = (site: Drawn, axis: 0 | 1) => {
    const along = polygons(site).flatMap(([outer]) => outer!.map(corner => corner[axis]));
    return [Math.min(...along), Math.max(...along)] as const;
  };
  return ([0, 1] as const).every(axis => {
    const [low, high] = span(one, axis);
    const [from, to] = span(other, axis);
    return low < to && from < high;
  });
}

/** Whether a spot lies within, by the even–odd rule over all rings; on a border it may be either. */
function holds(site: Drawn, [x, y]: Position): boolean {
  let odd = false;
  for (const ring of polygons(site).flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1]!;
      const [bx, by] = ring[i]!;
      if (ay > y! !== by > y! && x! < ((bx - ax) * (y! - ay)) / (by - ay) + ax) odd = !odd;
    }
  }
  return odd;
}
