import { gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { runImport } from '../../server/imports/run.ts';
import { forgetCurrent } from '../../server/releases/catalogue.ts';
import { describeOnOneDatabase, get, withTestRegion } from './app.ts';
import { dwellingsStep } from './region.ts';

const DERIVED = [
  '/api/v1/releases/current',
  '/api/v1/levels',
  '/api/v1/indicators',
  '/api/v1/areas?q=dorp',
  '/api/v1/areas/columns?level=sector',
  '/api/v1/areas/contiguity?level=sector',
  '/api/v1/areas/sector/S01',
  '/api/v1/areas/municipality/M1/children',
  '/api/v1/values?indicator=social_share&level=sector',
  '/api/v1/facilities?function=play',
  '/api/v1/sites',
  '/api/v1/concentration?level=sector',
  '/api/v1/exports/areas.csv?level=sector',
  '/api/v1/exports/facilities.geojson',
  '/api/v1/exports/comparison.csv?of=municipality&level=sector',
  '/api/v1/exports/comparison.xlsx?of=municipality&level=sector',
];

describeOnOneDatabase('caching', open => {
  const setup = withTestRegion(open);

  test.each(DERIVED)('%s is asked for again and not sent again', async url => {
    const first = await get(setup.app, url);
    expect(first.statusCode).toBe(200);
    expect(first.headers['cache-control']).toBe('no-cache');
    const etag = String(first.headers.etag);
    for (const header of [etag, `"other", ${etag}`, etag.replace('W/', '')]) {
      const again = await get(setup.app, url, { 'if-none-match': header });
      expect(again.statusCode).toBe(304);
      expect(again.body).toBe('');
      expect(again.headers.etag).toBe(etag);
    }
    expect((await get(setup.app, url, { 'if-none-match': 'W/"other"' })).statusCode).toBe(200);
  });

  test('an answer that names its release may be kept for good', async () => {
    for (const url of DERIVED.filter(path => path !== '/api/v1/releases/current')) {
      const pinned = await get(setup.app, `${url}${url.includes('?') ? '&' : '?'}release=${setup.release}`);
      expect(pinned.headers['cache-control'], url).toBe('public, max-age=31536000, immutable');
    }
  });

  test('other parameters have another ETag', async () => {
    const etags = await Promise.all(
      ['sector', 'municipality', 'province'].map(async level => {
        const response = await get(setup.app, `/api/v1/values?indicator=social_share&level=${level}`);
        return response.headers.etag;
      }),
    );
    expect(new Set(etags).size).toBe(3);
  });

  test('large answers travel compressed and plain alike', async () => {
    const url = '/api/v1/values?indicator=social_share&level=sector';
    const plain = await get(setup.app, url);
    const packed = await get(setup.app, url, { 'accept-encoding': 'gzip' });
    expect(packed.headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: expect.stringContaining('accept-encoding'),
    });
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
    const refused = await get(setup.app, url, { 'accept-encoding': 'gzip;q=0, identity' });
    expect(refused.headers['content-encoding']).toBeUndefined();
  });

  test('a comparison is drawn once for all who download it, and stays a file when it is packed', async () => {
    const url = '/api/v1/exports/comparison.csv?of=municipality&level=sector&draws=99';
    const drawn = vi.spyOn(setup.app.computation, 'run');
    const [plain, packed] = await Promise.all([
      get(setup.app, url),
      get(setup.app, url, { 'accept-encoding': 'gzip' }),
    ]);
    const again = await get(setup.app, url);
    expect(drawn).toHaveBeenCalledTimes(1);
    drawn.mockRestore();
    expect(packed.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': expect.stringMatching(/^text\/csv/),
      'content-disposition': expect.stringContaining('test-municipality-dissimilarity-2023.csv'),
    });
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
    expect(again.body).toBe(plain.body);
    expect(plain.body).toMatch(/^code,name,/);
  });

  test('a new release changes the ETag, and the old answer is sent to nobody', async () => {
    const url = '/api/v1/values?indicator=social_share&level=sector';
    const before = await get(setup.app, url);
    await runImport(setup.database, {
      region: 'test',
      message: 'Changed',
      steps: [dwellingsStep(2023, { S01: [60, 100] })],
    });
    forgetCurrent(setup.database);
    const after = await get(setup.app, url, { 'if-none-match': String(before.headers.etag) });
    expect(after.statusCode).toBe(200);
    expect(after.json().columns.numerator[0]).toBe(60);
  });
});
