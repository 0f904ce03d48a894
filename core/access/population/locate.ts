import type { Geometry } from 'geojson';
import { projectionOf, utmEpsg } from '../../areas/projection.ts';
import type { Points } from '../distances.ts';
import { type Shape, shapesOf } from '../shape.ts';
import { isInside } from './planar.ts';

/** Side of the cells by which polygons are found, metres. */
const CELL_M = 500;

/** Position of the list whose filled shapes lie around a point of the plane, the first of overlapping ones; −1 for none. */
export function locator(lists: readonly (readonly Shape[])[]): (x: number, y: number) => number {
  const cells = new Map<string, { shape: Shape; owner: number }[]>();
  lists.forEach((shapes, owner) => {
    for (const shape of shapes) {
      if (!shape.filled) continue;
      const [west, south, east, north] = shape.box;
      for (let column = Math.floor(west / CELL_M); column * CELL_M <= east; column++)
        for (let row = Math.floor(south / CELL_M); row * CELL_M <= north; row++) {
          const key = `${column} ${row}`;
          const there = cells.get(key);
          if (there === undefined) cells.set(key, [{ shape, owner }]);
          else there.push({ shape, owner });
        }
    }
  });
  return (x, y) => {
    const there = cells.get(`${Math.floor(x / CELL_M)} ${Math.floor(y / CELL_M)}`) ?? [];
    return there.find(({ shape }) => isInside(shape, x, y))?.owner ?? -1;
  };
}

/**
 * The polygon around each point, such as the drawn catchment of each school, the first of overlapping ones; −1 outside
 * all. Points and polygons in WGS84 degrees.
 */
export function locate({ lon, lat }: Points, polygons: readonly (Geometry | null)[]): Int32Array {
  if (lon.length === 0) return new Int32Array(0);
  const { forward } = projectionOf(utmEpsg(lon[0]!, lat[0]!));
  const at = locator(polygons.map(polygon => (polygon === null ? [] : shapesOf(polygon, forward))));
  return Int32Array.from(lon, (_, i) => at(...forward(lon[i]!, lat[i]!)));
}
