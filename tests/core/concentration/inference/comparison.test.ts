import { describe, expect, it } from 'vitest';
import { dissimilarity } from '../../../../core/concentration/evenness.ts';
import { benchmarkOf } from '../../../../core/concentration/inference/benchmark.ts';
import { chancePart } from '../../../../core/concentration/inference/chance-part.ts';
import {
  compareMoments,
  compareRegions,
  differenceBetween,
} from '../../../../core/concentration/inference/comparison.ts';
import { lackOf, RANKING_MINIMA, rankRegions } from '../../../../core/concentration/inference/ranking.ts';
import { anyIndexById } from '../../../../core/concentration/spatial-registry.ts';
import type { Counts } from '../../../../core/concentration/types.ts';
import { ProblemError } from '../../../../core/problem.ts';

const region = (shares: readonly number[], size = 400): Counts => ({
  group: Float64Array.from(shares, share => Math.round(share * size)),
  total: new Float64Array(shares.length).fill(size),
});
const repeat = (pattern: readonly number[], times: number): number[] =>
  Array.from({ length: times }, () => pattern).flat();
const options = { draws: 199, seed: 3 };

describe('comparing two regions', () => {
  const even = region(repeat([0.1, 0.12], 15));
  const uneven = region(repeat([0.02, 0.2], 15));

  it('a clear difference has a small p and an interval that leaves 0 out', () => {
    const comparison = compareRegions(dissimilarity, uneven, even, options);
    expect(comparison.difference).toBeCloseTo(comparison.first - comparison.second, 15);
    expect(comparison.p).toBe(1 / 200);
    expect(comparison.interval.low).toBeGreaterThan(0);
    expect(comparison.corrected).toBeGreaterThan(comparison.interval.low);
    expect(comparison.corrected).toBeLessThan(comparison.interval.high);
  });

  it('two regions alike have no difference and p = 1', () => {
    const comparison = compareRegions(dissimilarity, uneven, uneven, options);
    expect(comparison.difference).toBe(0);
    expect(comparison.p).toBe(1);
    expect(comparison.interval.low).toBeLessThan(0);
    expect(comparison.interval.high).toBeGreaterThan(0);
  });

  it.each([
    [{ draws: 0, seed: 1 }, 'draws cannot be made'],
    [{ draws: 9, seed: 1, intervalLevel: 95 }, 'level 95'],
    [{ draws: 9, seed: -1 }, 'Seed -1'],
  ])('%o is refused', (wrong, says) => {
    expect(() => compareRegions(dissimilarity, uneven, even, wrong)).toThrow(says);
  });

  it('the same seed gives the same answer', () => {
    expect(compareRegions(dissimilarity, uneven, even, options)).toEqual(
      compareRegions(dissimilarity, uneven, even, options),
    );
  });

  it('a region without social dwellings cannot be compared', () => {
    expect(() => compareRegions(dissimilarity, region([0, 0]), even, options)).toThrow(
      'dissimilarity cannot be compared',
    );
  });
});

describe('comparing two moments', () => {
  const before = region(repeat([0.05, 0.15], 20));
  const after = region(repeat([0.02, 0.18], 20));

  it('a change in every area is found', () => {
    const comparison = compareMoments(dissimilarity, after, before, options);
    expect(comparison.difference).toBeGreaterThan(0);
    expect(comparison.p).toBeLessThanOrEqual(0.01);
  });

  it('no change has p = 1', () => {
    expect(compareMoments(dissimilarity, before, before, options).p).toBe(1);
  });

  it('areas that had no dwellings yet take part', () => {
    const bare = { group: before.group.with(0, 0), total: before.total.with(0, 0) };
    const comparison = compareMoments(dissimilarity, after, bare, options);
    for (const number of [comparison.corrected, comparison.interval.low, comparison.interval.high]) {
      expect(number).not.toBeNaN();
    }
  });

  it('other areas are refused', () => {
    expect(() => compareMoments(dissimilarity, before, region([0.1]), options)).toThrow(ProblemError);
  });
});

describe('the part of a value that chance gives', () => {
  // 20 areas of 10 dwellings, 40 of the 200 social: spread evenly, two in each.
  const counts: Counts = {
    group: Float64Array.from({ length: 20 }, (_, i) => (i < 10 ? 4 : 0)),
    total: new Float64Array(20).fill(10),
  };
  const part = (id: string, value: number, expected: number) =>
    chancePart(anyIndexById(id), counts, { value, expected });

  it('is expected over raw for an index that is 0 in an even spread', () => {
    expect(part('dissimilarity', 0.5, 0.1)).toBeCloseTo(0.2, 12);
    expect(part('eta_squared', 0.2, 0.05)).toBeCloseTo(0.25, 12);
  });

  it('counts from the even spread where that has another value', () => {
    // Ten of twenty areas hold half of an even spread; the share is a fifth, as is isolation.
    expect(part('top10_share', 0.6, 0.56)).toBeCloseTo(0.06 / 0.6, 12);
    expect(part('isolation', 0.3, 0.22)).toBeCloseTo(0.02 / 0.3, 12);
    expect(part('interaction', 0.7, 0.78)).toBeCloseTo(0.02 / 0.7, 12);
  });

  it('is all of it where the value is 0 or below what chance gives, and none where chance adds nothing', () => {
    expect(part('dissimilarity', 0, 0.1)).toBe(1);
    expect(part('dissimilarity', 0.05, 0.1)).toBe(1);
    expect(part('dissimilarity', 0.4, 0)).toBe(0);
  });

  it('is not known for an index that looks at places', () => {
    expect(part('moran_i', 0.4, -0.05)).toBeNull();
  });
});

describe('the difference of two regions', () => {
  it('says what each is too small in', () => {
    const of = (shares: readonly number[], size: number) => ({
      codes: shares.map((_, i) => `${i}`),
      ...region(shares, size),
    });
    const large = of(repeat([0.02, 0.2], 15), 400);
    const few = of([0.1, 0.3, 0.2, 0.4], 400);
    const { lacks } = differenceBetween('dissimilarity', large, few, options);
    expect(lacks).toEqual([null, { lacks: 'zones', has: 4, needs: RANKING_MINIMA.zones }]);
    // 200 areas of 6 dwellings with none or one social: lot alone makes such differences.
    const scattered = of(repeat([0, 1 / 6], 100), 6);
    const { lacks: small } = differenceBetween('dissimilarity', scattered, large, options);
    expect(small[0]).toMatchObject({ lacks: 'chance' });
  });
});

describe('the benchmark', () => {
  it('is the quartiles of what is known, linear between neighbours', () => {
    // Of 0.1, 0.2, 0.4 and 0.8 the quarters lie at places 0.75, 1.5 and 2.25.
    expect(benchmarkOf([0.8, null, 0.1, Number.NaN, 0.4, 0.2])).toEqual({
      regions: 4,
      low: expect.closeTo(0.175, 12),
      median: expect.closeTo(0.3, 12),
      high: expect.closeTo(0.5, 12),
    });
    expect(benchmarkOf([null])).toBeNull();
  });
});

describe('ranking regions', () => {
  const entry = (id: string, value: number, half: number, more: object = {}) => ({
    id,
    value,
    interval: { low: value - half, high: value + half },
    lack: lackOf({ zones: 50, dwellings: 20_000, social: 1500, chance: null, ...more }),
  });

  it('regions whose intervals overlap are not told apart', () => {
    const { ranked } = rankRegions([
      entry('low', 0.2, 0.02),
      entry('high', 0.5, 0.02),
      entry('middle', 0.21, 0.02),
    ]);
    expect(ranked).toEqual([
      { id: 'high', best: 1, worst: 1, tiedWith: [] },
      { id: 'middle', best: 2, worst: 3, tiedWith: ['low'] },
      { id: 'low', best: 2, worst: 3, tiedWith: ['middle'] },
    ]);
  });

  it('a region with too few areas or dwellings is left out and says what it lacks', () => {
    const { ranked, refused } = rankRegions([
      entry('a', 0.2, 0.02),
      entry('b', 0.5, 0.02),
      entry('tiny', 0.9, 0.02, { zones: 4 }),
      entry('few', 0.9, 0.02, { social: 12 }),
    ]);
    expect(ranked.map(each => each.id)).toEqual(['b', 'a']);
    expect(refused).toEqual([
      { id: 'tiny', lacks: 'zones', has: 4, needs: RANKING_MINIMA.zones },
      { id: 'few', lacks: 'social', has: 12, needs: RANKING_MINIMA.social },
    ]);
  });

  it('a region whose value is largely chance is not ranked', () => {
    const { ranked, refused } = rankRegions([
      entry('a', 0.2, 0.02),
      entry('b', 0.3, 0.02),
      entry('noise', 0.43, 0.02, { chance: 0.98 }),
      entry('isolated', 0.5, 0.02, { chance: null }),
    ]);
    expect(ranked.map(each => each.id)).toEqual(['isolated', 'b', 'a']);
    expect(refused).toEqual([{ id: 'noise', lacks: 'chance', has: 0.98, needs: RANKING_MINIMA.chance }]);
  });

  it('one region is no ranking', () => {
    expect(rankRegions([entry('a', 0.2, 0.02), entry('tiny', 0.9, 0.02, { zones: 4 })])).toEqual({
      ranked: [],
      refused: [{ id: 'tiny', lacks: 'zones', has: 4, needs: RANKING_MINIMA.zones }],
    });
  });
});
