import { expect, test } from 'vitest';
import { runImport } from '../../server/imports/run.ts';
import { describeOnDatabases } from '../database.ts';
import { get, getJson, withTestRegion } from './app.ts';
import { dwellingsStep } from './region.ts';

type Measured = {
  year: number;
  zones: number;
  social: number;
  clamped: string[];
  indices: Record<string, { value: number }>;
};

describeOnDatabases('concentration', open => {
  const setup = withTestRegion(open);
  const measured = (query: string) => getJson<Measured>(setup.app, `/api/v1/concentration?${query}`);

  test('of the whole region, as reckoned by hand', async () => {
    const answer = await measured('level=sector');
    expect(answer).toMatchObject({
      release: setup.release,
      indicator: 'social_share',
      level: 'sector',
      year: 2023,
      scope: null,
      source: { title: 'Test dwellings' },
      // S12 has no dwellings.
      zones: 11,
      dropped: 1,
      clamped: [],
      social: 100,
      total: 850,
    });
    // Shares of the 100 social and of the 750 other dwellings differ upwards in S01 (0.5 − 50/750), S05 (0.2 − 80/750)
    // and S03 (0.2 − 30/750): together 103/150.
    expect(answer.indices.dissimilarity?.value).toBeCloseTo(103 / 150, 12);
    // 0.5·0.5 + 0.1·0.1 + 0.2·0.2 + 0.2·0.4
    expect(answer.indices.isolation?.value).toBeCloseTo(0.38, 12);
    expect(answer.indices.social_share?.value).toBeCloseTo(100 / 850, 12);
    // The tenth of 11 zones is 2: S01 with 50 and one with 20.
    expect(answer.indices.top_decile_share?.value).toBeCloseTo(0.7, 12);
  });

  test('of one municipality', async () => {
    const answer = await measured('level=sector&scope=municipality:M1&indices=dissimilarity');
    expect(answer).toMatchObject({
      scope: { level: 'municipality', code: 'M1' },
      zones: 6,
      social: 80,
      total: 600,
    });
    // 80 social, 520 others: S01 50/80 − 50/520 and S05 20/80 − 80/520 make 0.625.
    expect(Object.keys(answer.indices)).toEqual(['dissimilarity']);
    expect(answer.indices.dissimilarity?.value).toBeCloseTo(0.625, 12);
  });

  test('over municipalities, from the sums of their sectors', async () => {
    const answer = await measured('level=municipality&indices=dissimilarity');
    // M1 80 social and 520 others, M2 20 and 230: 0.8 − 520/750.
    expect(answer.indices.dissimilarity?.value).toBeCloseTo(0.8 - 520 / 750, 12);
  });

  test('of another year', async () => {
    expect(await measured('level=sector&year=2022')).toMatchObject({ year: 2022, social: 90 });
  });

  test('what cannot be measured says why', async () => {
    const problem = async (query: string) => {
      const response = await get(setup.app, `/api/v1/concentration?${query}`);
      return `${response.statusCode} ${response.json<{ detail: string }>().detail}`;
    };
    expect(await problem('level=sector&indices=nonsense')).toMatch(/^400 .*dissimilarity/);
    expect(await problem('level=sector&indicator=children')).toMatch(/^400 .*children/);
    expect(await problem('level=sector&scope=municipality:M9')).toMatch(/^404 .*M9/);
    expect(await problem('level=municipality&scope=sector:S01')).toMatch(/^400 .*sector/);
    expect(await problem('level=sector&scope=nonsense')).toMatch(/^400 .*scope/);
  });

  test('more social dwellings than dwellings is refused by name, and lowered when asked', async () => {
    await runImport(setup.database, {
      region: 'test',
      message: 'Vacancy',
      steps: [dwellingsStep(2024, { S01: [120, 100] })],
    });
    const refused = await get(setup.app, '/api/v1/concentration?level=sector&year=2024');
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ type: '/problems/undefined-index', areas: ['S01'] });
    const clamped = await measured('level=sector&year=2024&clamp=true');
    expect(clamped.clamped).toEqual(['S01']);
    // S01 counts 100: 100 + 10 + 20 + 20.
    expect(clamped.social).toBe(150);
  });
});
