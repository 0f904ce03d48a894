import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { latticeWithin } from '../../../../core/access/population/lattice.ts';
import { locate } from '../../../../core/access/population/locate.ts';
import { isInside, pointWithin } from '../../../../core/access/population/planar.ts';
import { BASES, settle } from '../../../../core/access/population/settle.ts';
import { spreadPart, spreadPeople } from '../../../../core/access/population/spread.ts';
import { shapesOf } from '../../../../core/access/shape.ts';
import { projectionOf } from '../../../../core/areas/projection.ts';

const plane = (x: number, y: number): [number, number] => [x, y];
const box = (west: number, south: number, east: number, north: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

describe('dividing people over points', () => {
  const areas = fc.array(
    fc.record({
      total: fc.oneof(fc.nat(5_000), fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constant(Number.NaN)),
      weights: fc.array(fc.oneof(fc.nat(9), fc.double({ min: 0, max: 1, noNaN: true })), {
        minLength: 1,
        maxLength: 30,
      }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const settled = (given: { weights: number[] }[]) => {
    const starts = new Int32Array(given.length + 1);
    given.forEach(({ weights }, i) => {
      starts[i + 1] = starts[i]! + weights.length;
    });
    return { starts, weight: Float64Array.from(given.flatMap(one => one.weights)) };
  };

  it('keeps the number of every area to the last bit, in any order of summing', () => {
    fc.assert(
      fc.property(areas, fc.constantFrom('whole' as const, 'fractions' as const), (given, how) => {
        const settlement = settled(given);
        const totals = Float64Array.from(given, one => one.total);
        const { people, areasWithout } = spreadPeople(totals, settlement, how);
        given.forEach(({ total }, area) => {
          const there = people.subarray(settlement.starts[area]!, settlement.starts[area + 1]!);
          const wanted = Number.isNaN(total) ? 0 : total;
          expect(there.reduce((sum, one) => sum + one, 0)).toBe(wanted);
          expect(there.toReversed().reduce((sum, one) => sum + one, 0)).toBe(wanted);
          expect(there.every(one => one >= 0)).toBe(true);
          if (how === 'whole' && Number.isInteger(total)) expect(there.every(Number.isInteger)).toBe(true);
        });
        expect(areasWithout).toEqual(given.flatMap(({ total }, i) => (Number.isNaN(total) ? [i] : [])));
      }),
    );
  });

  it('gives nobody to a point without weight, and shares in proportion', () => {
    const settlement = settled([{ weights: [3, 0, 1] }]);
    expect([...spreadPeople(Float64Array.of(10), settlement, 'fractions').people]).toEqual([7.5, 0, 2.5]);
    // 7.5, 0 and 2.5: one is left, and the first of equal remainders gets it.
    expect([...spreadPeople(Float64Array.of(10), settlement, 'whole').people]).toEqual([8, 0, 2]);
  });

  it('never puts more children in poverty at a point than children', () => {
    const children = fc.array(fc.nat(20), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(children, fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
        const settlement = settled([{ weights: of.map(() => 1) }]);
        const all = of.reduce((sum, one) => sum + one, 0);
        const poor = Math.floor(part * all);
        const { people } = spreadPart(Float64Array.of(poor), settlement, Float64Array.from(of), 'whole');
        people.forEach((each, i) => {
          expect(each).toBeLessThanOrEqual(of[i]!);
        });
        expect(people.reduce((sum, one) => sum + one, 0)).toBe(poor);
      }),
    );
  });
});

describe('a lattice', () => {
  it('has the middles of the squares inside, a hole left out, overlapping parts once', () => {
    const holed = box(0, 0, 300, 300) as { type: 'Polygon'; coordinates: [number, number][][] };
    holed.coordinates.push([
      [100, 100],
      [100, 200],
      [200, 200],
      [200, 100],
      [100, 100],
    ]);
    const shapes = [...shapesOf(holed, plane), ...shapesOf(box(200, 0, 400, 100), plane)];
    const { x, y } = latticeWithin(shapes, 100);
    const found = x.map((easting, k) => `${easting} ${y[k]}`).toSorted();
    expect(found).toHaveLength(9);
    expect(found).not.toContain('150 150');
    expect(found).toContain('350 50');
    expect(() => latticeWithin(shapes, 0)).toThrow('A lattice of 0 m has no points');
    expect(() => latticeWithin(shapes, 1e-2)).toThrow('5000000 is the most');
  });

  it('finds a point within a shape whose middle is outside it', () => {
    const [u] = shapesOf(
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [10, 0],
            [10, 10],
            [7, 10],
            [7, 2],
            [3, 2],
            [3, 10],
            [0, 10],
            [0, 0],
          ],
        ],
      },
      plane,
    );
    expect(isInside(u!, 5, 5)).toBe(false);
    const [x, y] = pointWithin(u!)!;
    expect(isInside(u!, x, y)).toBe(true);
    expect(pointWithin(shapesOf(box(0, 0, 0, 5), plane)[0]!)).toBeNull();
  });
});

describe('where people live', () => {
  const { inverse } = projectionOf(32631);
  const ring = (west: number, south: number, sideM: number): Geometry => {
    const corner = (x: number, y: number) => inverse(500_000 + x, 5_650_000 + y);
    return {
      type: 'Polygon',
      coordinates: [
        [
          corner(west, south),
          corner(west + sideM, south),
          corner(west + sideM, south + sideM),
          corner(west, south + sideM),
          corner(west, south),
        ],
      ],
    };
  };
  const pointsAt = (...xy: [number, number][]) => {
    const degrees = xy.map(([x, y]) => inverse(500_000 + x, 5_650_000 + y));
    return {
      lon: Float64Array.from(degrees, ([lon]) => lon),
      lat: Float64Array.from(degrees, ([, lat]) => lat),
    };
  };
  const areas = [ring(0, 0, 400), ring(400, 0, 400), ring(800, 0, 400), ring(1200, 0, 40), null];
  const at = pointsAt([200, 200], [600, 200], [1000, 200], [1220, 20], [2000, 0]);
  const addresses = { ...pointsAt([10, 10], [390, 20], [9000, 0]), weight: Float64Array.of(1, 1, 1) };
  const grid = { ...pointsAt([500, 100], [200, 200]), weight: Float64Array.of(40, 60) };

  it('takes the best source of each area, and says which', () => {
    const residential = [ring(900, 100, 200)];
    const settlement = settle({ areas, at, addresses, grid, residential });
    expect([...settlement.basis].map(one => BASES[one])).toEqual([
      'addresses',
      'population-grid',
      'residential-land',
      'point',
      'point',
    ]);
    expect([...settlement.starts]).toEqual([0, 2, 3, 7, 8, 9]);
    expect(settlement.outside).toBe(1);
    const surface = settle({ areas, at });
    expect([...surface.basis].map(one => BASES[one])).toEqual([
      'surface',
      'surface',
      'surface',
      'point',
      'point',
    ]);
    // 400 m square: sixteen middles of 100 m.
    expect([...surface.starts]).toEqual([0, 16, 32, 48, 49, 50]);
    expect(surface.points.lon[49]).toBeCloseTo(at.lon[4]!, 9);
    expect([...surface.areaOf.subarray(30, 34)]).toEqual([1, 1, 2, 2]);
  });

  it('finds the drawn catchment around a home, the first of two', () => {
    const homes = pointsAt([100, 100], [410, 10], [5000, 0]);
    expect([...locate(homes, [null, ring(300, 0, 200), ring(0, 0, 500)])]).toEqual([2, 1, -1]);
  });
});
