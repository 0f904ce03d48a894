import { expect, test } from 'vitest';
import { describeOnDatabases } from '../database.ts';
import { get, getJson, withTestRegion } from './app.ts';

type Found = { areas: { level: string; code: string; name: string; index: number }[] };
type Figure = { indicator: string; year: number; status: number; value: number | null };

describeOnDatabases('areas', open => {
  const setup = withTestRegion(open);
  const found = async (query: string) =>
    (await getJson<Found>(setup.app, `/api/v1/areas?${query}`)).areas.map(area => area.code);

  test('levels come from coarse to fine', async () => {
    expect(await getJson(setup.app, '/api/v1/levels')).toMatchObject({
      region: 'test',
      levels: [
        { id: 'province', count: 1, vintages: [2024], parentLevel: null },
        {
          id: 'municipality',
          count: 2,
          vintages: [2024],
          parentLevel: 'province',
          plural: { nl: 'gemeenten' },
        },
        { id: 'sector', count: 12, vintages: [2024], parentLevel: 'municipality' },
      ],
    });
  });

  test('columns are ordered by code, and the position is the index', async () => {
    const columns = await getJson<Record<string, unknown[]>>(setup.app, '/api/v1/areas/columns?level=sector');
    expect(columns.codes).toEqual([
      'S01',
      'S02',
      'S03',
      'S04',
      'S05',
      'S06',
      'S07',
      'S08',
      'S09',
      'S10',
      'S11',
      'S12',
    ]);
    expect(columns.parentCodes).toEqual([
      'M1',
      'M1',
      'M2',
      'M2',
      'M1',
      'M1',
      'M2',
      'M2',
      'M1',
      'M1',
      'M2',
      'M2',
    ]);
    expect(columns.names?.[4]).toBe('Sector 5');
    expect(columns.bbox?.[0]).toEqual([3.7, 51, 3.72, 51.01]);
    expect(columns.lon?.[0]).toBeCloseTo(3.71, 6);
    // A box of 0.02° by 0.01° at 51.005° N on WGS84: 1404 m (a parallel) by 1113 m (a meridian) is 156 ha.
    expect(columns.areaHa?.[0]).toBeCloseTo(156.2, 0);
  });

  test('contiguity names each pair of neighbours once, with the length of their border', async () => {
    type Contiguity = {
      hash: string;
      metricEpsg: number;
      later: number[];
      gaps: number[];
      borderMm: number[];
    };
    const found = await getJson<Contiguity>(setup.app, '/api/v1/areas/contiguity?level=sector');
    // S01 touches S02, S05 and in a point S06; S04, at the end of its row, S07 in a point and S08; S12 comes last.
    expect(found.later).toEqual([3, 4, 4, 2, 3, 4, 4, 2, 1, 1, 1, 0]);
    expect(found.gaps.slice(0, 7)).toEqual([1, 3, 1, 1, 2, 1, 1]);
    const [east, north, point] = found.borderMm;
    // A box is 0.01° of a meridian high (1112.6 m at 51° N) and 0.02° of the parallel wide; UTM is 0.04 % shorter at most.
    expect(Math.abs(east! / 1_112_600 - 1)).toBeLessThan(0.001);
    expect(Math.abs(north! / 1_403_800 - 1)).toBeLessThan(0.001);
    expect(point).toBe(0);
    expect(found.metricEpsg).toBe(32631);
    const { hash } = await getJson<{ hash: string }>(setup.app, '/api/v1/areas/columns?level=sector');
    expect(found.hash).toBe(hash);
  });

  test('a name is found whatever its case, the best fitting first', async () => {
    expect(await found('q=WESTDORP')).toEqual(['M1']);
    expect(await found('q=dorp')).toEqual(['M2', 'M1']);
    // "Sector 1" itself, then the names that begin with it.
    expect(await found('q=sector 1')).toEqual(['S01', 'S10', 'S11', 'S12']);
  });

  test('the start of a code finds an area', async () => {
    expect(await found('q=s1')).toEqual(['S10', 'S11', 'S12']);
  });

  test('a level, a scope and a limit narrow the search', async () => {
    expect(await found('level=municipality')).toEqual(['M2', 'M1']);
    expect(await found('q=sector&scope=municipality:M2&level=sector')).toEqual([
      'S11',
      'S12',
      'S03',
      'S04',
      'S07',
      'S08',
    ]);
    expect(await found('q=s&limit=2')).toHaveLength(2);
    expect(await found('q=dorp&scope=sector:S01')).toEqual([]);
  });

  test('a limit above the maximum is lowered, and one below 1 is refused', async () => {
    expect(await found('limit=100000')).toHaveLength(15);
    expect((await get(setup.app, '/api/v1/areas?limit=0')).statusCode).toBe(400);
  });

  test('one area comes with what it lies in and its newest figures', async () => {
    const area = await getJson<{ figures: Figure[] }>(setup.app, '/api/v1/areas/sector/S03');
    expect(area).toMatchObject({
      level: 'sector',
      index: 2,
      code: 'S03',
      parentLevel: 'municipality',
      parentCode: 'M2',
      parentName: 'Oostdorp',
      bbox: [3.74, 51, 3.76, 51.01],
      parents: [
        { level: 'municipality', code: 'M2', name: 'Oostdorp' },
        { level: 'province', code: 'P1' },
      ],
    });
    expect(area.figures.find(figure => figure.indicator === 'social_share')).toMatchObject({
      year: 2023,
      level: 'sector',
      basis: 'counts',
      status: 0,
      numerator: 20,
      denominator: 50,
      value: 0.4,
      source: { title: 'Test dwellings' },
      // Of the sectors of M2 with dwellings (S12 has none) it has the largest share.
      rank: { position: 1, of: 5, within: { level: 'municipality', code: 'M2' } },
    });
  });

  test('figures of another year on request', async () => {
    const area = await getJson<{ figures: Figure[] }>(setup.app, '/api/v1/areas/sector/S01?year=2022');
    const shares = area.figures.filter(figure => figure.indicator === 'social_share');
    expect(shares).toMatchObject([{ year: 2022, value: 0.4 }]);
  });

  test('an area of the top has its figures summed and ranks in the whole region', async () => {
    const area = await getJson<{ parents: unknown[]; figures: Figure[] }>(
      setup.app,
      '/api/v1/areas/province/P1',
    );
    expect(area.parents).toEqual([]);
    expect(area.figures.find(figure => figure.indicator === 'social_share')).toMatchObject({
      basis: 'aggregated',
      aggregatedFrom: 'sector',
      numerator: 100,
      denominator: 850,
      rank: { position: 1, of: 1, within: null },
    });
  });

  test('children are the areas of the next finer level, or of the one named', async () => {
    const children = async (path: string) =>
      (await getJson<Found>(setup.app, `/api/v1/areas/${path}`)).areas.map(area => area.code);
    expect(await children('province/P1/children')).toEqual(['M1', 'M2']);
    expect(await children('municipality/M1/children')).toEqual(['S01', 'S02', 'S05', 'S06', 'S09', 'S10']);
    expect(await children('province/P1/children?level=sector')).toHaveLength(12);
    expect(await children('sector/S01/children')).toEqual([]);
  });

  test('an area, level or region that is not there is named', async () => {
    const detail = async (url: string) => {
      const response = await get(setup.app, url);
      return `${response.statusCode} ${response.json<{ detail: string }>().detail}`;
    };
    expect(await detail('/api/v1/areas/sector/S99')).toMatch(/^404 .*S99/);
    expect(await detail('/api/v1/areas/village/S01')).toMatch(/^400 .*village/);
    expect(await detail('/api/v1/areas/columns?level=neighbourhood')).toMatch(
      /^404 .*province, municipality, sector/,
    );
    expect(await detail('/api/v1/levels?region=elsewhere')).toMatch(/^404 .*test/);
    expect(await detail('/api/v1/areas/columns?level=sector&vintage=1990')).toMatch(/^404 .*2024/);
  });
});
