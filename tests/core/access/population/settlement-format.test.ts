import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeSettlement,
  encodeSettlement,
  toStoredPlaces,
} from '../../../../core/access/population/settlement-format.ts';

const point = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true }),
  fc.constantFrom(1, 1, 0.25, 3, 1234.5),
);

describe('where people live, in bytes', () => {
  it('comes out as it is stored, area by area', () => {
    fc.assert(
      fc.property(fc.array(fc.array(point, { maxLength: 4 }), { maxLength: 6 }), areas => {
        const all = areas.flat();
        const starts = new Int32Array(areas.length + 1);
        areas.forEach((one, area) => {
          starts[area + 1] = starts[area]! + one.length;
        });
        const settled = toStoredPlaces({
          points: {
            lon: Float64Array.from(all, ([lon]) => lon),
            lat: Float64Array.from(all, ([, lat]) => lat),
          },
          starts,
          weight: Float64Array.from(all, ([, , weight]) => weight),
        });
        const read = decodeSettlement(encodeSettlement(settled));
        expect(read.starts).toEqual(settled.starts);
        expect(read.weight).toEqual(settled.weight);
        expect(Array.from(read.points.lon, each => each + 0)).toEqual(
          Array.from(settled.points.lon, each => each + 0),
        );
        expect(Array.from(read.points.lat, each => each + 0)).toEqual(
          Array.from(settled.points.lat, each => each + 0),
        );
        all.forEach(([lon], i) => {
          expect(Math.abs(settled.points.lon[i]! - lon)).toBeLessThan(5.1e-8);
        });
      }),
    );
  });

  it('is refused where it is damaged', () => {
    const settled = {
      points: { lon: Float64Array.of(4, 4.001), lat: Float64Array.of(51, 51) },
      starts: Int32Array.of(0, 2),
      weight: Float64Array.of(1, 1),
    };
    const bytes = encodeSettlement(settled);
    expect(() => decodeSettlement(bytes.subarray(0, bytes.length - 1))).toThrow(/damaged/);
    expect(() => decodeSettlement(encodeSettlement({ ...settled, starts: Int32Array.of(0, 1) }))).toThrow(
      /damaged/,
    );
    expect(() => decodeSettlement(new Uint8Array())).toThrow(/damaged/);
  });
});
