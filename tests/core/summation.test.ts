import { describe, expect, it } from 'vitest';
import { sumColumn, sumTerms } from '../../core/summation.ts';

describe('compensated sums', () => {
  it('keep what plain addition loses (the example of Neumaier 1974)', () => {
    expect(sumColumn([1, 1e100, 1, -1e100])).toBe(2);
  });

  it('add a tenth ten times to exactly one', () => {
    expect(sumTerms(10, () => 0.1)).toBe(1);
  });

  it('are zero over nothing and NaN as soon as one number is missing', () => {
    expect(sumColumn([])).toBe(0);
    expect(sumColumn([1, Number.NaN, 2])).toBeNaN();
  });
});
