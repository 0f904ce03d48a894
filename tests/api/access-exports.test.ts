import type { Geometry } from 'geojson';
import { beforeAll, expect, test } from 'vitest';
import { addDwellings } from '../../core/scenario/edits.ts';
import { readContent } from '../server/readers/fixtures.ts';
import { describeOnOneDatabase, get, withTestRegion } from './app.ts';
import { HEIGHT, SOUTH, WEST, WIDTH } from './region.ts';
import { testScenario } from './scenario.ts';
import { CATCHMENTS, importServices } from './services.ts';

type Row = Record<string, unknown>;
const FORMATS = ['csv', 'xlsx', 'geojson'] as const;

describeOnOneDatabase('what families have around them, as files', open => {
  const setup = withTestRegion(open);
  let release = '';
  beforeAll(async () => {
    release = (await importServices(setup.database)).release;
  });

  const read = async (name: string, body: Buffer) =>
    (await readContent(name, body)).map(record => record.properties as Row);
  const rows = async (table: string, format: string, query: string): Promise<Row[]> => {
    const response = await get(setup.app, `/api/v1/exports/${table}.${format}?detour=1&${query}`);
    expect(response.statusCode, response.body).toBe(200);
    return read(`${table}.${format}`, response.rawPayload);
  };
  /** CSV holds texts only; a cell without a value is one without text there. */
  const number = (value: unknown) => (value === '' || value === null ? null : Number(value));
  const numbers = (row: Row | undefined, columns: readonly string[]) =>
    columns.map(column => number(row?.[column]));
  const close = (values: readonly (number | null)[]) =>
    values.map(value => (value === null ? null : expect.closeTo(value, 6)));

  test.each(FORMATS)('supply, as %s', async format => {
    // The 20 children under three of S01 have its 50 places; those of S03 are protected, those of S05 not told.
    const areas = await rows('supply', format, 'withinM=900');
    const of = (code: string) => areas.find(row => row.code === code);
    const columns = ['children', 'supply', 'per_child', 'within_m', 'children_year'];
    expect(numbers(of('S01'), columns)).toEqual(close([20, 50, 2.5, 900, 2023]));
    expect(numbers(of('S03'), columns)).toEqual([null, null, null, 900, 2023]);
    expect(of('S01')).toMatchObject({
      name: 'Sector 1',
      function: 'childcare',
      kind: 'capacity',
      ages: '0-2',
    });
    const [place, ...others] = await rows('supply', format, 'withinM=900&rows=places');
    expect(place).toMatchObject({ id: 'services/c1', name: 'Plek c1', walked_by: 'straight line × 1' });
    const at = [WEST + 0.5 * WIDTH, SOUTH + 0.5 * HEIGHT];
    expect(numbers(place, ['lon', 'lat', 'supply', 'children', 'per_child'])).toEqual(
      close([...at, 50, 20, 2.5]),
    );
    expect(others).toEqual([]);
  });

  test.each(FORMATS)('variety, as %s', async format => {
    const asked = 'function=play&function=childcare&function=library&withinM=500';
    const towns = await rows('variety', format, `${asked}&level=municipality`);
    expect(towns.map(row => [row.code, number(row.children)])).toEqual([
      ['M1', expect.closeTo(140, 6)],
      ['M2', expect.closeTo(70, 6)],
    ]);
    const sectors = await rows('variety', format, asked);
    // S02's 3 children are protected, S04's are not told.
    const nobody = sectors.filter(row => number(row.children) === null).map(row => row.code);
    expect(nobody).toEqual(['S02', 'S04']);
    const kinds = await rows('variety', format, `${asked}&rows=numbers`);
    expect(kinds.map(row => number(row.number))).toEqual([0, 1, 2, 3]);
    // No child has one of them alone, and the library is nowhere.
    expect(kinds.map(row => number(row.children)! > 0)).toEqual([true, false, true, false]);
    const all = kinds.reduce((sum, row) => sum + number(row.children)!, 0);
    expect(all).toBeCloseTo(210, 6);
  });

  test.each(FORMATS)('births near a family centre, as %s', async format => {
    const columns = ['births', 'births_reached', 'deprived', 'deprived_reached', 'deprived_share'];
    const towns = await rows('families', format, 'withinM=10000&level=municipality');
    // S02's births are protected: 100 + 4 · 50 of M1, 5 · 40 of M2, all within ten kilometres.
    expect(towns.map(row => numbers(row, columns))).toEqual([
      close([300, 300, 50, 50, 1]),
      close([200, 200, 20, 20, 1]),
    ]);
    const sectors = await rows('families', format, 'withinM=10000');
    expect(numbers(sectors[1], columns)).toEqual([null, null, null, null, null]);
    const steps = await rows('families', format, 'withinM=10000&rows=distances');
    expect(numbers(steps.at(-1), ['within_m', ...columns, 'index_within', 'index_beyond'])).toEqual(
      close([10_000, 500, 500, 70, 70, 1, 0.14, null]),
    );
  });

  test.each(FORMATS)('schools by drawn catchment, before and after a scenario, as %s', async format => {
    const scenario = await testScenario(setup.app, release);
    // 30 dwellings of three bedrooms in S11, where nobody is born in a deprived family: 30 · 2 children.
    scenario.edits = [
      { ...addDwellings({ id: 'a', areas: ['S11'], socialPerArea: 0 }), social: { '3': 30 } },
    ];
    const response = await setup.app.inject({
      method: 'POST',
      url: `/api/v1/exports/schools.${format}`,
      headers: { host: 'localhost:8080' },
      payload: { scenario, ages: 'all', catchments: CATCHMENTS },
    });
    expect(response.statusCode, response.body).toBe(200);
    const [west, east] = await read(`schools.${format}`, response.rawPayload);
    expect([west!.id, west!.assigned_by]).toEqual(['services/s1', 'catchments']);
    const before = ['places', 'pupils', 'deprived', 'share', 'beyond_places'];
    expect(numbers(west, before)).toEqual(close([120, 140, 34, 34 / 140, 20]));
    expect(numbers(east, before)).toEqual(close([100, 70, 6.5, 6.5 / 70, 0]));
    const after = ['pupils_after', 'deprived_after', 'share_after', 'beyond_places_after'];
    expect(numbers(east, after)).toEqual(close([130, 6.5, 6.5 / 130, 30]));
    const mixed = (group: number, others: number) =>
      0.5 * (Math.abs(34 / 40.5 - group) + Math.abs(6.5 / 40.5 - others));
    expect(numbers(east, ['dissimilarity', 'dissimilarity_after'])).toEqual(
      close([mixed(106 / 169.5, 63.5 / 169.5), mixed(106 / 229.5, 123.5 / 229.5)]),
    );
  });

  test('say where they come from, and have the shape of the area or the place', async () => {
    type Features = { buurtbalans: object; features: { id: string; geometry: Geometry | null }[] };
    const geojson = async (path: string) =>
      (await get(setup.app, `/api/v1/exports/${path}`)).json<Features>();
    const areas = await geojson('families.geojson?level=municipality');
    expect(areas.features.map(({ geometry }) => geometry?.type)).toEqual(['MultiPolygon', 'MultiPolygon']);
    expect(areas.buurtbalans).toMatchObject({ release, region: 'test', level: 'municipality', year: 2023 });
    expect(JSON.stringify(areas.buurtbalans)).toContain('Test services (Testbureau)');
    const schools = await geojson('schools.geojson?ages=all');
    expect(schools.features.map(({ id, geometry }) => [id, geometry?.type])).toEqual([
      ['services/s1', 'Point'],
      ['services/s3', 'Point'],
    ]);
    const bare = await geojson('schools.geojson?ages=all&geometry=none');
    expect(bare.features[0]!.geometry).toBeNull();
    const name = await get(setup.app, '/api/v1/exports/variety.csv?level=municipality&rows=numbers');
    expect(name.headers['content-disposition']).toContain('test-variety-400-numbers.csv');
  });

  test.each([
    ['supply.csv?rows=numbers', 400],
    ['supply.xlsx?withinM=3001', 400],
    ['variety.geojson?rows=places', 400],
    ['families.csv?ages=0-2', 400],
    ['schools.csv?rows=areas', 400],
    ['schools.csv?ages=all&function=library', 404],
  ])('%s is refused with %i', async (path, status) => {
    const response = await get(setup.app, `/api/v1/exports/${path}`);
    expect(response.statusCode, response.body).toBe(status);
  });
});
