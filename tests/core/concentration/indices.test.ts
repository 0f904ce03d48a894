import { describe, expect, it } from 'vitest';
import { evaluateIndices } from '../../../core/concentration/evaluate.ts';
import { indexById, indices, PANEL_INDICES } from '../../../core/concentration/registry.ts';
import type { IndexOutcome } from '../../../core/concentration/types.ts';
import { ProblemError } from '../../../core/problem.ts';

function outcome(id: string, group: number[], total: number[]): IndexOutcome {
  return evaluateIndices({ group: Float64Array.from(group), total: Float64Array.from(total) }, [id])[id]!;
}

function value(id: string, group: number[], total: number[]): number {
  const found = outcome(id, group, total);
  return 'value' in found ? found.value : Number.NaN;
}

// By hand: areas of 10 dwellings with 1 and 3 social. X = 4, Y = 16, T = 20, P = 1/5.
const group = [1, 3];
const total = [10, 10];

describe('two areas of ten dwellings with one and three social ones, by hand', () => {
  it('dissimilarity: ½(|1/4 − 9/16| + |3/4 − 7/16|) = 5/16', () => {
    expect(value('dissimilarity', group, total)).toBe(5 / 16);
  });

  it('Gini: 2 · 10 · 10 · |0.1 − 0.3| / (2 · 20² · 0.2 · 0.8) = 5/16', () => {
    expect(value('gini', group, total)).toBeCloseTo(5 / 16, 15);
  });

  it('Hutchens: 1 − √(1/4 · 9/16) − √(3/4 · 7/16)', () => {
    expect(value('hutchens', group, total)).toBeCloseTo(1 - 3 / 8 - Math.sqrt(21) / 8, 15);
  });

  it('Theil H: entropies 0.500402 of the whole, 0.325083 and 0.610864 of the areas', () => {
    expect(value('theil_h', group, total)).toBeCloseTo(1 - (0.325083 + 0.610864) / 2 / 0.500402, 5);
  });

  it('isolation: 1/4 · 0.1 + 3/4 · 0.3 = 0.25, and interaction the rest', () => {
    expect(value('isolation', group, total)).toBeCloseTo(0.25, 15);
    expect(value('interaction', group, total)).toBeCloseTo(0.75, 15);
  });

  it('share of social dwellings: 4/20', () => {
    expect(value('social_share', group, total)).toBe(0.2);
  });

  it('share in the tenth of areas with most of them: one area of two, 3/4', () => {
    expect(value('top_decile_share', group, total)).toBe(0.75);
  });
});

describe('the extremes', () => {
  it('are one for evenness and isolation when the two groups never share an area', () => {
    for (const id of ['dissimilarity', 'gini', 'theil_h', 'hutchens', 'isolation'])
      expect(value(id, [5, 0, 7], [5, 9, 7]), id).toBeCloseTo(1, 14);
    expect(value('interaction', [5, 0, 7], [5, 9, 7])).toBe(0);
  });

  it('are zero for evenness when every area has the same share', () => {
    for (const id of ['dissimilarity', 'gini', 'theil_h', 'hutchens'])
      expect(value(id, [1, 2, 30], [7, 14, 210]), id).toBeCloseTo(0, 14);
  });

  it('a single area is even by definition, and its isolation is its share', () => {
    expect(value('dissimilarity', [3], [12])).toBe(0);
    expect(value('gini', [3], [12])).toBe(0);
    expect(value('isolation', [3], [12])).toBe(0.25);
    expect(value('top_decile_share', [3], [12])).toBe(1);
  });

  it('count the tenth of areas up: one of ten, two of eleven', () => {
    const ones = (n: number) => new Array<number>(n).fill(1);
    expect(value('top_decile_share', ones(10), ones(10))).toBe(1 / 10);
    expect(value('top_decile_share', ones(11), ones(11))).toBe(2 / 11);
  });

  it('stay exact with a million dwellings in one area', () => {
    // By hand: X = 1, Y = 1,000,000; ½(|1 − 999,999/1,000,000| + |0 − 1/1,000,000|) = 1e-6.
    expect(value('dissimilarity', [1, 0], [1_000_000, 1])).toBe(1e-6);
  });
});

describe('an index that cannot be computed says why', () => {
  const comparing = indices.filter(index => index.family !== 'stock').map(index => index.id);

  it.each(comparing)('%s of a group that is nobody or everybody is undefined', id => {
    expect(outcome(id, [0, 0], [4, 5])).toMatchObject({ undefined: true, code: 'group-nobody' });
    expect(outcome(id, [4, 5], [4, 5])).toMatchObject({ undefined: true, code: 'group-everybody' });
  });

  it.each(indices.map(index => index.id))('%s over no areas is undefined', id => {
    expect(outcome(id, [], [])).toEqual({
      undefined: true,
      code: 'no-areas',
      reason: 'there is no area with dwellings',
    });
  });

  it('a share of nobody is a plain 0, and where nobody lives most is undefined', () => {
    expect(outcome('social_share', [0, 0], [4, 5])).toEqual({ value: 0 });
    expect(outcome('top_decile_share', [0, 0], [4, 5])).toMatchObject({ code: 'group-nobody' });
  });

  it('an index that does not exist is an error that lists those that do', () => {
    expect(() => indexById('disimilarity')).toThrow(ProblemError);
    expect(() => indexById('disimilarity')).toThrow(
      `There is no index "disimilarity"; choose from ${indices.map(index => index.id).join(', ')}.`,
    );
  });
});

describe('every index explains itself', () => {
  it.each(indices)('$id has titles, a formula, a range and a reading in three languages', index => {
    const reading = index.reading(0.2732);
    expect(index.range[0]).toBeLessThan(index.range[1]);
    for (const text of [...Object.values(index.title), ...Object.values(reading), index.formula])
      expect(text.trim()).not.toBe('');
  });

  // An index with an example of its own is not a share, and reads as another number.
  it.each(indices.filter(index => index.example === undefined))('$id reads as a percentage', index => {
    const reading = index.reading(0.2732);
    expect(reading.nl).toContain('27,3\u00a0%');
    expect(reading.en).toContain('27.3%');
    expect(reading.fr).toContain('27,3\u00a0%');
  });

  it('reads dissimilarity as the dwellings that would have to move', () => {
    expect(indexById('dissimilarity').reading(0.27).nl).toBe(
      '27\u00a0% van de sociale huurwoningen zou naar gebieden met te weinig moeten verhuizen voor een gelijke spreiding.',
    );
  });

  it('has ids of its own, and the panel shows registered ones', () => {
    const ids = indices.map(index => index.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of PANEL_INDICES) expect(ids).toContain(id);
  });
});
