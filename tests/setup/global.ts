import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { type Cluster, findPostgres, startCluster } from './cluster.ts';
import { onServer, prepareEmbedded, prepareTemplate } from './prepared.ts';

/** What a test file knows of the databases before it asks for one. */
export type ProvidedDatabases = {
  /** `GET {address}/embedded` and `/server` prepare that kind, once per run, and answer with a Prepared*. */
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
  let server: Promise<PreparedServer> | null = null;
  let embedded: Promise<PreparedEmbedded> | null = null;

  async function makeServer(): Promise<PreparedServer> {
    if (!given) cluster = await startCluster(programs!);
    const serverUrl = given ?? cluster!.url;
    return { serverUrl, template: await prepareTemplate(serverUrl) };
  }
  async function makeEmbedded(): Promise<PreparedEmbedded> {
    return { folder: await prepareEmbedded() };
  }

  const desk = createServer(async (request, response) => {
    try {
      embedded ??= request.url === '/embedded' ? makeEmbedded() : null;
      server ??= request.url === '/server' ? makeServer() : null;
      response.end(JSON.stringify(await (request.url === '/server' ? server : embedded)));
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
    const prepared = await server?.catch(() => null);
    if (prepared && given) await onServer(given, `drop database if exists ${prepared.template} with (force)`);
    cluster?.stop();
  };
}
