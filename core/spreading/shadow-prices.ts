import { sumsAfter } from './allocation.ts';
import { separableObjective } from './objectives.ts';
import { spread } from './spread.ts';
import type { Limit, Quota, Spread, SpreadProblem } from './types.ts';

/** What a constraint costs: with so many dwellings more allowed (or fewer asked) the objective would be lower by so much. */
export type ShadowPrice = {
  constraint: { kind: 'quota-min' | 'quota-max' | 'limit'; id: string } | { kind: 'area'; area: number };
  more: number;
  lowersBy: number;
};

/** Areas whose own limit is relaxed one by one: those where one more dwelling would do most. */
const TRIED_AREAS = 12;

/**
 * The price of each constraint that holds a plan back, dearest first: it is relaxed by `more` dwellings, alone, and the
 * whole is solved again. A limit is relaxed in all areas at once that may be built in; the limits of single areas are
 * relaxed where the next dwelling would do most. For a separable objective, whose plan `spread` is.
 * O((quotas + limits + 12) · spread).
 */
export function shadowPrices(problem: SpreadProblem, plan: Spread, more: number): ShadowPrice[] {
  const price = (constraint: ShadowPrice['constraint'], relaxed: SpreadProblem): ShadowPrice => ({
    constraint,
    more,
    lowersBy: plan.after - spread(relaxed, plan.objective).after,
  });
  const { quotas, limits } = problem;
  const withQuota = (quota: Quota, change: Partial<Quota>): SpreadProblem => ({
    ...problem,
    quotas: quotas.map(one => (one === quota ? { ...one, ...change } : one)),
  });
  const withLimit = (limit: Limit, relaxed: Limit): SpreadProblem => ({
    ...problem,
    limits: limits.map(one => (one === limit ? relaxed : one)),
  });
  const held = (quota: Quota) => quota.areas.reduce((sum, area) => sum + plan.allocation[area]!, 0);
  const prices = [
    ...quotas
      .filter(quota => quota.min > 0 && held(quota) === quota.min)
      .map(quota =>
        price({ kind: 'quota-min', id: quota.id }, withQuota(quota, { min: Math.max(0, quota.min - more) })),
      ),
    ...quotas
      .filter(quota => held(quota) === quota.max)
      .map(quota => price({ kind: 'quota-max', id: quota.id }, withQuota(quota, { max: quota.max + more }))),
    ...limits
      .filter(({ most }) => most.some((limit, area) => limit > 0 && plan.allocation[area] === limit))
      .map(limit => price({ kind: 'limit', id: limit.id }, withLimit(limit, relaxedBy(limit, more)))),
    ...fullAreas(problem, plan).map(area =>
      price(
        { kind: 'area', area },
        {
          ...problem,
          limits: limits.map(limit => relaxedBy(limit, more, area)),
        },
      ),
    ),
  ];
  return prices.filter(({ lowersBy }) => lowersBy > 0).sort((one, other) => other.lowersBy - one.lowersBy);
}

/** A limit with more room in one area, or in all that have any: what is locked stays locked. */
function relaxedBy({ id, most }: Limit, more: number, only?: number): Limit {
  return {
    id,
    most: most.map((limit, area) => (limit > 0 && (only ?? area) === area ? limit + more : limit)),
  };
}

/** Areas at their own limit where one more dwelling would do most. */
function fullAreas(problem: SpreadProblem, { objective, allocation }: Spread): number[] {
  const separable = separableObjective(objective);
  if (separable === null) return [];
  const marginal = separable.marginal(sumsAfter(problem));
  const next = (area: number) =>
    marginal(problem.group[area]! + allocation[area]!, problem.total[area]! - problem.group[area]!);
  return Array.from(allocation.keys())
    .filter(
      area => allocation[area]! > 0 && problem.limits.some(({ most }) => most[area] === allocation[area]),
    )
    .sort((one, other) => next(one) - next(other) || one - other)
    .slice(0, TRIED_AREAS);
}
