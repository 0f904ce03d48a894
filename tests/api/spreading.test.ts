import { describe, expect, test, vi } from 'vitest';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { newAreaEdit } from '../../core/scenario/edits.ts';
import { describeOnDatabases } from '../database.ts';
import { withTestRegion } from './app.ts';
import { testScenario } from './scenario.ts';

type Found = {
  release: string;
  plan: {
    after: number;
    bound: number;
    indices: { id: string }[];
    within?: { after: number };
    optimal: boolean;
    areas: { code: string; dwellings: number; homes?: object }[];
    municipalities: object[];
  };
  beside: {
    own: number;
    yardsticks: { id: string; value: number }[];
    prices: object[];
    frontier: { points: { proof: string; gap: number }[] } | null;
  };
};

describeOnDatabases('spreading', open => {
  const setup = withTestRegion(open);
  /** M2 without edits: S03 has 20 social of 50, S04, S07, S08 and S11 have none of 50, S12 has no dwellings. */
  const scenario = async (edits: ScenarioDocument['edits'] = []): Promise<ScenarioDocument> => ({
    ...(await testScenario(setup.app, setup.release, { scope: { level: 'municipality', code: 'M2' } })),
    edits,
  });
  const send = async (ask: object, edits: ScenarioDocument['edits'] = [], accept = 'application/json') =>
    setup.app.inject({
      method: 'POST',
      url: '/api/v1/spreading',
      headers: { host: 'localhost:8080', accept },
      payload: { scenario: await scenario(edits), ask },
    });
  const index = (...social: number[]): number => {
    const others = [30, 50, 50, 50, 50];
    const alike = social.reduce((sum, x, i) => sum + Math.sqrt(x * others[i]!), 0);
    return 1 - alike / Math.sqrt(social.reduce((sum, x) => sum + x, 0) * 230);
  };

  test('gives a proven plan, with what stands beside it, as reckoned by hand', async () => {
    const response = await send({ dwellings: 12, perArea: 3 });
    expect(response.statusCode).toBe(200);
    const { release, plan, beside } = response.json<Found>();
    expect(release).toBe(setup.release);
    expect(plan.areas.map(({ code, dwellings }) => `${code} ${dwellings}`)).toEqual([
      'S04 3',
      'S07 3',
      'S08 3',
      'S11 3',
    ]);
    expect(plan.after).toBeCloseTo(index(20, 3, 3, 3, 3), 12);
    expect(plan.optimal).toBe(true);
    expect(beside.own).toBeCloseTo(index(20, 0, 0, 0, 0), 12);
    expect(beside.yardsticks.map(({ id }) => id)).toEqual(['proportional', 'largest-sites']);
  });

  test('goes around what the scenario locks', async () => {
    const lock = newAreaEdit('lock', { id: 'l', areas: ['S04'], dwellings: 0 });
    const { plan } = (await send({ dwellings: 9, perArea: 3 }, [lock])).json<Found>();
    expect(plan.areas.map(({ code }) => code)).toEqual(['S07', 'S08', 'S11']);
  });

  test('tells the plan before what stands beside it, and a problem as an event', async () => {
    const found = await send({ dwellings: 12, perArea: 3 }, [], 'text/event-stream');
    expect(found.headers['content-type']).toContain('text/event-stream');
    const events = found.body.split('\n\n').flatMap(one => /^event: (\w+)/.exec(one)?.[1] ?? []);
    expect(events).toEqual(['plan', 'beside']);
    const refused = await send({ dwellings: 99, perArea: 3 }, [], 'text/event-stream');
    expect(refused.body).toContain('event: problem');
    expect(refused.body).toContain('99 new dwellings, the limit per-area');
  });

  test('takes the best number of a range, keeps a municipality to its quota, and says what it gets', async () => {
    const municipalities = [{ code: 'M2', min: 5, max: 9 }];
    const { plan } = (
      await send({ dwellings: 2, dwellingsMost: 40, perArea: 3, municipalities })
    ).json<Found>();
    // Of the 18 that fit, more dwellings even out more, up to the nine that the municipality may have.
    expect(plan).toMatchObject({ dwellings: 9, optimal: true, way: 'build' });
    expect(plan.municipalities).toEqual([
      { code: 'M2', dwellings: 9, min: 5, max: 9, remainingBefore: null, remaining: null },
    ]);
  });

  test('moves and converts existing dwellings, and gives each index of a sum', async () => {
    const moved = (await send({ dwellings: 4, way: 'move', perArea: 1 })).json<Found>().plan;
    expect(moved.areas.map(({ code, dwellings }) => `${code} ${dwellings}`)).toEqual([
      'S03 -4',
      'S04 1',
      'S07 1',
      'S08 1',
      'S11 1',
    ]);
    expect(moved.after).toBeCloseTo(index(16, 1, 1, 1, 1), 12);
    const objective = '0.5*hutchens+0.5*isolation';
    const converted = (await send({ dwellings: 4, way: 'convert', objective })).json<Found>().plan;
    expect(converted).toMatchObject({ way: 'convert', indices: [{ id: 'hutchens' }, { id: 'isolation' }] });
  });

  test('lets the first of two objectives give some percent, and says how much it gave', async () => {
    const objective = 'hutchens~5%,herfindahl';
    const { plan } = (await send({ dwellings: 12, perArea: 4, objective })).json<Found>();
    const lowest = (await send({ dwellings: 12, perArea: 4 })).json<Found>().plan.after;
    expect(plan.within).toMatchObject({ objective: 'hutchens', lowest: expect.closeTo(lowest, 12) });
    expect(plan.within!.after).toBeLessThanOrEqual(lowest * 1.05 + 1e-12);
    expect(plan.optimal).toBe(true);
    expect((await send({ dwellings: 12, objective: 'hutchens~5,herfindahl' })).statusCode).toBe(400);
  });

  test('gives the dwellings of each area by number of bedrooms, as reckoned by hand', async () => {
    const bedrooms = { '3': 0.5 };
    const { plan } = (await send({ dwellings: 12, perArea: 3, bedrooms })).json<Found>();
    // Half of running totals of 3, 6, 9 and 12, rounded: 2, 3, 5 and 6.
    expect(plan.areas.map(({ homes }) => homes)).toEqual([
      { '3': 2, unspecified: 1 },
      { '3': 1, unspecified: 2 },
      { '3': 2, unspecified: 1 },
      { '3': 1, unspecified: 2 },
    ]);
    expect((await send({ dwellings: 12, bedrooms: { '2': 0.6, '3': 0.5 } })).statusCode).toBe(400);
    expect((await send({ dwellings: 2, way: 'move', bedrooms })).statusCode).toBe(400);
    expect((await send({ dwellings: 2, bedrooms, couplings: { familyShare: 0.5 } })).statusCode).toBe(400);
  });

  describe('in space', () => {
    // Two columns by three rows: S11 S12, S07 S08, S03 S04. Areas touch that lie at most a row and a column apart.
    const CODES = ['S03', 'S04', 'S07', 'S08', 'S11', 'S12'];
    const isNear = (a: number, b: number) => Math.abs((a >> 1) - (b >> 1)) <= 1;
    /** ½ Σᵢ |Σⱼ sⱼᵢ (xⱼ/X − yⱼ/Y)|; every area shares its dwellings alike with itself and those it touches. */
    const smoothed = (placed: readonly number[]): number => {
      const social = placed.map((n, i) => n + (i === 0 ? 20 : 0));
      const others = [30, 50, 50, 50, 50, 0];
      const all = social.reduce((sum, x) => sum + x, 0);
      const near = CODES.map((_, j) => CODES.filter((__, i) => isNear(i, j)).length);
      const gaps = CODES.map((_, i) =>
        CODES.reduce(
          (sum, __, j) => sum + (isNear(i, j) ? (social[j]! / all - others[j]! / 230) / near[j]! : 0),
          0,
        ),
      );
      return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / 2;
    };
    /** Every way to place so many with at most two an area. */
    const plans = (left: number, areas = 6): number[][] =>
      areas === 0
        ? left === 0
          ? [[]]
          : []
        : [0, 1, 2].flatMap(n => (n > left ? [] : plans(left - n, areas - 1).map(rest => [n, ...rest])));

    test('gives the best of all plans that there are, with the indices of space before and after', async () => {
      const objective = 'smoothed_dissimilarity_queen';
      const response = await send({ dwellings: 4, perArea: 2, objective });
      expect(response.statusCode).toBe(200);
      const { plan, beside } = response.json<Found>();
      const best = Math.min(...plans(4).map(smoothed));
      expect(plan.after).toBeCloseTo(best, 12);
      expect(plan.bound).toBeLessThanOrEqual(best + 1e-12);
      const given = CODES.map(code => plan.areas.find(area => area.code === code)?.dwellings ?? 0);
      expect(smoothed(given)).toBeCloseTo(plan.after, 12);
      expect(plan.indices.map(({ id }) => id)).toEqual(
        expect.arrayContaining(['dissimilarity', 'spatial_dissimilarity_queen', 'moran_i']),
      );
      expect(beside.own).toBeCloseTo(smoothed([0, 0, 0, 0, 0, 0]), 12);
      expect(beside).toMatchObject({ prices: [], frontier: null });
      for (const { value } of beside.yardsticks) expect(value).toBeGreaterThanOrEqual(plan.after - 1e-12);
    });

    test('is told as events too, and refuses what does not go with it', async () => {
      const objective = 'smoothed_dissimilarity_border';
      const found = await send({ dwellings: 4, objective }, [], 'text/event-stream');
      const events = found.body.split('\n\n').flatMap(one => /event: (\w+)/.exec(one)?.[1] ?? []);
      expect(events).toEqual(['plan', 'beside']);
      expect((await send({ dwellings: 4, objective, minProject: 2 })).statusCode).toBe(400);
      expect((await send({ dwellings: 4, objective, dwellingsMost: 9 })).statusCode).toBe(400);
      expect((await send({ dwellings: 4, objective, way: 'move' })).statusCode).toBe(400);
    });
  });

  describe('by the solver', () => {
    // A dwelling costs 100, and 10 in S08 and S11; 40 euros are two in each of these.
    const budget = { budgetEuros: 40, eurosPerDwelling: 100, eurosByArea: { S08: 10, S11: 10 } };

    test('keeps a budget, as reckoned by hand, and says what it costs', async () => {
      const response = await send({ dwellings: 4, couplings: budget });
      expect(response.statusCode).toBe(200);
      const { plan } = response.json<Found>();
      expect(plan.areas.map(({ code, dwellings }) => `${code} ${dwellings}`)).toEqual(['S08 2', 'S11 2']);
      expect(plan.after).toBeCloseTo(index(20, 0, 0, 2, 2), 12);
      expect(plan).toMatchObject({ optimal: true, coupled: { ended: 'optimal', euros: 40, projects: 2 } });
    });

    test('tells progress with the best plan so far before the plan', async () => {
      const found = await send({ dwellings: 4, couplings: budget }, [], 'text/event-stream');
      const events = found.body.split('\n\n').flatMap(one => {
        const [, name, data] = /event: (\w+)\ndata: (.*)$/.exec(one) ?? [];
        return name === undefined ? [] : [{ name, data: JSON.parse(data!) as { best?: { after: number } } }];
      });
      expect(events.map(({ name }) => name)).toEqual(expect.arrayContaining(['progress', 'plan', 'beside']));
      expect(events.at(-1)!.name).toBe('beside');
      const best = events.flatMap(({ data }) => data.best ?? []);
      expect(best.at(-1)!.after).toBeCloseTo(index(20, 0, 0, 2, 2), 12);
    });

    test('ends the search when the asker hangs up in the middle of it', async () => {
      // A search that tells one thing and never ends by itself.
      let ended: AbortSignal | undefined;
      const run = vi.spyOn(setup.app.computation, 'run').mockImplementation((_name, _given, options) => {
        ended = options?.signal;
        options?.onNews?.({ seconds: 1, value: null, bound: null, gap: null, best: null });
        return new Promise(() => {});
      });
      try {
        const address = await setup.app.listen({ port: 0, host: '127.0.0.1' });
        const asker = new AbortController();
        const response = await fetch(`${address}/api/v1/spreading`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
          body: JSON.stringify({ scenario: await scenario(), ask: { dwellings: 4, couplings: budget } }),
          signal: asker.signal,
        });
        const { value } = await response.body!.getReader().read();
        expect(new TextDecoder().decode(value)).toContain('event: progress');
        expect(ended?.aborted).toBe(false);
        asker.abort();
        await expect.poll(() => ended?.aborted, { timeout: 20_000 }).toBe(true);
      } finally {
        run.mockRestore();
      }
    });

    test('asks the cost of a dwelling as an objective, and years', async () => {
      const years = { ...budget, budgetEuros: null, perYear: [1, 3], availableFrom: { S11: 2 } };
      const { plan } = (
        await send({ dwellings: 4, objective: 'cost_per_dwelling', perArea: 2, couplings: years })
      ).json<Found>();
      expect(plan.after).toBeCloseTo(10, 9);
      expect(plan).toMatchObject({
        coupled: {
          years: [
            [{ code: 'S08', dwellings: 1 }],
            [
              { code: 'S08', dwellings: 1 },
              { code: 'S11', dwellings: 2 },
            ],
          ],
        },
      });
    });

    test('proves the points of a frontier where that is asked, in projects of a smallest size too', async () => {
      const ask = { dwellings: 9, perArea: 5, minProject: 2, provenFrontier: true };
      const { frontier } = (await send(ask)).json<Found>().beside;
      expect(frontier!.points.length).toBeGreaterThan(0);
      expect(frontier!.points.every(({ proof, gap }) => proof !== 'bounded' && gap === 0)).toBe(true);
    });

    test('names a budget that is too small, with what would be enough', async () => {
      const response = await send({ dwellings: 4, couplings: { ...budget, budgetEuros: 30 } });
      expect(response.statusCode).toBe(409);
      expect(response.json()).toMatchObject({
        conflict: {
          relaxations: [
            { asked: 30, enough: 40 },
            { asked: 4, enough: 3 },
          ],
        },
      });
    });

    test('refuses an area that is not there, and a limit on time beyond what an answer has', async () => {
      const unknown = await send({ dwellings: 4, couplings: { ...budget, eurosByArea: { S99: 10 } } });
      expect(unknown.json()).toMatchObject({ detail: expect.stringContaining('S99') });
      expect((await send({ dwellings: 4, couplings: { ...budget, secondsLimit: 600 } })).statusCode).toBe(
        400,
      );
    });
  });

  describe('refuses', () => {
    test('constraints that no plan meets, naming them', async () => {
      const response = await send({ dwellings: 99, perArea: 3 });
      expect(response.statusCode).toBe(409);
      expect(response.json()).toMatchObject({
        conflict: {
          constraints: [
            { kind: 'dwellings', dwellings: 99 },
            { kind: 'limit', id: 'per-area' },
          ],
          // Six areas with room for 3 each.
          dwellings: 81,
        },
      });
    });

    test('an unknown objective, an unknown member and half a dwelling', async () => {
      expect((await send({ dwellings: 5, objective: 'moran' })).json()).toMatchObject({ status: 400 });
      expect((await send({ dwellings: 5, speed: 9 })).statusCode).toBe(400);
      expect((await send({ dwellings: 2.5 })).statusCode).toBe(400);
      expect((await send({ dwellings: 5, way: 'sell' })).statusCode).toBe(400);
      expect((await send({ dwellings: 5, dwellingsMost: 3 })).statusCode).toBe(400);
    });
  });
});
