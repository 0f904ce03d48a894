import { describe, expect, it } from 'vitest';
import { evaluateIndices } from '../../../../core/concentration/evaluate.ts';
import { dissimilarity } from '../../../../core/concentration/evenness.ts';
import { densityCorrectedDissimilarity } from '../../../../core/concentration/inference/density-correction.ts';
import {
  exactExpectation,
  hasExactExpectation,
} from '../../../../core/concentration/inference/expectation.ts';
import { indexById, indices } from '../../../../core/concentration/registry.ts';
import type { Counts } from '../../../../core/concentration/types.ts';
import { ProblemError } from '../../../../core/problem.ts';
import { readSacramento, referenceDir } from '../sacramento.ts';

const counts = (group: number[], total: number[]): Counts => ({
  group: Float64Array.from(group),
  total: Float64Array.from(total),
});

/** All ways to choose `social` of the dwellings of areas of these sizes, each as counts. */
function* allocations(sizes: readonly number[], social: number): Generator<number[]> {
  const owner = sizes.flatMap((size, i) => Array.from({ length: size }, () => i));
  for (let chosen = 0; chosen < 2 ** owner.length; chosen++) {
    const group = sizes.map(() => 0);
    let taken = 0;
    owner.forEach((area, dwelling) => {
      if ((chosen >> dwelling) & 1) {
        group[area]!++;
        taken++;
      }
    });
    if (taken === social) yield group;
  }
}

describe('what chance alone would give', () => {
  const sizes = [5, 3, 3, 1];
  const exact = indices.filter(hasExactExpectation).map(index => index.id);

  it.each(
    exact,
  )('%s: the exact expectation is the mean over all ways to place five of twelve dwellings', id => {
    let sum = 0;
    let ways = 0;
    for (const group of allocations(sizes, 5)) {
      sum += (evaluateIndices(counts(group, sizes), [id])[id] as { value: number }).value;
      ways++;
    }
    expect(ways).toBe(792);
    expect(exactExpectation(indexById(id), counts([5, 0, 0, 0], sizes))).toBeCloseTo(sum / ways, 12);
  });

  it('eta squared has the closed form (n − 1)/(T − 1)', () => {
    const sample = counts([10, 3, 40, 7], [100, 30, 80, 1000]);
    expect(exactExpectation(indexById('eta_squared'), sample)).toBeCloseTo(3 / 1209, 14);
  });

  it('small units raise it: the same shares in areas of four dwellings instead of four hundred', () => {
    const small = counts(Array(100).fill(1), Array(100).fill(4));
    const large = counts(Array(100).fill(100), Array(100).fill(400));
    expect(dissimilarity.compute(small)).toEqual(dissimilarity.compute(large));
    expect(exactExpectation(dissimilarity, small)).toBeGreaterThan(0.3);
    expect(exactExpectation(dissimilarity, large)).toBeLessThan(0.05);
  });

  it('a million dwellings in one area are no trouble', () => {
    const giant = counts([300_000, 10, 5], [1_000_000, 30, 20]);
    const expected = exactExpectation(dissimilarity, giant);
    expect(expected).toBeGreaterThan(0);
    expect(expected).toBeLessThan(1e-4);
  });

  it('fractions of dwellings are refused, not rounded', () => {
    expect(() => exactExpectation(dissimilarity, counts([1.5, 2], [4, 4]))).toThrow(ProblemError);
    expect(() => exactExpectation(dissimilarity, counts([1, 2], [4.25, 4]))).toThrow('counts 4.25');
  });
});

describe('dissimilarity corrected for density (Allen et al. 2015)', () => {
  it('is 0 where every difference is within its standard error', () => {
    const even = counts([10, 11, 9, 10], [100, 100, 100, 100]);
    expect(densityCorrectedDissimilarity.compute(even)).toEqual({ value: 0 });
  });

  it('is nearly D where the numbers are large', () => {
    const large = counts([9e6, 1e6], [1e7, 1e7]);
    const corrected = densityCorrectedDissimilarity.compute(large) as { value: number };
    expect(corrected.value).toBeCloseTo(0.8, 6);
  });

  it('leaves complete separation as it is', () => {
    expect(densityCorrectedDissimilarity.compute(counts([5, 0], [5, 9]))).toEqual({ value: 1 });
  });
});

describe.skipIf(!referenceDir)('chance in Sacramento', () => {
  if (!referenceDir) return;
  const { counts: sacramento, values } = readSacramento();

  it('the expected dissimilarity is that of R segregation and PySAL within their draws', () => {
    const { value, tolerance } = values.dissimilarity_expected!;
    expect(Math.abs(exactExpectation(dissimilarity, sacramento) - value)).toBeLessThan(tolerance!);
  });

  it('the density correction equals the reference', () => {
    const { value, tolerance } = values.density_corrected_dissimilarity!;
    const corrected = densityCorrectedDissimilarity.compute(sacramento) as { value: number };
    expect(Math.abs(corrected.value - value)).toBeLessThan(tolerance!);
  });
});
