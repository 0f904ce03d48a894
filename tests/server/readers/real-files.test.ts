import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileHash } from '../../../server/readers/hash.ts';
import { parseNumber } from '../../../server/readers/number.ts';
import { openFile } from '../../../server/readers/registry.ts';
import { collect, readPath } from './fixtures.ts';

const { REAL_DATA_DIR } = process.env;
const real = (path: string) => join(REAL_DATA_DIR ?? '', path);

/** Positions in a geometry, whatever its type. */
function countPositions(coordinates: unknown): number {
  if (!Array.isArray(coordinates)) return 0;
  return typeof coordinates[0] === 'number'
    ? 1
    : coordinates.reduce((sum, part) => sum + countPositions(part), 0);
}

/** Counts by Python's struct, json, csv and zipfile modules on the same files. */
describe.skipIf(REAL_DATA_DIR === undefined)("publishers' own files", () => {
  it.each([
    ['flanders/provincie.shp', 6, 12_441, 31370],
    ['flanders/gemeente.shp', 304, 71_035, 31370],
    ['flanders/gemeente2024.shp', 319, 63_483, 31370],
    ['flanders/deelgemeente.shp', 1119, 129_545, 31370],
    ['flanders/ggw7.shp', 2767, 200_651, 31370],
    ['greater-manchester/gm_lsoa21_generalised.geojson', 1702, 75_407, 4326],
    ['greater-manchester/gm_greenspace_access_points.geojson', 9933, 9933, 4326],
    ['greater-manchester/gm_libraries.geojson', 141, 141, 4326],
    ['greater-manchester/sports_facilities.geojson', 314, 314, 4326],
    ['greater-manchester/trafford_schools_and_colleges.geojson', 103, 103, 4326],
  ])('%s: %i areas or places with %i positions', async (path, count, positions, epsg) => {
    const file = await openFile(real(path));
    const records = await collect(file);
    expect(file.declaredEpsg).toBe(epsg);
    expect(records).toHaveLength(count);
    const shapes = records.map(({ geometry }) => (geometry as { coordinates: unknown }).coordinates);
    expect(shapes.reduce((sum: number, shape) => sum + countPositions(shape), 0)).toBe(positions);
  });

  it.each([
    ['greater-manchester/trafford_greenspace_sites.geojson', 427],
    ['zennevallei/sectors.geojson', 154],
    ['greater-manchester/gm_lsoa21_attributes.csv', 1702],
    ['flanders/flemish_municipalities_285.csv', 285],
    ['zennevallei/zennevallei_sectors_attributes.csv', 154],
    ['statbel/TF_PSNL_INC_TAX_MUNTY.txt', 5301],
    ['flanders/statsec2024_als_basis.xlsx', 10_241],
    ['flanders/statsec_als_basis.xlsx', 10_902],
    ['flanders/voorbeeld_upload.xlsx', 308],
  ])('%s: %i records', async (path, count) => {
    expect(await readPath(real(path))).toHaveLength(count);
  });

  it('the sheets of the upload example are read by name', async () => {
    const records = await readPath(real('flanders/voorbeeld_upload.xlsx'), {
      sheet: 'uploadbestand_statistisch s (2)',
    });
    expect(records).toHaveLength(10_902);
  });

  it('the play spaces of Gent are the same 207 polygons in both files', async () => {
    const features = await readPath(real('gent/speelterreinen_gent.geojson'));
    const listed = await readPath(real('gent/speelterreinen-gent_2022_records.json'));
    const ids = (records: typeof features) => records.map(record => record.properties.globalid).sort();
    expect(new Set(ids(features)).size).toBe(207);
    expect(ids(listed)).toEqual(ids(features));
    const polygons = listed.filter(
      ({ geometry }) => geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon',
    );
    expect(polygons).toHaveLength(207);
  });

  it('the social-rented households of Greater Manchester add up to 243382 of 1178265', async () => {
    const records = await readPath(real('greater-manchester/gm_lsoa21_attributes.csv'));
    const sum = (name: string) =>
      records.reduce((total, { properties }) => total + (parseNumber(properties[name]) ?? 0), 0);
    expect([sum('social_rented_households'), sum('total_households')]).toEqual([243_382, 1_178_265]);
  });

  it("Statbel's taxable incomes add up, read through BOM, CRLF and bars", async () => {
    const records = await readPath(real('statbel/TF_PSNL_INC_TAX_MUNTY.txt'));
    const sum = records.reduce(
      (total, { properties }) => total + parseNumber(properties.MS_TOT_NET_TAXABLE_INC)!,
      0,
    );
    expect(sum).toBeCloseTo(1_504_365_851_985.1846, 0);
    expect(records[0]!.properties.CD_YEAR).toBe('2005');
  });

  it('the hash is the one sha256sum gives', async () => {
    expect(await fileHash(real('gent/speelterreinen_gent.geojson'))).toBe(
      '519f883cbed5e0118108150919b07fe5914c1e0428bc73166da912c4733bbc15',
    );
  });
});
