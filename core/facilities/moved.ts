import type { Geometry, Position } from 'geojson';

/** Seven decimals of a degree are about a centimetre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

function* positionsOf(geometry: Geometry): Generator<Position> {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) yield* positionsOf(part);
  } else yield* flat(geometry.coordinates);
}

function* flat(coordinates: unknown): Generator<Position> {
  const list = coordinates as unknown[];
  if (typeof list[0] === 'number') yield list as Position;
  else for (const part of list) yield* flat(part);
}

/** The middle of the box of a geometry, longitude and latitude in degrees to 7 decimals: where a place is said to lie. */
export function middleOf(geometry: Geometry): [lon: number, lat: number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of positionsOf(geometry)) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [rounded((west + east) / 2), rounded((south + north) / 2)];
}

/** The same shape with its middle elsewhere; its width on the ground stays, whatever the latitude. */
export function movedTo(geometry: Geometry, lon: number, lat: number): Geometry {
  const [fromLon, fromLat] = middleOf(geometry);
  const widening = Math.cos((fromLat * Math.PI) / 180) / Math.cos((lat * Math.PI) / 180);
  const move = (coordinates: unknown): unknown => {
    const list = coordinates as unknown[];
    if (typeof list[0] !== 'number') return list.map(move);
    const [x, y] = list as [number, number];
    return [rounded(lon + (x - fromLon) * widening), rounded(lat + (y - fromLat))];
  };
  if (geometry.type === 'GeometryCollection') {
    const geometries = geometry.geometries.map(part => {
      const [partLon, partLat] = middleOf(part);
      return movedTo(part, lon + (partLon - fromLon) * widening, lat + (partLat - fromLat));
    });
    return { type: 'GeometryCollection', geometries };
  }
  return { ...geometry, coordinates: move(geometry.coordinates) } as Geometry;
}
