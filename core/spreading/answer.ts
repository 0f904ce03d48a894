import type { Counts } from '../concentration/types.ts';
import type { Edit } from '../scenario/edit.ts';
import { effectOf } from '../scenario/effect.ts';
import type { EvaluationSetting } from '../scenario/evaluate.ts';
import type { Homes } from '../scenario/homes.ts';
import { type AgainstId, againstFigure } from './against.ts';
import { type Aim, indexAim, meanAim } from './aims.ts';
import { checkBedrooms, withHomes } from './bedrooms.ts';
import { hasPlan } from './conflict.ts';
import type { Weighed } from './coupled/proven-frontier.ts';
import { type Frontier, frontierOf } from './frontier.ts';
import type { FrontierPoint } from './frontier-point.ts';
import { lockedAreas } from './limits.ts';
import { type MunicipalPart, municipalParts } from './municipal-quotas.ts';
import { DEFAULT_OBJECTIVE, objectiveValue, separableObjective } from './objectives.ts';
import { countsBy, indicesBeside, type PlanSpace, planBy, type Way } from './plan-by.ts';
import { type Reason, reasonsOf } from './reasons.ts';
import { countsInScope, type SpreadAsk, scenarioProblem } from './scenario.ts';
import { type ShadowPrice, shadowPrices } from './shadow-prices.ts';
import {
  type IndexBeside,
  isSmoothed,
  smoothedDissimilarity,
  smoothingOf,
  spatialIndicesBeside,
} from './smoothed-dissimilarity.ts';
import type { Allocation, Spread, SpreadProblem, StoppedBy } from './types.ts';
import { type Yardstick, type YardstickGround, yardsticksOf } from './yardsticks.ts';

export type AnsweredArea = {
  code: string;
  dwellings: number;
  lowersBy: number | null;
  stoppedBy: StoppedBy;
  /** Where sizes were asked for; together they are `dwellings`. */
  homes?: Homes;
};

/** A plan for a scenario: its values, and every area that gets dwellings with the reason. */
export type SpreadAnswer = Omit<Spread, 'allocation'> & {
  way: Way;
  /** Placed, converted or moved by this plan: of a range the best number. */
  dwellings: number;
  /** Of an objective of more than one index, each of them. */
  indices: IndexBeside[];
  /** What each municipality gets, where the areas lie in any. */
  municipalities: MunicipalPart[];
  areas: AnsweredArea[];
  /** Dwellings of an earlier plan in locked areas, which stay and count in what was asked. */
  keptDwellings: number;
};

export type AnsweredPrice = Omit<ShadowPrice, 'constraint'> & {
  /** What `more` counts: dwellings where not said. */
  unit?: 'dwellings' | 'euros' | 'projects';
  /** Whether it is the price in the relaxation in fractions, and not that of whole plans. */
  ofRelaxation?: boolean;
  constraint: Exclude<ShadowPrice['constraint'], { kind: 'area' }> | { kind: 'area'; code: string };
};

export type AnsweredPoint = {
  /** Of the objective, and the mean of what it is weighed against over the new dwellings. */
  values: [objective: number, against: number];
  /** What is known of it, as in `FrontierPoint`. */
  proof: FrontierPoint['proof'];
  gap: number;
  areas: { code: string; dwellings: number }[];
};

/** What stands beside a plan, so that its gain and its cost are plain. */
export type SpreadBeside = {
  /** The scenario as it is: value of the objective with all its edits. */
  own: number | null;
  yardsticks: { id: Yardstick; value: number | null }[];
  /** Dearest first; empty for an objective or projects whose price cannot be had at once. */
  prices: AnsweredPrice[];
  /** Plans between the objective and what it is weighed against; null where that cannot be had. */
  frontier: {
    against: AgainstId;
    points: AnsweredPoint[];
    extent: Frontier['extent'];
    withoutFigure: number;
  } | null;
};

/** Dwellings by which each constraint is relaxed for its price. */
export const PRICED_DWELLINGS = 20;
/** Plans of a frontier. */
export const FRONTIER_PLANS = 25;

/** The best plan for a scenario. Errors as `scenarioProblem` and `planBy`. */
export function answerSpread(
  setting: EvaluationSetting,
  edits: readonly Edit[],
  ask: SpreadAsk,
): SpreadAnswer {
  const { way = 'build', objective, municipalities: asked = [] } = ask;
  checkBedrooms(ask);
  const { problem, made, keptDwellings, kept, keptOfPlan } = solvedScenario(setting, edits, ask);
  const { allocation, ...values } = made;
  const spatial = isSmoothed(objective);
  const areas =
    way === 'build'
      ? reasonsOf(problem, spatial ? null : objective, allocation)
      : changesOf(problem, allocation);
  const { contiguity, kept: cells } = spaceOf(setting);
  return {
    ...values,
    way,
    dwellings: allocation.reduce((sum, given) => sum + Math.max(0, given), 0),
    indices:
      spatial && contiguity !== null
        ? spatialIndicesBeside(problem, countsBy(way, problem, allocation), contiguity, cells)
        : indicesBeside(objective, problem, countsBy(way, problem, allocation)),
    municipalities: municipalParts(setting, { edits: kept, keptOfPlan, asked }, allocation),
    areas: withHomes(
      areas.map(({ area, ...reason }) => ({ code: problem.codes[area]!, ...reason })),
      ask.bedrooms,
    ),
    keptDwellings,
  };
}

const spaceOf = ({ contiguity = null, scope, codes }: EvaluationSetting): PlanSpace => ({
  contiguity,
  kept: scope ?? Int32Array.from(codes.keys()),
});

function solvedScenario(setting: EvaluationSetting, edits: readonly Edit[], ask: SpreadAsk) {
  const { objective, way = 'build' } = ask;
  const { problem: asked, most, ...rest } = scenarioProblem(setting, edits, ask);
  const leave = asked.limits.find(({ id }) => id === 'locked') ?? null;
  const { problem, plan } = planBy(asked, { objective, way, most, leave }, spaceOf(setting));
  return { ...rest, problem, made: plan };
}

/** Areas in which existing dwellings change; what that does to the index is no sum over them. */
function changesOf({ limits }: SpreadProblem, allocation: Allocation): Reason[] {
  return Array.from(allocation.keys())
    .filter(area => allocation[area] !== 0)
    .map(area => {
      const limit = limits.find(({ most }) => allocation[area]! >= most[area]!);
      const stoppedBy: StoppedBy =
        limit === undefined ? { kind: 'elsewhere' } : { kind: 'limit', id: limit.id };
      return { area, dwellings: allocation[area]!, lowersBy: null, stoppedBy };
    });
}

/** Proves points of a frontier, as `provenFrontier` does with a solver. */
export type Prove = (
  problem: SpreadProblem,
  weighed: Weighed,
  points: readonly FrontierPoint[],
) => FrontierPoint[];

/** What stands beside the plan of `answerSpread`; the points of a frontier proven where that is asked and can be. Errors as there. */
export function besideSpread(
  setting: EvaluationSetting,
  edits: readonly Edit[],
  ask: SpreadAsk,
  prove: Prove | null = null,
): SpreadBeside {
  const own = ownValue(setting, edits, ask);
  if ((ask.way ?? 'build') !== 'build') return { own, yardsticks: [], prices: [], frontier: null };
  if (isSmoothed(ask.objective)) return besideInSpace(setting, edits, ask, own);
  const { problem, made } = solvedScenario(setting, edits, ask);
  const priced = separableObjective(ask.objective) !== null && ask.minProject === 1;
  const prices = priced ? shadowPrices(problem, made, PRICED_DWELLINGS) : [];
  return {
    own,
    yardsticks: yardsticksOf(problem, ask.objective, groundOfYardsticks(setting, problem, edits)).map(
      ({ id, value }) => ({ id, value }),
    ),
    prices: prices.map(({ constraint, ...rest }) => ({
      ...rest,
      constraint:
        constraint.kind === 'area' ? { kind: 'area', code: problem.codes[constraint.area]! } : constraint,
    })),
    frontier:
      separableObjective(ask.objective) !== null
        ? frontierAgainst(setting, problem, edits, ask, ask.provenFrontier ? prove : null)
        : null,
  };
}

/** Beside a plan in space there are no prices and no frontier: its objective is no sum over areas. */
function besideInSpace(
  setting: EvaluationSetting,
  edits: readonly Edit[],
  ask: SpreadAsk,
  own: number | null,
): SpreadBeside {
  const { problem } = scenarioProblem(setting, edits, ask);
  const value = valueIn(setting, ask.objective);
  const plans = yardsticksOf(problem, DEFAULT_OBJECTIVE, groundOfYardsticks(setting, problem, edits));
  const yardsticks = plans.map(({ id, allocation }) => ({
    id,
    value: value(countsBy('build', problem, allocation)),
  }));
  return { own, yardsticks, prices: [], frontier: null };
}

/** Value of an objective on counts of the scope, smoothed ones included. */
function valueIn(setting: EvaluationSetting, objective: string): (counts: Counts) => number | null {
  if (!isSmoothed(objective)) return counts => objectiveValue(objective, counts);
  const { contiguity, kept } = spaceOf(setting);
  const smoothing = smoothingOf(objective, contiguity, kept);
  return counts => smoothedDissimilarity(counts, smoothing);
}

/** Households by area, and the social dwellings that projects of the scenario have there, those of an earlier plan among them. */
export function groundOfYardsticks(
  { scope, households = null }: EvaluationSetting,
  { codes }: SpreadProblem,
  edits: readonly Edit[],
): YardstickGround {
  const at = new Map(codes.map((code, area) => [code, area]));
  const sums = new Float64Array(codes.length);
  for (const edit of edits) {
    if (!edit.enabled || edit.kind !== 'build') continue;
    const { areas, social } = effectOf(edit);
    areas.forEach((code, k) => {
      const area = at.get(code);
      if (area !== undefined) sums[area]! += social[k]!;
    });
  }
  const within = scope === null ? households : households && Float64Array.from(scope, i => households[i]!);
  return { households: within, current: sums };
}

/** Value of the scenario with all its edits, an earlier plan included. */
export function ownValue(setting: EvaluationSetting, edits: readonly Edit[], ask: SpreadAsk): number | null {
  return valueIn(setting, ask.objective)(countsInScope(setting, edits));
}

function frontierAgainst(
  setting: EvaluationSetting,
  problem: SpreadProblem,
  edits: readonly Edit[],
  { objective, against = 'child_poverty', costs = [] }: SpreadAsk,
  prove: Prove | null,
): SpreadBeside['frontier'] {
  const figure = againstFigure(against, setting, edits, costs);
  if (figure === null) return null;
  const without = Array.from(figure.keys()).filter(area => !Number.isFinite(figure[area]!));
  const known: SpreadProblem = {
    ...problem,
    limits: [...problem.limits, lockedAreas('no-figure', figure.length, without)],
  };
  if (!hasPlan(known)) return null;
  const aims: [Aim, Aim] = [indexAim(known, objective), meanAim(known, against, figure)];
  const { points: found, extent } = frontierOf(known, ...aims, FRONTIER_PLANS);
  const points = prove === null ? found : prove(known, { objective, against, figure }, found);
  const listed = (allocation: Allocation) =>
    problem.codes.flatMap((code, area) =>
      allocation[area]! > 0 ? [{ code, dwellings: allocation[area]! }] : [],
    );
  return {
    against,
    points: points.map(({ values, allocation, proof, gap }) => ({
      values,
      proof,
      gap,
      areas: listed(allocation),
    })),
    extent,
    withoutFigure: without.length,
  };
}
