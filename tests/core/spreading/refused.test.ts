import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../core/problem.ts';
import { capacityLimit, lockedAreas, maxShareLimit } from '../../../core/spreading/limits.ts';
import { reasonsOf } from '../../../core/spreading/reasons.ts';
import { spread } from '../../../core/spreading/spread.ts';
import type { SpreadProblem } from '../../../core/spreading/types.ts';
import { problemOf, quota } from './problems.ts';

/** 10 social of 100, 20 of 100, 30 of 100. */
const three = (dwellings: number, rest: Parameters<typeof problemOf>[2] = {}) =>
  problemOf(
    [
      [10, 100],
      [20, 100],
      [30, 100],
    ],
    dwellings,
    rest,
  );

function refusal(problem: SpreadProblem, objective = 'hutchens'): ProblemError {
  try {
    spread(problem, objective);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('What cannot be is refused by name, with the way out', () => {
  it('more dwellings than all capacity', () => {
    const { code, message } = refusal(three(10, { capacity: [3, 2, 1] }));
    expect(code).toBe('conflict');
    expect(message).toBe(
      'No plan meets all of: 10 new dwellings, the limit capacity. Relax one of them, by 4 dwellings at least.',
    );
  });

  it('minima of quotas that add up to more than the dwellings, of which only those in conflict are named', () => {
    const quotas = [quota('a', [0], 4, 9), quota('b', [1], 5, 9), quota('c', [2], 1, 9)];
    expect(refusal(three(7, { quotas })).message).toBe(
      'No plan meets all of: 7 new dwellings, at least 4 in a, at least 5 in b. Relax one of them, by 3 dwellings at least.',
    );
  });

  it('a quota whose minimum its own areas have no room for', () => {
    const quotas = [quota('a', [0, 1], 6, 9)];
    expect(refusal(three(8, { capacity: [3, 2, 99], quotas })).message).toBe(
      'No plan meets all of: at least 6 in a, the limit capacity. Relax one of them, by 1 dwellings at least.',
    );
  });

  it('everything locked, and a cap on the share that is exceeded everywhere', () => {
    const locked = { ...three(1), limits: [lockedAreas('locked', 3, [0, 1, 2])] };
    expect(refusal(locked).message).toContain('the limit locked');
    const capped = three(1);
    expect(refusal({ ...capped, limits: [maxShareLimit(capped, 0.05)] }).message).toContain(
      'the limit max-share',
    );
  });

  it('no area, no whole number of dwellings, a negative capacity, a share above 1', () => {
    expect(refusal(problemOf([], 3)).message).toContain('no area');
    expect(refusal(three(2.5)).code).toBe('bad-parameter');
    expect(refusal(three(0)).code).toBe('bad-parameter');
    expect(() => capacityLimit(['A1'], [-3])).toThrow('Area A1 has a capacity of -3 dwellings');
    expect(() => maxShareLimit(three(1), 1.2)).toThrow('1.2');
  });

  it('quotas that overlap in part, or name an area twice', () => {
    const overlapping = [quota('a', [0, 1], 0, 9), quota('b', [1, 2], 0, 9)];
    expect(refusal(three(3, { quotas: overlapping })).message).toContain('overlap in part (area A');
    expect(refusal(three(3, { quotas: [quota('a', [0, 0], 0, 9)] })).message).toBe(
      'Quota a names area A1 twice.',
    );
  });

  it('an unknown objective, and one that has no smallest project', () => {
    expect(refusal(three(3), 'moran').message).toContain('choose from hutchens');
    expect(refusal({ ...three(9), minProject: 3 }, 'gini').message).toContain('not with gini');
  });

  it('projects that cannot add up to the dwellings', () => {
    // 7 in projects of 5: one is too few, two are too many.
    expect(refusal({ ...three(7, { capacity: [6, 6, 6] }), minProject: 5 }).code).toBe('conflict');
  });
});

describe('A limit', () => {
  it('on the share is by hand: (10 + n) / (100 + n) ≤ 0.2 up to n = 12; (20 + n) / (100 + n) at 0', () => {
    expect([...maxShareLimit(three(1), 0.2).most]).toEqual([12, 0, 0]);
  });

  it('on a share of all but one is none, and found at once', () => {
    expect([...maxShareLimit(three(1), 1 - 1e-14).most]).toEqual([Infinity, Infinity, Infinity]);
    expect([...maxShareLimit(three(1), 0.999).most]).toEqual([89_900, 79_900, 69_900]);
  });

  it('on capacity is whole, and blank is none', () => {
    expect([...capacityLimit(['a', 'b'], [3.9, Number.NaN]).most]).toEqual([3, Infinity]);
  });
});

describe('Reasons', () => {
  it('name what stopped an area: its limit, its quota, or that the next dwelling does more elsewhere', () => {
    const problem = problemOf(
      [
        [0, 100],
        [0, 100],
        [0, 100],
        [90, 100],
      ],
      30,
      { capacity: [4, 99, 99, 99], quotas: [quota('west', [1], 0, 5)] },
    );
    const { allocation } = spread(problem, 'hutchens');
    const reasons = reasonsOf(problem, 'hutchens', allocation);
    expect(reasons.map(({ area, dwellings, stoppedBy }) => [area, dwellings, stoppedBy])).toEqual([
      [0, 4, { kind: 'limit', id: 'capacity' }],
      [1, 5, { kind: 'quota', id: 'west' }],
      [2, 21, { kind: 'elsewhere' }],
    ]);
    // Without its four dwellings: the other roots over √(116 · 310), against all of them over √(120 · 310).
    const others = Math.sqrt(500) + Math.sqrt(2100) + Math.sqrt(900);
    const higher = (others + 20) / Math.sqrt(120 * 310) - others / Math.sqrt(116 * 310);
    expect(reasons[0]!.lowersBy).toBeCloseTo(higher, 12);
  });
});
