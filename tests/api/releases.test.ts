import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../server/database/types.ts';
import { runImport } from '../../server/imports/run.ts';
import { defaultRegionOf, requestedRelease } from '../../server/releases/catalogue.ts';
import { describeOnDatabases } from '../database.ts';
import { get, getJson, testApp } from './app.ts';
import { dwellingsStep, importTestRegion, municipalitiesStep, sectorsStep } from './region.ts';

type Releases = {
  releases: { hash: string; parentHash: string | null; message: string; current: boolean }[];
};
type View = { hash: string; defaultRegion: string; regions: { id: string; synthetic: boolean }[] };
type Values = { release: string; columns: { numerator: number[] } };

const S01 = '/api/v1/values?indicator=social_share&level=sector&region=test';

describeOnDatabases('releases', open => {
  let database: Database;
  let app: FastifyInstance;

  beforeAll(async () => {
    database = await open();
    app = await testApp(database);
  });
  afterAll(() => app?.close());

  test('before the first import there is none, and every reader is told what to do', async () => {
    expect(await getJson<Releases>(app, '/api/v1/releases')).toEqual({ releases: [] });
    const current = await get(app, '/api/v1/releases/current');
    expect(current.statusCode).toBe(404);
    expect(current.json()).toMatchObject({
      type: '/problems/not-found',
      detail: expect.stringContaining('import'),
    });
    expect((await get(app, '/api/v1/levels')).statusCode).toBe(404);
    expect(await getJson(app, '/health')).toMatchObject({ status: 'ok', release: null });
  });

  describe('after an import', () => {
    let first: string;
    beforeAll(async () => {
      first = (await importTestRegion(database)).release;
    });

    test('the current release says what it holds, region by region', async () => {
      const view = await getJson<View>(app, '/api/v1/releases/current');
      expect(view).toMatchObject({
        hash: first,
        parentHash: null,
        message: 'The test region',
        defaultRegion: 'test',
      });
      expect(view.regions).toHaveLength(1);
      expect(view.regions[0]).toMatchObject({
        id: 'test',
        title: 'Testland',
        synthetic: false,
        // Four columns of 0.02° from 3.7°, three rows of 0.01° from 51°.
        bbox: [3.7, 51, 3.78, 51.03],
        levels: [
          { level: 'province', vintage: 2024, count: 1, parentLevel: null },
          { level: 'municipality', vintage: 2024, count: 2, parentLevel: 'province' },
          { level: 'sector', vintage: 2024, count: 12, parentLevel: 'municipality' },
        ],
        facilities: [{ id: 'places', count: 3, functions: ['green', 'meeting', 'play'] }],
        sites: { count: 1 },
        network: null,
      });
      expect(await getJson<View>(app, `/api/v1/releases/${first}`)).toEqual(view);
    });

    test('an import by another process is taken up without a restart, and the old release stays readable', async () => {
      expect((await getJson<Values>(app, S01)).columns.numerator[0]).toBe(50);
      const second = await runImport(database, {
        region: 'test',
        message: 'S01 has 70 social dwellings',
        steps: [dwellingsStep(2023, { S01: [70, 100] })],
      });
      expect(second.release).not.toBe(first);
      await expect
        .poll(async () => (await getJson<Values>(app, S01)).columns.numerator[0], { timeout: 10_000 })
        .toBe(70);
      const old = await getJson<Values>(app, `${S01}&release=${first}`);
      expect(old).toMatchObject({ release: first, columns: { numerator: expect.arrayContaining([50]) } });
      expect((await getJson<Releases>(app, '/api/v1/releases')).releases).toMatchObject([
        { hash: second.release, parentHash: first, current: true },
        { hash: first, parentHash: null, current: false },
      ]);
    });

    test('the areas keep their hash when only a table is imported, so tiles stay cached', async () => {
      const [newest, oldest] = (await getJson<Releases>(app, '/api/v1/releases')).releases;
      const areasHashes = async (hash = '') =>
        (
          await getJson<{ regions: { levels: { level: string; hash: string }[] }[] }>(
            app,
            `/api/v1/releases/${hash}`,
          )
        ).regions[0]?.levels.map(({ level, hash }) => `${level} ${hash}`);
      expect(await areasHashes(newest?.hash)).toEqual(await areasHashes(oldest?.hash));
    });

    test('choosing an older release rolls back, and choosing the newer one goes forward again', async () => {
      const newest = (await getJson<Releases>(app, '/api/v1/releases')).releases[0]?.hash;
      const choose = (hash: string | undefined) =>
        app.inject({
          method: 'PUT',
          url: '/api/v1/releases/current',
          headers: { host: 'localhost' },
          payload: { hash },
        });
      expect((await choose(first)).json()).toMatchObject({ hash: first });
      expect((await getJson<Values>(app, S01)).columns.numerator[0]).toBe(50);
      expect((await choose(newest)).statusCode).toBe(200);
      expect((await getJson<Values>(app, S01)).columns.numerator[0]).toBe(70);
      expect((await choose('0'.repeat(64))).statusCode).toBe(404);
      expect((await choose('not a hash')).statusCode).toBe(400);
    });

    test('readers who name no region get the real one imported into last, never the made-up one', async () => {
      const steps = [municipalitiesStep(), sectorsStep()];
      await runImport(database, { region: 'made-up', synthetic: true, message: 'Made up', steps });
      expect(await getJson<View>(app, '/api/v1/releases/current')).toMatchObject({ defaultRegion: 'test' });
      await runImport(database, { region: 'later', message: 'Later', steps });
      const view = await getJson<View>(app, '/api/v1/releases/current');
      expect(view.defaultRegion).toBe('later');
      expect(view.regions.map(({ id, synthetic }) => `${id} ${synthetic}`)).toEqual([
        'later false',
        'made-up true',
        'test false',
      ]);
    });

    test('a made-up region is the default while it is alone', async () => {
      const { items } = await requestedRelease(database);
      const madeUp = items.filter(item => item.region === 'made-up');
      expect(defaultRegionOf([{ id: 'made-up', title: 'Made up', synthetic: true }], madeUp)).toBe('made-up');
      expect(defaultRegionOf([], [])).toBeNull();
    });
  });
});
