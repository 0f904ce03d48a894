import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catchmentsOf, distancesFromPairs } from '../../../core/access/distances.ts';

describe('distances in sparse rows', () => {
  it('keeps the shorter of a pair given twice, and leaves out what is beyond the reach', () => {
    const distances = distancesFromPairs(
      {
        points: Int32Array.of(1, 0, 1, 0),
        places: Int32Array.of(1, 2, 1, 0),
        metres: Float64Array.of(90, 400, 80, 401),
      },
      { points: 3, places: 3 },
      400,
    );
    expect(distances).toEqual({
      starts: Int32Array.of(0, 1, 2, 2),
      places: Int32Array.of(2, 1),
      metres: Float64Array.of(400, 80),
      placeCount: 3,
      maxMetres: 400,
    });
  });

  it('has the same pairs seen from the points and from the places', () => {
    const pair = fc.record({
      point: fc.nat(9),
      place: fc.nat(6),
      metres: fc.integer({ min: 0, max: 900 }),
    });
    fc.assert(
      fc.property(fc.array(pair), pairs => {
        const distances = distancesFromPairs(
          {
            points: Int32Array.from(pairs, one => one.point),
            places: Int32Array.from(pairs, one => one.place),
            metres: Float64Array.from(pairs, one => one.metres),
          },
          { points: 10, places: 7 },
          800,
        );
        const turned = catchmentsOf(distances);
        const fromPlaces = [];
        for (let j = 0; j < 7; j++)
          for (let k = turned.starts[j]!; k < turned.starts[j + 1]!; k++)
            fromPlaces.push(`${turned.points[k]} ${j} ${turned.metres[k]}`);
        const shortest = new Map<string, number>();
        for (const { point, place, metres } of pairs) {
          const known = shortest.get(`${point} ${place}`) ?? Infinity;
          if (metres <= 800) shortest.set(`${point} ${place}`, Math.min(known, metres));
        }
        expect(fromPlaces.toSorted()).toEqual([...shortest].map(([key, m]) => `${key} ${m}`).toSorted());
      }),
    );
  });
});
