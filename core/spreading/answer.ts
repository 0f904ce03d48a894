import type { Edit } from '../scenario/edit.ts';
import type { EvaluationSetting } from '../scenario/evaluate.ts';
import { type Aim, indexAim, meanAim } from './aims.ts';
import { countsAfter } from './allocation.ts';
import { hasPlan } from './conflict.ts';
import { frontierOf } from './frontier.ts';
import { lockedAreas } from './limits.ts';
import { objectiveValue, separableObjective } from './objectives.ts';
import { reasonsOf } from './reasons.ts';
import { type SpreadAsk, scenarioProblem } from './scenario.ts';
import { type ShadowPrice, shadowPrices } from './shadow-prices.ts';
import { spread } from './spread.ts';
import type { Allocation, Spread, SpreadProblem, StoppedBy } from './types.ts';
import { type Yardstick, yardsticksOf } from './yardsticks.ts';

export type AnsweredArea = {
  code: string;
  dwellings: number;
  lowersBy: number | null;
  stoppedBy: StoppedBy;
};

/** A plan for a scenario: its values, and every area that gets dwellings with the reason. */
export type SpreadAnswer = Omit<Spread, 'allocation'> & {
  areas: AnsweredArea[];
  /** Dwellings of an earlier plan in locked areas, which stay and count in what was asked. */
  keptDwellings: number;
};

export type AnsweredPrice = Omit<ShadowPrice, 'constraint'> & {
  constraint: Exclude<ShadowPrice['constraint'], { kind: 'area' }> | { kind: 'area'; code: string };
};

export type AnsweredPoint = {
  /** Of the objective, and the mean child-poverty index around the new dwellings. */
  values: [objective: number, poverty: number];
  areas: { code: string; dwellings: number }[];
};

/** What stands beside a plan, so that its gain and its cost are plain. */
export type SpreadBeside = {
  /** The scenario as it is: value of the objective with all its edits. */
  own: number | null;
  yardsticks: { id: Yardstick; value: number | null }[];
  /** Dearest first; empty for an objective or projects whose price cannot be had at once. */
  prices: AnsweredPrice[];
  /** Plans between the objective and child poverty around the new dwellings; null where that cannot be had. */
  frontier: { points: AnsweredPoint[]; complete: boolean; withoutFigure: number } | null;
};

/** Dwellings by which each constraint is relaxed for its price. */
export const PRICED_DWELLINGS = 20;
/** Plans of a frontier. */
export const FRONTIER_PLANS = 25;

/** The best plan for a scenario. Errors as `scenarioProblem` and `spread`. */
export function answerSpread(
  setting: EvaluationSetting,
  edits: readonly Edit[],
  ask: SpreadAsk,
): SpreadAnswer {
  const { problem, keptDwellings } = scenarioProblem(setting, edits, ask);
  const { allocation, ...values } = spread(problem, ask.objective);
  const areas = reasonsOf(problem, ask.objective, allocation).map(({ area, ...reason }) => ({
    code: problem.codes[area]!,
    ...reason,
  }));
  return { ...values, areas, keptDwellings };
}

/** What stands beside the plan of `answerSpread`. Errors as there. */
export function besideSpread(
  setting: EvaluationSetting,
  edits: readonly Edit[],
  ask: SpreadAsk,
): SpreadBeside {
  const { problem } = scenarioProblem(setting, edits, ask);
  const priced = separableObjective(ask.objective) !== null && ask.minProject === 1;
  const prices = priced ? shadowPrices(problem, spread(problem, ask.objective), PRICED_DWELLINGS) : [];
  return {
    own: ownValue(setting, edits, ask, problem),
    yardsticks: yardsticksOf(problem, ask.objective).map(({ id, value }) => ({ id, value })),
    prices: prices.map(({ constraint, ...rest }) => ({
      ...rest,
      constraint:
        constraint.kind === 'area' ? { kind: 'area', code: problem.codes[constraint.area]! } : constraint,
    })),
    frontier: priced ? povertyFrontier(setting, problem, ask.objective) : null,
  };
}

/** Value of the scenario with all its edits, an earlier plan included. */
function ownValue(
  setting: EvaluationSetting,
  edits: readonly Edit[],
  ask: SpreadAsk,
  { codes }: SpreadProblem,
): number | null {
  // As other edits are: what is of no plan stays, and so everything does.
  const asOwn = edits.map(edit => ({ ...edit, id: `own-${edit.id}` }));
  const { problem } = scenarioProblem(setting, asOwn, ask);
  return objectiveValue(ask.objective, countsAfter(problem, new Float64Array(codes.length)));
}

function povertyFrontier(
  { poverty, scope }: EvaluationSetting,
  problem: SpreadProblem,
  objective: string,
): SpreadBeside['frontier'] {
  if (!poverty) return null;
  const figure = scope === null ? poverty : Float64Array.from(scope, area => poverty[area]!);
  const without = Array.from(figure.keys()).filter(area => Number.isNaN(figure[area]!));
  const known: SpreadProblem = {
    ...problem,
    limits: [...problem.limits, lockedAreas('no-figure', figure.length, without)],
  };
  if (!hasPlan(known)) return null;
  const aims: [Aim, Aim] = [indexAim(known, objective), meanAim(known, 'child_poverty', figure)];
  const { points, complete } = frontierOf(known, ...aims, FRONTIER_PLANS);
  const listed = (allocation: Allocation) =>
    problem.codes.flatMap((code, area) =>
      allocation[area]! > 0 ? [{ code, dwellings: allocation[area]! }] : [],
    );
  return {
    points: points.map(({ values, allocation }) => ({ values, areas: listed(allocation) })),
    complete,
    withoutFigure: without.length,
  };
}
