import { describe, expect, it } from 'vitest';
import { areaInformation } from '../../../core/concentration/information.ts';
import { measureConcentration } from '../../../core/concentration/measure.ts';

describe('the information of an area', () => {
  it('is a number for what rounding leaves of a dwelling', () => {
    // 0.1 + 0.2 − 0.3 dwellings is 5.6e-17: estimates come with such residues.
    const input = { codes: ['a', 'b'], group: [0.1 + 0.2 - 0.3, 240_000], total: [500, 999_500] };
    const { indices } = measureConcentration(input, undefined, {
      indices: ['theil_h', 'mutual_information'],
    });
    const exact = measureConcentration({ ...input, group: [0, 240_000] }, undefined, {
      indices: ['theil_h', 'mutual_information'],
    });
    for (const id of ['theil_h', 'mutual_information']) {
      const [withResidue, without] = [indices[id], exact.indices[id]] as { value: number }[];
      expect(withResidue!.value).toBeCloseTo(without!.value, 12);
    }
  });

  it('is x ln(xT/tX) + y ln(yT/tY), by hand', () => {
    const population = { group: 10, total: 40, other: 30 };
    expect(areaInformation(5, 10, population)).toBeCloseTo(5 * Math.log(2) + 5 * Math.log(2 / 3), 14);
    expect(areaInformation(0, 10, population)).toBeCloseTo(10 * Math.log(4 / 3), 14);
    expect(areaInformation(0, 0, population)).toBe(0);
    // One dwelling in a thousand million more than even: x ln(1 + ε) − y ε′, which a difference of entropies loses.
    const even = { group: 1e9, total: 4e9, other: 3e9 };
    const first = 1e-9 + 1;
    expect(areaInformation(2.5e8 + 1, 1e9, even)).toBeCloseTo(2 / 1e9 + (2 * first) / 3e9, 9);
  });
});
