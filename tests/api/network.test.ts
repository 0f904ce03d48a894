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

  test('that does not exist is not found, and nothing else is understood', async () => {
    expect((await get(setup.app, `/api/v1/networks/${'0'.repeat(64)}`)).statusCode).toBe(404);
    expect((await get(setup.app, '/api/v1/networks/streets')).statusCode).toBe(400);
    expect((await get(setup.app, `/api/v1/networks/${'0'.repeat(64)}?region=test`)).statusCode).toBe(400);
  });
});
