import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../core/problem.ts';
import { loadSolver } from '../../../../core/solver/highs.ts';
import { countsAfter } from '../../../../core/spreading/allocation.ts';
import { coupledConflict } from '../../../../core/spreading/coupled/conflict.ts';
import { spreadCoupled } from '../../../../core/spreading/coupled/solve.ts';
import type { CoupledProblem } from '../../../../core/spreading/coupled/types.ts';
import { objectiveValue } from '../../../../core/spreading/objectives.ts';
import type { Allocation } from '../../../../core/spreading/types.ts';
import { costOf, everyCoupledPlan, smallCoupled } from './problems.ts';

const solver = await loadSolver();
/** What the solver's tolerance of 1e-6 leaves of an index. */
const CLOSE = 1e-6;

const measurable = (problem: CoupledProblem): boolean =>
  problem.total.some((total, i) => total > problem.group[i]!) && everyCoupledPlan(problem).length > 0;

function lowest(problem: CoupledProblem, value: (plan: Allocation) => number | null): number {
  return Math.min(...everyCoupledPlan(problem).map(plan => value(plan) ?? Infinity));
}

/** A problem with only some of its constraints; the number of dwellings stays. */
function only(problem: CoupledProblem, ids: readonly string[]): CoupledProblem {
  const has = (id: string) => ids.includes(id);
  const { coupling, limits, quotas } = problem;
  const free = new Float64Array(problem.codes.length).fill(Infinity);
  return {
    ...problem,
    minProject: has('limit min-project') ? (problem.minProject ?? 1) : 1,
    limits: limits.filter(({ id }) => has(`limit ${id}`)),
    quotas: quotas.map(quota => ({
      ...quota,
      min: has(`quota-min ${quota.id}`) ? quota.min : 0,
      max: has(`quota-max ${quota.id}`) ? quota.max : Infinity,
    })),
    coupling: {
      ...coupling,
      budgetEuros: has('limit budget') ? coupling.budgetEuros : null,
      maxProjects: has('limit max-projects') ? coupling.maxProjects : null,
      types: coupling.types.map(type => ({
        ...type,
        minShare: has(`limit ${type.id}-min`) ? type.minShare : 0,
        most: has(`limit ${type.id}-capacity`) ? type.most : free,
      })),
      perYear: has('limit per-year') ? coupling.perYear : null,
      play: has('limit play-norm') ? coupling.play : null,
    },
  };
}

describe('The best plan under couplings, each plan tried', () => {
  for (const objective of [
    'hutchens',
    'dissimilarity',
    'theil_h',
    'isolation',
    'herfindahl',
    'atkinson_0.3',
  ]) {
    it(`is what ${objective} gets, and the bound is never above it`, () => {
      fc.assert(
        fc.property(smallCoupled.filter(measurable), problem => {
          const best = lowest(problem, plan => objectiveValue(objective, countsAfter(problem, plan)));
          const found = spreadCoupled(solver, problem, objective);
          expect(everyCoupledPlan(problem).map(String)).toContain(String(found.allocation));
          expect(Math.abs(found.after - best)).toBeLessThan(CLOSE);
          expect(found.bound).toBeLessThanOrEqual(best + 1e-9);
          expect(found.after - found.bound).toBeLessThan(5 * CLOSE);
        }),
        { numRuns: 40 },
      );
    });
  }

  it('is what a cost per dwelling and a distance to meet get', () => {
    fc.assert(
      fc.property(smallCoupled.filter(measurable), problem => {
        const { dwellings, figures } = problem;
        const cost = spreadCoupled(solver, problem, 'cost_per_dwelling');
        expect(cost.after).toBeCloseTo(
          lowest(problem, plan => costOf(problem, plan)! / dwellings),
          5,
        );
        expect(cost.plan.euros).toBeCloseTo(costOf(problem, cost.allocation)!, 6);
        const metres = (plan: Allocation) =>
          plan.reduce((sum, number, area) => sum + number * figures!.meetingMetres![area]!, 0) / dwellings;
        const found = spreadCoupled(solver, problem, 'meeting_distance');
        expect(found.after).toBeCloseTo(lowest(problem, metres), 5);
        expect(found.optimal).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('does not exist exactly where a conflict is named, none of whose constraints is idle', () => {
    fc.assert(
      fc.property(smallCoupled, problem => {
        const conflict = coupledConflict(solver, problem);
        expect(conflict === null).toBe(everyCoupledPlan(problem).length > 0);
        if (conflict === null) return;
        expect(conflict.irreducible).toBe(true);
        const ids = conflict.constraints.map(one => `${one.kind} ${'id' in one ? one.id : 'dwellings'}`);
        expect(everyCoupledPlan(only(problem, ids))).toEqual([]);
        for (const one of ids.filter(id => id !== 'dwellings dwellings')) {
          const less = only(
            problem,
            ids.filter(id => id !== one),
          );
          expect(everyCoupledPlan(less).length).toBeGreaterThan(0);
        }
        expect(() => spreadCoupled(solver, problem, 'hutchens')).toThrow(ProblemError);
      }),
      { numRuns: 40 },
    );
  });
});
