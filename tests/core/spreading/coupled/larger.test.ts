import { describe, expect, it } from 'vitest';
import { loadSolver } from '../../../../core/solver/highs.ts';
import { coupledReasons } from '../../../../core/spreading/coupled/reasons.ts';
import { scheduleOf } from '../../../../core/spreading/coupled/schedule.ts';
import { sitesOfAreas } from '../../../../core/spreading/coupled/sites.ts';
import { spreadCoupled } from '../../../../core/spreading/coupled/solve.ts';
import { spread } from '../../../../core/spreading/spread.ts';
import { quota } from '../problems.ts';
import { coupled } from './problems.ts';

const solver = await loadSolver();

/** 200 areas whose numbers follow from their place, with room for up to 40 new dwellings, and quotas. */
function midSize(dwellings: number) {
  const size = 200;
  const codes = Array.from({ length: size }, (_, i) => `A${i + 1}`);
  const total = Float64Array.from(codes, (_, i) => 200 + ((i * 7919) % 800));
  const group = total.map((all, i) => Math.floor((all * ((i * 104_729) % 31)) / 100));
  const most = total.map((_, i) => (i * 13) % 41);
  const quotas = [
    quota(
      'west',
      Array.from({ length: 60 }, (_, i) => i),
      100,
      150,
    ),
    quota('town', [3, 4, 5, 6], 30, 60),
  ];
  return { codes, group, total, dwellings, limits: [{ id: 'capacity', most }], quotas };
}

describe('Marginal allocation and HiGHS', () => {
  for (const objective of ['hutchens', 'dissimilarity', 'theil_h', 'isolation', 'herfindahl']) {
    it(`find the same ${objective} over 200 areas with quotas`, () => {
      const problem = midSize(600);
      const exact = spread(problem, objective);
      const found = spreadCoupled(solver, coupled(problem), objective);
      expect(found.after).toBeCloseTo(exact.after, 7);
      expect(found.bound).toBeLessThanOrEqual(exact.after);
      expect(found.optimal).toBe(true);
    });
  }

  it('find the same where years are nested quotas: what is free from a year on only fits in the years from then', () => {
    const problem = { ...midSize(600), quotas: [] };
    const from = Int32Array.from(problem.codes, (_, i) => i % 3);
    const sites = { ...sitesOfAreas(problem.codes), from };
    const years = coupled(problem, { sites, perYear: [300, 200, 100] });
    const freeFrom = (year: number) => problem.codes.flatMap((_, i) => (i % 3 >= year ? [i] : []));
    const exact = spread(
      { ...problem, quotas: [quota('from 2', freeFrom(1), 0, 300), quota('from 3', freeFrom(2), 0, 100)] },
      'hutchens',
    );
    const found = spreadCoupled(solver, years, 'hutchens');
    expect(found.after).toBeCloseTo(exact.after, 7);
    const schedule = scheduleOf(years, found.plan)!;
    expect(schedule.map(year => year.reduce((sum, number) => sum + number, 0))).toEqual([300, 200, 100]);
    schedule.forEach((year, n) => {
      year.forEach((number, site) => {
        if (number > 0) expect(from[site]).toBeLessThanOrEqual(n);
      });
    });
    expect([...found.plan.dwellings]).toEqual(
      [...found.plan.dwellings.keys()].map(site => schedule.reduce((sum, year) => sum + year[site]!, 0)),
    );
  });

  it('the second with smallest projects is never below the bound of the first, nor above its plan', () => {
    const problem = { ...midSize(600), minProject: 8 };
    const first = spread(problem, 'hutchens');
    const second = spreadCoupled(solver, coupled(problem), 'hutchens', { gap: 1e-3 });
    expect(second.after).toBeGreaterThanOrEqual(first.bound - 1e-9);
    expect(second.bound).toBeLessThanOrEqual(first.after);
    expect(second.allocation.every(number => number === 0 || number >= 8)).toBe(true);
  });
});

describe('A plan under couplings', () => {
  it('by hand: two sites at most, of which the budget leaves the cheaper pair', () => {
    // Four areas alike but for their price: 6 dwellings go to two of them, 3 and 3, and 330 euros pay for 10 and 100 alone.
    const problem = {
      codes: ['a', 'b', 'c', 'd'],
      group: new Float64Array(4).fill(0),
      total: new Float64Array(4).fill(100),
      dwellings: 6,
      limits: [],
      quotas: [],
    };
    const sites = { ...sitesOfAreas(problem.codes), eurosPerDwelling: Float64Array.of(100, 10, 120, 110) };
    const found = spreadCoupled(
      solver,
      coupled(problem, { sites, maxProjects: 2, budgetEuros: 330 }),
      'isolation',
    );
    expect([...found.allocation]).toEqual([3, 3, 0, 0]);
    expect(found.plan).toMatchObject({ euros: 330, projects: 2 });
    // Isolation: 2 · (3/6) · (3/103).
    expect(found.after).toBeCloseTo(3 / 103, 12);
  });

  it('builds a place to play where that is worth its price, and counts it', () => {
    // Area b is far from play: two dwellings each are best, and 2 · 10 + 2 · 10 + 50 is the budget exactly.
    const problem = {
      codes: ['a', 'b'],
      group: new Float64Array(2),
      total: new Float64Array(2).fill(100),
      dwellings: 4,
      limits: [],
      quotas: [],
    };
    const sites = sitesOfAreas(problem.codes, { eurosPerDwelling: 10 });
    const play = { metres: Float64Array.of(200, 900), normMetres: 400, eurosPerPlace: 50 };
    const built = spreadCoupled(solver, coupled(problem, { sites, play, budgetEuros: 90 }), 'hutchens');
    expect([...built.allocation]).toEqual([2, 2]);
    expect(built.plan).toMatchObject({ playPlaces: [1], euros: 90 });
    const short = spreadCoupled(solver, coupled(problem, { sites, play, budgetEuros: 89 }), 'hutchens');
    expect([...short.allocation]).toEqual([4, 0]);
    const not = coupled(problem, { sites, play: { ...play, eurosPerPlace: null } });
    expect([...spreadCoupled(solver, not, 'hutchens').allocation]).toEqual([4, 0]);
  });

  it('places whole dwellings by type, as many for families as asked, where there is room for them', () => {
    const problem = midSize(300);
    const familyMost = Float64Array.from(problem.codes, (_, i) => (i % 4 === 0 ? 6 : 0));
    const any = new Float64Array(problem.codes.length).fill(Infinity);
    const types = [
      { id: 'family', minShare: 0.4, maxShare: 1, most: familyMost, eurosMore: 40_000 },
      { id: 'other', minShare: 0, maxShare: 1, most: any, eurosMore: 0 },
    ];
    const { plan, allocation } = spreadCoupled(solver, coupled(problem, { types }), 'hutchens', {
      gap: 1e-4,
    });
    const [family, other] = plan.byType;
    expect(family!.reduce((sum, number) => sum + number, 0)).toBeGreaterThanOrEqual(120);
    expect([...allocation]).toEqual([...family!.map((number, site) => number + other![site]!)]);
    expect(family!.every((number, site) => number <= familyMost[site]!)).toBe(true);
  });

  it('keeps two sites of one area within what the area has room for', () => {
    const problem = {
      codes: ['a', 'b'],
      group: Float64Array.of(0, 50),
      total: Float64Array.of(100, 100),
      dwellings: 12,
      limits: [{ id: 'capacity', most: Float64Array.of(9, 20) }],
      quotas: [],
    };
    const sites = {
      ...sitesOfAreas(['a1', 'a2', 'b1']),
      area: Int32Array.of(0, 0, 1),
      most: Float64Array.of(6, 6, 20),
      least: Float64Array.of(4, 5, 1),
    };
    const found = spreadCoupled(solver, coupled(problem, { sites }), 'hutchens');
    // Nine in a, as 4 and 5; the rest in b.
    expect([...found.plan.dwellings]).toEqual([4, 5, 3]);
    expect([...found.allocation]).toEqual([9, 3]);
  });

  it('says of an area which coupling stopped it', () => {
    const problem = {
      codes: ['cheap', 'dear'],
      group: Float64Array.of(30, 0),
      total: Float64Array.of(100, 100),
      dwellings: 10,
      limits: [],
      quotas: [],
    };
    const sites = { ...sitesOfAreas(problem.codes), eurosPerDwelling: Float64Array.of(1, 5) };
    const bound = coupled(problem, { sites, budgetEuros: 30 });
    const { plan } = spreadCoupled(solver, bound, 'hutchens');
    expect([...plan.allocation]).toEqual([5, 5]);
    const reasons = coupledReasons(bound, 'hutchens', plan);
    expect(reasons.map(({ stoppedBy }) => stoppedBy)).toEqual([
      { kind: 'elsewhere' },
      { kind: 'limit', id: 'budget' },
    ]);
  });
});
