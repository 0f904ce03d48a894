import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../core/problem.ts';
import { loadSolver } from '../../../../core/solver/highs.ts';
import type { Solver } from '../../../../core/solver/types.ts';
import type { CoupledOptions, CoupledProgress } from '../../../../core/spreading/coupled/found.ts';
import { sitesOfAreas } from '../../../../core/spreading/coupled/sites.ts';
import { spreadCoupled } from '../../../../core/spreading/coupled/solve.ts';
import type { CoupledProblem, Coupling } from '../../../../core/spreading/coupled/types.ts';
import { problemOf, quota } from '../problems.ts';
import { coupled } from './problems.ts';

const solver = await loadSolver();

/** 10 social of 100, 20 of 100, 30 of 100; a dwelling costs 2, 3 and 4, a project 5. */
function three(dwellings: number, coupling: Partial<Coupling>, rest: Parameters<typeof problemOf>[2] = {}) {
  const problem = problemOf(
    [
      [10, 100],
      [20, 100],
      [30, 100],
    ],
    dwellings,
    rest,
  );
  const sites = {
    ...sitesOfAreas(problem.codes, { eurosPerProject: 5 }),
    eurosPerDwelling: Float64Array.of(2, 3, 4),
  };
  return coupled(problem, { sites, ...coupling });
}

function refusal(
  problem: CoupledProblem,
  objective = 'hutchens',
  options: CoupledOptions = {},
): ProblemError {
  try {
    spreadCoupled(solver, problem, objective, options);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('What no plan meets is named, with what would be enough', () => {
  it('a budget that is too small: 10 dwellings at 2 and a project at 5 are 25', () => {
    const { code, message, details } = refusal(three(10, { budgetEuros: 20 }));
    expect(code).toBe('conflict');
    expect(message).toBe(
      'No plan meets all of: the limit budget, 10 new dwellings. Enough would be: 25 for budget instead of what was asked, or 7 for new dwellings instead of what was asked.',
    );
    expect(details.conflict).toMatchObject({
      irreducible: true,
      relaxations: [
        { constraint: { kind: 'limit', id: 'budget' }, asked: 20, enough: 25 },
        { constraint: { kind: 'dwellings' }, asked: 10, enough: 7 },
      ],
    });
  });

  it('a share of family dwellings that no area can hold', () => {
    const none = { id: 'family', minShare: 0.3, maxShare: 1, most: Float64Array.of(1, 0, 1), eurosMore: 0 };
    const other = { ...none, id: 'other', minShare: 0, most: new Float64Array(3).fill(Infinity) };
    const { message } = refusal(three(10, { types: [none, other] }));
    expect(message).toContain('the limit family-min');
    expect(message).toContain('the limit family-capacity');
    expect(message).toContain('2 for family-min');
  });

  it('contradictory constraints, of which only those in conflict are named', () => {
    const quotas = [quota('a', [0], 4, 20), quota('b', [1], 3, 20)];
    const { message } = refusal(three(10, { maxProjects: 1, budgetEuros: 1_000 }, { quotas }));
    expect(message).toContain('at least 4 in a, at least 3 in b, the limit max-projects.');
    expect(message).toContain('2 for max-projects');
  });

  it('years that hold too few, and places too far from play', () => {
    expect(refusal(three(10, { perYear: [3, 4] })).message).toContain('the limit per-year');
    const play = { metres: new Float64Array(3).fill(900), normMetres: 400, eurosPerPlace: null };
    expect(refusal(three(10, { play })).message).toContain('the limit play-norm');
  });
});

describe('What cannot be is refused by name', () => {
  it('prices below 0, a budget below 0, no project, shares outside 0–1, half a dwelling a year', () => {
    const wrong = sitesOfAreas(['A1', 'A2', 'A3'], { eurosPerDwelling: -1 });
    expect(refusal(three(5, { sites: wrong })).message).toContain('A1 has eurosPerDwelling -1');
    expect(refusal(three(5, { budgetEuros: -1 })).code).toBe('bad-parameter');
    expect(refusal(three(5, { maxProjects: 0 })).code).toBe('bad-parameter');
    const type = { id: 'family', minShare: 1.5, maxShare: 2, most: new Float64Array(3), eurosMore: 0 };
    expect(refusal(three(5, { types: [type] })).message).toContain('1.5');
    expect(refusal(three(5, { perYear: [2.5] })).message).toContain('2.5');
  });

  it('places to play without a budget to pay them', () => {
    const play = { metres: new Float64Array(3), normMetres: 400, eurosPerPlace: 10 };
    expect(refusal(three(5, { play })).message).toContain('give a budget');
  });

  it('an objective that the solver has no model of, and one without its figures', () => {
    expect(refusal(three(5, {}), 'gini').message).toContain('not with gini');
    expect(refusal(three(5, {}), 'play_distance').code).toBe('undefined-index');
  });
});

describe('A search that is cut short', () => {
  /** 300 sites with prices, projects and a budget: seconds of work, with a plan soon. */
  function long() {
    const codes = Array.from({ length: 300 }, (_, i) => `A${i + 1}`);
    const total = Float64Array.from(codes, (_, i) => 200 + ((i * 7919) % 800));
    const group = total.map((all, i) => Math.floor((all * ((i * 104_729) % 31)) / 100));
    const problem = { codes, group, total, dwellings: 900, limits: [], quotas: [], minProject: 7 };
    const sites = {
      ...sitesOfAreas(codes),
      most: total.map((_, i) => 10 + ((i * 13) % 31)),
      eurosPerDwelling: total.map((_, i) => 100 + ((i * 31) % 97)),
      eurosPerProject: total.map((_, i) => 40 + ((i * 17) % 211)),
    };
    return coupled(problem, { sites, budgetEuros: 900 * 140, maxProjects: 70 });
  }

  it('has no plan when no time is given, and says so', () => {
    const { code, message } = refusal(long(), 'hutchens', { secondsLimit: 0 });
    expect(code).toBe('too-large');
    expect(message).toContain('within 0 s');
  });

  it('cancelled in the middle gives the best plan so far with its bound and gap', () => {
    const seen: CoupledProgress[] = [];
    const found = spreadCoupled(solver, long(), 'hutchens', {
      onProgress: progress => void seen.push(progress),
      isCancelled: () => seen.some(({ value }) => value !== null),
    });
    expect(['interrupted', 'optimal']).toContain(found.ended);
    expect(found.bound).toBeLessThanOrEqual(found.after);
    expect(found.gap).toBeCloseTo((found.after - found.bound) / found.after, 12);
    expect(found.allocation.reduce((sum, number) => sum + number, 0)).toBe(900);
    // Bounds only rise and values only fall while it runs.
    const values = seen.flatMap(({ value }) => (value === null ? [] : [value]));
    expect(values).toEqual(values.toSorted((one, other) => other - one));
  });

  /** The solver, whose searches in whole dwellings end as they do when time or memory is up, after their first plan. */
  const endingBy = (status: 'time' | 'memory'): Solver => ({
    ...solver,
    memoryBytes: solver.memoryBytes,
    usable: true,
    createModel(model) {
      const real = solver.createModel(model);
      if (model.whole.every(one => one === 0)) return real;
      return {
        ...real,
        run(options = {}) {
          let hasPlan = false;
          const result = real.run({
            ...options,
            onProgress: progress => {
              hasPlan ||= progress.columns !== null;
              options.onProgress?.(progress);
            },
            isCancelled: () => hasPlan,
          });
          return { ...result, status: result.status === 'interrupted' ? status : result.status };
        },
      };
    },
  });

  it('out of time or memory gives the best plan so far with its bound and gap', () => {
    for (const status of ['time', 'memory'] as const) {
      const found = spreadCoupled(endingBy(status), long(), 'hutchens');
      expect(found.ended).toBe(status);
      expect(found.allocation.reduce((sum, number) => sum + number, 0)).toBe(900);
      expect(found.bound).toBeGreaterThan(0);
      expect(found.bound).toBeLessThanOrEqual(found.after);
      expect(found.gap).toBeCloseTo((found.after - found.bound) / found.after, 12);
      expect(found.prices).toEqual([]);
      // The one that is proven lies between bound and plan.
      const { after } = spreadCoupled(solver, long(), 'hutchens', { gap: 1e-4, secondsLimit: 60 });
      expect(after).toBeLessThanOrEqual(found.after + 1e-9);
      expect(after).toBeGreaterThanOrEqual(found.bound - 1e-9);
    }
  });

  it('without memory ends by name or with the best so far', () => {
    try {
      const found = spreadCoupled(solver, long(), 'hutchens', { memoryBytes: 1 });
      expect(found.bound).toBeLessThanOrEqual(found.after);
    } catch (error) {
      expect((error as ProblemError).code).toBe('too-large');
    }
  });

  it('gives the same plan twice for one seed', () => {
    const plan = () =>
      spreadCoupled(solver, three(10, { budgetEuros: 40, maxProjects: 2 }), 'hutchens', { seed: 3 });
    expect(plan().allocation).toEqual(plan().allocation);
  });
});
