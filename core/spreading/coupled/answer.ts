import { ProblemError } from '../../problem.ts';
import type { Edit } from '../../scenario/edit.ts';
import type { EvaluationSetting } from '../../scenario/evaluate.ts';
import type { Solver, SolverStatus } from '../../solver/types.ts';
import type { SpreadAnswer, SpreadBeside } from '../answer.ts';
import { groundOfYardsticks, ownValue, PRICED_DWELLINGS } from '../answer.ts';
import { checkBedrooms, withHomes } from '../bedrooms.ts';
import { municipalParts } from '../municipal-quotas.ts';
import { countsBy, indicesBeside } from '../plan-by.ts';
import { type SpreadAsk, scenarioProblem } from '../scenario.ts';
import { yardsticksOf } from '../yardsticks.ts';
import { type CouplingsAsk, coupledBy, NO_COUPLINGS } from './ask.ts';
import type { CoupledOptions, CoupledProgress, CoupledSpread } from './found.ts';
import { FAMILY, isLinear } from './objective.ts';
import { coupledReasons } from './reasons.ts';
import { scheduleOf } from './schedule.ts';
import { spreadCoupled } from './solve.ts';
import type { CoupledProblem, Figures, SitePlan } from './types.ts';

/** What goes with a plan that the solver made. */
export type CoupledDetails = {
  /** `optimal` within the gap that was asked, or what cut the search short. */
  ended: SolverStatus;
  seconds: number;
  euros: number;
  projects: number;
  /** Dwellings for families by area; null where they are not told apart. */
  family: { code: string; dwellings: number }[] | null;
  /** Areas that get a place to play. */
  playPlaces: string[];
  /** What is completed in each year; null where years are not told apart. */
  years: { code: string; dwellings: number }[][] | null;
  /** By site; null where every area is one. */
  sites: { code: string; area: string; dwellings: number }[] | null;
};

export type CoupledAnswer = SpreadAnswer & { coupled: CoupledDetails };

/** What is told while the search goes on; `best` where a better plan was found. */
export type CoupledNews = Omit<CoupledProgress, 'better'> & { best: CoupledAnswer | null };

export type CoupledFound = { plan: CoupledAnswer; beside: SpreadBeside };

/**
 * The best plan for a scenario with constraints that need the solver, and what stands beside it. `figures` are columns of
 * the whole level. Errors as `scenarioProblem`, `coupledBy` and `spreadCoupled`.
 */
export function answerCoupled(
  solver: Solver,
  setting: EvaluationSetting,
  edits: readonly Edit[],
  ask: SpreadAsk,
  figures: Figures,
  { tell, ...options }: Omit<CoupledOptions, 'onProgress'> & { tell?: (news: CoupledNews) => void } = {},
): CoupledFound {
  refuseRange(ask);
  checkBedrooms(ask);
  const { problem: asked, keptDwellings, kept, keptOfPlan } = scenarioProblem(setting, edits, ask);
  const { municipalities = [] } = ask;
  const couplings: CouplingsAsk = { ...NO_COUPLINGS, ...ask.couplings };
  const problem = coupledBy(asked, couplings, inScope(setting, figures));
  const { secondsLimit, gap } = couplings;
  const answerOf = (found: CoupledSpread): CoupledAnswer => ({
    ...valuesOf(found),
    way: 'build',
    dwellings: problem.dwellings,
    indices: isLinear(ask.objective)
      ? []
      : indicesBeside(ask.objective, problem, countsBy('build', problem, found.allocation)),
    municipalities: municipalParts(
      setting,
      { edits: kept, keptOfPlan, asked: municipalities },
      found.allocation,
    ),
    areas: withHomes(
      coupledReasons(problem, ask.objective, found.plan).map(({ area, ...reason }) => ({
        code: problem.codes[area]!,
        ...reason,
      })),
      ask.bedrooms,
    ),
    keptDwellings,
    coupled: detailsOf(problem, found, couplings),
  });
  const found = spreadCoupled(solver, problem, ask.objective, {
    secondsLimit,
    gap,
    ...options,
    pricedDwellings: PRICED_DWELLINGS,
    onProgress: ({ better, ...news }) => tell?.({ ...news, best: better === null ? null : answerOf(better) }),
  });
  const linear = isLinear(ask.objective);
  return {
    plan: answerOf(found),
    beside: {
      own: linear ? null : ownValue(setting, edits, ask),
      yardsticks: linear
        ? []
        : yardsticksOf(problem, ask.objective, groundOfYardsticks(setting, problem, edits)).map(
            ({ id, value }) => ({ id, value }),
          ),
      prices: found.prices,
      frontier: null,
    },
  };
}

/** @throws ProblemError `bad-parameter` for what only the other methods do. */
function refuseRange({ way = 'build', dwellingsMost = null }: SpreadAsk): void {
  if (way === 'build' && dwellingsMost === null) return;
  throw new ProblemError(
    'bad-parameter',
    'A range for the number, and conversions or moves, do not go with a budget, a number of projects, families, years, play or sites; leave one of them out.',
    { withSolver: true },
  );
}

function valuesOf({ objective, before, after, bound, gap, optimal }: CoupledSpread) {
  return { objective, before, after, bound, gap, optimal };
}

function inScope({ scope }: EvaluationSetting, figures: Figures): Figures {
  if (scope === null) return figures;
  const within = (column: Float64Array | undefined) =>
    column && Float64Array.from(scope, area => column[area]!);
  const { playMetres, meetingMetres, childPoverty } = figures;
  const columns = { playMetres, meetingMetres, childPoverty };
  return Object.fromEntries(
    Object.entries(columns).flatMap(([id, column]) => (column === undefined ? [] : [[id, within(column)]])),
  );
}

function detailsOf(
  problem: CoupledProblem,
  { plan, ended, seconds }: CoupledSpread,
  asked: CouplingsAsk,
): CoupledDetails {
  const { codes, coupling } = problem;
  const { sites, types } = coupling;
  const areaOf = (site: number): string => codes[sites.area[site]!]!;
  const byArea = (column: Float64Array): { code: string; dwellings: number }[] => {
    const sums = new Map<string, number>();
    for (const [site, dwellings] of column.entries())
      if (dwellings > 0) sums.set(areaOf(site), (sums.get(areaOf(site)) ?? 0) + dwellings);
    return Array.from(sums, ([code, dwellings]) => ({ code, dwellings }));
  };
  const family = types.findIndex(({ id }) => id === FAMILY);
  const { euros, projects, playPlaces } = plan;
  return {
    ended,
    seconds,
    euros,
    projects,
    family: family === -1 ? null : byArea(plan.byType[family]!),
    playPlaces: playPlaces.map(area => codes[area]!),
    years: scheduleOf(problem, plan)?.map(byArea) ?? null,
    sites: asked.sites === null ? null : bySite(problem, plan),
  };
}

function bySite({ codes, coupling }: CoupledProblem, { dwellings }: SitePlan) {
  const { sites } = coupling;
  return sites.codes.flatMap((code, site) =>
    dwellings[site] === 0 ? [] : [{ code, area: codes[sites.area[site]!]!, dwellings: dwellings[site]! }],
  );
}
