import * as fc from 'fast-check';
import { sitesOfAreas } from '../../../../core/spreading/coupled/sites.ts';
import type { CoupledProblem, Coupling } from '../../../../core/spreading/coupled/types.ts';
import type { Allocation, SpreadProblem } from '../../../../core/spreading/types.ts';
import { everyPlan, problemOf, quota } from '../problems.ts';

/** A problem with the couplings that are given and none else. */
export function coupled(problem: SpreadProblem, coupling: Partial<Coupling> = {}): CoupledProblem {
  return {
    ...problem,
    coupling: {
      sites: sitesOfAreas(problem.codes),
      budgetEuros: null,
      maxProjects: null,
      types: [],
      perYear: null,
      play: null,
      ...coupling,
    },
  };
}

/** The least a plan costs; null where it breaks a coupling. Every area is a site, and the only type is that of families. */
export function costOf(problem: CoupledProblem, plan: Allocation): number | null {
  const { dwellings, minProject = 1, coupling } = problem;
  const { sites, budgetEuros, maxProjects, types, perYear, play } = coupling;
  let euros = 0;
  let projects = 0;
  for (const [area, number] of plan.entries()) {
    if (number === 0) continue;
    if (number < Math.max(minProject, sites.least[area]!)) return null;
    projects += 1;
    euros += number * sites.eurosPerDwelling[area]! + sites.eurosPerProject[area]!;
    if (play !== null && play.metres[area]! > play.normMetres) {
      if (play.eurosPerPlace === null) return null;
      euros += play.eurosPerPlace;
    }
  }
  if (maxProjects !== null && projects > maxProjects) return null;
  const family = types.find(({ id }) => id === 'family');
  if (family !== undefined) {
    const fewest = Math.ceil(family.minShare * dwellings - 1e-9);
    const fits = plan.reduce((sum, number, area) => sum + Math.min(number, family.most[area]!), 0);
    if (fits < fewest) return null;
    euros += fewest * family.eurosMore;
  }
  if (perYear !== null) {
    // Year by year, with what may be built: any order will do, so the first that may.
    const left = plan.slice();
    for (const [year, most] of perYear.entries()) {
      let room = most;
      for (const area of left.keys()) {
        if (sites.from[area]! > year) continue;
        const built = Math.min(room, left[area]!);
        left[area]! -= built;
        room -= built;
      }
    }
    if (left.some(number => number > 0)) return null;
  }
  return budgetEuros !== null && euros > budgetEuros ? null : euros;
}

/** Every plan that meets limits, quotas and couplings. */
export const everyCoupledPlan = (problem: CoupledProblem): Allocation[] =>
  everyPlan(problem).filter(plan => costOf(problem, plan) !== null);

/** Two to four areas, up to six dwellings, and each coupling in half of the problems; some have no plan. */
export const smallCoupled: fc.Arbitrary<CoupledProblem> = fc
  .record({
    areas: fc.array(fc.tuple(fc.nat(12), fc.nat(25)), { minLength: 4, maxLength: 4 }),
    count: fc.integer({ min: 2, max: 4 }),
    dwellings: fc.integer({ min: 1, max: 6 }),
    capacity: fc.array(fc.constantFrom(0, 1, 2, 3, 5, Infinity), { minLength: 4, maxLength: 4 }),
    minimum: fc.nat(2),
    minProject: fc.constantFrom(1, 1, 2, 3),
    prices: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
    project: fc.constantFrom(0, 3, 10),
    budget: fc.option(fc.integer({ min: 5, max: 70 })),
    maxProjects: fc.option(fc.integer({ min: 1, max: 3 })),
    family: fc.option(fc.constantFrom(0.2, 0.5, 1)),
    familyMost: fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }),
    perYear: fc.option(fc.array(fc.nat(4), { minLength: 1, maxLength: 3 })),
    from: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
    metres: fc.array(fc.constantFrom(100, 300, 900), { minLength: 4, maxLength: 4 }),
    play: fc.option(fc.constantFrom(null, 4, 12)),
  })
  .map(one => {
    const areas = one.areas.slice(0, one.count);
    const cut = (column: readonly number[]) => Float64Array.from(column.slice(0, one.count));
    const problem = problemOf(
      areas.map(([social, other]) => [social, social + other] as const),
      one.dwellings,
      {
        capacity: one.capacity.slice(0, one.count),
        quotas: [quota('pair', [0, 1], one.minimum, one.minimum + 3)],
      },
    );
    const sites = {
      ...sitesOfAreas(problem.codes, { eurosPerProject: one.project }),
      eurosPerDwelling: cut(one.prices),
      from: Int32Array.from(one.from.slice(0, one.count)),
    };
    const other = new Float64Array(one.count).fill(Infinity);
    const family = {
      id: 'family',
      minShare: one.family ?? 0,
      maxShare: 1,
      most: cut(one.familyMost),
      eurosMore: 1,
    };
    const offered = one.budget === null ? null : one.play;
    return {
      ...coupled(problem, {
        sites,
        budgetEuros: one.budget,
        maxProjects: one.maxProjects,
        types:
          one.family === null
            ? []
            : [family, { id: 'other', minShare: 0, maxShare: 1, most: other, eurosMore: 0 }],
        perYear: one.perYear,
        play: one.play === null ? null : { metres: cut(one.metres), normMetres: 400, eurosPerPlace: offered },
      }),
      minProject: one.minProject,
      figures: { playMetres: cut(one.metres), meetingMetres: cut(one.prices), childPoverty: cut(one.prices) },
    };
  });
