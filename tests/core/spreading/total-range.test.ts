import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsAfter } from '../../../core/spreading/allocation.ts';
import { objectiveIds, objectiveValue } from '../../../core/spreading/objectives.ts';
import { spreadInRange } from '../../../core/spreading/total-range.ts';
import type { Allocation, SpreadProblem } from '../../../core/spreading/types.ts';
import { everyPlan, problemOf, quota, smallProblem } from './problems.ts';

/** Every plan of every number in the range. */
const plansOf = (problem: SpreadProblem, most: number): Allocation[] =>
  Array.from({ length: most - problem.dwellings + 1 }, (_, more) =>
    everyPlan({ ...problem, dwellings: problem.dwellings + more }),
  ).flat();

describe('A range for the number of dwellings', () => {
  for (const objective of [
    ...objectiveIds.filter(id => id !== 'gini'),
    '0.7*hutchens+0.3*isolation',
    'dissimilarity,isolation',
  ]) {
    it(`has the best of all plans of all numbers by ${objective}, each of them tried`, () => {
      fc.assert(
        fc.property(smallProblem, fc.nat(4), (problem, more) => {
          const most = problem.dwellings + more;
          const plans = plansOf(problem, most);
          fc.pre(problem.total.some((t, i) => t > problem.group[i]!));
          if (plans.length === 0) {
            expect(() => spreadInRange(problem, most, objective)).toThrow('No plan meets all of');
            return;
          }
          const lowest = Math.min(
            ...plans.map(plan => objectiveValue(objective, countsAfter(problem, plan)) ?? Infinity),
          );
          const { plan, dwellings } = spreadInRange(problem, most, objective);
          expect(plan.after).toBeCloseTo(lowest, 11);
          expect(plan.optimal).toBe(true);
          expect(plan.allocation.reduce((sum, n) => sum + n, 0)).toBe(dwellings);
        }),
        { numRuns: 150 },
      );
    });
  }

  it('by hand: more dwellings where they even out, and no more than fit', () => {
    // Social 0 and 10 of 20 and 20 others: the first can take ten to be even.
    const problem = problemOf(
      [
        [0, 20],
        [10, 30],
      ],
      2,
    );
    expect(spreadInRange(problem, 11, 'hutchens').dwellings).toBe(10);
    const narrow = { ...problem, quotas: [quota('first', [0], 0, 6)] };
    expect([...spreadInRange(narrow, 6, 'hutchens').plan.allocation]).toEqual([6, 0]);
    expect(() => spreadInRange(problem, 1, 'hutchens')).toThrow('A range of 2 to 1 dwellings cannot be');
  });

  it('of the largest share has the most dwellings that keep it', () => {
    // The second is at 1/3; the first reaches that with ten of thirty, and then either would pass it.
    const problem = problemOf(
      [
        [0, 20],
        [10, 30],
      ],
      2,
    );
    const { plan, dwellings } = spreadInRange(problem, 15, 'largest_share');
    expect(dwellings).toBe(10);
    expect(plan.after).toBeCloseTo(1 / 3, 12);
  });

  it('too wide to try every number has a bound below every plan that there is', () => {
    const areas = Array.from({ length: 300 }, (_, i) => [(i * i * 7) % 41, 60 + ((i * 37) % 200)] as const);
    const problem = problemOf(areas, 500, { capacity: areas.map(() => 9) });
    const { plan } = spreadInRange(problem, 900, 'dissimilarity', 20_000);
    expect(plan.bound).toBeLessThanOrEqual(plan.after);
    for (const dwellings of [501, 777, 899]) {
      const one = spreadInRange({ ...problem, dwellings }, dwellings, 'dissimilarity').plan;
      expect(one.after).toBeGreaterThanOrEqual(plan.bound);
    }
    expect(plan.gap).toBeLessThan(0.05);
  });
});

describe('Two indices together', () => {
  it('in a weighted sum are the best of all plans, each of them tried', () => {
    fc.assert(
      fc.property(smallProblem, fc.integer({ min: 1, max: 99 }), (problem, percent) => {
        fc.pre(problem.total.some((t, i) => t > problem.group[i]!));
        const plans = everyPlan(problem);
        fc.pre(plans.length > 0);
        const [one, other] = [percent / 100, 1 - percent / 100];
        const lowest = Math.min(
          ...plans.map(plan => {
            const counts = countsAfter(problem, plan);
            return (
              one * objectiveValue('dissimilarity', counts)! + other * objectiveValue('theil_h', counts)!
            );
          }),
        );
        const objective = `${percent}*dissimilarity+${100 - percent}*theil_h`;
        expect(spreadInRange(problem, problem.dwellings, objective).plan.after).toBeCloseTo(lowest, 10);
      }),
      { numRuns: 200 },
    );
  });

  it('in order have the lowest second among those with the lowest first', () => {
    for (const first of ['dissimilarity', 'largest_share', 'herfindahl']) {
      fc.assert(
        fc.property(smallProblem, problem => {
          fc.pre(problem.total.some((t, i) => t > problem.group[i]!));
          const plans = everyPlan(problem);
          fc.pre(plans.length > 0);
          const { plan } = spreadInRange(problem, problem.dwellings, `${first},isolation`);
          const value = (id: string, given: Allocation) => objectiveValue(id, countsAfter(problem, given))!;
          const equals = plans.filter(other => value(first, other) <= plan.after + 1e-12);
          expect(equals.length).toBeGreaterThan(0);
          expect(value('isolation', plan.allocation)).toBeCloseTo(
            Math.min(...equals.map(other => value('isolation', other))),
            11,
          );
        }),
        { numRuns: 150 },
      );
    }
  });

  it('are refused where a guarantee would be lost, or the text says nothing', () => {
    const problem = problemOf([[1, 10]], 1);
    const refusal = (objective: string) => () => spreadInRange(problem, 1, objective);
    expect(refusal('gini+hutchens')).toThrow('gini cannot be part of a weighted sum');
    expect(refusal('atkinson_0.5+hutchens')).toThrow('atkinson_0.5 cannot be part of a weighted sum');
    expect(refusal('gini,hutchens')).toThrow('gini cannot go before another');
    expect(refusal('hutchens,gini')).toThrow('gini cannot be the second of two in order');
    expect(refusal('hutchens+hutchens')).toThrow('cannot be read');
    expect(refusal('0*hutchens')).toThrow('cannot be read');
    expect(refusal('-1*hutchens+theil_h')).toThrow('cannot be read');
    expect(refusal('hutchens,')).toThrow('cannot be read');
  });
});
