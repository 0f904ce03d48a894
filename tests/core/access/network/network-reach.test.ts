import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { metresPerDegree } from '../../../../core/access/network/ground.ts';
import { networkDistances } from '../../../../core/access/network/network-distances.ts';
import { networkReach } from '../../../../core/access/network/network-reach.ts';
import { createWalker } from '../../../../core/access/network/walker.ts';
import { type Line, networkOf } from './networks.ts';

const LAT = 51;
const LON = 3.7;
const per = metresPerDegree(LAT);
/** A position some metres east and north of a corner. */
const at = (east: number, north: number): [number, number] => [LON + east / per.lon, LAT + north / per.lat];
const point = (east: number, north: number): Geometry => ({ type: 'Point', coordinates: at(east, north) });
const square = (west: number, south: number, side: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      at(west, south),
      at(west + side, south),
      at(west + side, south + side),
      at(west, south + side),
      at(west, south),
    ],
  ],
});
const points = (...all: [number, number][]) => ({
  lon: Float64Array.from(all, ([east, north]) => at(east, north)[0]),
  lat: Float64Array.from(all, ([east, north]) => at(east, north)[1]),
});

/**
 * Two streets of 300 m, 200 m apart, joined at their east end only: a canal between them. Steps cross it in the middle of
 * the one that is asked for.
 *
 *   2 ─────── 3
 *             │
 *   0 ─────── 1
 */
const corners = [at(0, 0), at(300, 0), at(0, 200), at(300, 200)];
const u: Line[] = [
  { from: 0, to: 1 },
  { from: 1, to: 3 },
  { from: 2, to: 3 },
];
const reach = (
  lines: readonly Line[],
  where: ReturnType<typeof points>,
  more: readonly [number, number][] = [],
) => networkReach(createWalker(networkOf([...corners, ...more], lines)), where, 1.3);

describe('the nearest place over a network', () => {
  it('is reached around a barrier, with straight ends beside the streets', () => {
    // 10 m to the street, 250 m east, 200 m north, 250 m west and 20 m to the place: 730 m; 170 m as the crow flies.
    const { metres, place, straight } = reach(u, points([50, 10])).toNearest([point(50, 180)]);
    expect(metres[0]).toBeCloseTo(730, 1);
    expect([place[0], straight![0]]).toEqual([0, 0]);
  });

  it('on the same street is reached along it', () => {
    const { metres } = reach(u, points([50, 0])).toNearest([point(120, 0), point(20, 0)]);
    expect(metres[0]).toBeCloseTo(30, 1);
  });

  it('nearer than the nearest street is reached straight, and inside a place one is there', () => {
    const nearest = reach(u, points([50, 100], [60, 90])).toNearest([square(55, 85, 20)]);
    expect(nearest.metres[0]).toBeCloseTo(5, 1);
    expect(nearest.metres[1]).toBe(0);
  });

  it('steps count for twice their length', () => {
    const steps: Line[] = [...u, { from: 0, to: 2, kind: 'steps' }];
    const { metres } = reach(steps, points([0, 0])).toNearest([point(0, 200), point(290, 200)]);
    expect(metres[0]).toBeCloseTo(400, 1);
  });

  it('a one-way stretch is walked in its direction only', () => {
    const oneWay: Line[] = [...u, { from: 0, to: 2, oneWay: true }];
    expect(reach(oneWay, points([0, 0])).toNearest([point(0, 200)]).metres[0]).toBeCloseTo(200, 1);
    expect(reach(oneWay, points([0, 200])).toNearest([point(0, 0)]).metres[0]).toBeCloseTo(800, 1);
    // Up 150 m, around by 300, 200 and 300 m, and up again for 40 m.
    expect(reach(oneWay, points([0, 50])).toNearest([point(0, 40)]).metres[0]).toBeCloseTo(990, 0);
  });

  it('a park is entered from every street that passes it or leads through it', () => {
    // Along the south street from 100 to 200 m east, 10 m north of it.
    const park = square(100, 10, 100);
    const { metres } = reach(u, points([50, 0], [260, 0], [150, 0])).toNearest([park]);
    expect(metres[0]).toBeCloseTo(60, 1);
    expect(metres[1]).toBeCloseTo(70, 1);
    expect(metres[2]).toBeCloseTo(10, 1);
    // Around the east street, which leads through it from 50 to 150 m north.
    const around = reach(u, points([300, 0], [300, 200], [300, 100])).toNearest([square(250, 50, 100)]);
    expect([...around.metres].map(Math.round)).toEqual([50, 50, 0]);
  });

  it('far from any street is told in a straight line times the detour, and marked', () => {
    const sea = point(-2000, 0);
    const nearest = reach(u, points([0, 0], [-1500, 0])).toNearest([sea]);
    expect(nearest.metres[0]! / 2600).toBeCloseTo(1, 3);
    expect(nearest.metres[1]! / 650).toBeCloseTo(1, 3);
    expect([...nearest.straight!]).toEqual([1, 1]);
    // A place on the network comes first where it is nearer on foot.
    const both = reach(u, points([0, 0])).toNearest([sea, point(300, 0)]);
    expect([both.place[0], both.straight![0]]).toEqual([1, 0]);
  });

  it('in a part that no way leads to cannot be reached', () => {
    const parts: Line[] = [
      { from: 0, to: 1 },
      { from: 2, to: 3 },
    ];
    const nearest = reach(parts, points([50, 10])).toNearest([point(50, 190)]);
    expect([nearest.metres[0], nearest.place[0], nearest.straight![0]]).toEqual([Infinity, -1, 0]);
  });

  it('a scrap of path without a junction is no place to start from', () => {
    const scrap: Line[] = [...u, { from: 4, to: 5 }];
    const ends: [number, number][] = [at(50, 8), at(54, 8)];
    const { metres } = reach(scrap, points([52, 10]), ends).toNearest([point(100, 0)]);
    expect(metres[0]).toBeCloseTo(58, 1);
  });

  it('of no places is nowhere, and a network of nothing is straight lines', () => {
    expect(reach(u, points([0, 0])).toNearest([]).place[0]).toBe(-1);
    const { metres, straight } = reach([], points([0, 0])).toNearest([point(100, 0)]);
    expect(metres[0]! / 130).toBeCloseTo(1, 3);
    expect(straight![0]).toBe(1);
  });

  it('may be asked for some points, and within a limit', () => {
    const model = reach(u, points([0, 0], [300, 0], [100, 0]));
    const { metres, place } = model.toNearest([point(0, 0)], Int32Array.of(2, 1), 150);
    expect(metres[0]).toBeCloseTo(100, 1);
    expect([metres[1], place[1]]).toEqual([Infinity, -1]);
  });
});

describe('all distances within a limit', () => {
  it('are those to each place alone', () => {
    const spot = fc.tuple(fc.integer({ min: -700, max: 700 }), fc.integer({ min: -700, max: 700 }));
    const somePlace = fc.oneof(
      spot.map(([east, north]) => point(east, north)),
      fc
        .tuple(spot, fc.integer({ min: 5, max: 300 }))
        .map(([[east, north], side]) => square(east, north, side)),
    );
    const lines: Line[] = [...u, { from: 0, to: 2, oneWay: true }, { from: 4, to: 5 }];
    const walker = createWalker(networkOf([...corners, at(-400, 300), at(-300, 300)], lines));
    fc.assert(
      fc.property(
        fc.array(spot, { maxLength: 5 }),
        fc.array(somePlace, { maxLength: 5 }),
        fc.integer({ min: 1, max: 1500 }),
        (where, places, limit) => {
          const all = points(...where);
          const {
            starts,
            places: found,
            metres,
          } = networkDistances(walker, 1.3).distancesWithin(all, places, limit);
          const pairs = where.map(
            (_, i) =>
              new Map(
                found
                  .subarray(starts[i], starts[i + 1])
                  .entries()
                  .map(([k, place]) => [place, metres[starts[i]! + k]!]),
              ),
          );
          const model = networkReach(walker, all, 1.3);
          places.forEach((place, j) => {
            const alone = model.toNearest([place]);
            where.forEach((_, i) => {
              const least = alone.metres[i]!;
              // Straight lines are measured in the plane of the points' own middle, and those alone may differ.
              if (Math.abs(least - limit) < 1) return;
              if (least > limit) expect(pairs[i]!.has(j)).toBe(false);
              else expect(pairs[i]!.get(j)).toBeCloseTo(least, alone.straight![i] ? -1 : 6);
            });
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});
