import { beforeAll, expect, test } from 'vitest';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { runImport } from '../../server/imports/run.ts';
import { describeOnDatabases } from '../database.ts';
import { getJson, withTestRegion } from './app.ts';
import { SECTORS, tenureStep } from './region.ts';
import { testScenario } from './scenario.ts';

type Answer = {
  release: string;
  scope: object | null;
  detail: string;
  zones: number;
  dropped: number;
  social: number;
  total: { m: number };
  columns: Record<string, (number | string | null)[]>;
  between: { division: string; m: number }[];
  within: { m: number };
  parts: { code: string; name: string }[];
  groups: { category: string; sum: number }[];
  indices: Record<string, { value: number }>;
  first: number;
  second: number;
  composition: number;
  spatial: number;
  difference: number;
};

/** Entropy of two groups in nats. */
const E = (p: number) => -[p, 1 - p].reduce((sum, q) => sum + (q > 0 ? q * Math.log(q) : 0), 0);

describeOnDatabases('a question about a drawn selection or a scenario', open => {
  const setup = withTestRegion(open);
  let scenario: ScenarioDocument;
  beforeAll(async () => {
    scenario = await testScenario(setup.app, setup.release);
  });
  const post = async (address: string, payload: object) => {
    const response = await setup.app.inject({
      method: 'POST',
      url: `/api/v1/concentration/${address}`,
      payload,
    });
    expect(response.headers['cache-control']).toBe('no-store');
    return { status: response.statusCode, body: response.json<Answer>() };
  };
  const answered = async (address: string, payload: object) => {
    const { status, body } = await post(address, payload);
    expect(status, body.detail).toBe(200);
    return body;
  };
  const refused = async (address: string, payload: object) => {
    const { status, body } = await post(address, payload);
    return `${status} ${body.detail}`;
  };

  test('local values of a selection: 50, 10 and 20 social of 100 each', async () => {
    const { columns, zones, social } = await answered('local?level=sector&draws=19', {
      areas: ['S05', 'S01', 'S02'],
    });
    expect({ zones, social }).toEqual({ zones: 3, social: 80 });
    expect(columns.code).toEqual(['S01', 'S02', 'S05']);
    expect(columns.index).toEqual([0, 1, 4]);
    // Shares over 80/300.
    expect(columns.location_quotient).toEqual([1.875, 0.375, 0.75].map(each => expect.closeTo(each, 12)));
    expect(columns.local_dissimilarity![0]).toBeCloseTo((50 / 80 - 50 / 220) / 2, 12);
  });

  test('local values after the edits of a scenario, of all its areas and of some', async () => {
    const whole = await answered('local?draws=19', { scenario });
    expect(whole.columns.code).toHaveLength(12);
    // S09 has 30 of 130, S04 20 of 80; the whole has 150 of 910.
    expect(whole.columns.location_quotient![8]).toBeCloseTo((30 * 910) / (130 * 150), 12);
    expect(whole.columns.location_quotient![3]).toBeCloseTo((20 * 910) / (80 * 150), 12);
    const some = await answered('local?draws=19', { scenario, areas: ['S09', 'S04'] });
    expect(some.columns.code).toEqual(['S04', 'S09']);
    expect(some.columns.location_quotient![1]).toBeCloseTo((30 * 210) / (130 * 50), 12);
  });

  test('the parts of a selection: two sectors of each municipality', async () => {
    const { between, within, parts, total } = await answered(
      'decomposition?level=sector&divisions=municipality',
      { areas: ['S01', 'S02', 'S03', 'S04'] },
    );
    // M1 has 60 of 200: 50 and 10 of 100; M2 20 of 100: 20 and none of 50.
    const among = E(80 / 300) - (200 / 300) * E(0.3) - (100 / 300) * E(0.2);
    const inside =
      (200 / 300) * (E(0.3) - (E(0.5) + E(0.1)) / 2) + (100 / 300) * (E(0.2) - (E(0.4) + E(0)) / 2);
    expect(between).toEqual([
      { division: 'municipality', m: expect.closeTo(among, 12), h: expect.closeTo(among / E(80 / 300), 12) },
    ]);
    expect(within.m).toBeCloseTo(inside, 12);
    expect(total.m).toBeCloseTo(among + inside, 12);
    expect(parts.map(({ code, name }) => [code, name])).toEqual([
      ['M1', 'Westdorp'],
      ['M2', 'Oostdorp'],
    ]);
  });

  test('the parts after the edits of a scenario', async () => {
    const { between } = await answered('decomposition?divisions=municipality', { scenario });
    // M1 gets 30 social: 110 of 630; M2 20 social and 10 others: 40 of 280.
    const among = E(150 / 910) - (630 / 910) * E(110 / 630) - (280 / 910) * E(40 / 280);
    expect(between[0]!.m).toBeCloseTo(among, 12);
  });

  test('the change of a selection between years: S01 had 40 social dwellings in 2022', async () => {
    const { first, second, composition, spatial, difference } = await answered(
      'change?level=sector&from=2022&to=2023',
      { areas: ['S01', 'S02', 'S05'] },
    );
    expect(first).toBeCloseTo(40 / 70 - 60 / 230, 12);
    expect(second).toBeCloseTo(50 / 80 - 50 / 220, 12);
    expect(composition + spatial).toBeCloseTo(difference, 12);
  });

  test('the change of a selection through a scenario', async () => {
    const { first, second } = await answered('change?index=social_share', {
      second: scenario,
      areas: ['S01', 'S04', 'S09'],
    });
    // 50 of 250 become 100 of 310.
    expect(first).toBeCloseTo(50 / 250, 12);
    expect(second).toBeCloseTo(100 / 310, 12);
  });

  test('several groups, of a region and of a selection', async () => {
    await runImport(setup.database, { region: 'test', message: 'Tenure', steps: [tenureStep()] });
    const asked = 'groups?level=sector&dimension=tenure';
    // By tenure owner, private, social: S01 0, 10, 30; S02 30, 10, 0; nobody elsewhere but 40, 40, 40 in S03.
    const whole = await getJson<Answer>(setup.app, `/api/v1/concentration/${asked}`);
    expect(whole).toMatchObject({ zones: 3, dropped: 9 });
    expect(whole.groups).toEqual([
      { category: 'tenure=owner', sum: 70 },
      { category: 'tenure=private', sum: 60 },
      { category: 'tenure=social', sum: 70 },
    ]);
    const { zones, dropped, groups, indices } = await answered(asked, { areas: ['S01', 'S02', 'S04'] });
    expect({ zones, dropped, sums: groups.map(({ sum }) => sum) }).toEqual({
      zones: 2,
      dropped: 1,
      sums: [30, 20, 30],
    });
    // Shares 3/8, 2/8, 3/8; in both areas 6/8 off in all. Σ t |p − P| = 60 over 2 T I = 2 · 80 · (1 − 22/64).
    expect(indices.multigroup_dissimilarity?.value).toBeCloseTo(4 / 7, 12);
    // E of the shares less that of 3/4 and 1/4, which both areas have.
    const all = -(0.75 * Math.log(0.375) + 0.25 * Math.log(0.25));
    expect(indices.multigroup_mutual_information?.value).toBeCloseTo(all - E(0.25), 12);
    expect(indices.multigroup_theil_h?.value).toBeCloseTo(1 - E(0.25) / all, 12);
    expect(await refused('groups?dimension=tenure', { scenario })).toMatch(/^400 .*of which group/);
  });

  test('a body of every area answers as the address does', async () => {
    const areas = SECTORS.map(({ code }) => code);
    for (const address of [
      'local?level=sector&draws=19',
      'decomposition?level=sector&divisions=municipality',
      'change?level=sector&from=2022&to=2023',
    ]) {
      const byAddress = await getJson<Answer>(setup.app, `/api/v1/concentration/${address}`);
      expect(await answered(address, { areas }), address).toEqual(byAddress);
      expect(await answered(address, {}), address).toEqual(byAddress);
    }
  });

  test.each([
    'local?draws=19',
    'decomposition?divisions=municipality',
    'change?from=2022&to=2023',
    'groups?dimension=tenure',
  ])('what %s cannot take says why', async address => {
    const sector = `${address}&level=sector`;
    expect(await refused(sector, { areas: ['S01', 'Z99'] })).toMatch(/^404 .*Z99/);
    expect(await refused(sector, { areas: [] })).toMatch(/^400 .*areas/);
    expect(await refused(sector, { polygon: [] })).toMatch(/^400 .*"polygon"/);
    expect(await refused(address, { areas: ['S01'] })).toMatch(/^400 Give level/);
    const member = address.startsWith('change') ? 'second' : 'scenario';
    expect(await refused(sector, { [member]: scenario })).toMatch(/^400 .*its own .*level/);
    expect(await refused(address, { [member]: { format: 'x' } })).toMatch(/^400 .*not a scenario file/);
  });

  test('a change needs two years, or the later of two scenarios', async () => {
    expect(await refused('change?level=sector&from=2022', {})).toMatch(/^400 Give to/);
    expect(await refused('change?level=sector&from=2022&to=2023', { first: scenario })).toMatch(
      /^400 .*"second"/,
    );
  });

  test('a scenario is of one indicator, and another is not asked in silence', async () => {
    expect(await refused('local?indicator=children', { scenario })).toMatch(/^400 .*its own indicator/);
  });
});
