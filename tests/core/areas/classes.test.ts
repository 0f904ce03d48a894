import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLASS_METHODS, classBreaks, classOf } from '../../../core/areas/classes.ts';

/** Number of values in each class. */
function sizes(values: readonly number[], breaks: readonly number[]): number[] {
  const counted = new Array<number>(breaks.length + 1).fill(0);
  for (const value of values) if (!Number.isNaN(value)) counted[classOf(value, breaks)]!++;
  return counted;
}

describe('quantile classes', () => {
  it('hold as many areas each: R quantile(1:10, c(.25, .5, .75)) gives 3.25, 5.5, 7.75', () => {
    const values = [10, 1, 9, 2, 8, 3, 7, 4, 6, 5];
    expect(classBreaks(values, 'quantile', 4)).toEqual({ min: 1, max: 10, breaks: [3.25, 5.5, 7.75] });
    expect(sizes(values, [3.25, 5.5, 7.75])).toEqual([3, 2, 2, 3]);
  });

  it('are fewer when ties share a break: six zeros of ten leave no lower classes', () => {
    const values = [0, 0, 0, 0, 0, 0, 1, 2, 3, 4];
    // Type 7: places 1.8, 3.6, 5.4, 7.2 in the sorted values, so 0, 0, 0.4, 2.2.
    const { breaks } = classBreaks(values, 'quantile', 5);
    expect(breaks).toEqual([expect.closeTo(0.4, 12), expect.closeTo(2.2, 12)]);
    expect(sizes(values, breaks)).toEqual([6, 2, 2]);
  });
});

describe('classes of equal interval', () => {
  it('are equally wide', () => {
    expect(classBreaks([0, 3, 100], 'equal_interval', 4)).toEqual({ min: 0, max: 100, breaks: [25, 50, 75] });
  });
});

describe('Jenks classes', () => {
  it('keep together what lies together (the example of Ckmeans in simple-statistics)', () => {
    // Clusters {−1, −1, −1, −1}, {2, 2, 2}, {4, 5, 6}.
    expect(classBreaks([-1, 2, -1, 2, 4, 5, 6, -1, 2, -1], 'jenks', 3).breaks).toEqual([2, 4]);
  });
});

describe.each(CLASS_METHODS)('%s classes', method => {
  it('of one distinct value are one class', () => {
    expect(classBreaks([7, 7, 7], method, 5)).toEqual({ min: 7, max: 7, breaks: [] });
  });

  it('of two distinct values separate them', () => {
    const { breaks } = classBreaks([1, 1, 9, 9], method, 5);
    expect(classOf(1, breaks)).toBe(0);
    expect(classOf(9, breaks)).toBe(breaks.length);
    expect(breaks.length).toBeGreaterThan(0);
  });

  it('ignore numbers that are not there', () => {
    expect(classBreaks([Number.NaN, 1, 2, Number.NaN, 3, 4], method, 2)).toEqual(
      classBreaks([1, 2, 3, 4], method, 2),
    );
    expect(classBreaks([Number.NaN], method, 5)).toEqual({ min: Number.NaN, max: Number.NaN, breaks: [] });
  });

  it('ascend, and give every number exactly one class', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        (values, classes) => {
          const { min, max, breaks } = classBreaks(values, method, classes);
          expect(breaks.length).toBeLessThan(classes);
          for (const [k, bound] of breaks.entries()) {
            expect(bound).toBeGreaterThan(k === 0 ? min : breaks[k - 1]!);
            expect(bound).toBeLessThanOrEqual(max);
            expect(classOf(bound, breaks)).toBe(k + 1);
          }
          expect(sizes(values, breaks).reduce((sum, size) => sum + size, 0)).toBe(values.length);
          expect(classBreaks(values.toReversed(), method, classes)).toEqual({ min, max, breaks });
        },
      ),
    );
  });

  it('number from 1 to 12', () => {
    for (const wrong of [0, 13, 2.5, Number.NaN])
      expect(() => classBreaks([1, 2], method, wrong)).toThrow(
        `The number of classes is ${wrong}; choose 1 to 12.`,
      );
  });
});

describe('fixed breaks', () => {
  it('class a value of another year outside their range, and no number at all as none', () => {
    expect(classOf(-5, [1, 2])).toBe(0);
    expect(classOf(99, [1, 2])).toBe(2);
    expect(classOf(1, [1, 2])).toBe(1);
    expect(classOf(Number.NaN, [1, 2])).toBe(-1);
  });
});
