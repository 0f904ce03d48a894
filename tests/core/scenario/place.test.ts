import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byLargestRemainder, dividedOver, timesCounted } from '../../../core/scenario/place.ts';
import { site } from './example.ts';

describe('dwellings divided over areas', () => {
  it('of a site follow the weights, the largest remainders first', () => {
    // 100 × 53/100, 24.5/100, 22.5/100 of 10 seats: 5.3, 2.45, 2.25; the one seat that is left goes to the second.
    expect([...byLargestRemainder(10, [53, 24.5, 22.5])]).toEqual([5, 3, 2]);
    // 3.75, 3.75, 2.5: two are left, for the two of ¾.
    expect([...dividedOver(site(0, 0, 1, 1, weights(3, 3, 2)), 10)]).toEqual([4, 4, 2]);
  });

  it('of equal remainders go to the first', () => {
    expect([...byLargestRemainder(2, [1, 1, 1])]).toEqual([1, 1, 0]);
  });

  it('of whole areas are given to each, or evenly', () => {
    const each = { kind: 'areas', areas: ['A', 'B', 'C'], split: 'each' } as const;
    const areas = ['A', 'B', 'C'];
    expect([...dividedOver({ ...each, areas }, 7)]).toEqual([7, 7, 7]);
    expect([...dividedOver({ ...each, areas, split: 'even' }, 7)]).toEqual([3, 2, 2]);
    expect(timesCounted({ ...each, areas })).toBe(3);
    expect(timesCounted({ ...each, areas, split: 'even' })).toBe(1);
  });

  it('go nowhere where there is no area, and evenly where no weight is known', () => {
    expect([...byLargestRemainder(5, [])]).toEqual([]);
    expect([...byLargestRemainder(5, [0, 0])]).toEqual([3, 2]);
  });

  it('always add up, each within one of its share', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.nat(100_000), weights, (amount, given) => {
        const divided = byLargestRemainder(amount, given);
        expect(divided.reduce((sum, one) => sum + one, 0)).toBe(amount);
        const sum = given.reduce((all, one) => all + one, 0);
        given.forEach((weight, i) => {
          const share = sum > 0 ? (amount * weight) / sum : amount / given.length;
          expect(Math.abs(divided[i]! - share)).toBeLessThan(1 + 1e-9);
        });
      }),
    );
  });
});

function weights(...given: number[]) {
  return given.map((weight, i) => ({ area: 'ABC'[i]!, weight }));
}
