import { expect, test } from 'vitest';
import { decodeNetwork } from '../../core/access/network/format.ts';
import { runImport } from '../../server/imports/run.ts';
import type { FileRecord } from '../../server/readers/types.ts';
import { describeOnOneDatabase, get, getJson, withTestRegion } from './app.ts';

const street: FileRecord = {
  number: 1,
  properties: { fromNode: 1, toNode: 2, lengthM: 700, kind: 'street' },
  geometry: {
    type: 'LineString',
    coordinates: [
      [3.71, 51.005],
      [3.72, 51.005],
    ],
  },
};

describeOnOneDatabase('a walking network', open => {
  const setup = withTestRegion(open);

  test('is named by the release and sent in bytes, to be kept for good', async () => {
    const { release } = await runImport(setup.database, {
      region: 'test',
      message: 'network',
      steps: [
        {
          kind: 'network',
          file: {
            format: 'geojson',
            name: 'streets.geojson',
            declaredEpsg: 4326,
            spatial: true,
            async *records() {
              yield street;
            },
          },
          source: {
            title: 'Streets',
            publisher: null,
            licence: 'CC0-1.0',
            url: null,
            fileName: null,
            fileHash: null,
            note: null,
          },
        },
      ],
    });
    type View = {
      regions: {
        id: string;
        network: { count: number; hash: string; bytes: number; source: { licence: string } };
      }[];
    };
    const { regions } = await getJson<View>(setup.app, `/api/v1/releases/${release}`);
    const { network } = regions.find(({ id }) => id === 'test')!;
    expect(network).toMatchObject({ count: 1, source: { licence: 'CC0-1.0' } });

    const url = `/api/v1/networks/${network.hash}`;
    const answer = await get(setup.app, url);
    expect(answer.headers['content-type']).toBe('application/x-protobuf');
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.rawPayload.length).toBe(network.bytes);
    expect([...decodeNetwork(answer.rawPayload).metres]).toEqual([700]);
    const again = await get(setup.app, url, { 'if-none-match': String(answer.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('is what reach is walked on, both ways and by norm, and every answer says so', async () => {
    type Origin = { walking: { by: string; detour: number; network: string | null } };
    type Around = Origin & {
      places: { id: string; metres: number }[];
      from: { by: string; streetM: number };
      to: { by: string; streetM: number };
    };
    // The street begins at the playground in the middle of S01 and is 700 m long; as the crow flies × 1.3 it is 913 m.
    const around = (metres: number) =>
      getJson<Around>(setup.app, `/api/v1/access/around?region=test&lon=3.72&lat=51.005&withinM=${metres}`);
    const near = await around(650);
    expect(near.walking).toEqual({ by: 'network', detour: 1.3, network: expect.any(String) });
    expect(near.places).toEqual([]);
    for (const { by, streetM } of [near.from, near.to]) {
      expect(by).toBe('network');
      expect(streetM).toBeCloseTo(650, 6);
    }
    expect((await around(750)).places).toMatchObject([{ id: 'places/a1', metres: expect.closeTo(700, 6) }]);
    type Areas = Origin & { settlement: { points: number; pointsOff: number } };
    const areas = await getJson<Areas>(setup.app, '/api/v1/access/areas?region=test');
    expect(areas.walking.by).toBe('network');
    // Most of the region lies farther than 500 m from the one street.
    expect(areas.settlement.pointsOff).toBeGreaterThan(areas.settlement.points / 2);
    expect(areas.settlement.pointsOff).toBeLessThan(areas.settlement.points);
    for (const path of ['norms', 'areas/sector/S01'])
      expect((await getJson<Origin>(setup.app, `/api/v1/access/${path}?region=test`)).walking.by).toBe(
        'network',
      );
    const csv = await get(setup.app, '/api/v1/exports/access.csv?region=test');
    expect(csv.body).toContain('"network, off it straight line × 1.3"');
  });

  test('that does not exist is not found, and nothing else is understood', async () => {
    expect((await get(setup.app, `/api/v1/networks/${'0'.repeat(64)}`)).statusCode).toBe(404);
    expect((await get(setup.app, '/api/v1/networks/streets')).statusCode).toBe(400);
    expect((await get(setup.app, `/api/v1/networks/${'0'.repeat(64)}?region=test`)).statusCode).toBe(400);
  });
});
