import { describe, expect, it } from 'vitest';
import { dissimilarity } from '../../../../core/concentration/evenness.ts';
import { compareMoments, compareRegions } from '../../../../core/concentration/inference/comparison.ts';
import { RANKING_MINIMA, rankRegions } from '../../../../core/concentration/inference/ranking.ts';
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

describe('ranking regions', () => {
  const entry = (id: string, value: number, half: number, more: object = {}) => ({
    id,
    value,
    chance: 0.1,
    zones: 50,
    dwellings: 20_000,
    social: 1500,
    interval: { low: value - half, high: value + half },
    ...more,
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
