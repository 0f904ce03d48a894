import type { Geometry } from 'geojson';
import { projectionOf, utmEpsg } from '../../areas/projection.ts';
import type { Points } from '../distances.ts';
import { type Shape, shapesOf } from '../shape.ts';
import { LATTICE_M, latticeWithin } from './lattice.ts';
import { locator } from './locate.ts';
import { pointWithin, surfaceOf } from './planar.ts';

/** What tells where in an area people live, from the best to the least. */
export const BASES = [
  'addresses',
  'buildings',
  'population-grid',
  'residential-land',
  'surface',
  'point',
] as const;
export type Basis = (typeof BASES)[number];

/** Places of people: an address (weight 1), a building (its dwellings, or square metres of floor), a cell (its residents). */
export type Weighted = Points & { weight: Float64Array };

/** The areas, and whatever the data offers about where their people live. WGS84 degrees. */
export type SettlementData = {
  /** Polygon of each area; null where it has none. */
  areas: readonly (Geometry | null)[];
  /** A point on the surface of each area. */
  at: Points;
  addresses?: Weighted;
  /** Residential buildings. */
  buildings?: Weighted;
  /** Middles of the cells. */
  grid?: Weighted;
  /** Polygons of residential land use. */
  residential?: readonly Geometry[];
};

/** Where people of areas live: points, each in one area, ordered by area. */
export type Settlement = {
  points: Points;
  /** First point of each area, and one past the last; every area has one or more. */
  starts: Int32Array;
  /** Position of each point's area. */
  areaOf: Int32Array;
  /** Part of an area's people at each point is this over the sum of its area. */
  weight: Float64Array;
  /** What each area's points come from, a position in BASES. */
  basis: Uint8Array;
  /** Addresses, buildings and cells with people that lie in no area, and do not count. */
  outside: number;
};

/**
 * Points for the people of areas, by the best that there is in each area: addresses, else residential buildings, else
 * cells of a population grid, else a lattice over residential land, else over the area's polygon, else its one point.
 * (Dasymetric mapping with a limiting variable: Wright 1936, Eicher & Brewer 2001.) An area where the better source has
 * nobody falls back by itself, and `basis` says so.
 */
export function settle(data: SettlementData, sideM: number = LATTICE_M): Settlement {
  const count = data.areas.length;
  const { forward, inverse } = projectionOf(utmEpsg(mean(data.at.lon), mean(data.at.lat)));
  const shapes = data.areas.map(area => (area === null ? [] : shapesOf(area, forward)));
  const found: { lon: number[]; lat: number[]; weight: number[] }[] = Array.from({ length: count }, () => ({
    lon: [],
    lat: [],
    weight: [],
  }));
  const basis = new Uint8Array(count).fill(BASES.indexOf('point'));
  let outside = 0;
  const areaAt = locator(shapes);
  const offered = [
    ['addresses', data.addresses],
    ['buildings', data.buildings],
    ['population-grid', data.grid],
  ] as const;
  const settled = new Uint8Array(count);
  for (const [name, source] of offered) {
    if (source === undefined) continue;
    const now = new Uint8Array(count);
    for (let i = 0; i < source.lon.length; i++) {
      if (!(source.weight[i]! > 0)) continue;
      const area = areaAt(...forward(source.lon[i]!, source.lat[i]!));
      if (area === -1) {
        outside++;
        continue;
      }
      if (settled[area] === 1) continue;
      now[area] = 1;
      found[area]!.lon.push(source.lon[i]!);
      found[area]!.lat.push(source.lat[i]!);
      found[area]!.weight.push(source.weight[i]!);
    }
    for (let area = 0; area < count; area++) {
      if (now[area] === 0) continue;
      settled[area] = 1;
      basis[area] = BASES.indexOf(name);
    }
  }
  const residential =
    data.residential === undefined ? null : locator(data.residential.map(land => shapesOf(land, forward)));
  for (let area = 0; area < count; area++) {
    if (settled[area] === 1) continue;
    const { points, from } = withoutSource(shapes[area]!, residential, sideM);
    basis[area] = BASES.indexOf(from);
    if (points.length === 0) points.push(forward(data.at.lon[area]!, data.at.lat[area]!));
    for (const [x, y] of points) {
      const [lon, lat] = inverse(x, y);
      found[area]!.lon.push(lon);
      found[area]!.lat.push(lat);
      found[area]!.weight.push(1);
    }
  }
  return joined(found, basis, outside);
}

function withoutSource(
  shapes: readonly Shape[],
  residential: ((x: number, y: number) => number) | null,
  sideM: number,
): { points: [number, number][]; from: Basis } {
  for (const land of residential === null ? [null] : [residential, null]) {
    const lives = land === null ? null : (x: number, y: number) => land(x, y) !== -1;
    const { x, y } = latticeWithin(shapes, sideM, lives);
    const points = x.map((easting, k): [number, number] => [easting, y[k]!]);
    if (points.length > 0) return { points, from: land === null ? 'surface' : 'residential-land' };
  }
  // Smaller than a square of the lattice: a point within its largest part.
  const parts = shapes.filter(shape => shape.filled).map(shape => ({ shape, size: surfaceOf(shape) }));
  const largest = parts.sort((a, b) => b.size - a.size)[0];
  const within = largest === undefined ? null : pointWithin(largest.shape);
  return { points: within === null ? [] : [within], from: 'point' };
}

function joined(
  found: readonly { lon: number[]; lat: number[]; weight: number[] }[],
  basis: Uint8Array,
  outside: number,
): Settlement {
  const starts = new Int32Array(found.length + 1);
  found.forEach(({ lon }, area) => {
    starts[area + 1] = starts[area]! + lon.length;
  });
  const size = starts.at(-1)!;
  const settlement: Settlement = {
    points: { lon: new Float64Array(size), lat: new Float64Array(size) },
    starts,
    areaOf: new Int32Array(size),
    weight: new Float64Array(size),
    basis,
    outside,
  };
  found.forEach(({ lon, lat, weight }, area) => {
    settlement.points.lon.set(lon, starts[area]!);
    settlement.points.lat.set(lat, starts[area]!);
    settlement.weight.set(weight, starts[area]!);
    settlement.areaOf.fill(area, starts[area]!, starts[area + 1]!);
  });
  return settlement;
}

function mean(column: Float64Array): number {
  let sum = 0;
  for (const each of column) sum += each;
  return column.length === 0 ? 0 : sum / column.length;
}
