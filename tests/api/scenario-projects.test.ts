import { expect, test } from 'vitest';
import { projectionOf } from '../../core/areas/projection.ts';
import { readProjects } from '../../core/scenario/projects.ts';
import { describeOnDatabases } from '../database.ts';
import { dbfBytes, polygonShpBytes, type ShapeFixture, zipBytes } from '../server/readers/fixtures.ts';
import { withTestRegion } from './app.ts';

/** As ESRI writes it, without a code. */
const LAMBERT_72 =
  'PROJCS["Belge_Lambert_1972",GEOGCS["GCS_Belge_1972"],PROJECTION["Lambert_Conformal_Conic"]]';
const WGS84 = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]';

/** A clockwise square. */
const square = (x: number, y: number, side: number): ShapeFixture => [
  [
    [x, y],
    [x, y + side],
    [x + side, y + side],
    [x + side, y],
    [x, y],
  ],
];

describeOnDatabases('a shapefile of projects', open => {
  const setup = withTestRegion(open);
  const fields = [
    { name: 'NAAM', type: 'C', length: 20 },
    { name: 'SOCIALE_WO', type: 'N', length: 8 },
    { name: 'PRIVATE_WO', type: 'N', length: 8 },
  ] as const;
  const shapefile = (shapes: ShapeFixture[], rows: string[][], prj: string | null): Buffer =>
    zipBytes([
      { name: 'projecten.shp', content: polygonShpBytes(shapes) },
      { name: 'projecten.dbf', content: dbfBytes(fields, rows) },
      ...(prj === null ? [] : [{ name: 'projecten.prj', content: prj }]),
    ]);
  const send = async (payload: Buffer, query = '', type = 'application/zip') => {
    const url = `/api/v1/scenarios/projects${query}`;
    const response = await setup.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': type },
    });
    return { status: response.statusCode, ...response.json() };
  };

  test('in Lambert 72 comes back in degrees, and a scenario takes it', async () => {
    const answer = await send(
      shapefile([square(104_700, 194_000, 100)], [['Kaaihof', '12', '5']], LAMBERT_72),
    );
    expect(answer).toMatchObject({ status: 200, epsg: 31370, assumed: false });
    const [project] = readProjects(answer);
    expect(project).toMatchObject({ title: 'Kaaihof', social: 12, private: 5 });
    const { geometry } = project!;
    const [lon, lat] = geometry.type === 'Polygon' ? geometry.coordinates[0]![0]! : [0, 0];
    // proj4 in the core, which is another program than PostGIS.
    const [east, north] = projectionOf(31370).inverse(104_700, 194_000);
    expect(lon).toBeCloseTo(east, 6);
    expect(lat).toBeCloseTo(north, 6);
  });

  test('without a .prj says what it took the coordinates for; a code overrules it', async () => {
    const zip = shapefile([square(104_700, 194_000, 100)], [['A', '1', '0']], null);
    expect(await send(zip)).toMatchObject({ status: 200, epsg: 31370, assumed: true });
    expect(await send(zip, '?crs=31370')).toMatchObject({ status: 200, assumed: false });
    expect(await send(zip, '?crs=999999')).toMatchObject({
      status: 400,
      detail: expect.stringContaining('EPSG:999999 is not known'),
    });
    expect(await send(zip, '?crs=3812')).toMatchObject({
      status: 400,
      detail: expect.stringMatching(/record 1 .*crs=31370/),
    });
  });

  test('is taken whole or not at all, and the record at fault is named', async () => {
    const two = [square(3.7, 51, 0.001), square(3.71, 51, 0.001)];
    const negative = shapefile(
      two,
      [
        ['A', '1', '0'],
        ['B', '-4', '0'],
      ],
      WGS84,
    );
    expect(await send(negative)).toMatchObject({
      status: 400,
      detail: expect.stringContaining('feature 2 has -4 social dwellings'),
    });
    const empty = shapefile(
      [two[0]!, null],
      [
        ['A', '1', '0'],
        ['B', '2', '0'],
      ],
      WGS84,
    );
    expect(await send(empty)).toMatchObject({
      status: 400,
      detail: expect.stringContaining('record 2 has no geometry'),
    });
    const crossing: ShapeFixture = [
      [
        [3.7, 51],
        [3.71, 51.01],
        [3.71, 51],
        [3.7, 51.01],
        [3.7, 51],
      ],
    ];
    expect(await send(shapefile([crossing], [['A', '1', '0']], WGS84))).toMatchObject({
      status: 400,
      detail: expect.stringContaining('feature 1 crosses or touches itself'),
    });
  });

  test('that is no zip, no shapefile, a bomb or too long is refused', async () => {
    expect(await send(Buffer.from('{}'))).toMatchObject({ status: 400 });
    expect(await send(Buffer.from('{}'), '', 'application/json')).toMatchObject({
      status: 400,
      detail: expect.stringContaining('application/zip'),
    });
    expect((await send(Buffer.from('a'), '', 'text/plain')).status).toBe(415);
    expect(await send(zipBytes([{ name: 'lees-mij.pdf', content: 'x' }]))).toMatchObject({
      status: 400,
      detail: expect.stringContaining('holds no GeoJSON, shapefile or CSV'),
    });
    const bomb = zipBytes([{ name: 'a.geojson', content: Buffer.alloc(20 * 2 ** 20, 32) }]);
    expect(await send(bomb)).toMatchObject({ status: 413 });
    const many = Array.from({ length: 1001 }, (_, i) => i);
    const long = shapefile(
      many.map(i => square(3.7 + i * 1e-5, 51, 1e-6)),
      many.map(i => [`P${i}`, '1', '0']),
      WGS84,
    );
    expect(await send(long)).toMatchObject({ status: 413 });
    expect((await send(Buffer.alloc(11 * 2 ** 20))).status).toBe(413);
  });
});
