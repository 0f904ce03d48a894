import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedBy, countsAfter, sumsAfter } from '../../../core/spreading/allocation.ts';
import { objectiveValue, separableObjective } from '../../../core/spreading/objectives.ts';
import { spread } from '../../../core/spreading/spread.ts';
import type { Allocation, SpreadProblem } from '../../../core/spreading/types.ts';
import { problemOf, quota } from './problems.ts';

/** A few hundred areas in ten municipalities, most with few social dwellings and some with many. */
const town: fc.Arbitrary<SpreadProblem> = fc
  .record({
    areas: fc.array(fc.tuple(fc.integer({ min: 20, max: 900 }), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 200,
      maxLength: 300,
    }),
    dwellings: fc.integer({ min: 50, max: 600 }),
    most: fc.integer({ min: 3, max: 40 }),
    least: fc.array(fc.nat(4), { minLength: 10, maxLength: 10 }),
  })
  .map(({ areas, dwellings, most, least }) =>
    problemOf(
      areas.map(([total, draw]) => [Math.floor(total * draw ** 6), total] as const),
      dwellings,
      {
        capacity: areas.map(() => most),
        quotas: least.map((min, town) =>
          quota(
            `town ${town}`,
            areas.flatMap((_, area) => (area % 10 === town ? [area] : [])),
            min,
            min + Math.ceil(dwellings / 8),
          ),
        ),
      },
    ),
  );

/** Every exchange of one dwelling that limits and quotas allow. */
function* exchanges({ limits, quotas }: SpreadProblem, plan: Allocation): Generator<[number, number]> {
  const held = quotas.map(({ areas }) => areas.reduce((sum, area) => sum + plan[area]!, 0));
  const inside = quotas.map(({ areas }) => new Set(areas));
  for (let from = 0; from < plan.length; from++) {
    if (plan[from] === 0) continue;
    for (let to = 0; to < plan.length; to++) {
      if (to === from || limits.some(({ most }) => plan[to]! + 1 > most[to]!)) continue;
      const breaks = quotas.some(
        ({ min, max }, q) =>
          (inside[q]!.has(from) && !inside[q]!.has(to) && held[q]! - 1 < min) ||
          (inside[q]!.has(to) && !inside[q]!.has(from) && held[q]! + 1 > max),
      );
      if (!breaks) yield [from, to];
    }
  }
}

describe('No exchange of one dwelling betters a plan', () => {
  for (const objective of [
    'hutchens',
    'dissimilarity',
    'theil_h',
    'isolation',
    'herfindahl',
    'atkinson_0.5',
  ]) {
    it(`of ${objective}`, () => {
      fc.assert(
        fc.property(town, problem => {
          const { allocation } = spread(problem, objective);
          const { group, total } = problem;
          // By the index itself: its terms as they are before and after, under the sums that both plans share.
          const after = sumsAfter(problem);
          const marginal = separableObjective(objective)!.marginal(after);
          const next = (area: number, more: number) =>
            marginal(group[area]! + allocation[area]! + more, total[area]! - group[area]!);
          for (const [from, to] of exchanges(problem, allocation)) {
            expect(next(to, 0) - next(from, -1)).toBeGreaterThanOrEqual(-1e-9 * Math.abs(next(to, 0)));
          }
        }),
        { numRuns: 3 },
      );
    });
  }

  it('of Gini, measured anew for each of them', () => {
    const areas = Array.from({ length: 40 }, (_, i) => [(i * i * 7) % 41, 60 + ((i * 37) % 200)] as const);
    const problem = problemOf(areas, 60, { capacity: areas.map(() => 9) });
    const { allocation, after, bound } = spread(problem, 'gini');
    expect(after).toBeGreaterThanOrEqual(bound);
    for (const [from, to] of exchanges(problem, allocation)) {
      const other = allocation.slice();
      other[from]! -= 1;
      other[to]! += 1;
      expect(objectiveValue('gini', countsAfter(problem, other))!).toBeGreaterThanOrEqual(after - 1e-9);
    }
  });
});

describe('Projects of a smallest size in many areas', () => {
  /** The lowest sum over plans in projects, area by area for every number of dwellings (dynamic programming). */
  function lowestSum(problem: SpreadProblem, objective: string, least: number): number {
    const marginal = separableObjective(objective)!.marginal(sumsAfter(problem));
    let best = new Float64Array(problem.dwellings + 1).fill(Infinity);
    best[0] = 0;
    problem.codes.forEach((_, area) => {
      const most = Math.min(problem.dwellings, problem.limits[0]!.most[area]!);
      const next = best.slice();
      for (let n = least; n <= most; n++) {
        const added = addedBy(problem, marginal, area, n);
        for (let sum = n; sum <= problem.dwellings; sum++) {
          next[sum] = Math.min(next[sum]!, best[sum - n]! + added);
        }
      }
      best = next;
    });
    return best[problem.dwellings]!;
  }

  it('lie between the best of all and their own gap above it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 300 })), { minLength: 15, maxLength: 40 }),
        fc.integer({ min: 30, max: 80 }),
        fc.integer({ min: 2, max: 7 }),
        fc.constantFrom('hutchens', 'theil_h', 'isolation', 'atkinson_0.5'),
        (areas, dwellings, least, objective) => {
          const problem = problemOf(
            areas.map(([social, other]) => [social, social + other] as const),
            dwellings,
            { capacity: areas.map((_, i) => 8 + (i % 5)) },
          );
          const found = spread({ ...problem, minProject: least }, objective);
          expect(found.allocation.every(n => n === 0 || n >= least)).toBe(true);
          const sum = found.allocation.reduce(
            (all, n, area) =>
              all + addedBy(problem, separableObjective(objective)!.marginal(sumsAfter(problem)), area, n),
            0,
          );
          const lowest = lowestSum(problem, objective, least);
          // What the plan lies above the best one, in the units of the objective.
          const lowered = separableObjective(objective)!.lowered(sumsAfter(problem));
          const best = lowered(found.after, sum - lowest);
          expect(best).toBeLessThanOrEqual(found.after + 1e-12);
          expect(best).toBeGreaterThanOrEqual(found.bound - 1e-12);
        },
      ),
      { numRuns: 60 },
    );
  });
});
