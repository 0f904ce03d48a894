import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe } from 'vitest';
import { type AppOptions, buildApp } from '../../server/app.ts';
import type { Database } from '../../server/database/types.ts';
import type { Settings } from '../../server/settings.ts';
import { openTestDatabase, testDatabases } from '../database.ts';
import { importTestRegion } from './region.ts';

export const SETTINGS: Settings = {
  port: 0,
  host: '127.0.0.1',
  dataDir: '',
  databaseUrl: null,
  adminToken: null,
  basemapStyle: null,
  logLevel: 'silent',
};

export const ADMIN_TOKEN = 'a-token-of-more-than-16-characters';

/** The app on a database, silent unless a test asks otherwise, and never too busy: tests share their processors. */
export function testApp(database: Database, options: Partial<AppOptions> = {}): Promise<FastifyInstance> {
  const quiet = { settings: SETTINGS, logger: false, webDirectory: '/nowhere', mostLagMs: 0 } as const;
  return buildApp({ database, ...quiet, ...options });
}

export type Setup = { database: Database; app: FastifyInstance; release: string };

/** Before the tests of a suite: a fresh database with the test region, and the app on it. */
export function withTestRegion(open: () => Promise<Database>, options: Partial<AppOptions> = {}): Setup {
  const setup = {} as Setup;
  beforeAll(async () => {
    setup.database = await open();
    setup.release = (await importTestRegion(setup.database)).release;
    setup.app = await testApp(setup.database, options);
  });
  afterAll(() => setup.app?.close());
  return setup;
}

/** GET as a browser at this machine would do it. */
export function get(
  app: FastifyInstance,
  url: string,
  headers: InjectOptions['headers'] = {},
): Promise<LightMyRequestResponse> {
  return app.inject({ method: 'GET', url, headers });
}

/** The body of a GET that must succeed. */
export async function getJson<T>(app: FastifyInstance, url: string): Promise<T> {
  const response = await get(app, url);
  if (response.statusCode !== 200) throw new Error(`${response.statusCode} for ${url}: ${response.body}`);
  return response.json<T>();
}

/** For what does not touch the database's own ways: the suite runs on one of the two, the quicker that is there. */
export function describeOnOneDatabase(name: string, suite: (open: () => Promise<Database>) => void): void {
  const kind = testDatabases.find(database => database.kind === 'server' && database.available)
    ? 'server'
    : 'embedded';
  const opened: Database[] = [];
  describe(name, () => {
    suite(async () => {
      const database = await openTestDatabase(kind);
      opened.push(database);
      return database;
    });
    afterAll(async () => {
      for (const database of opened) await database.close();
    });
  });
}
