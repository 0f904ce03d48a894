import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessConcentration, erreygersIndex, reachOfGroups } from '../../../core/access/equity.ts';
import { familyReach } from '../../../core/access/families.ts';
import { schoolMix, schoolMixChange } from '../../../core/access/school-mix.ts';

describe('children in poverty beside others', () => {
  it('are told apart at every distance', () => {
    const metres = Float64Array.of(100, 500, Infinity);
    const { poverty, others } = reachOfGroups(
      metres,
      Float64Array.of(50, 30, 20),
      Float64Array.of(5, 10, 15),
      [400],
    );
    expect(poverty.coverage[0]).toEqual({ withinM: 400, reached: 5, all: 30, share: 5 / 30 });
    expect(others.coverage[0]).toEqual({ withinM: 400, reached: 45, all: 70, share: 45 / 70 });
    expect(others.distance).toMatchObject({ beyond: 5, meanM: (45 * 100 + 20 * 500) / 65 });
    expect(() => reachOfGroups(metres, Float64Array.of(1, 1, 1), Float64Array.of(0, 2, 0))).toThrow(
      'Position 1 has 2 children in poverty of 1 children',
    );
  });
});

describe('the concentration of access', () => {
  const people = Float64Array.of(10, 10);
  const poverty = Float64Array.of(0.3, 0.1);

  it('equals curves drawn by hand', () => {
    // The poorer half has a quarter: the curve runs below the diagonal.
    const rich = accessConcentration(Float64Array.of(1, 3), people, poverty)!;
    expect([...rich.curve.people]).toEqual([0, 0.5, 1]);
    expect([...rich.curve.access]).toEqual([0, 0.25, 1]);
    expect([rich.index, rich.mean]).toEqual([0.25, 2]);
    expect(accessConcentration(Float64Array.of(1, 0), people, poverty)!.index).toBe(-0.5);
    expect(accessConcentration(Float64Array.of(2, 2), people, poverty)!.index).toBe(0);
    // Everybody of the richer half reached, nobody else: as unequal as a thing to have or not can be.
    expect(erreygersIndex(accessConcentration(Float64Array.of(0, 1), people, poverty)!)).toBe(1);
    expect(accessConcentration(Float64Array.of(0, 0), people, poverty)).toBeNull();
  });

  it('leaves out people whose poverty is not known, and has one step for equal ones', () => {
    const some = accessConcentration(
      Float64Array.of(1, 3, 7, 0),
      Float64Array.of(10, 5, 10, 5),
      Float64Array.of(0.3, 0.1, Number.NaN, 0.1),
    )!;
    expect([...some.curve.people]).toEqual([0, 0.5, 1]);
    expect([...some.curve.access]).toEqual([0, 0.4, 1]);
  });

  it('equals 2 cov(value, rank) / mean for people one by one', () => {
    // Kakwani, Wagstaff & van Doorslaer (1997): C = 2 cov(y, r) / mean, with r the middle of each one's rank.
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 2, maxLength: 30 }), values => {
        fc.pre(values.some(value => value > 0));
        const n = values.length;
        const rank = values.map((_, i) => (i + 0.5) / n);
        const mean = values.reduce((sum, value) => sum + value, 0) / n;
        const covariance = values.reduce((sum, value, i) => sum + (value - mean) * (rank[i]! - 0.5), 0) / n;
        const { index } = accessConcentration(
          Float64Array.from(values),
          new Float64Array(n).fill(1),
          Float64Array.from(values, (_, i) => -i),
        )!;
        expect(index).toBeCloseTo((2 * covariance) / mean, 10);
      }),
    );
  });
});

describe('family centres', () => {
  it('tells births in deprived families within reach, and the index on both sides', () => {
    const [reach] = familyReach(
      Float64Array.of(300, 900, Infinity),
      Float64Array.of(10, 5, 1),
      Float64Array.of(40, 50, 30),
      [800],
    );
    expect(reach).toMatchObject({
      deprived: { reached: 10, all: 16 },
      births: { reached: 40, all: 120 },
      indexWithin: 0.25,
      indexBeyond: 6 / 80,
    });
  });
});

describe('the mix of schools', () => {
  const places = Float64Array.of(50, Number.NaN, 10);
  const school = Int32Array.of(0, 0, 1, -1);
  const before = schoolMix(school, Float64Array.of(40, 20, 60, 8), Float64Array.of(20, 10, 10, 2), places);

  it('adds up pupils by the school of their address', () => {
    expect([...before.pupils]).toEqual([60, 60, 0]);
    expect([...before.share]).toEqual([0.5, 10 / 60, Number.NaN]);
    expect([...before.beyondPlaces]).toEqual([10, Number.NaN, 0]);
    expect(before.unassigned).toEqual({ pupils: 8, deprived: 2 });
    // ½ (|30/40 − 30/80| + |10/40 − 50/80|) = ½ (0.375 + 0.375).
    expect(before.dissimilarity).toBe(0.375);
  });

  it('tells what new families do to it', () => {
    const after = schoolMix(
      Int32Array.of(0, 0, 1, -1, 1),
      Float64Array.of(40, 20, 60, 8, 20),
      Float64Array.of(20, 10, 10, 2, 20),
      places,
    );
    const change = schoolMixChange(before, after);
    // ½ (|30/60 − 30/80| + |30/60 − 50/80|) = 0.125.
    expect(change.dissimilarityChange).toBe(0.125 - 0.375);
    expect(change.shareChange[1]).toBeCloseTo(30 / 80 - 10 / 60, 15);
    const nobody = schoolMix(school, Float64Array.of(1, 1, 1, 1), new Float64Array(4), places);
    expect(nobody.dissimilarity).toBeNull();
  });

  it('refuses more pupils of deprived families than pupils', () => {
    expect(() => schoolMix(Int32Array.of(0), Float64Array.of(1), Float64Array.of(2), places)).toThrow(
      'Position 0 has 2 pupils of deprived families of 1 pupils',
    );
  });
});
