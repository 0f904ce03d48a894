import { expect, test } from 'vitest';
import { addDwellings } from '../../core/scenario/edits.ts';
import { describeOnDatabases } from '../database.ts';
import { get, getJson, withTestRegion } from './app.ts';
import { testScenario } from './scenario.ts';

type Measured = {
  zones: number;
  social: number;
  total: number;
  metricEpsg: number | null;
  indices: Record<string, { value: number; p?: number }>;
};

describeOnDatabases('what lies behind an index', open => {
  const setup = withTestRegion(open);
  const post = async (query: string, payload: object) => {
    const response = await setup.app.inject({
      method: 'POST',
      url: `/api/v1/concentration?${query}`,
      payload,
    });
    return { status: response.statusCode, body: response.json<Measured & { detail: string }>() };
  };
  const problem = async (path: string) => {
    const response = await get(setup.app, `/api/v1/concentration${path}`);
    return `${response.statusCode} ${response.json<{ detail: string }>().detail}`;
  };

  test('indices of a drawn selection', async () => {
    const { body } = await post('level=sector&indices=dissimilarity', { areas: ['S05', 'S01', 'S02'] });
    expect(body).toMatchObject({ zones: 3, social: 80, total: 300 });
    // 50/80 − 50/220 in S01; S05 has 20/80 and 80/220, S02 10/80 and 90/220.
    expect(body.indices.dissimilarity?.value).toBeCloseTo(50 / 80 - 50 / 220, 12);
    const unknown = await post('level=sector', { areas: ['S01', 'Z99'] });
    expect(unknown.status).toBe(404);
    expect(unknown.body.detail).toContain('Z99');
  });

  test('indices of a scenario after its edits, in space too', async () => {
    // 30 social dwellings in S09 and 20 in S04, with 10 others.
    const scenario = await testScenario(setup.app, setup.release);
    const { body } = await post('indices=social_share,delta', { scenario });
    expect(body).toMatchObject({ social: 150, total: 910 });
    expect(body.indices.social_share?.value).toBeCloseTo(150 / 910, 12);
    // Eleven equal areas (S12 has no dwelling): (50 + 10 + 20 + 20 + 30 + 20)/150 lies in six of them, 6/11 of the ground, and
    // S02 has less than its part: 140/150 − 5/11. The parallels make the northern sectors a little smaller.
    expect(body.indices.delta?.value).toBeCloseTo(140 / 150 - 5 / 11, 3);
    const edits = [addDwellings({ id: 'e', areas: ['S09', 'Z99'], socialPerArea: 1 })];
    const lost = await post('', { scenario: { ...scenario, edits } });
    expect([lost.status, lost.body.detail]).toEqual([404, expect.stringContaining('Z99')]);
    const twice = await post('level=sector', { scenario });
    expect(twice.status).toBe(400);
    expect(twice.body.detail).toContain('its own level');
  });

  test('surroundings with a chosen kernel', async () => {
    const isolation = async (kernel: string) => {
      const query = `level=sector&indices=environment_isolation&radiusKm=1000${kernel}`;
      const { indices } = await getJson<Measured>(setup.app, `/api/v1/concentration?${query}`);
      return indices.environment_isolation?.value;
    };
    // All sectors lie around each other, alike: 100 of 850. The default lets near ones count for more.
    expect(await isolation('&kernel=uniform')).toBeCloseTo(100 / 850, 12);
    expect(await isolation('')).toBeGreaterThan(0.2);
    expect(await problem('?level=sector&kernel=triangle')).toMatch(/^400 .*kernel/);
  });

  test('the spread ratio of a city part by density', async () => {
    const answer = await getJson<Measured>(
      setup.app,
      '/api/v1/concentration?level=sector&indices=spread_ratio&cityDensity=0.5',
    );
    // Sectors of 155 ha: 100 dwellings are 0.64 a hectare (M1), 50 are 0.32 (M2): 80/600 over 20/250.
    expect(answer.indices.spread_ratio?.value).toBeCloseTo(5 / 3, 12);
  });

  test('a null model that cannot change an index is refused', async () => {
    expect(await problem('?level=sector&indices=dissimilarity&draws=99&nullModel=places')).toMatch(
      /^400 .*cannot change dissimilarity/,
    );
  });

  test('local values as columns, one cell an area', async () => {
    type Local = {
      columns: Record<string, (number | string | null)[]>;
      significantUpTo: number;
      povertyYear: number;
    };
    const { columns, povertyYear } = await getJson<Local>(
      setup.app,
      '/api/v1/concentration/local?level=sector&draws=99&shareAbove=0.15&povertyAbove=0.15',
    );
    expect(columns.code).toHaveLength(12);
    expect(columns.location_quotient?.[0]).toBeCloseTo(0.5 / (100 / 850), 12);
    const sum = columns.local_dissimilarity!.reduce<number>((all, each) => all + Number(each ?? 0), 0);
    expect(sum).toBeCloseTo(103 / 150, 12);
    // S12 has no dwellings.
    expect(columns.location_quotient?.[11]).toBeNull();
    // Shares above 15 %: S01, S03, S05; poverty there 30, 10 and 20 %. S02's is hidden, S12 has no share.
    expect(povertyYear).toBe(2022);
    expect(columns.concentration_area).toEqual([1, null, 0, 0, 1, 0, 0, 0, 0, 0, 0, null]);
    expect(await problem('/local?level=sector&shareAbove=0.2')).toMatch(/^400 .*both/);
  });

  test('the parts of H and M add up to the whole', async () => {
    type Parts = { total: { m: number; h: number }; between: { m: number }[]; within: { m: number } };
    const { total, between, within } = await getJson<Parts>(
      setup.app,
      '/api/v1/concentration/decomposition?level=sector&divisions=municipality',
    );
    expect(between[0]!.m + within.m).toBeCloseTo(total.m, 14);
    expect(await problem('/decomposition?level=sector&divisions=neighbourhood')).toMatch(
      /^400 .*municipality/,
    );
    expect(await problem('/decomposition?level=sector&divisions=nonsense')).toMatch(/^400 .*nonsense/);
  });

  test('the change between two years, in parts that add up', async () => {
    type Change = {
      first: number;
      second: number;
      difference: number;
      composition: number;
      spatial: number;
      comparison: { p: number } | null;
    };
    const change = await getJson<Change>(
      setup.app,
      '/api/v1/concentration/change?level=sector&from=2022&to=2023&draws=99',
    );
    // 2022: S01 40, S05 20, S03 20 of 90 social and 760 others, above their share; 2023 as in concentration.test.ts.
    expect(change.first).toBeCloseTo(80 / 90 - (60 + 80 + 30) / 760, 12);
    expect(change.second).toBeCloseTo(103 / 150, 12);
    expect(change.composition + change.spatial).toBeCloseTo(change.difference, 12);
    expect(change.comparison!.p).toBeGreaterThan(0);
    expect(await problem('/change?level=sector&from=2019&to=2023')).toMatch(/^404 .*2019/);
  });

  test('the change through a scenario, and between two on one baseline', async () => {
    type Change = {
      first: number;
      second: number;
      difference: number;
      composition: number;
      spatial: number;
      comparison: { p: number };
    };
    const second = await testScenario(setup.app, setup.release);
    const url = '/api/v1/concentration/change?index=social_share';
    const asked = async (address: string, payload: object) =>
      (await setup.app.inject({ method: 'POST', url: address, payload })).json<Change & { detail: string }>();
    const through = await asked(url, { second });
    expect(through.first).toBeCloseTo(100 / 850, 12);
    expect(through.second).toBeCloseTo(150 / 910, 12);
    expect(through.composition + through.spatial).toBeCloseTo(through.difference, 12);
    const same = await asked('/api/v1/concentration/change?draws=19', { first: second, second });
    expect(same).toMatchObject({ difference: 0, comparison: { p: 1 } });
    const elsewhere = { ...second, baseline: { ...second.baseline, year: 2022 } };
    expect((await asked(url, { first: elsewhere, second })).detail).toContain('another year');
  });

  test('several groups: the ages of children, with what is not there named', async () => {
    expect(await problem('/groups?level=sector&indicator=children&dimension=age')).toMatch(/^404 .*age/);
    expect(await problem('/groups?level=sector&dimension=tenure')).toMatch(/^404 /);
  });
});
