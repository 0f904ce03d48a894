import type { Geometry } from 'geojson';
import type { Points } from './distances.ts';
import { metresPerDegree } from './network/ground.ts';
import { shapesOf } from './shape.ts';

type Box = readonly [west: number, south: number, east: number, north: number];

// Geometries are immutable: the box of one is looked up once.
const boxes = new WeakMap<Geometry, Box>();

function boxOf(geometry: Geometry): Box {
  const known = boxes.get(geometry);
  if (known !== undefined) return known;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { box } of shapesOf(geometry, (lon, lat) => [lon, lat])) {
    west = Math.min(west, box[0]);
    south = Math.min(south, box[1]);
    east = Math.max(east, box[2]);
    north = Math.max(north, box[3]);
  }
  const box: Box = [west, south, east, north];
  boxes.set(geometry, box);
  return box;
}

/** Part by which degrees may tell a distance too long. */
const MARGIN = 1.01;

/**
 * Positions of the places that may lie within `maxMetres` of one of the points: a walk is no shorter than a straight line,
 * so that a place whose box is farther from the box of all points cannot. Degrees.
 */
export function placesNear(places: readonly Geometry[], { lon, lat }: Points, maxMetres: number): number[] {
  if (maxMetres === Infinity) return [...places.keys()];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < lon.length; i++) {
    west = Math.min(west, lon[i]!);
    south = Math.min(south, lat[i]!);
    east = Math.max(east, lon[i]!);
    north = Math.max(north, lat[i]!);
  }
  const per = metresPerDegree(Math.max(Math.abs(south), Math.abs(north)));
  const dx = (MARGIN * maxMetres) / per.lon;
  const dy = (MARGIN * maxMetres) / per.lat;
  return [...places.keys()].filter(place => {
    const [left, bottom, right, top] = boxOf(places[place]!);
    return left <= east + dx && right >= west - dx && bottom <= north + dy && top >= south - dy;
  });
}
