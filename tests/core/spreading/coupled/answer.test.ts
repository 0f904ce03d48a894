import { describe, expect, it } from 'vitest';
import { loadSolver } from '../../../../core/solver/highs.ts';
import { answerCoupled, type CoupledNews } from '../../../../core/spreading/coupled/answer.ts';
import { type CouplingsAsk, NO_COUPLINGS, needsSolver } from '../../../../core/spreading/coupled/ask.ts';
import type { SpreadAsk } from '../../../../core/spreading/scenario.ts';

const solver = await loadSolver();

/** Four areas of 100 dwellings, three in scope; A costs 10 a dwelling, the others 20, and C is far from play. */
const setting = {
  codes: ['A', 'B', 'C', 'D'],
  group: Float64Array.of(10, 10, 0, 5),
  total: Float64Array.of(100, 100, 90, 100),
  scope: Int32Array.of(0, 1, 2),
};
const figures = {
  playMetres: Float64Array.of(100, 200, 900, 50),
  childPoverty: Float64Array.of(0.1, 0.2, 0.3, 0),
};

const answer = (
  couplings: Partial<CouplingsAsk>,
  change: Partial<SpreadAsk> = {},
  tell: (news: CoupledNews) => void = () => {},
) => {
  const ask: SpreadAsk = {
    dwellings: 12,
    objective: 'hutchens',
    perArea: null,
    maxShare: null,
    minProject: 1,
    couplings: { ...NO_COUPLINGS, eurosPerDwelling: 20, eurosByArea: { A: 10 }, ...couplings },
    ...change,
  };
  return answerCoupled(solver, setting, [], ask, figures, { tell });
};

describe('A scenario answered by the solver', () => {
  it('builds where the norm for play holds, or a place to play within the budget', () => {
    const near = answer({ playNormMetres: 400 });
    expect(near.plan.areas.map(({ code, dwellings }) => [code, dwellings])).toEqual([
      ['A', 6],
      ['B', 6],
    ]);
    expect(near.plan.coupled).toMatchObject({ projects: 2, playPlaces: [], euros: 6 * 10 + 6 * 20 });
    // 11, 11 and 10 social beside 90 others each is as even as 32 can be; with the place that is 230 + 50.
    const paid = answer({ playNormMetres: 400, eurosPerPlayPlace: 50, budgetEuros: 280 });
    expect(paid.plan.areas.map(({ code, dwellings }) => [code, dwellings])).toEqual([
      ['A', 1],
      ['B', 1],
      ['C', 10],
    ]);
    expect(paid.plan.coupled).toMatchObject({ playPlaces: ['C'], euros: 280 });
    const alike = 2 * Math.sqrt(11 * 90) + Math.sqrt(10 * 90);
    expect(paid.plan.after).toBeCloseTo(1 - alike / Math.sqrt(32 * 270), 12);
  });

  it('tells the best so far while it goes on, and prices of the relaxation beside the plan', () => {
    const told: CoupledNews[] = [];
    const { plan, beside } = answer({ budgetEuros: 150 }, {}, news => told.push(news));
    const best = told.flatMap(news => news.best ?? []);
    expect(best.at(-1)!.after).toBe(plan.after);
    expect(plan.coupled.euros).toBeLessThanOrEqual(150);
    // Twenty dwellings of what this plan pays for one.
    const more = Math.round((20 * plan.coupled.euros) / 12);
    expect(beside.prices[0]).toMatchObject({
      constraint: { kind: 'limit', id: 'budget' },
      unit: 'euros',
      more,
      ofRelaxation: true,
    });
    expect(beside.prices[0]!.lowersBy).toBeGreaterThan(0);
    expect(beside.yardsticks.map(({ id }) => id)).toEqual(['proportional', 'largest-sites']);
  });

  it('makes the child poverty around new families low, of their dwellings alone', () => {
    // Half of twelve are for families, at most four of them in an area: four at 0.1 and two at 0.2.
    const { plan } = answer({ familyShare: 0.5, familyPerArea: 4 }, { objective: 'family_poverty' });
    expect(plan.after).toBeCloseTo((4 * 0.1 + 2 * 0.2) / 6, 9);
    expect(plan.coupled.family).toEqual([
      { code: 'A', dwellings: 4 },
      { code: 'B', dwellings: 2 },
    ]);
  });

  it('is needed for what ties areas together and for means over new dwellings, and for nothing else', () => {
    expect(needsSolver({ objective: 'hutchens', couplings: null })).toBe(false);
    expect(needsSolver({ objective: 'hutchens', couplings: { ...NO_COUPLINGS, eurosPerDwelling: 3 } })).toBe(
      false,
    );
    expect(needsSolver({ objective: 'hutchens', couplings: { ...NO_COUPLINGS, maxProjects: 3 } })).toBe(true);
    expect(needsSolver({ objective: 'play_distance' })).toBe(true);
  });
});
