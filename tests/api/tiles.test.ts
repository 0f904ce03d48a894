import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { postgisTiles } from '../../server/tiles/postgis.ts';
import { slicedTiles } from '../../server/tiles/slices.ts';
import { storedTile } from '../../server/tiles/store.ts';
import { describeOnDatabases } from '../database.ts';
import { get, getJson, withTestRegion } from './app.ts';
import { HEIGHT, SOUTH, WEST, WIDTH } from './region.ts';
import { areasIn, layersOf, type TileAddress, tileAt, unitsAt, unitsOf } from './tile.ts';

/** The middle of the region, on the border of S06 and S07. */
const MIDDLE: [number, number] = [WEST + 2 * WIDTH, SOUTH + 1.5 * HEIGHT];
const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

describeOnDatabases('tiles', (open, kind) => {
  const setup = withTestRegion(open);
  let hash: string;
  beforeAll(async () => {
    hash = (await getJson<{ hash: string }>(setup.app, '/api/v1/areas/columns?level=sector')).hash;
  });
  const address = ({ z, x, y }: TileAddress, level = 'sector', under = hash) =>
    `/tiles/${under}/${level}/${z}/${x}/${y}.mvt`;
  const areas = async (tile: TileAddress) => areasIn((await get(setup.app, address(tile))).rawPayload);

  test('hold one layer of areas with the area index as id and no attributes', async () => {
    const response = await get(setup.app, address(tileAt(10, ...MIDDLE)));
    expect(response.headers['content-type']).toBe('application/vnd.mapbox-vector-tile');
    const layers = layersOf(response.rawPayload);
    expect(Object.keys(layers)).toEqual(['areas']);
    expect(layers.areas).toMatchObject({ version: 2, extent: 4096 });
    const found = areasIn(response.rawPayload);
    expect(found.map(area => area.id)).toEqual(ALL);
    for (const { properties } of found) expect(properties).toEqual({});
  });

  test.each([5, 8, 10])('at zoom %i the corners lie where Web Mercator puts them', async z => {
    const tile = tileAt(z, ...MIDDLE);
    const [first] = await areas(tile);
    const corners = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ].map(([column = 0, row = 0]) => unitsAt(tile, WEST + column * WIDTH, SOUTH + row * HEIGHT));
    for (const [x, y] of corners) {
      const nearest = Math.min(...first!.rings.flat().map(([px, py]) => Math.hypot(px - x, py - y)));
      expect(nearest).toBeLessThan(1);
    }
  });

  test('cover the region without a gap or an overlap', async () => {
    const tile = tileAt(10, ...MIDDLE);
    const [west, south] = unitsAt(tile, WEST, SOUTH);
    const [east, north] = unitsAt(tile, WEST + 4 * WIDTH, SOUTH + 3 * HEIGHT);
    const covered = (await areas(tile)).reduce((sum, area) => sum + unitsOf(area), 0);
    // The outline is rounded to whole units, at most half a unit on each side.
    expect(covered / ((east - west) * (south - north))).toBeCloseTo(1, 1);
    const sides = (await areas(tile)).flatMap(area => area.rings.flat());
    const columns = new Set(sides.map(([x]) => x));
    const rows = new Set(sides.map(([, y]) => y));
    // Four columns and three rows share their borders: five and four lines in all.
    expect([columns.size, rows.size]).toEqual([5, 4]);
  });

  test('in full detail hold only what touches them, cut at the buffer', async () => {
    // A tile of zoom 16 is 0.0055° wide: the one around the middle of S06 lies within it.
    const found = await areas(tileAt(16, WEST + 1.5 * WIDTH, SOUTH + 1.5 * HEIGHT));
    expect(found.map(area => area.id)).toEqual([5]);
    const xs = found[0]!.rings[0]!.map(([x]) => x);
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([-64, 4160]);
  });

  test('on a border hold the areas of both sides, with the border at the same place', async () => {
    const tile = tileAt(16, WEST + 2 * WIDTH, SOUTH + 1.5 * HEIGHT);
    const found = await areas(tile);
    expect(found.map(area => area.id)).toEqual([5, 6]);
    const [border] = unitsAt(tile, WEST + 2 * WIDTH, SOUTH);
    const [left, right] = found.map(area => area.rings[0]!.map(([x]) => x));
    expect(Math.max(...left!)).toBe(Math.min(...right!));
    expect(Math.abs(Math.max(...left!) - border)).toBeLessThanOrEqual(1);
  });

  test('of a coarser level hold its areas', async () => {
    const { hash: municipalities } = await getJson<{ hash: string }>(
      setup.app,
      '/api/v1/areas/columns?level=municipality',
    );
    const response = await get(setup.app, address(tileAt(10, ...MIDDLE), 'municipality', municipalities));
    expect(areasIn(response.rawPayload).map(area => area.id)).toEqual([0, 1]);
  });

  test('are empty where no area is', async () => {
    const response = await get(setup.app, address(tileAt(10, -70, -30)));
    expect(response.statusCode).toBe(204);
    expect(response.rawPayload).toHaveLength(0);
  });

  test('are the same under the hash of a release', async () => {
    const tile = tileAt(10, ...MIDDLE);
    const byRelease = await get(setup.app, address(tile, 'sector', setup.release));
    expect(byRelease.rawPayload).toEqual((await get(setup.app, address(tile))).rawPayload);
  });

  test('may be kept for good, travel compressed, and are not sent twice', async () => {
    const url = address(tileAt(10, ...MIDDLE));
    const plain = await get(setup.app, url);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const packed = await get(setup.app, url, { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.rawPayload)).toEqual(plain.rawPayload);
    const again = await get(setup.app, url, { 'if-none-match': String(plain.headers.etag) });
    expect(again.statusCode).toBe(304);
    expect(again.rawPayload).toHaveLength(0);
  });

  test('are made once for all who ask at the same moment', async () => {
    const { rows } = await setup.database.pool.query<{ region: string; version: number }>(
      'select region, id as version from dataset_versions where hash = $1',
      [hash],
    );
    const tile = tileAt(9, ...MIDDLE);
    const made = await Promise.all(
      Array.from({ length: 20 }, () => storedTile(setup.database, rows[0]!, tile)),
    );
    expect(new Set(made).size).toBe(1);
  });

  test('that do not exist are refused', async () => {
    const status = async (url: string) => (await get(setup.app, url)).statusCode;
    expect(await status(`/tiles/${hash}/sector/3/8/0.mvt`)).toBe(400);
    expect(await status(`/tiles/${hash}/sector/30/0/0.mvt`)).toBe(400);
    expect(await status(`/tiles/${hash}/sector/3/-1/0.mvt`)).toBe(400);
    expect(await status(`/tiles/${hash}/sector/3/1.5/0.mvt`)).toBe(400);
    expect(await status(`/tiles/${hash}/village/3/0/0.mvt`)).toBe(400);
    expect(await status(`/tiles/${'0'.repeat(64)}/sector/3/0/0.mvt`)).toBe(404);
    expect(await status(`/tiles/${hash}/municipality/3/0/0.mvt`)).toBe(404);
    expect(await status(`/tiles/nonsense/sector/3/0/0.mvt`)).toBe(400);
  });

  // Only a server has both makers.
  if (kind === 'server')
    test('are the same from PostGIS and from this process', async () => {
      const { rows } = await setup.database.pool.query<{ region: string; version: number }>(
        'select region, id as version from dataset_versions where hash = $1',
        [hash],
      );
      const makers = [postgisTiles(setup.database), slicedTiles(setup.database)];
      for (const z of [4, 7, 9, 11, 13, 15]) {
        const tile = tileAt(z, ...MIDDLE);
        const [one, other] = await Promise.all(
          makers.map(async maker => areasIn(await maker.make(rows[0]!, tile))),
        );
        expect(other!.map(area => area.id)).toEqual(one!.map(area => area.id));
        other!.forEach((area, position) => {
          const units = unitsOf(one![position]!);
          // A corner may be rounded to the next unit: the outline of an area of 100 units a side is off by 400 at most.
          expect(Math.abs(unitsOf(area) - units)).toBeLessThanOrEqual(4 * Math.sqrt(units) + 4);
        });
      }
    });
});
