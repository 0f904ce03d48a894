import type { Geometry, Position } from 'geojson';
import { ProblemError } from '../../core/problem.ts';
import { shown } from './shown.ts';

/** How many arrays stand around a position. */
const NESTING: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

const MAX_COLLECTION_DEPTH = 16;

/**
 * A GeoJSON geometry with Z and M dropped and members other than `type` and `coordinates` left out; null for null
 * and for a geometry without positions (RFC 7946, section 3.1). Shortens the positions of `value` in place.
 * @param where names file and feature in the error
 * @throws ProblemError bad-input: unknown type, a position that is not two or more finite numbers
 */
export function cleanGeometry(value: unknown, where: string, depth = 0): Geometry | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') throw unreadable(where, `geometry is ${shown(value)}, not an object`);
  const { type, coordinates, geometries } = value as {
    type?: unknown;
    coordinates?: unknown;
    geometries?: unknown;
  };
  if (type === 'GeometryCollection') {
    if (!Array.isArray(geometries) || depth >= MAX_COLLECTION_DEPTH) {
      throw unreadable(where, 'GeometryCollection without a list of geometries, or nested too deep');
    }
    const members = geometries
      .map(member => cleanGeometry(member, where, depth + 1))
      .filter(member => member !== null);
    return members.length === 0 ? null : { type, geometries: members };
  }
  const nesting = typeof type === 'string' && Object.hasOwn(NESTING, type) ? NESTING[type]! : null;
  if (nesting === null) {
    throw unreadable(where, `geometry has type ${shown(type)}; known are ${Object.keys(NESTING).join(', ')}`);
  }
  if (!Array.isArray(coordinates)) throw unreadable(where, `${type} has no list of coordinates`);
  if (coordinates.length === 0 || dropHeights(coordinates, nesting, where) === 0) return null;
  return { type, coordinates } as Geometry;
}

/** Cuts positions to two numbers in place; gives the count of positions. */
function dropHeights(coordinates: unknown[], nesting: number, where: string): number {
  if (nesting === 0) {
    checkPosition(coordinates, where);
    if (coordinates.length > 2) coordinates.length = 2;
    return 1;
  }
  let positions = 0;
  for (const member of coordinates) {
    if (!Array.isArray(member)) {
      throw unreadable(where, `coordinates hold ${shown(member)} where a list belongs`);
    }
    positions += dropHeights(member, nesting - 1, where);
  }
  return positions;
}

function checkPosition(position: unknown[], where: string): asserts position is Position {
  if (!(Number.isFinite(position[0]) && Number.isFinite(position[1]))) {
    throw unreadable(where, `position ${shown(position)} is not two finite numbers`);
  }
}

function unreadable(where: string, sentence: string): ProblemError {
  return new ProblemError('bad-input', `${where}: ${sentence}`, { feature: where });
}
