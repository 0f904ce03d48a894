import { describe, expect, it } from 'vitest';
import { shadowPrices } from '../../../core/spreading/shadow-prices.ts';
import { spread } from '../../../core/spreading/spread.ts';
import { yardsticksOf } from '../../../core/spreading/yardsticks.ts';
import { problemOf, quota } from './problems.ts';

describe('Yardsticks', () => {
  it('by hand: in proportion to 100, 200 and 300 dwellings, and the largest sites first', () => {
    const problem = problemOf(
      [
        [5, 100],
        [5, 200],
        [5, 300],
      ],
      12,
      { capacity: [10, 8, 3] },
    );
    const [proportional, largest] = yardsticksOf(problem, 'hutchens');
    // 2, 4 and 6 in proportion; the third has room for 3, and 9 over 100 and 200 are 3 and 6.
    expect([...proportional!.allocation]).toEqual([3, 6, 3]);
    expect([...largest!.allocation]).toEqual([10, 2, 0]);
    // √(8·95) + √(11·195) + √(8·295) of √(27·585).
    expect(proportional!.value).toBeCloseTo(
      1 - (Math.sqrt(8 * 95) + Math.sqrt(11 * 195) + Math.sqrt(8 * 295)) / Math.sqrt(27 * 585),
      12,
    );
  });

  it('by hand: in proportion to 30, 20 and 10 households, where they are known wherever can be built', () => {
    const problem = problemOf(
      [
        [5, 100],
        [5, 200],
        [5, 300],
      ],
      12,
    );
    const ids = (households: number[]) =>
      yardsticksOf(problem, 'hutchens', { households: Float64Array.from(households) }).map(
        ({ id, allocation }) => `${id} ${allocation.join(' ')}`,
      );
    expect(ids([30, 20, 10])[0]).toBe('households 6 4 2');
    expect(ids([30, 20, Number.NaN])[0]).toBe('proportional 2 4 6');
    const closed = { ...problem, limits: [{ id: 'locked', most: Float64Array.of(Infinity, Infinity, 0) }] };
    const [first] = yardsticksOf(closed, 'hutchens', { households: Float64Array.of(2, 1, Number.NaN) });
    expect([first!.id, ...first!.allocation]).toEqual(['households', 8, 4, 0]);
  });

  it('keep to quotas, and are never better than the plan', () => {
    const problem = problemOf(
      [
        [0, 100],
        [0, 100],
        [40, 100],
      ],
      10,
      { quotas: [quota('south', [2], 4, 9)] },
    );
    const { after } = spread(problem, 'hutchens');
    for (const { allocation, value } of yardsticksOf(problem, 'hutchens')) {
      expect(allocation[2]).toBeGreaterThanOrEqual(4);
      expect(value).toBeGreaterThanOrEqual(after - 1e-15);
    }
  });
});

describe('The price of a constraint', () => {
  const problem = problemOf(
    [
      [0, 100],
      [0, 100],
      [40, 100],
    ],
    10,
    { capacity: [3, Infinity, Infinity], quotas: [quota('south', [2], 2, 9)] },
  );
  const plan = spread(problem, 'hutchens');
  const index = (...social: number[]) =>
    1 - social.reduce((sum, x, i) => sum + Math.sqrt(x * [100, 100, 60][i]!), 0) / Math.sqrt(50 * 260);

  it('is what the index would be lower by, by hand', () => {
    // Three in the first, which has room for no more, two in the third as asked, five in the second.
    expect([...plan.allocation]).toEqual([3, 5, 2]);
    expect(plan.after).toBeCloseTo(index(3, 5, 42), 12);
    const prices = shadowPrices(problem, plan, 1);
    expect(prices.map(({ constraint }) => constraint)).toEqual([
      { kind: 'quota-min', id: 'south' },
      { kind: 'limit', id: 'capacity' },
      { kind: 'area', area: 0 },
    ]);
    expect(prices[0]!.lowersBy).toBeCloseTo(index(3, 5, 42) - index(3, 6, 41), 12);
    expect(prices[1]!.lowersBy).toBeCloseTo(index(3, 5, 42) - index(4, 4, 42), 12);
    expect(prices[2]!.lowersBy).toBe(prices[1]!.lowersBy);
  });

  it('is not there for what holds nothing back', () => {
    const free = { ...problem, limits: [], quotas: [quota('south', [2], 0, 9)] };
    expect(shadowPrices(free, spread(free, 'hutchens'), 20)).toEqual([]);
  });
});
