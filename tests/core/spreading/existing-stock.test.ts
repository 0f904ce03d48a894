import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsAfter } from '../../../core/spreading/allocation.ts';
import { convert, countsConverted } from '../../../core/spreading/convert.ts';
import { move } from '../../../core/spreading/move.ts';
import { objectiveValue } from '../../../core/spreading/objectives.ts';
import type { Allocation, SpreadProblem } from '../../../core/spreading/types.ts';
import { everyPlan, problemOf, quota, smallProblem } from './problems.ts';

const OBJECTIVES = [
  'hutchens',
  'dissimilarity',
  'theil_h',
  'isolation',
  'herfindahl',
  'atkinson_0.3',
  '0.4*dissimilarity+0.6*isolation',
];

const mixed = (problem: SpreadProblem): boolean =>
  problem.group.some(x => x > 0) && problem.total.some((t, i) => t > problem.group[i]!);

/** Plans of every number from 0 to the dwellings that convert no more than there are others. */
const everyConversion = (problem: SpreadProblem): Allocation[] =>
  Array.from({ length: problem.dwellings + 1 }, (_, dwellings) => everyPlan({ ...problem, dwellings }))
    .flat()
    .filter(plan => plan.every((n, i) => n <= problem.total[i]! - problem.group[i]!));

describe('Existing dwellings put to social use', () => {
  for (const objective of OBJECTIVES) {
    it(`are the best of all plans up to the most by ${objective}, each of them tried`, () => {
      fc.assert(
        fc.property(smallProblem.filter(mixed), problem => {
          const plans = everyConversion(problem);
          if (plans.length === 0) {
            expect(() => convert(problem, objective)).toThrow('No plan meets all of');
            return;
          }
          const lowest = Math.min(
            ...plans.map(plan => objectiveValue(objective, countsConverted(problem, plan)) ?? Infinity),
          );
          fc.pre(lowest < Infinity);
          const found = convert(problem, objective);
          expect(found.after).toBeCloseTo(lowest, 10);
          expect(plans.map(plan => plan.join())).toContain(found.allocation.join());
          expect(found.optimal).toBe(true);
        }),
        { numRuns: 150 },
      );
    });
  }

  it('by hand: of 0 and 5 social of ten each, five in the first make both alike', () => {
    const problem = problemOf(
      [
        [0, 10],
        [5, 10],
      ],
      8,
    );
    expect([...convert(problem, 'hutchens').allocation]).toEqual([5, 0]);
    expect([...convert({ ...problem, dwellings: 3 }, 'hutchens').allocation]).toEqual([3, 0]);
  });

  it('are refused for what no sum is', () => {
    const problem = problemOf([[1, 10]], 2);
    expect(() => convert(problem, 'gini')).toThrow('not with gini');
    expect(() => convert({ ...problem, minProject: 2 }, 'hutchens')).toThrow('no smallest project');
  });
});

/** Every way to take k out of some areas and put them in others, as far as limits and quotas on what comes in allow. */
function everyMove(problem: SpreadProblem): Allocation[] {
  const plans: Allocation[] = [];
  for (let k = 0; k <= problem.dwellings; k++) {
    const ins = k === 0 ? [new Float64Array(problem.codes.length)] : everyPlan({ ...problem, dwellings: k });
    const outs =
      k === 0
        ? [new Float64Array(problem.codes.length)]
        : everyPlan({
            ...problem,
            dwellings: k,
            limits: [{ id: 'social', most: problem.group }],
            quotas: [],
          });
    for (const out of outs)
      for (const into of ins)
        if (out.every((n, i) => n === 0 || into[i] === 0)) plans.push(into.map((n, i) => n - out[i]!));
  }
  return plans;
}

describe('Social dwellings that move', () => {
  const small = smallProblem
    .map(problem => ({
      ...problem,
      dwellings: Math.min(problem.dwellings, 4),
      quotas: problem.quotas.map(one => ({ ...one, min: 0 })),
    }))
    .filter(mixed);
  for (const objective of OBJECTIVES) {
    it(`are the best of all moves by ${objective}, each of them tried`, () => {
      fc.assert(
        fc.property(small, problem => {
          const plans = everyMove(problem);
          const lowest = Math.min(
            ...plans.map(plan => objectiveValue(objective, countsAfter(problem, plan)) ?? Infinity),
          );
          const found = move(problem, objective);
          expect(found.after).toBeCloseTo(lowest, 10);
          expect(plans.map(plan => plan.join())).toContain(found.allocation.join());
        }),
        { numRuns: 120 },
      );
    });
  }

  it('by hand: from 8 and 0 beside ten others each, four go over; three where three may', () => {
    const problem = problemOf(
      [
        [8, 18],
        [0, 10],
      ],
      9,
    );
    expect([...move(problem, 'hutchens').allocation]).toEqual([-4, 4]);
    expect([...move({ ...problem, dwellings: 3 }, 'hutchens').allocation]).toEqual([-3, 3]);
    expect(move(problem, 'hutchens').after).toBeCloseTo(0, 12);
    const kept = { id: 'locked', most: Float64Array.of(1, 0) };
    expect([...move(problem, 'hutchens', kept).allocation]).toEqual([-1, 1]);
  });

  it('stay where they are when nothing is gained, and quotas with a minimum are refused', () => {
    const even = problemOf(
      [
        [4, 14],
        [4, 14],
      ],
      9,
    );
    expect([...move(even, 'dissimilarity').allocation]).toEqual([0, 0]);
    expect(() => move({ ...even, quotas: [quota('a', [0], 1, 2)] }, 'hutchens')).toThrow('no quota with a');
    expect(() => move(even, 'largest_share')).toThrow('not with largest_share');
  });
});
