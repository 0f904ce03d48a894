import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleAtMost } from '../../../../core/access/population/gather.ts';
import {
  decodeHomes,
  encodeHomes,
  HOME_BASES,
  type Homes,
  settlementDataOf,
} from '../../../../core/access/population/homes.ts';
import { BASES } from '../../../../core/access/population/settle.ts';

/** Two boxes side by side at 51° north, 0.02° wide: 1,404 by 1,113 m each. */
const box = (west: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, 51],
      [west + 0.02, 51],
      [west + 0.02, 51.01],
      [west, 51.01],
      [west, 51],
    ],
  ],
});
const TWO = {
  areas: [box(3.7), box(3.72)],
  at: { lon: Float64Array.of(3.71, 3.73), lat: Float64Array.of(51.005, 51.005) },
};

const points = (places: readonly (readonly [number, number, number])[]) => ({
  lon: Float64Array.from(places, ([lon]) => lon),
  lat: Float64Array.from(places, ([, lat]) => lat),
  weight: Float64Array.from(places, ([, , weight]) => weight),
});
/** Degrees as whole ten-millionths, which is how they are stored. */
const degree = (from: number, to: number) =>
  fc.integer({ min: from * 1e7, max: to * 1e7 }).map(units => units / 1e7);
const place = fc.tuple(degree(3, 4), degree(51, 52), fc.constantFrom(1, 2.5, 0, 1e6));

describe('what is known of homes', () => {
  it('comes out of its bytes as it went in: points of every basis', () => {
    const some = fc.array(place, { maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom('addresses', 'buildings', 'population-grid'), some, (basis, places) => {
        const homes = { basis, points: points(places) } as Homes;
        expect(decodeHomes(encodeHomes(homes))).toEqual(homes);
      }),
    );
  });

  it('and land, with its parts and its holes', () => {
    const [outer] = box(3.7).coordinates;
    const [hole] = box(3.705).coordinates;
    const land = [
      { type: 'MultiPolygon' as const, coordinates: [[outer!, hole!], [outer!]] },
      { type: 'MultiPolygon' as const, coordinates: [[hole!]] },
    ];
    expect(decodeHomes(encodeHomes({ basis: 'residential-land', land }))).toEqual({
      basis: 'residential-land',
      land,
    });
    expect(decodeHomes(encodeHomes({ basis: 'residential-land', land: [box(3.7)] }))).toMatchObject({
      land: [{ coordinates: [[outer]] }],
    });
  });

  it('is refused where its bytes are cut, and never read as something else', () => {
    const bytes = encodeHomes({
      basis: 'addresses',
      points: points([
        [3.7, 51, 1],
        [3.8, 51.2, 2],
      ]),
    });
    for (let length = 0; length < bytes.length; length++)
      expect(() => decodeHomes(bytes.subarray(0, length)), `${length} bytes`).toThrow(
        /damaged|import it again/,
      );
  });

  it('goes to the best source of each area, as BASES orders them', () => {
    const known: Homes[] = [
      { basis: 'residential-land', land: [box(3.7)] },
      { basis: 'population-grid', points: points([[3.701, 51.001, 40]]) },
      { basis: 'buildings', points: points([[3.702, 51.001, 90]]) },
      { basis: 'addresses', points: points([[3.725, 51.002, 1]]) },
    ];
    const { basis } = settleAtMost({ ...TWO, ...settlementDataOf(known) }, 100, 1000);
    expect([...basis].map(each => BASES[each])).toEqual(['buildings', 'addresses']);
    expect(HOME_BASES.every(one => BASES.includes(one))).toBe(true);
  });
});

describe('too many points', () => {
  it('are drawn together in squares of their area, which keeps the weight and the middle of each area', () => {
    const inside = fc.tuple(degree(3.701, 3.739), degree(51.001, 51.009), fc.constantFrom(1, 2, 7));
    fc.assert(
      fc.property(fc.array(inside, { minLength: 1, maxLength: 60 }), places => {
        const data = { ...TWO, addresses: points(places) };
        const all = settleAtMost(data, 1000, 1e6);
        const few = settleAtMost(data, 1000, 10);
        expect(all.gatheredM).toBe(0);
        expect(few.weight.length).toBeLessThanOrEqual(all.weight.length);
        expect(few.gatheredM > 0).toBe(all.weight.length > 10);
        for (const area of [0, 1]) {
          const sums = [all, few].map(({ points: { lon, lat }, starts, weight }) => {
            const [sum, x, y] = [0, 1, 2].map(what => {
              let total = 0;
              for (let k = starts[area]!; k < starts[area + 1]!; k++)
                total += weight[k]! * (what === 0 ? 1 : what === 1 ? lon[k]! : lat[k]!);
              return total;
            });
            return [sum!, x! / sum!, y! / sum!];
          });
          sums[0]!.forEach((sum, k) => {
            expect(sums[1]![k]).toBeCloseTo(sum, 8);
          });
        }
      }),
    );
  });

  it('two addresses at one door are one of twice the weight, one 70 m off stays', () => {
    // 0.001° of longitude is 70 m.
    const data = {
      ...TWO,
      addresses: points([
        [3.71, 51.005, 1],
        [3.71, 51.005, 1],
        [3.711, 51.005, 1],
      ]),
    };
    const few = settleAtMost(
      { ...data, areas: [box(3.7)], at: { lon: Float64Array.of(3.71), lat: Float64Array.of(51.005) } },
      100,
      2,
    );
    expect([...few.weight]).toEqual([2, 1]);
    expect(few.gatheredM).toBe(10);
  });
});
