import type { Geometry } from 'geojson';
import Papa from 'papaparse';
import { type BedroomMix, withHomes } from '../../../core/spreading/bedrooms.ts';
import type { CoupledSpread } from '../../../core/spreading/coupled/found.ts';
import { coupledReasons } from '../../../core/spreading/coupled/reasons.ts';
import { scheduleOf } from '../../../core/spreading/coupled/schedule.ts';
import type { CoupledProblem } from '../../../core/spreading/coupled/types.ts';
import type { Frontier } from '../../../core/spreading/frontier.ts';
import { countsBy, indicesBeside, type PlanSpace, type Way } from '../../../core/spreading/plan-by.ts';
import { type Reason, reasonsOf } from '../../../core/spreading/reasons.ts';
import { shadowPrices } from '../../../core/spreading/shadow-prices.ts';
import { isSmoothed, spatialIndicesBeside } from '../../../core/spreading/smoothed-dissimilarity.ts';
import type { Spread, SpreadProblem, StoppedBy } from '../../../core/spreading/types.ts';
import { yardsticksOf } from '../../../core/spreading/yardsticks.ts';

/** A plan as a program reads it: values of the objective, and the areas that got dwellings with the reason. */
export function printJson(
  problem: SpreadProblem,
  plan: Spread,
  more: number | undefined,
  { contiguity, kept }: PlanSpace,
  bedrooms: BedroomMix | undefined,
): string {
  const { allocation: _, ...values } = plan;
  if (isCoupled(problem, plan)) return printCoupled(problem, plan, bedrooms);
  const beside = more === undefined ? {} : explain(problem, plan, more);
  const { dwellings } = problem;
  const after = countsBy('build', problem, plan.allocation);
  const indices =
    contiguity !== null
      ? spatialIndicesBeside(problem, after, contiguity, kept)
      : indicesBeside(plan.objective, problem, after);
  const several = indices.length === 0 ? {} : { indices };
  const answer = {
    ...values,
    dwellings,
    ...several,
    ...beside,
    allocation: withHomes(lines(problem, plan), bedrooms),
  };
  return JSON.stringify(answer, null, 2);
}

/** Conversions or moves: the dwellings of each area that changes, below 0 where they leave. */
export function printExisting(problem: SpreadProblem, plan: Spread, way: Way): string {
  const { allocation, ...values } = plan;
  const indices = indicesBeside(plan.objective, problem, countsBy(way, problem, allocation));
  const changed = problem.codes.flatMap((id, area) =>
    allocation[area] === 0 ? [] : [{ id, dwellings: allocation[area]! }],
  );
  const dwellings = changed.reduce((sum, one) => sum + Math.max(0, one.dwellings), 0);
  const several = indices.length === 0 ? {} : { indices };
  return JSON.stringify({ way, ...values, dwellings, ...several, allocation: changed }, null, 2);
}

const isCoupled = (problem: SpreadProblem, plan: Spread): plan is CoupledSpread =>
  'plan' in plan && 'coupling' in problem;

const reasonsFor = (problem: SpreadProblem, plan: Spread): Reason[] =>
  isCoupled(problem, plan)
    ? coupledReasons(problem as CoupledProblem, plan.objective, plan.plan)
    : reasonsOf(problem, explained(plan), plan.allocation);

/** A plan of the solver, with what it costs and what goes with it. */
function printCoupled(given: SpreadProblem, found: CoupledSpread, bedrooms: BedroomMix | undefined): string {
  const problem = given as CoupledProblem;
  const { allocation: _, plan, prices, seconds: __, ...values } = found;
  const { sites, types } = problem.coupling;
  const named = (column: Float64Array) =>
    Object.fromEntries(sites.codes.flatMap((code, i) => (column[i]! > 0 ? [[code, column[i]!]] : [])));
  const years = scheduleOf(problem, plan);
  const answer = {
    ...values,
    dwellings: problem.dwellings,
    euros: plan.euros,
    projects: plan.projects,
    ...(types.length === 0
      ? {}
      : { types: Object.fromEntries(types.map(({ id }, i) => [id, named(plan.byType[i]!)])) }),
    ...(years === null ? {} : { years: years.map(named) }),
    ...(plan.playPlaces.length === 0
      ? {}
      : { playPlaces: plan.playPlaces.map(area => problem.codes[area]!) }),
    ...(sites.codes === problem.codes ? {} : { sites: named(plan.dwellings) }),
    ...(prices.length === 0 ? {} : { prices }),
    allocation: withHomes(lines(problem, found), bedrooms),
  };
  return JSON.stringify(answer, null, 2);
}

/** What plain plans would give, and what each constraint costs with so many dwellings more allowed. */
function explain(problem: SpreadProblem, plan: Spread, more: number): object {
  return {
    yardsticks: yardsticksOf(problem, plan.objective).map(({ id, value }) => ({ id, value })),
    prices: shadowPrices(problem, plan, more).map(({ constraint, lowersBy }) => ({
      constraint:
        constraint.kind === 'area' ? { kind: 'area', id: problem.codes[constraint.area]! } : constraint,
      more,
      lowersBy,
    })),
  };
}

/** The objective that reasons tell of; null for one that is no sum over areas. */
const explained = ({ objective }: Spread): string | null => (isSmoothed(objective) ? null : objective);

/** Plans between two aims, from the lowest first one to the lowest second one. */
export function printFrontier(
  { codes }: SpreadProblem,
  aims: readonly [string, string],
  { points, extent }: Frontier,
): string {
  const plans = points.map(({ values, allocation, proof, gap }) => ({
    values,
    proof,
    gap,
    allocation: codes.flatMap((id, area) =>
      allocation[area]! > 0 ? [{ id, dwellings: allocation[area]! }] : [],
    ),
  }));
  return JSON.stringify({ aims, extent, points: plans }, null, 2);
}

/** A row for every area that got dwellings, with the shares before and after. */
export function printCsv(problem: SpreadProblem, plan: Spread): string {
  const { codes } = problem;
  const rows = reasonsFor(problem, plan).map(reason => ({
    id: codes[reason.area]!,
    ...counted(problem, reason.area, reason.dwellings),
    reason: sentence(plan, reason),
    objective: plan.objective,
    before: plan.before,
    after: plan.after,
    bound: plan.bound,
    gap: plan.gap,
    optimal: plan.optimal,
  }));
  return Papa.unparse(rows, { newline: '\n' });
}

function lines(problem: SpreadProblem, plan: Spread): { id: string; dwellings: number; reason: string }[] {
  return reasonsFor(problem, plan).map(reason => ({
    id: problem.codes[reason.area]!,
    dwellings: reason.dwellings,
    reason: sentence(plan, reason),
  }));
}

/** One sentence: what the dwellings do to the objective, and why there are no more of them. */
function sentence({ objective }: Spread, { dwellings, lowersBy, stoppedBy }: Reason): string {
  const effect =
    lowersBy === null
      ? `${dwellings} dwellings`
      : `${dwellings} dwellings ${lowersBy >= 0 ? 'lower' : 'raise'} ${objective} by ${Math.abs(lowersBy).toPrecision(3)}`;
  return `${effect}; ${stopped(stoppedBy)}.`;
}

function stopped(by: StoppedBy): string {
  if (by.kind === 'elsewhere') return 'the next one does more elsewhere';
  return by.kind === 'limit' ? `the limit ${by.id} stops it here` : `quota ${by.id} is full`;
}

/** Every area with its polygon, its dwellings and the reason; the values of the objective beside them. */
export function printGeojson(
  problem: SpreadProblem,
  plan: Spread,
  geometries: readonly (Geometry | null)[],
): string {
  const reasons = new Map(reasonsFor(problem, plan).map(one => [one.area, one]));
  const { allocation, ...values } = plan;
  const features = geometries.map((geometry, area) => {
    const reason = reasons.get(area);
    return {
      type: 'Feature',
      id: problem.codes[area],
      geometry,
      properties: {
        id: problem.codes[area],
        ...counted(problem, area, allocation[area]!),
        reason: reason === undefined ? null : sentence(plan, reason),
      },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', spread: values, features });
}

const counted = ({ group, total }: SpreadProblem, area: number, dwellings: number) => ({
  dwellings,
  social_before: group[area]!,
  total_before: total[area]!,
  social_after: group[area]! + dwellings,
  total_after: total[area]! + dwellings,
});
