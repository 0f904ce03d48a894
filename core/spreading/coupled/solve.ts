import type { Solver } from '../../solver/types.ts';
import type { CoupledOptions, CoupledSpread } from './found.ts';
import { coupledObjective } from './objective.ts';
import { pricesOf } from './prices.ts';
import { programOf } from './program.ts';
import { Search } from './search.ts';
import { checkCoupling } from './sites.ts';
import type { CoupledProblem } from './types.ts';

/**
 * The best plan under constraints that tie areas together, by HiGHS on a program whose convex terms are lines below them:
 * first in fractions, drawing lines until they follow the terms; then in whole dwellings; then again as long as the plan
 * lies above its lines (outer approximation, Duran & Grossmann 1986). The lines lie nowhere above the terms, so the bound
 * of the program is one of the problem, up to the solver's tolerance of 1e-6.
 * @throws ProblemError as `checkCoupling` and `coupledObjective`; `conflict` naming an irreducible set of constraints and
 * what would relax it; `too-large` where time or memory ended the search before any plan.
 */
export function spreadCoupled(
  solver: Solver,
  problem: CoupledProblem,
  objectiveId: string,
  options: CoupledOptions = {},
): CoupledSpread {
  checkCoupling(problem);
  const objective = coupledObjective(problem, objectiveId);
  const search = new Search(solver, problem, objective, programOf(problem, objective), options);
  const found = search.found();
  const { pricedDwellings } = options;
  if (pricedDwellings === undefined || found.ended !== 'optimal') return found;
  return { ...found, prices: pricesOf(search, pricedDwellings) };
}
