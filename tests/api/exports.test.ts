import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureCollection, Polygon, Position } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFile } from '../../server/readers/registry.ts';
import type { FileRecord } from '../../server/readers/types.ts';
import { exportAreas } from '../../server/writers/areas.ts';
import { describeOnDatabases } from '../database.ts';
import { get, withTestRegion } from './app.ts';
import { testScenario } from './scenario.ts';

const gdal = hasProgram('ogrinfo');

describeOnDatabases('exports', open => {
  const setup = withTestRegion(open);
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'buurtbalans-exports-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const download = async (url: string) => {
    const response = await get(setup.app, url);
    expect(response.statusCode).toBe(200);
    return response;
  };
  /** The records of a file as our own readers see them. */
  const reread = async (name: string, body: string): Promise<FileRecord[]> => {
    const path = join(folder, name);
    await writeFile(path, body);
    const records: FileRecord[] = [];
    for await (const record of (await openFile(path, {})).records()) records.push(record);
    return records;
  };

  describe('areas as GeoJSON', () => {
    test('are those of a selection, in the order of the level, and none that is not of it', async () => {
      const address = '/api/v1/exports/areas.geojson?level=sector&indicators=social_share&geometry=none';
      const codes = async (query: string) =>
        (await download(`${address}${query}`))
          .json<FeatureCollection>()
          .features.map(one => one.properties?.code);
      expect(await codes('&area=S05&area=S01&area=S03')).toEqual(['S01', 'S03', 'S05']);
      // With a scope both must hold: S03 is in Oostdorp.
      expect(await codes('&area=S05&area=S03&scope=municipality:M2')).toEqual(['S03']);
      const unknown = await get(setup.app, `${address}&area=S01&area=S99`);
      expect(unknown.statusCode).toBe(404);
      expect(unknown.json()).toMatchObject({ detail: expect.stringContaining('S99') });
      const many = Array.from({ length: 501 }, () => 'area=S01').join('&');
      expect((await get(setup.app, `${address}&${many}`)).statusCode).toBe(400);
    });

    test('are features with their figures, and the file says where it comes from', async () => {
      const response = await download('/api/v1/exports/areas.geojson?level=sector&indicators=social_share');
      expect(response.headers['content-type']).toBe('application/geo+json; charset=utf-8');
      expect(response.headers['content-disposition']).toContain('filename="test-sector-2024.geojson"');
      const collection = response.json();
      expect(collection).not.toHaveProperty('crs');
      expect(collection.bbox).toEqual([3.7, 51, 3.78, 51.03]);
      expect(collection.buurtbalans).toEqual({
        release: setup.release,
        region: 'test',
        level: 'sector',
        vintage: 2024,
        year: 2023,
        source: 'Test sectors (Testbureau); Test dwellings (Testbureau)',
        licence: 'CC0-1.0',
        date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        synthetic: false,
      });
      expect(collection.features).toHaveLength(12);
      expect(collection.features[2]).toMatchObject({
        type: 'Feature',
        id: 'S03',
        properties: {
          code: 'S03',
          name: 'Sector 3',
          parent_code: 'M2',
          social_share: 0.4,
          social_share_numerator: 20,
          social_share_denominator: 50,
          social_share_status: 'ok',
          social_share_year: 2023,
        },
      });
    });

    test('have outer rings counterclockwise and at most 7 decimals', async () => {
      const collection = (
        await download('/api/v1/exports/areas.geojson?level=sector')
      ).json<FeatureCollection>();
      for (const { geometry } of collection.features) {
        const rings =
          geometry.type === 'MultiPolygon' ? geometry.coordinates[0]! : (geometry as Polygon).coordinates;
        expect(turnsLeft(rings[0]!)).toBe(true);
        for (const [lon, lat] of rings[0]!) {
          expect(Math.abs(lon! * 1e7 - Math.round(lon! * 1e7))).toBeLessThan(1e-3);
          expect(Math.abs(lat! * 1e7 - Math.round(lat! * 1e7))).toBeLessThan(1e-3);
        }
      }
    });

    test('are read back by our own reader', async () => {
      const { body } = await download(
        '/api/v1/exports/areas.geojson?level=municipality&indicators=social_share',
      );
      const records = await reread('areas.geojson', body);
      expect(records.map(record => record.properties)).toMatchObject([
        { code: 'M1', social_share_numerator: 80, social_share_denominator: 600 },
        { code: 'M2', social_share_numerator: 20, social_share_denominator: 250 },
      ]);
      expect(records[0]?.geometry).toMatchObject({ type: expect.stringContaining('Polygon') });
    });

    test('can be had for a scope, a year, and without polygons', async () => {
      const url =
        '/api/v1/exports/areas.geojson?level=sector&scope=municipality:M1&year=2022&indicators=social_share&geometry=none';
      const collection = (await download(url)).json<FeatureCollection>();
      expect(collection.features.map(feature => feature.id)).toEqual([
        'S01',
        'S02',
        'S05',
        'S06',
        'S09',
        'S10',
      ]);
      expect(collection.features[0]).toMatchObject({
        geometry: null,
        properties: { social_share_numerator: 40 },
      });
      expect(collection).not.toHaveProperty('bbox');
    });

    test.skipIf(!gdal)(
      `open in GDAL${gdal ? '' : ' (left out: no ogrinfo; apt-get install gdal-bin)'}`,
      async () => {
        const { body } = await download('/api/v1/exports/areas.geojson?level=sector');
        const path = join(folder, 'gdal.geojson');
        await writeFile(path, body);
        const told = execFileSync('ogrinfo', ['-so', '-al', path], { encoding: 'utf8' });
        expect(told).toContain('Feature Count: 12');
        expect(told).toContain('Extent: (3.700000, 51.000000) - (3.780000, 51.030000)');
      },
    );
  });

  describe('areas as CSV', () => {
    test('have a header, CR LF, and where they come from in every row', async () => {
      const response = await download(
        '/api/v1/exports/areas.csv?level=sector&indicators=social_share,social_density',
      );
      expect(response.headers['content-type']).toMatch(/^text\/csv; charset=utf-8/);
      const lines = response.body.split('\r\n');
      expect(lines).toHaveLength(14);
      expect(lines[0]).toBe(
        'code,name,level,vintage,parent_level,parent_code,area_ha,lon,lat,' +
          'social_share,social_share_numerator,social_share_denominator,social_share_status,social_share_year,' +
          'social_density,social_density_numerator,social_density_denominator,social_density_status,social_density_year,' +
          'release,source,licence,date,synthetic',
      );
      const records = await reread('areas.csv', response.body);
      expect(records).toHaveLength(12);
      for (const { properties } of records) {
        expect(properties).toMatchObject({ release: setup.release, licence: 'CC0-1.0', synthetic: 'false' });
      }
      expect(records[0]?.properties).toMatchObject({
        code: 'S01',
        social_share: '0.5',
        social_share_numerator: '50',
      });
      // Not there is empty, never NaN or null.
      expect(records[11]?.properties).toMatchObject({ code: 'S12', social_share_status: 'notApplicable' });
      expect(response.body).not.toMatch(/NaN|null|undefined/);
    });

    test('hold every indicator that the level has when none is named', async () => {
      const [header = ''] = (await download('/api/v1/exports/areas.csv?level=sector')).body.split('\r\n');
      for (const indicator of [
        'social_share',
        'social_density',
        'child_poverty',
        'children',
        'child_density',
      ]) {
        expect(header.split(',')).toContain(indicator);
      }
      expect(header).not.toContain('households');
    });
  });

  describe('facilities', () => {
    test('as CSV keep every text as it is, also one that a spreadsheet would take for a formula', async () => {
      const { body } = await download('/api/v1/exports/facilities.csv');
      const records = await reread('facilities.csv', body);
      expect(records.map(record => record.properties)).toMatchObject([
        {
          id: 'places/a1',
          name: 'Zandbak',
          functions: 'play',
          lon: '3.71',
          lat: '51.005',
          min_age: '3',
          attributes: '',
        },
        { id: 'places/a2', name: '=HYPERLINK("http://x")', functions: 'meeting,play' },
        { id: 'places/a3', name: 'Weide', functions: 'green', lon: '3.71', lat: '51.025' },
      ]);
    });

    test('as GeoJSON take the same filters as the API', async () => {
      const collection = (await download('/api/v1/exports/facilities.geojson?function=green')).json();
      expect(collection.features).toMatchObject([{ id: 'places/a3', geometry: { type: 'Polygon' } }]);
      expect(collection.buurtbalans).toMatchObject({ source: 'Test places (Testbureau)', level: null });
    });

    test('a wrong filter is told before the file begins', async () => {
      expect((await get(setup.app, '/api/v1/exports/facilities.csv?function=swimming')).statusCode).toBe(400);
      expect(
        (await get(setup.app, '/api/v1/exports/areas.csv?level=sector&indicators=nonsense')).statusCode,
      ).toBe(404);
      expect(
        (await get(setup.app, '/api/v1/exports/areas.csv?level=sector&scope=sector:S99')).statusCode,
      ).toBe(404);
      expect((await get(setup.app, '/api/v1/exports/areas.gpkg?level=sector')).statusCode).toBe(404);
      const year = await get(setup.app, '/api/v1/exports/areas.csv?level=sector&year=1999');
      expect(year.statusCode).toBe(404);
      expect(year.json().detail).toMatch(
        /^There are no values for sector \d{4} in 1999; there are of: 2\d{3}/,
      );
      const twice = '/api/v1/exports/areas.csv?level=sector&indicators=children,children';
      expect((await get(setup.app, twice)).statusCode).toBe(400);
    });
  });

  describe('a scenario', () => {
    const exportOf = async (format: string) => {
      const payload = await testScenario(setup.app, setup.release);
      return setup.app.inject({ method: 'POST', url: `/api/v1/exports/scenario.${format}`, payload });
    };

    test('has every area before, after and the difference', async () => {
      const response = await exportOf('csv');
      expect(response.headers['content-disposition']).toContain(
        "filename*=UTF-8''test-scenario-Spreiding-%C3%A9%C3%A9n.csv",
      );
      const records = await reread('scenario.csv', response.body);
      expect(records).toHaveLength(12);
      // S04: 0 of 50 before, 20 of 80 after.
      expect(records[3]?.properties).toMatchObject({
        code: 'S04',
        social_before: '0',
        dwellings_before: '50',
        social_share_before: '0',
        social_after: '20',
        dwellings_after: '80',
        social_share_after: '0.25',
        social_difference: '20',
        dwellings_difference: '30',
        social_share_difference: '0.25',
        social_share_year: '2023',
      });
    });

    test('as GeoJSON has the polygons and where it comes from', async () => {
      const collection = (await exportOf('geojson')).json();
      expect(collection.features[8]).toMatchObject({
        id: 'S09',
        geometry: { type: expect.stringContaining('Polygon') },
        properties: { social_difference: 30, dwellings_difference: 30 },
      });
      expect(collection.buurtbalans).toMatchObject({ release: setup.release, level: 'sector', year: 2023 });
    });
  });

  test('the command line gets the same file as the API', async () => {
    const { body } = await download('/api/v1/exports/areas.csv?level=sector&indicators=social_share');
    const file = await exportAreas(setup.database, {
      format: 'csv',
      level: 'sector',
      indicators: ['social_share'],
    });
    expect(file).toMatchObject({
      contentType: expect.stringContaining('text/csv'),
      fileName: 'test-sector-2024.csv',
    });
    expect(Buffer.concat(await file.stream.toArray()).toString()).toBe(body);
  });
});

/** Whether a ring runs counterclockwise: a positive area by the shoelace formula. */
function turnsLeft(ring: readonly Position[]): boolean {
  let doubled = 0;
  for (let i = 1; i < ring.length; i++) {
    doubled += ring[i - 1]![0]! * ring[i]![1]! - ring[i]![0]! * ring[i - 1]![1]!;
  }
  return doubled > 0;
}

function hasProgram(name: string): boolean {
  try {
    execFileSync('which', [name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
