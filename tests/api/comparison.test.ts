import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { runImport } from '../../server/imports/run.ts';
import type { TableStep } from '../../server/imports/types.ts';
import { describeOnDatabases } from '../database.ts';
import { get, getJson, withTestRegion } from './app.ts';
import { birthsStep, householdsStep } from './region.ts';

type Region = {
  code: string;
  own: boolean;
  zones: number;
  social: number;
  total: number;
  households: number | null;
  householdsYear: number | null;
  childPoverty: number | null;
  childPovertyYear: number | null;
  index: {
    value: number;
    expected?: number;
    corrected?: number;
    interval?: { low: number; high: number };
    p?: number;
  };
  spreadRatio: unknown;
  problem: { code: string; detail: string } | null;
};
type Comparison = {
  regions: Region[];
  ranking: { ranked: unknown[]; refused: { id: string; lacks: string; has: number; needs: number }[] } | null;
  benchmark: { regions: number; low: number; median: number; high: number } | null;
};

/** 80 social of 600 in M1: S01 50/80 − 50/520 and S05 20/80 − 80/520. */
const WEST = 0.625;
/** 20 social of 250 in M2, all in S03: 1 − 30/230. */
const EAST = 1 - 30 / 230;

describeOnDatabases('regions side by side', open => {
  const setup = withTestRegion(open);
  const compared = (query: string) => getJson<Comparison>(setup.app, `/api/v1/comparison?${query}`);
  const problem = async (path: string) => {
    const response = await get(setup.app, `/api/v1/${path}`);
    return `${response.statusCode} ${response.json<{ detail: string }>().detail}`;
  };

  test('each is measured on its own areas, as reckoned by hand', async () => {
    const { regions, ranking, benchmark } = await compared('of=municipality&level=sector');
    expect(regions.map(region => region.code)).toEqual(['M1', 'M2']);
    expect(regions[0]).toMatchObject({ zones: 6, social: 80, total: 600, own: true, problem: null });
    expect(regions[1]).toMatchObject({ zones: 5, social: 20, total: 250, own: true, problem: null });
    expect(regions[0]?.index.value).toBeCloseTo(WEST, 12);
    expect(regions[1]?.index.value).toBeCloseTo(EAST, 12);
    // Births of S01, S02, S05, S06, S09 and S10; S02 is hidden, so that their sum is not known.
    expect(regions[0]?.childPoverty).toBeNull();
    // 4 of 40, 6 of 40, 0 of 40, 10 of 40, 0 of 40 and none: 20 of 200.
    expect(regions[1]?.childPoverty).toBeCloseTo(0.1, 12);
    expect(ranking).toBeNull();
    expect(benchmark).toBeNull();
  });

  test('the value expected by chance stands beside it without a draw, because it can be computed', async () => {
    const { regions } = await compared('of=municipality&level=sector&index=isolation');
    // Isolation with X of T left to lot: (1 + (X − 1)(tᵢ − 1)/(T − 1)) averaged over the areas is
    // 1/T Σ 1 + (X − 1)/(T − 1) · Σ (tᵢ − 1)/T; M1 has six areas of 100, M2 five of 50.
    const west = (6 + (79 / 599) * (600 - 6)) / 600;
    const east = (5 + (19 / 249) * (250 - 5)) / 250;
    expect(regions[0]?.index.expected).toBeCloseTo(west, 10);
    expect(regions[1]?.index.expected).toBeCloseTo(east, 10);
  });

  test('with draws: corrected, with an interval, and a p that is never 0', async () => {
    const { regions } = await compared('of=municipality&level=sector&draws=99&seed=4');
    for (const { index } of regions) {
      expect(index.interval!.low).toBeLessThan(index.corrected!);
      expect(index.interval!.high).toBeGreaterThanOrEqual(index.corrected!);
      expect(index.p).toBe(0.01);
    }
    // Another order is another address, so that the draws are made anew and not taken from what was kept.
    const again = await compared('seed=4&draws=99&level=sector&of=municipality');
    expect(again.regions).toEqual(regions);
    const other = await compared('of=municipality&level=sector&draws=99&seed=5');
    expect(other.regions[0]?.index.corrected).not.toBe(regions[0]?.index.corrected);
  });

  test('too small a region is not ranked, and is told what it lacks', async () => {
    const { ranking } = await compared('of=municipality&level=sector&draws=99');
    expect(ranking?.ranked).toEqual([]);
    expect(ranking?.refused).toEqual([
      { id: 'M1', lacks: 'zones', has: 6, needs: 10 },
      { id: 'M2', lacks: 'zones', has: 5, needs: 10 },
    ]);
  });

  test('the regions that are not one’s own are the benchmark', async () => {
    const { regions, benchmark } = await compared('of=municipality&level=sector&scope=municipality:M1');
    expect(regions.map(region => region.own)).toEqual([true, false]);
    // M2 has five areas only, and is no measure for others.
    expect(regions[1]).toMatchObject({ lack: { lacks: 'zones', has: 5, needs: 10 } });
    expect(benchmark).toBeNull();
    // A finer scope is the region it lies in.
    const finer = await compared('of=municipality&level=sector&scope=sector:S03');
    expect(finer.regions.map(region => region.own)).toEqual([false, true]);
  });

  test('two by two, with an interval and a p', async () => {
    type Pair = { difference: number; interval: { low: number; high: number }; p: number };
    const pair = 'comparison/pair?of=municipality&level=sector&draws=99';
    const answer = await getJson<Pair>(setup.app, `/api/v1/${pair}&first=M1&second=M2`);
    expect(answer.difference).toBeCloseTo(WEST - EAST, 12);
    expect(answer.interval.low).toBeLessThan(answer.interval.high);
    expect(answer.p).toBeGreaterThan(0);
    expect(answer.p).toBeLessThanOrEqual(1);
    const same = await getJson<Pair>(setup.app, `/api/v1/${pair}&first=M1&second=M1`);
    expect(same).toMatchObject({ difference: 0, p: 1 });
    expect(await problem(`${pair}&first=M1&second=M9`)).toMatch(/^404 .*M9/);
    expect(await problem(`${pair}&first=M1&second=M2&index=moran_i`)).toMatch(/^400 .*moran_i/);
  });

  test('over the years', async () => {
    type Years = { years: number[]; regions: { code: string; values: number[]; expected: number[] }[] };
    const answer = await getJson<Years>(setup.app, '/api/v1/comparison/years?of=municipality&level=sector');
    expect(answer.years).toEqual([2022, 2023]);
    // In 2022 S01 had 40 social dwellings: 60/70 − 140/530.
    expect(answer.regions[0]?.values[0]).toBeCloseTo(60 / 70 - 140 / 530, 12);
    expect(answer.regions[0]?.values[1]).toBeCloseTo(WEST, 12);
    expect(answer.regions[0]?.expected[1]).toBeGreaterThan(0);
  });

  test('on other zones: the choice of zones is shown, not hidden', async () => {
    type Zones = {
      name: string;
      zones: { kind: string; level: string; sideM: number | null; zones: number; index: { value: number } }[];
    };
    const answer = await getJson<Zones>(setup.app, '/api/v1/comparison/zones?of=municipality&code=M1');
    expect(answer.name).toBe('Westdorp');
    // The sectors lie more than a kilometre apart, so that each has a cell of its own.
    expect(answer.zones.map(({ kind, sideM, zones }) => [kind, sideM, zones])).toEqual([
      ['level', null, 6],
      ['grid', 500, 6],
      ['grid', 1000, 6],
    ]);
    for (const { index } of answer.zones) expect(index.value).toBeCloseTo(WEST, 12);
    // Sectors of 155 ha with 100 dwellings each: from 0.5 a hectare all are city part, on cells too, and no fringe is left.
    const spread = await getJson<{ zones: { index: { code: string } }[] }>(
      setup.app,
      '/api/v1/comparison/zones?of=municipality&code=M1&index=spread_ratio&cityDensity=0.5',
    );
    expect(spread.zones.map(({ index }) => index.code)).toEqual(Array(3).fill('empty-part'));
  });

  test('as CSV, GeoJSON and a workbook that another program reads', async () => {
    const query = 'of=municipality&level=sector&draws=99';
    const csv = await get(setup.app, `/api/v1/exports/comparison.csv?${query}`);
    expect(csv.headers['content-disposition']).toContain('test-municipality-dissimilarity-2023.csv');
    const [header, first] = csv.body.split('\r\n').map(line => line.split(','));
    expect(Number(first![header!.indexOf('dissimilarity')])).toBeCloseTo(WEST, 12);
    expect(first![header!.indexOf('social_per_100_households')]).toBe('');

    const { features } = await getJson<{
      features: { geometry: object; properties: Record<string, unknown> }[];
    }>(setup.app, `/api/v1/exports/comparison.geojson?${query}`);
    expect(features).toHaveLength(2);
    expect(features[0]?.geometry).not.toBeNull();
    expect(features[1]?.properties).toMatchObject({ code: 'M2', zones: 5, social: 20, dwellings: 250 });

    const workbook = await get(setup.app, `/api/v1/exports/comparison.xlsx?${query}`);
    const path = join(tmpdir(), `buurtbalans-${process.pid}-comparison.xlsx`);
    await writeFile(path, workbook.rawPayload);
    const rows = (await readSheet(path, 'data')) as unknown[][];
    const columns = rows[0] as string[];
    expect(rows[1]![columns.indexOf('name')]).toBe('Westdorp');
    expect(rows[1]![columns.indexOf('dissimilarity')]).toBeCloseTo(WEST, 12);
    const source = (await readSheet(path, 'source')) as unknown[][];
    expect(source).toContainEqual(['release', setup.release]);
  });

  test('a region that cannot be measured says why, and the others are measured', async () => {
    const { regions } = await compared('of=municipality&level=sector&index=moran_i&weights=knn:5');
    // M2 has five areas with dwellings, of which none can have five neighbours.
    expect(regions[0]?.problem).toBeNull();
    expect(regions[0]?.index).toHaveProperty('value');
    expect(regions[1]?.problem?.detail).toContain('5 nearest neighbours cannot be found among 5 areas');
    expect(regions[1]?.index).toBeNull();
  });

  test('what cannot be asked says why', async () => {
    const start = 'comparison?of=municipality&level=sector';
    expect(await problem('comparison?of=sector&level=municipality')).toMatch(/^400 .*compared by "sector"/);
    expect(await problem('comparison?of=neighbourhood&level=sector')).toMatch(/^400 .*municipality/);
    expect(await problem(`${start}&index=nonsense`)).toMatch(/^400 .*dissimilarity/);
    expect(await problem(`${start}&index=spread_ratio`)).toMatch(/^400 .*city part/);
    expect(await problem(`${start}&draws=10000`)).toMatch(/^400 .*draws/);
    expect(await problem(`${start}&draws=99&nonsense=1`)).toMatch(/^400 .*nonsense/);
    expect(await problem(`${start}&index=moran_i&metricEpsg=4326`)).toMatch(/^400 .*degrees/);
    expect(await problem('comparison/zones?of=sector&code=S01')).toMatch(/^400 .*finer/);
    expect(await problem('comparison/zones?of=municipality&code=M9')).toMatch(/^404 .*M9/);
  });

  test('what stands beside the counts is of their year, else of the nearest before, and says so', async () => {
    const births = birthsStep();
    await runImport(setup.database, {
      region: 'test',
      message: 'Other years',
      steps: [householdsStep(2021, 40), householdsStep(2024, 90), { ...births, year: 2025 } as TableStep],
    });
    const start = 'of=municipality&level=sector';
    const { regions } = await compared(start);
    // Asked of 2023: six sectors of 40 households in 2021, not in 2024; births of 2022, not of 2025.
    expect(regions[1]).toMatchObject({
      households: 240,
      householdsYear: 2021,
      childPoverty: expect.closeTo(0.1, 12),
      childPovertyYear: 2022,
    });

    const csv = await get(setup.app, `/api/v1/exports/comparison.csv?${start}`);
    const [header, , east] = csv.body.split('\r\n').map(line => line.split(','));
    const cell = (column: string) => east![header!.indexOf(column)];
    expect([cell('year'), cell('households_year'), cell('child_poverty_year')]).toEqual([
      '2023',
      '2021',
      '2022',
    ]);
    expect(Number(cell('social_per_100_households'))).toBeCloseTo((100 * 20) / 240, 12);
    for (const title of ['municipalities', 'dwellings', 'households', 'births']) {
      expect(cell('source'), title).toContain(`Test ${title} (Testbureau)`);
    }
    expect(cell('licence')).toBe('CC0-1.0; CC-BY-4.0');

    type File = { buurtbalans: { source: string; licence: string; date: string; year: number | null } };
    const { buurtbalans } = await getJson<File>(setup.app, `/api/v1/exports/comparison.geojson?${start}`);
    expect(buurtbalans).toMatchObject({ source: cell('source'), licence: cell('licence'), year: null });
  });
});
