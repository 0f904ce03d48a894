import type { Geometry } from 'geojson';
import { metresPerDegree } from '../../../core/access/network/ground.ts';
import type { SettledAreas } from '../../../core/access/settled.ts';
import type { Walks } from '../../../core/access/walking.ts';
import { networkOf } from './network/networks.ts';

const LAT = 51;
const LON = 3.7;
const per = metresPerDegree(LAT);
/** A position some metres east and north of a corner. */
export const at = (east: number, north: number): [number, number] => [
  LON + east / per.lon,
  LAT + north / per.lat,
];
export const point = (east: number, north: number): Geometry => ({
  type: 'Point',
  coordinates: at(east, north),
});

/**
 * Three areas, the third without anybody: two homes each in the first two, by weight 3 and 1, and 1 and 1. A canal between
 * two streets of 300 m that meet at their east end only.
 *
 *   2 ── c ─────── d ── 3        area 1: c at 50 m, d at 250 m
 *                       │ 200 m
 *   0 ── a ─────── b ── 1        area 0: a at 50 m, b at 250 m
 */
const homes = [at(50, 0), at(250, 0), at(50, 200), at(250, 200), at(150, -5000)];
export const settled: SettledAreas = {
  points: {
    lon: Float64Array.from(homes, ([lon]) => lon),
    lat: Float64Array.from(homes, ([, lat]) => lat),
  },
  starts: Int32Array.of(0, 2, 4, 5),
  weight: Float64Array.of(3, 1, 1, 1, 1),
};
export const streets: Walks = {
  detour: 1.3,
  network: {
    hash: 'two streets and a canal',
    columns: networkOf(
      [at(0, 0), at(300, 0), at(0, 200), at(300, 200)],
      [
        { from: 0, to: 1 },
        { from: 1, to: 3 },
        { from: 2, to: 3 },
      ],
    ),
  },
};
export const straight: Walks = { detour: 1, network: null };
