import { afterEach, describe, expect, it } from 'vitest';
import { settledAtPoints } from '../../../core/access/settled.ts';
import type { InferenceOptions } from '../../../core/concentration/inference/infer.ts';
import type { IndexQuestion } from '../../../core/concentration/regions.ts';
import { randomGenerator } from '../../../core/random/generator.ts';
import type { SitingAsked } from '../../../core/siting/answer.ts';
import { NO_COUPLINGS } from '../../../core/spreading/coupled/ask.ts';
import { type ComputationPool, computationPool, type PoolLimits } from '../../../server/computation/pool.ts';

const pools: ComputationPool[] = [];
afterEach(() => Promise.all(pools.splice(0).map(pool => pool.close())));

function pool(limits: Partial<PoolLimits>): ComputationPool {
  const made = computationPool(limits);
  pools.push(made);
  return made;
}

/** Two areas of four dwellings, one of them all social: D is 1. */
const areas = {
  codes: ['a', 'b'],
  group: Float64Array.of(4, 0),
  total: Float64Array.of(4, 4),
  hectares: Float64Array.of(1, 1),
  ground: null,
};

function question(inference: InferenceOptions | null): IndexQuestion {
  return {
    weights: { kind: 'queen' },
    environment: { radiusKm: 1, decayPerKm: 1 },
    cutoffKm: null,
    centre: null,
    cityDensity: null,
    index: 'dissimilarity',
    clamp: false,
    inference,
  };
}

/** Takes a moment. */
const short = (at: ComputationPool) => at.run('regions', [areas, [[0, 1]], question(null)]);

/** Takes minutes, within what is allowed: 6,000 regions, each with 99,999 draws. */
const endless = (at: ComputationPool, signal?: AbortSignal) =>
  at.run(
    'regions',
    [
      areas,
      Array.from({ length: 6_000 }, () => [0, 1]),
      question({ draws: 99_999, seed: 1, intervalLevel: 0.95 }),
    ],
    { signal, long: true },
  );

const refusal = (answer: Promise<unknown>): Promise<unknown> => answer.catch(error => error);

const DISSIMILARITY_1 = [expect.objectContaining({ index: expect.objectContaining({ value: 1 }) })];

describe('the threads that compute', () => {
  it('give the thread of a computation that nobody waits for any more to the next', async () => {
    const one = pool({ threads: 1 });
    const asker = new AbortController();
    const left = refusal(endless(one, asker.signal));
    const next = short(one);
    asker.abort();
    expect(await left).toMatchObject({ code: 'unavailable' });
    expect(await next).toEqual(DISSIMILARITY_1);
  });

  it('take back a waiting computation whose asker has gone, and start none for an asker who had', async () => {
    const one = pool({ threads: 1, waiting: 1 });
    endless(one).catch(() => undefined);
    const asker = new AbortController();
    const waits = endless(one, asker.signal).catch(error => error);
    expect(await refusal(short(one))).toMatchObject({ code: 'too-many-requests' });
    asker.abort();
    expect(await waits).toMatchObject({ code: 'unavailable' });
    expect(await refusal(endless(one, asker.signal))).toMatchObject({ code: 'unavailable' });
    const inItsPlace = refusal(short(one));
    await one.close();
    expect(await inItsPlace).toMatchObject({ code: 'unavailable', message: 'The server is closing' });
  });

  it('leave a thread to short questions while long ones wait', async () => {
    const two = pool({ threads: 2 });
    const ended: string[] = [];
    for (const name of ['first', 'second']) endless(two).catch(() => ended.push(name));
    expect(await short(two)).toEqual(DISSIMILARITY_1);
    expect(ended).toEqual([]);
  });

  it('count waiting and computing in one limit, and say which it was', async () => {
    const one = pool({ threads: 1, seconds: 4 });
    const [computed, waited] = await Promise.all([endless(one), endless(one)].map(refusal));
    expect(computed).toMatchObject({ code: 'too-large' });
    expect(waited).toMatchObject({ code: 'too-many-requests' });
    expect(await short(one)).toEqual(DISSIMILARITY_1);
  });

  it('say so when a computation takes more memory than a thread has, and go on', async () => {
    const one = pool({ threads: 1, megabytes: 16 });
    const many = Array.from({ length: 300_000 }, () => [0, 1]);
    const refused = await refusal(one.run('regions', [areas, many, question(null)]));
    expect(refused).toMatchObject({ code: 'too-large', message: expect.stringContaining('memory') });
    expect(await short(one)).toEqual(DISSIMILARITY_1);
  });

  it('hand on what is wrong with a question', async () => {
    const wrong = { ...question(null), index: 'no_such_index' };
    const refused = await refusal(pool({}).run('regions', [areas, [[0, 1]], wrong]));
    expect(refused).toMatchObject({
      code: 'bad-parameter',
      message: expect.stringContaining('no_such_index'),
    });
  });
});

describe('A search by the solver', () => {
  /** So many sites of prices, room and stock that follow from their place, with a budget and a number of projects. */
  const asked = (size: number, dwellings: number) => {
    const codes = Array.from({ length: size }, (_, i) => `A${i + 1}`);
    const total = Float64Array.from(codes, (_, i) => 200 + ((i * 7919) % 800));
    const group = total.map((all, i) => Math.floor((all * ((i * 104_729) % 31)) / 100));
    const eurosByArea = Object.fromEntries(codes.map((code, i) => [code, 100 + ((i * 31) % 97)]));
    const couplings = {
      ...NO_COUPLINGS,
      eurosByArea,
      eurosPerProject: 100,
      budgetEuros: 140 * dwellings,
      maxProjects: Math.ceil(dwellings / 13),
      gap: 0,
    };
    const ask = { dwellings, objective: 'hutchens', perArea: 30, maxShare: null, minProject: 7, couplings };
    return [{ codes, group, total, scope: null }, [], ask, {}] as const;
  };

  it('tells how far it is, and answers', async () => {
    const news: unknown[] = [];
    const { plan } = await pool({ threads: 1 }).run('coupledSpread', [...asked(12, 40)], {
      onNews: one => news.push(one),
    });
    expect(plan.areas.reduce((sum, { dwellings }) => sum + dwellings, 0)).toBe(40);
    expect(news.at(-1)).toMatchObject({ value: plan.after });
  });

  it('ends in the middle when nobody waits for it any more, and the next question is answered', async () => {
    const at = pool({ threads: 1 });
    const control = new AbortController();
    const search = at.run('coupledSpread', [...asked(400, 3_000)], {
      signal: control.signal,
      onNews: () => control.abort(),
    });
    await expect(search).rejects.toMatchObject({ code: 'unavailable' });
    expect(await short(at)).toHaveLength(1);
  });
});

describe('A search for new places', () => {
  /** Homes and sites by lot in 10 km on the equator; as few sites as can be reach all homes within 1,500 m. */
  function asked(homes: number, sites: number): SitingAsked {
    const random = randomGenerator(6);
    const spot = () => 3 + random.uniform() * 0.09;
    const settled = settledAtPoints({
      lon: Float64Array.from({ length: homes }, spot),
      lat: Float64Array.from({ length: homes }, () => spot() - 3),
    });
    const candidates = Array.from({ length: sites }, (_, id) => ({
      ...{ id: `${id}`, lon: spot(), lat: spot() - 3 },
      ...{ cost: 1, capacity: null, functions: ['play'] },
    }));
    return {
      ...{ settled, candidates, aim: 'all', povertyWeight: 0, most: 1, budget: null, spacingM: 0 },
      ...{ together: false, excluded: [], scope: null, walks: { detour: 1, network: null } },
      children: { all: new Float64Array(homes).fill(1), deprivedShare: null },
      functions: [{ id: 'play', withinM: 1_500, most: null, existing: [] }],
    };
  }

  it('ends while the solver is at work when nobody waits for it, and the next question is answered', async () => {
    const at = pool({ threads: 1 });
    const control = new AbortController();
    let news = 0;
    const search = at.run('siteWithin', [asked(2_000, 200)], {
      signal: control.signal,
      // Our own search is over after three or four.
      onNews: () => {
        if (++news === 6) control.abort();
      },
    });
    await expect(search).rejects.toMatchObject({ code: 'unavailable' });
    const { optimal, places } = await at.run('siteWithin', [asked(40, 40)]);
    expect(optimal).toBe(true);
    expect(places.length).toBeGreaterThan(0);
  });
});
