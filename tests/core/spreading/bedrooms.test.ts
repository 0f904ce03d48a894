import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dwellingsIn } from '../../../core/scenario/homes.ts';
import { homesByArea } from '../../../core/spreading/bedrooms.ts';

describe('New dwellings by number of bedrooms', () => {
  it('by hand: half with one bedroom, a quarter with three, over areas of 4, 2 and 2', () => {
    // Four and two of eight: running totals of the first 2, 3, 4; then of what is left (2, 1, 1) 1, 1.5 and 2 of two.
    expect(homesByArea([4, 2, 2], { '1': 0.5, '3': 0.25 })).toEqual([
      { '1': 2, '3': 1, unspecified: 1 },
      { '1': 1, '3': 1 },
      { '1': 1, unspecified: 1 },
    ]);
  });

  it('add up by area and by size, and no area is further from its part than one dwelling for each size before', () => {
    const numbers = fc.array(fc.nat(40), { minLength: 1, maxLength: 12 });
    const parts = fc.tuple(fc.nat(50), fc.nat(30), fc.nat(20));
    fc.assert(
      fc.property(numbers, parts, (dwellings, [one, two, three]) => {
        const mix = { '1': one / 100, '2': two / 100, '3': three / 100 };
        const homes = homesByArea(dwellings, mix);
        expect(homes.map(dwellingsIn)).toEqual(dwellings);
        const all = dwellings.reduce((sum, number) => sum + number, 0);
        for (const size of ['1', '2', '3'] as const) {
          const total = homes.reduce((sum, area) => sum + (area[size] ?? 0), 0);
          expect(Math.abs(total - mix[size] * all)).toBeLessThan(1);
        }
        homes.forEach((area, at) => {
          for (const size of ['1', '2', '3'] as const)
            expect(Math.abs((area[size] ?? 0) - mix[size] * dwellings[at]!)).toBeLessThanOrEqual(3 + 1e-9);
        });
      }),
    );
  });

  it('is refused where the parts cannot be', () => {
    expect(() => homesByArea([3], { '1': 0.7, '2': 0.4 })).toThrow('add up to 1.1');
    expect(() => homesByArea([3], { '2': -0.1 })).toThrow('A part of -0.1 with size 2');
  });
});
