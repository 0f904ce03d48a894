import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSolver } from '../../../../core/solver/highs.ts';
import { indexAim, meanAim } from '../../../../core/spreading/aims.ts';
import { provenFrontier } from '../../../../core/spreading/coupled/proven-frontier.ts';
import { frontierOf } from '../../../../core/spreading/frontier.ts';
import type { SpreadProblem } from '../../../../core/spreading/types.ts';
import { everyPlan, smallProblem } from '../problems.ts';

const solver = await loadSolver();
const metresOf = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 5, maxLength: 5 });
const measurable = (problem: SpreadProblem): boolean =>
  problem.total.some((t, i) => t > problem.group[i]!) && everyPlan(problem).length > 0;

describe('A frontier whose points the solver proves', () => {
  it('has at every point the lowest index of all plans with so low a mean, each of them tried', () => {
    fc.assert(
      fc.property(
        smallProblem.filter(measurable),
        metresOf,
        fc.integer({ min: 1, max: 3 }),
        (given, all, least) => {
          const problem = { ...given, minProject: least };
          const figure = all.slice(0, problem.codes.length);
          const [first, second] = [indexAim(problem, 'hutchens'), meanAim(problem, 'metres', figure)];
          const plans = everyPlan(problem).filter(plan => plan.every(n => n === 0 || n >= least));
          fc.pre(plans.length > 0);
          // As in a problem too large for every plan to be listed: points are supported or bounded.
          const { points } = frontierOf(problem, first, second, 9, 0);
          const weighed = { objective: 'hutchens', against: 'metres', figure };
          const proven = provenFrontier(solver, problem, weighed, points);
          expect(proven.length).toBeGreaterThan(0);
          for (const { values, proof, allocation } of proven) {
            expect(proof).not.toBe('bounded');
            expect(first.value(allocation)).toBeCloseTo(values[0], 12);
            const allowed = plans.filter(plan => second.value(plan) <= values[1] + 1e-9);
            const lowest = Math.min(...allowed.map(plan => first.value(plan)));
            expect(values[0]).toBeCloseTo(lowest, 5);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps its points and their gaps where there is no time', () => {
    const problem: SpreadProblem = {
      codes: ['A', 'B', 'C', 'D'],
      group: Float64Array.of(9, 4, 1, 0),
      total: Float64Array.of(30, 40, 20, 25),
      dwellings: 9,
      limits: [],
      quotas: [],
      minProject: 3,
    };
    const figure = [5, 9, 20, 30];
    const aims = [indexAim(problem, 'hutchens'), meanAim(problem, 'metres', figure)] as const;
    const { points } = frontierOf(problem, ...aims, 9, 0);
    const weighed = { objective: 'hutchens', against: 'metres', figure };
    expect(provenFrontier(solver, problem, weighed, points, { secondsLimit: 0 })).toEqual(points);
    expect(provenFrontier(solver, problem, weighed, points, { isCancelled: () => true })).toEqual(points);
  });
});
