import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, inject } from 'vitest';
import { openDatabase } from '../server/database/open.ts';
import type { Database } from '../server/database/types.ts';
import type { PreparedEmbedded, PreparedServer } from './setup/global.ts';
import { databaseAt, onServer } from './setup/prepared.ts';

type Kind = Database['kind'];

const { address, noServer } = inject('databases');

/** Both databases that the product runs on, and why one cannot be tried here. */
export const testDatabases: readonly { kind: Kind; available: boolean; reason?: string }[] = [
  { kind: 'embedded', available: true },
  noServer === null
    ? { kind: 'server', available: true }
    : { kind: 'server', available: false, reason: noServer },
];

/** A fresh database with the schema and no data; closing it removes it. */
export async function openTestDatabase(kind: Kind): Promise<Database> {
  if (kind === 'server') {
    const databaseUrl = await createServerDatabase();
    return removedOnClose(await openDatabase({ databaseUrl, dataDir: '' }), () =>
      dropServerDatabase(databaseUrl),
    );
  }
  const dataDir = await createDataDirectory();
  return removedOnClose(await openDatabase({ databaseUrl: null, dataDir }), () =>
    rm(dataDir, { recursive: true }),
  );
}

/**
 * Runs the same tests on both databases; what cannot run is skipped under a name that says why. Every database
 * that a test opened with `open` is closed after the suite.
 */
export function describeOnDatabases(
  name: string,
  suite: (open: () => Promise<Database>, kind: Kind) => void,
): void {
  for (const { kind, available, reason } of testDatabases) {
    const title = `${name}, ${kind} database${reason ? ` (left out: ${reason})` : ''}`;
    describe.skipIf(!available)(title, () => {
      const opened: Database[] = [];
      afterAll(async () => {
        for (const database of opened) await database.close();
      });
      suite(async () => {
        const database = await openTestDatabase(kind);
        opened.push(database);
        return database;
      }, kind);
    });
  }
}

/** A data directory in which the embedded database is ready to be opened, empty or with the demo region; the caller removes it. */
export async function createDataDirectory(of: 'embedded' | 'demo' = 'embedded'): Promise<string> {
  const { folder } = await prepared<PreparedEmbedded>(of);
  const dataDir = await mkdtemp(join(tmpdir(), 'buurtbalans-test-'));
  await cp(join(folder, 'database'), join(dataDir, 'database'), { recursive: true });
  return dataDir;
}

/** The address of a fresh database on the test server; `dropServerDatabase` removes it. */
export async function createServerDatabase(): Promise<string> {
  const { template } = await prepared<PreparedServer>('server');
  return createFrom(template);
}

/** The same without the schema and without PostGIS: what a person gets from `createdb`. */
export function createEmptyServerDatabase(): Promise<string> {
  return createFrom('template0');
}

async function createFrom(template: string): Promise<string> {
  const { serverUrl } = await prepared<PreparedServer>('server');
  const name = `buurtbalans_test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name} template ${template}`);
  return databaseAt(serverUrl, name);
}

export async function dropServerDatabase(databaseUrl: string): Promise<void> {
  const { serverUrl } = await prepared<PreparedServer>('server');
  const name = new URL(databaseUrl).pathname.slice(1);
  await onServer(serverUrl, `drop database if exists ${name} with (force)`);
}

function removedOnClose(database: Database, remove: () => Promise<void>): Database {
  let closed: Promise<void> | null = null;
  const close = () => {
    closed ??= database.close().then(remove);
    return closed;
  };
  return { ...database, close };
}

async function prepared<Prepared>(kind: Kind | 'demo'): Promise<Prepared> {
  const response = await fetch(`${address}/${kind}`);
  if (!response.ok) throw new Error(`The test database could not be prepared: ${await response.text()}`);
  return (await response.json()) as Prepared;
}
