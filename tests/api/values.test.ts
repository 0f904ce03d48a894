import { describe, expect, test } from 'vitest';
import { runImport } from '../../server/imports/run.ts';
import { forgetCurrent } from '../../server/releases/catalogue.ts';
import { describeOnDatabases } from '../database.ts';
import { get, getJson, withTestRegion } from './app.ts';
import { fileOf, sourceNamed } from './region.ts';

type Values = {
  year: number;
  columns: {
    numerator: (number | null)[];
    denominator: (number | null)[];
    value: (number | null)[];
    status: number[];
  };
};
type Indicators = {
  indicators: {
    id: string;
    available: { level: string; year: number; basis: string; categories: string[] }[];
  }[];
};

describeOnDatabases('values', open => {
  const setup = withTestRegion(open);
  const values = (query: string) => getJson<Values>(setup.app, `/api/v1/values?${query}`);

  test('columns are aligned with the areas and say where they come from', async () => {
    const areas = await getJson<{ hash: string }>(setup.app, '/api/v1/areas/columns?level=sector');
    expect(await values('indicator=social_share&level=sector')).toMatchObject({
      release: setup.release,
      region: 'test',
      year: 2023,
      vintage: 2024,
      category: null,
      basis: 'counts',
      aggregatedFrom: null,
      areasHash: areas.hash,
      source: { title: 'Test dwellings', publisher: 'Testbureau', licence: 'CC0-1.0' },
      columns: {
        numerator: [50, 10, 20, 0, 20, 0, 0, 0, 0, 0, 0, 0],
        denominator: [100, 100, 50, 50, 100, 100, 50, 50, 100, 100, 50, 0],
        // S12 has no dwellings, and a share of nothing does not exist.
        value: [0.5, 0.1, 0.4, 0, 0.2, 0, 0, 0, 0, 0, 0, null],
        status: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
      },
    });
  });

  test('the newest year is the default and an older one can be asked for', async () => {
    expect((await values('indicator=social_share&level=sector&year=2022')).columns.numerator[0]).toBe(40);
    const missing = await get(setup.app, '/api/v1/values?indicator=social_share&level=sector&year=1999');
    expect(missing.statusCode).toBe(404);
    expect(missing.json()).toMatchObject({ detail: expect.stringContaining('2023, 2022') });
  });

  test('a level without values of its own is summed from the finer one: counts, never ratios', async () => {
    expect(await values('indicator=social_share&level=municipality')).toMatchObject({
      basis: 'aggregated',
      aggregatedFrom: 'sector',
      columns: { numerator: [80, 20], denominator: [600, 250], value: [80 / 600, 20 / 250], status: [0, 0] },
    });
    expect((await values('indicator=social_share&level=province')).columns).toMatchObject({
      numerator: [100],
      denominator: [850],
    });
  });

  test('a density is the count per hectare of the area', async () => {
    const { areaHa } = await getJson<{ areaHa: number[] }>(setup.app, '/api/v1/areas/columns?level=sector');
    const { columns } = await values('indicator=social_density&level=sector');
    expect(columns.value[0]).toBe(50 / areaHa[0]!);
    expect(columns.denominator[0]).toBe(areaHa[0]);
    expect(columns.value[11]).toBe(0);
  });

  test('a category is asked for by name', async () => {
    const { columns } = await values('indicator=children&level=sector&category=age%3D0-2');
    expect(columns.numerator[0]).toBe(20);
    // Under the threshold of 5, and where the table has no row.
    expect(columns.status.slice(0, 4)).toEqual([0, 4, 2, 4]);
    const wrong = await get(setup.app, '/api/v1/values?indicator=children&level=sector&category=age%3D9-9');
    expect(wrong.statusCode).toBe(404);
    expect(wrong.json()).toMatchObject({ detail: expect.stringContaining('age=0-2') });
  });

  test('every indicator says for which levels and years it can be shown', async () => {
    const { indicators } = await getJson<Indicators>(setup.app, '/api/v1/indicators');
    const shown = (id: string) =>
      indicators
        .find(indicator => indicator.id === id)
        ?.available.map(({ level, year, basis }) => `${level} ${year} ${basis}`)
        .sort();
    expect(shown('social_share')).toEqual([
      'municipality 2022 aggregated',
      'municipality 2023 aggregated',
      'province 2022 aggregated',
      'province 2023 aggregated',
      'sector 2022 counts',
      'sector 2023 counts',
    ]);
    expect(shown('child_density')).toEqual([
      'municipality 2023 aggregated',
      'province 2023 aggregated',
      'sector 2023 counts',
    ]);
    expect(shown('households')).toEqual([]);
    expect(indicators.find(indicator => indicator.id === 'children')?.available[0]?.categories).toEqual([
      'age=0-2',
    ]);
  });

  test('an unknown indicator is answered with the list of those there are', async () => {
    const response = await get(setup.app, '/api/v1/values?indicator=nonsense&level=sector');
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ detail: expect.stringContaining('social_share') });
  });

  describe('a published ratio', () => {
    test('is shown as it is and never summed', async () => {
      await runImport(setup.database, {
        region: 'test',
        message: 'Published ratios',
        steps: [
          {
            kind: 'table',
            file: fileOf('index.csv', [
              { properties: { code: 'M1', index: 12.5 }, geometry: null },
              { properties: { code: 'M2', index: 8 }, geometry: null },
            ]),
            level: 'municipality',
            idColumn: 'code',
            year: 2021,
            maps: [{ indicator: 'child_poverty', column: 'index' }],
            percent: true,
            source: sourceNamed('Published index'),
          },
        ],
      });
      forgetCurrent(setup.database);
      expect(await values('indicator=child_poverty&level=municipality&year=2021')).toMatchObject({
        basis: 'published_ratio',
        columns: { numerator: [null, null], denominator: [null, null], value: [0.125, 0.08], status: [0, 0] },
      });
      const summed = await get(setup.app, '/api/v1/values?indicator=child_poverty&level=province&year=2021');
      expect(summed.statusCode).toBe(404);
    });
  });
});
