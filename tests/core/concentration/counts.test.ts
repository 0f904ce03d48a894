import { describe, expect, it } from 'vitest';
import { prepareCounts } from '../../../core/concentration/counts.ts';
import type { ProblemError } from '../../../core/problem.ts';

function problem(run: () => unknown): ProblemError {
  try {
    run();
  } catch (error) {
    return error as ProblemError;
  }
  throw new Error('nothing was refused');
}

const codes = ['A', 'B', 'C'];

describe('counts as published', () => {
  it('lose the areas without dwellings, which are counted', () => {
    const prepared = prepareCounts({ codes, group: [1, 0, 2], total: [4, 0, 6] });
    expect(prepared).toMatchObject({ zones: 2, dropped: 1, group: 3, total: 10, clamped: [] });
    expect([...prepared.counts.group]).toEqual([1, 2]);
    expect([...prepared.counts.total]).toEqual([4, 6]);
  });

  it('may be none at all, or one', () => {
    expect(prepareCounts({ codes: [], group: [], total: [] })).toMatchObject({
      zones: 0,
      dropped: 0,
      total: 0,
    });
    expect(prepareCounts({ codes: ['A'], group: [1], total: [2] })).toMatchObject({ zones: 1, group: 1 });
  });

  it('may be fractions, as estimates are', () => {
    expect(prepareCounts({ codes, group: [0.5, 1.25, 0], total: [2.5, 2, 1] }).group).toBe(1.75);
  });

  it('name the area whose count is missing', () => {
    const missing = problem(() => prepareCounts({ codes, group: [1, Number.NaN, 2], total: [4, 5, 6] }));
    expect(missing.code).toBe('undefined-index');
    expect(missing.message).toBe(
      'Area B has no count (missing or suppressed); leave it out of the scope or give it a number.',
    );
    expect(
      problem(() => prepareCounts({ codes, group: [1, 1, 2], total: [4, 5, Number.NaN] })).message,
    ).toMatch(/^Area C has no count/);
  });

  it('name five of many areas and say how many there are', () => {
    const many = Array.from({ length: 8 }, (_, i) => `S${i}`);
    const missing = problem(() =>
      prepareCounts({ codes: many, group: many.map(() => Number.NaN), total: many.map(() => 1) }),
    );
    expect(missing.message).toBe(
      '8 areas have no count (missing or suppressed); leave them out of the scope or give them a number; the first are S0, S1, S2, S3, S4.',
    );
    expect(missing.details).toEqual({ areas: ['S0', 'S1', 'S2', 'S3', 'S4'], count: 8 });
  });

  it('with more social dwellings than dwellings are refused by name', () => {
    const above = problem(() => prepareCounts({ codes, group: [1, 7, 9], total: [4, 5, 6] }));
    expect(above.code).toBe('undefined-index');
    expect(above.message).toBe(
      'Areas B (7 of 5), C (9 of 6) have more social dwellings than dwellings; give a total of dwellings or ask for clamping.',
    );
  });

  it('with more social dwellings than dwellings are lowered and listed when clamping is asked for', () => {
    const prepared = prepareCounts({ codes, group: [1, 7, 9], total: [4, 5, 0] }, { clamp: true });
    expect(prepared).toMatchObject({ zones: 2, dropped: 1, group: 6, total: 9, clamped: ['B', 'C'] });
  });

  it('cannot be negative or infinite', () => {
    for (const bad of [-1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const refused = problem(() => prepareCounts({ codes, group: [1, bad, 2], total: [4, 5, 6] }));
      expect(refused.code).toBe('bad-input');
      expect(refused.message).toBe(
        `Area B (${bad} of 5) has a count that is negative or infinite; correct it.`,
      );
    }
    expect(problem(() => prepareCounts({ codes, group: [1, 1, 2], total: [4, -5, 6] })).code).toBe(
      'bad-input',
    );
  });

  it('cannot name an area twice, nor differ in length', () => {
    expect(
      problem(() => prepareCounts({ codes: ['A', 'B', 'A'], group: [1, 1, 1], total: [2, 2, 2] })).message,
    ).toBe('Area A stands there more than once; every area needs an id of its own.');
    expect(problem(() => prepareCounts({ codes, group: [1], total: [2, 2, 2] })).message).toBe(
      'Columns differ in length: 3 codes, 1 group counts, 3 totals.',
    );
  });
});
