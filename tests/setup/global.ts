import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { type Cluster, findPostgres, startCluster } from './cluster.ts';
import { onServer, prepareDemo, prepareEmbedded, prepareTemplate } from './prepared.ts';

/** What a test file knows of the databases before it asks for one. */
export type ProvidedDatabases = {
  /** `GET {address}/embedded`, `/demo` and `/server` prepare that, once per run, and answer with a Prepared*. */
  address: string;
  /** Why there is no server, or null when there is one. */
  noServer: string | null;
};
export type PreparedEmbedded = { folder: string };
export type PreparedServer = { serverUrl: string; template: string };

declare module 'vitest' {
  interface ProvidedContext {
    databases: ProvidedDatabases;
  }
}

/**
 * Databases are prepared when the first test asks for one, so that a run without them starts at once. Test files
 * run in processes of their own and ask this one over a loopback port.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const programs = findPostgres();
  let cluster: Cluster | null = null;
  const made = new Map<string, Promise<unknown>>();
  let demo: string | null = null;

  async function makeServer(): Promise<PreparedServer> {
    if (!given) cluster = await startCluster(programs!);
    const serverUrl = given ?? cluster!.url;
    return { serverUrl, template: await prepareTemplate(serverUrl) };
  }
  async function makeEmbedded(): Promise<PreparedEmbedded> {
    return { folder: await prepareEmbedded() };
  }

  async function makeDemo(): Promise<PreparedEmbedded> {
    const { folder } = (await once('/embedded')) as PreparedEmbedded;
    demo = await prepareDemo(folder);
    return { folder: demo };
  }
  const makers: Record<string, () => Promise<unknown>> = {
    '/embedded': makeEmbedded,
    '/demo': makeDemo,
    '/server': makeServer,
  };
  function once(url: string): Promise<unknown> {
    const known = made.get(url) ?? makers[url]!();
    made.set(url, known);
    return known;
  }

  const desk = createServer(async (request, response) => {
    try {
      response.end(JSON.stringify(await once(request.url ?? '')));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>(resolve => desk.listen(0, '127.0.0.1', resolve));
  const address = desk.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  project.provide('databases', {
    address: `http://127.0.0.1:${port}`,
    noServer:
      given || programs
        ? null
        : 'no PostgreSQL with PostGIS found; apt-get install postgresql-15-postgis-3, or set TEST_DATABASE_URL',
  });

  return async () => {
    desk.closeAllConnections();
    desk.close();
    if (demo !== null) await rm(demo, { recursive: true, force: true });
    const prepared = (await made.get('/server')?.catch(() => null)) as PreparedServer | null | undefined;
    if (prepared && given) await onServer(given, `drop database if exists ${prepared.template} with (force)`);
    cluster?.stop();
  };
}
