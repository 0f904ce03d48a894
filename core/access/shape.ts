import type { Geometry, Position } from 'geojson';

/** A geometry in a metric plane, taken apart: a polygon is its rings, of which the insides count too. */
export type Shape = {
  /** Eastings and northings in turn, of all vertices. */
  xy: Float64Array;
  /** First vertex of each part, and one past the last. */
  starts: Int32Array;
  /** True where the parts are rings around a surface; otherwise they are lines, of one vertex for a point. */
  filled: boolean;
  box: readonly [west: number, south: number, east: number, north: number];
};

export type ToPlane = (lon: number, lat: number) => [number, number];

/** The shapes of a geometry: one, or one for each member of a collection. An empty geometry has none. */
export function shapesOf(geometry: Geometry, toPlane: ToPlane): Shape[] {
  switch (geometry.type) {
    case 'Point':
      return shapeOf([[geometry.coordinates]], false, toPlane);
    case 'MultiPoint':
      return shapeOf(
        geometry.coordinates.map(point => [point]),
        false,
        toPlane,
      );
    case 'LineString':
      return shapeOf([geometry.coordinates], false, toPlane);
    case 'MultiLineString':
      return shapeOf(geometry.coordinates, false, toPlane);
    case 'Polygon':
      return shapeOf(geometry.coordinates, true, toPlane);
    case 'MultiPolygon':
      return geometry.coordinates.flatMap(rings => shapeOf(rings, true, toPlane));
    case 'GeometryCollection':
      return geometry.geometries.flatMap(member => shapesOf(member, toPlane));
  }
}

function shapeOf(parts: readonly Position[][], filled: boolean, toPlane: ToPlane): Shape[] {
  const vertices = parts.flat();
  if (vertices.length === 0) return [];
  const xy = new Float64Array(2 * vertices.length);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  vertices.forEach(([lon, lat], i) => {
    const [x, y] = toPlane(lon!, lat!);
    xy[2 * i] = x;
    xy[2 * i + 1] = y;
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  });
  const starts = new Int32Array(parts.length + 1);
  parts.forEach((part, k) => {
    starts[k + 1] = starts[k]! + part.length;
  });
  return [{ xy, starts, filled, box: [west, south, east, north] }];
}

/** Metres in a straight line from a point of the plane to the nearest edge of a shape; 0 inside it. */
export function distanceTo({ xy, starts, filled }: Shape, x: number, y: number): number {
  let nearest = Infinity;
  let inside = false;
  for (let part = 0; part + 1 < starts.length; part++) {
    const first = starts[part]!;
    const last = starts[part + 1]! - 1;
    let x1 = xy[2 * first]!;
    let y1 = xy[2 * first + 1]!;
    if (first === last) nearest = Math.min(nearest, (x - x1) ** 2 + (y - y1) ** 2);
    for (let i = first + 1; i <= last; i++) {
      const x2 = xy[2 * i]!;
      const y2 = xy[2 * i + 1]!;
      const dx = x2 - x1;
      const dy = y2 - y1;
      const length2 = dx * dx + dy * dy;
      const along = length2 === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length2;
      const at = along < 0 ? 0 : along > 1 ? 1 : along;
      const offX = x - x1 - at * dx;
      const offY = y - y1 - at * dy;
      const distance2 = offX * offX + offY * offY;
      if (distance2 < nearest) nearest = distance2;
      // A ray to the east crosses the edges of what is around the point an odd number of times.
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) * dx) / dy) inside = !inside;
      x1 = x2;
      y1 = y2;
    }
  }
  return filled && inside ? 0 : Math.sqrt(nearest);
}
