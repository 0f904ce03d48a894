import { type Reason, reasonsOf } from '../reasons.ts';
import { type CoupledObjective, coupledObjective, isLinear, leastOf } from './objective.ts';
import { roomOfSites } from './sites.ts';
import { type CoupledProblem, isFar, type SitePlan } from './types.ts';

/** Areas from which a dwelling is taken to see what holds another area back. */
const TAKEN_FROM = 24;

/**
 * Reasons as `reasonsOf`; where no limit or quota of its own stopped an area, a dwelling is brought to it from those
 * areas that would lose least, and the coupling that forbids the best such exchange is named. For a plan of prices
 * (`isLinear`) no term of an area is known, so its own limits are named only.
 */
export function coupledReasons(problem: CoupledProblem, objectiveId: string, plan: SitePlan): Reason[] {
  const reasons = reasonsOf(problem, objectiveId, plan.allocation);
  if (isLinear(objectiveId)) return reasons;
  const objective = coupledObjective(problem, objectiveId);
  const { least, most } = roomOfSites(problem);
  const { sites } = problem.coupling;
  const sitesIn = Map.groupBy(sites.area.keys(), site => sites.area[site]!);
  const givers = giversOf(problem, objective, plan);
  return reasons.map(reason => {
    if (reason.stoppedBy.kind !== 'elsewhere') return reason;
    const { area } = reason;
    const into = sitesIn.get(area) ?? [];
    const free = into.filter(site => plan.dwellings[site]! < most[site]!);
    if (free.length === 0) return { ...reason, stoppedBy: { kind: 'limit', id: 'site-capacity' } };
    const gain = -stepAt(problem, objective, plan, area, 0);
    for (const { site: from, loss } of givers) {
      if (loss >= gain - 1e-9 * Math.abs(gain)) break;
      if (sites.area[from] === area) continue;
      const held = free.map(to => heldBy(problem, plan, least, from, to));
      // A site that could take it without a coupling would have done so, but for the gap of the plan.
      if (held.includes(null)) continue;
      return { ...reason, stoppedBy: { kind: 'limit', id: held[0]! } };
    }
    return reason;
  });
}

type Giver = { site: number; loss: number };

/** Sites with dwellings, least loss first: what the objective rises by without the last dwelling of their area. */
function giversOf(problem: CoupledProblem, objective: CoupledObjective, plan: SitePlan): Giver[] {
  const { area } = problem.coupling.sites;
  return Array.from(plan.dwellings.keys())
    .filter(site => plan.dwellings[site]! > 0)
    .map(site => ({ site, loss: -stepAt(problem, objective, plan, area[site]!, -1) }))
    .sort((one, other) => one.loss - other.loss || one.site - other.site)
    .slice(0, TAKEN_FROM);
}

function stepAt(
  { group, total }: CoupledProblem,
  { step }: CoupledObjective,
  { allocation }: SitePlan,
  area: number,
  more: number,
): number {
  return step!(group[area]! + allocation[area]! + more, total[area]! - group[area]!, area);
}

/** The coupling that forbids to build one dwelling at `to` instead of at `from`; null where none does. */
function heldBy(
  problem: CoupledProblem,
  plan: SitePlan,
  least: Float64Array,
  from: number,
  to: number,
): string | null {
  const { sites, budgetEuros, maxProjects, types, perYear, play } = problem.coupling;
  const { dwellings } = plan;
  const opens = dwellings[to] === 0;
  const closes = dwellings[from] === 1;
  if (opens && least[to]! > 1) return 'min-project';
  if (!closes && dwellings[from]! - 1 < least[from]!) return 'min-project';
  if (maxProjects !== null && plan.projects + Number(opens) - Number(closes) > maxProjects)
    return 'max-projects';
  if (budgetEuros !== null) {
    const placeAt = (site: number) => {
      const area = sites.area[site]!;
      return play !== null && isFar(play, area) ? (play.eurosPerPlace ?? 0) : 0;
    };
    const more =
      sites.eurosPerDwelling[to]! -
      sites.eurosPerDwelling[from]! +
      (opens ? sites.eurosPerProject[to]! + placeAt(to) : 0) -
      (closes ? sites.eurosPerProject[from]! + placeAt(from) : 0);
    if (plan.euros + more > budgetEuros) return 'budget';
  }
  if (perYear !== null) {
    for (let year = sites.from[from]! + 1; year <= sites.from[to]!; year++) {
      let later = 1;
      for (const [site, number] of dwellings.entries()) if (sites.from[site]! >= year) later += number;
      if (later > perYear.slice(year).reduce((sum, most) => sum + most, 0)) return 'per-year';
    }
  }
  for (const [type, { id, minShare, most: ofType }] of types.entries()) {
    const held = plan.byType[type]!;
    const all = held.reduce((sum, number) => sum + number, 0);
    const lost = dwellings[from] === held[from] ? 1 : 0;
    const gained = held[to]! < ofType[to]! ? 1 : 0;
    if (all - lost + gained < leastOf(minShare, problem.dwellings)) return `${id}-min`;
  }
  return null;
}
