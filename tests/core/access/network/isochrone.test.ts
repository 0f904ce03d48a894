import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metresBetween, metresPerDegree } from '../../../../core/access/network/ground.ts';
import { isochrone } from '../../../../core/access/network/isochrone.ts';
import { networkReach } from '../../../../core/access/network/network-reach.ts';
import { createWalker } from '../../../../core/access/network/walker.ts';
import { type Line, networkOf } from './networks.ts';

const per = metresPerDegree(51);
const at = (east: number, north: number): [number, number] => [3.7 + east / per.lon, 51 + north / per.lat];
const inMetres = ([lon, lat]: readonly number[]): [number, number] => [
  Math.round((lon! - 3.7) * per.lon),
  Math.round((lat! - 51) * per.lat),
];

/** A street of 1000 m to the east with a side street of 200 m to the north, 400 m along. */
const tee = (oneWay: boolean): ReturnType<typeof createWalker> =>
  createWalker(
    networkOf(
      [at(0, 0), at(400, 0), at(1000, 0), at(400, 200)],
      [
        { from: 0, to: 1 },
        { from: 1, to: 2, oneWay },
        { from: 1, to: 3 },
      ],
    ),
  );

describe('an isochrone', () => {
  it('is cut exactly where the distance is used up', () => {
    // 20 m to the street at 300 m; 280 m are left: 100 to the junction, then 180 m on either branch.
    const found = isochrone(tee(false), at(300, 20), 300, 'from')!;
    expect(found.streets.coordinates.map(line => line.map(inMetres))).toEqual([
      [
        [20, 0],
        [400, 0],
      ],
      [
        [400, 0],
        [580, 0],
      ],
      [
        [400, 0],
        [400, 180],
      ],
    ]);
    expect(found.streetMetres).toBeCloseTo(380 + 180 + 180, 0);
    expect([...found.junctions]).toEqual([1]);
    expect(found.metres[0]).toBeCloseTo(120, 1);
  });

  it('within one stretch is a part of it', () => {
    const { streets } = isochrone(tee(false), at(700, 0), 50, 'to')!;
    expect(streets.coordinates.map(line => line.map(inMetres))).toEqual([
      [
        [650, 0],
        [750, 0],
      ],
    ]);
  });

  it('of who reaches a point follows one-way stretches backwards', () => {
    const lines = (direction: 'from' | 'to') =>
      isochrone(tee(true), at(700, 0), 350, direction)!.streets.coordinates.map(line => line.map(inMetres));
    expect(lines('from')).toEqual([
      [
        [700, 0],
        [1000, 0],
      ],
    ]);
    expect(lines('to')).toEqual([
      [
        [350, 0],
        [400, 0],
      ],
      [
        [400, 0],
        [700, 0],
      ],
      [
        [400, 0],
        [400, 50],
      ],
    ]);
  });

  it('of a point in the sea is nothing, and one that never comes to its street is empty', () => {
    expect(isochrone(tee(false), at(0, -600), 1000, 'from')).toBeNull();
    expect(isochrone(tee(false), at(100, 90), 50, 'from')!.streets.coordinates).toEqual([]);
  });

  it('ends where the distance over the network says so', () => {
    // Streets of a town laid out in squares, some of them left out: none crosses another without a junction.
    const corners = Array.from({ length: 9 }, (_, k) => [200 * (k % 3), 200 * Math.floor(k / 3)] as const);
    const grid: Line[] = corners.flatMap((_, k) => [
      ...(k % 3 < 2 ? [{ from: k, to: k + 1 }] : []),
      ...(k < 6 ? [{ from: k, to: k + 3 }] : []),
    ]);
    const spot = fc.tuple(fc.integer({ min: -50, max: 450 }), fc.integer({ min: -50, max: 450 }));
    fc.assert(
      fc.property(
        fc.subarray(grid, { minLength: 1 }),
        spot,
        fc.integer({ min: 10, max: 900 }),
        (lines, start, limit) => {
          const walker = createWalker(
            networkOf(
              corners.map(([x, y]) => at(x, y)),
              lines,
            ),
          );
          const [lon, lat] = at(...start);
          const found = isochrone(walker, [lon, lat], limit, 'from');
          if (found === null) return;
          const model = networkReach(walker, { lon: Float64Array.of(lon), lat: Float64Array.of(lat) }, 1);
          for (const line of found.streets.coordinates) {
            for (const coordinates of line) {
              const { metres } = model.toNearest([{ type: 'Point', coordinates }]);
              expect(metres[0]!).toBeLessThan(limit + 0.2);
            }
          }
          const drawn = found.streets.coordinates.reduce(
            (sum, line) =>
              sum +
              line
                .slice(1)
                .reduce((all, [x, y], i) => all + metresBetween(line[i]![0]!, line[i]![1]!, x!, y!), 0),
            0,
          );
          expect(drawn).toBeCloseTo(found.streetMetres, 0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
