import type { Geometry, Position } from 'geojson';

/** West, south, east, north so far. */
export type GrowingBox = [number, number, number, number];

/** The same geometry with outer rings counterclockwise and holes clockwise (RFC 7946, 3.1.6). */
export function rightHanded(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Polygon':
      return { type: 'Polygon', coordinates: rightHandedRings(geometry.coordinates) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(rightHandedRings) };
    case 'GeometryCollection':
      return { type: 'GeometryCollection', geometries: geometry.geometries.map(rightHanded) };
    default:
      return geometry;
  }
}

/** Grows a box to hold a geometry. */
export function boxOfGeometry(geometry: Geometry, box: GrowingBox): void {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) boxOfGeometry(part, box);
  } else {
    grow(geometry.coordinates, box);
  }
}

type Coordinates = Position | Position[] | Position[][] | Position[][][];

function grow(coordinates: Coordinates, box: GrowingBox): void {
  const [first, second] = coordinates;
  if (typeof first === 'number' && typeof second === 'number') {
    box[0] = Math.min(box[0], first);
    box[1] = Math.min(box[1], second);
    box[2] = Math.max(box[2], first);
    box[3] = Math.max(box[3], second);
    return;
  }
  for (const part of coordinates as Exclude<Coordinates, Position>) grow(part, box);
}

function rightHandedRings(rings: Position[][]): Position[][] {
  return rings.map((ring, position) => {
    const counterclockwise = doubledArea(ring) > 0;
    return counterclockwise === (position === 0) ? ring : ring.toReversed();
  });
}

/** Twice the signed area (shoelace formula); positive for a ring that runs counterclockwise. */
function doubledArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i - 1]!;
    const [x1 = 0, y1 = 0] = ring[i]!;
    sum += x0 * y1 - x1 * y0;
  }
  return sum;
}
