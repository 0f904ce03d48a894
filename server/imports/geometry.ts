import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import type { Bounds } from './crs.ts';

/** What keeps a geometry from being stored at all, before PostGIS looks at it. */
export type GeometryCheck =
  | { state: 'empty' }
  | { state: 'broken'; reason: string }
  | { state: 'usable'; bounds: Bounds; closedRings: number };

function* positionsOf(geometry: Geometry): Generator<Position> {
  switch (geometry.type) {
    case 'Point':
      if (geometry.coordinates.length > 0) yield geometry.coordinates;
      break;
    case 'MultiPoint':
    case 'LineString':
      yield* geometry.coordinates;
      break;
    case 'MultiLineString':
    case 'Polygon':
      for (const line of geometry.coordinates) yield* line;
      break;
    case 'MultiPolygon':
      for (const polygon of geometry.coordinates) for (const ring of polygon) yield* ring;
      break;
    case 'GeometryCollection':
      for (const part of geometry.geometries) yield* positionsOf(part);
  }
}

function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(ringsOf);
  return [];
}

/**
 * Looks at every position once: numbers, enough of them in a ring, rings closed (an open ring is closed in place,
 * which `closedRings` counts). Returns the bounds of the coordinates.
 */
export function checkGeometry(geometry: Geometry | null): GeometryCheck {
  if (geometry === null) return { state: 'empty' };
  const bounds = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  let count = 0;
  for (const position of positionsOf(geometry)) {
    const [x, y] = position;
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      return { state: 'broken', reason: `position ${JSON.stringify(position)} is not two numbers` };
    }
    count++;
    bounds.minX = Math.min(bounds.minX, x as number);
    bounds.minY = Math.min(bounds.minY, y as number);
    bounds.maxX = Math.max(bounds.maxX, x as number);
    bounds.maxY = Math.max(bounds.maxY, y as number);
  }
  if (count === 0) return { state: 'empty' };
  let closedRings = 0;
  for (const ring of ringsOf(geometry)) {
    const first = ring[0];
    const last = ring.at(-1);
    if (first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1])) {
      ring.push([...first]);
      closedRings++;
    }
    if (ring.length < 4)
      return { state: 'broken', reason: `a ring has ${ring.length} positions and needs four` };
  }
  return { state: 'usable', bounds, closedRings };
}

export function isPolygonal(geometry: Geometry): geometry is Polygon | MultiPolygon {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}
