import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { type AppOptions, buildApp } from '../../server/app.ts';
import type { Database } from '../../server/database/types.ts';
import type { Settings } from '../../server/settings.ts';
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

/** The app on a database, silent unless a test asks otherwise. */
export function testApp(database: Database, options: Partial<AppOptions> = {}): Promise<FastifyInstance> {
  return buildApp({ database, settings: SETTINGS, logger: false, webDirectory: '/nowhere', ...options });
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
