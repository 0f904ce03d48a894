import * as fc from 'fast-check';
import type { Allocation, Quota, SpreadProblem } from '../../../core/spreading/types.ts';

/** A problem as a test writes it: areas of [social, total], and what is asked. */
export function problemOf(
  areas: readonly (readonly [number, number])[],
  dwellings: number,
  { capacity, quotas = [] }: { capacity?: readonly number[]; quotas?: readonly Quota[] } = {},
): SpreadProblem {
  return {
    codes: areas.map((_, i) => `A${i + 1}`),
    group: Float64Array.from(areas, ([social]) => social),
    total: Float64Array.from(areas, ([, total]) => total),
    dwellings,
    limits: capacity === undefined ? [] : [{ id: 'capacity', most: Float64Array.from(capacity) }],
    quotas,
  };
}

export const quota = (id: string, areas: readonly number[], min: number, max: number): Quota => ({
  id,
  areas: Int32Array.from(areas),
  min,
  max,
});

/** Every whole plan that meets capacities and quotas, one by one: what the methods are held against. */
export function everyPlan(problem: SpreadProblem): Allocation[] {
  const { codes, dwellings, limits, quotas } = problem;
  const plans: Allocation[] = [];
  const plan = new Float64Array(codes.length);
  const most = (area: number) => Math.min(dwellings, ...limits.map(limit => limit.most[area]!));
  const meetsQuotas = () =>
    quotas.every(({ areas, min, max }) => {
      const sum = areas.reduce((all, area) => all + plan[area]!, 0);
      return sum >= min && sum <= max;
    });
  const fill = (area: number, left: number): void => {
    if (area === codes.length) {
      if (left === 0 && meetsQuotas()) plans.push(plan.slice());
      return;
    }
    for (let n = 0; n <= Math.min(left, most(area)); n++) {
      plan[area] = n;
      fill(area + 1, left - n);
    }
    plan[area] = 0;
  };
  fill(0, dwellings);
  return plans;
}

/** Up to five areas, up to seven dwellings, capacities, and quotas nested two deep; some have no plan. */
export const smallProblem: fc.Arbitrary<SpreadProblem> = fc
  .record({
    areas: fc.array(fc.tuple(fc.nat(12), fc.nat(25)), { minLength: 2, maxLength: 5 }),
    dwellings: fc.integer({ min: 1, max: 7 }),
    capacity: fc.array(fc.constantFrom(0, 1, 2, 3, 5, Infinity), { minLength: 5, maxLength: 5 }),
    outer: fc.tuple(fc.nat(3), fc.nat(4)),
    inner: fc.tuple(fc.nat(2), fc.nat(2)),
    nested: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ areas, dwellings, capacity, outer, inner, nested }) => {
    const quotas = [
      quota('outer', areas.length > 2 ? [0, 1, 2] : [0, 1], outer[0], outer[0] + outer[1]),
      quota('inner', [1], inner[0], inner[0] + inner[1]),
      quota('beside', [areas.length - 1], 0, 2),
    ].slice(0, areas.length > 3 ? nested : Math.min(nested, 2));
    return problemOf(
      areas.map(([social, other]) => [social, social + other] as const),
      dwellings,
      { capacity: capacity.slice(0, areas.length), quotas },
    );
  });
