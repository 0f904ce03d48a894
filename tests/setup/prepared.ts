import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { MIGRATIONS_FOLDER, readMigrations } from '../../server/database/migrate.ts';
import { openDatabase } from '../../server/database/open.ts';
import { loadDemo } from '../../server/instance.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/buurtbalans');
const PACKAGES = ['@electric-sql/pglite', '@electric-sql/pglite-postgis'];
const DAY_MS = 24 * 60 * 60_000;

/**
 * The files of an embedded database with PostGIS and the present schema, made once and kept between runs: making
 * them takes ten seconds, copying them a tenth of one.
 * @returns a folder whose `database` is to be copied into a data directory.
 */
export async function prepareEmbedded(): Promise<string> {
  const ready = join(CACHE, await embeddedKey());
  if (existsSync(ready)) return ready;
  const dataDir = await mkdtemp(join(tmpdir(), 'buurtbalans-prepared-'));
  const database = await openDatabase({ databaseUrl: null, dataDir });
  await database.close();
  await mkdir(CACHE, { recursive: true });
  const beside = await mkdtemp(join(CACHE, 'new-'));
  await cp(join(dataDir, 'database'), join(beside, 'database'), { recursive: true });
  await rm(dataDir, { recursive: true });
  // Another run may have finished the same at this moment; either will do.
  await rename(beside, ready).catch(() => rm(beside, { recursive: true }));
  await sweepCache(ready);
  return ready;
}

/** The same with the demo region in it, for those who come to work on it; the caller removes the folder. */
export async function prepareDemo(embedded: string): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'buurtbalans-demo-'));
  await cp(join(embedded, 'database'), join(dataDir, 'database'), { recursive: true });
  const database = await openDatabase({ databaseUrl: null, dataDir });
  await loadDemo(database, { onProgress: () => undefined });
  await database.close();
  return dataDir;
}

async function embeddedKey(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of PACKAGES) {
    hash.update(await readFile(join(ROOT, 'node_modules', name, 'package.json')));
  }
  for (const migration of await readMigrations(MIGRATIONS_FOLDER))
    hash.update(`${migration.name} ${migration.hash}`);
  hash.update(await readFile(join(ROOT, 'data/indicators.ts')));
  return hash.digest('hex').slice(0, 16);
}

async function sweepCache(keep: string): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const path = join(CACHE, name);
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (path !== keep && age > DAY_MS) await rm(path, { recursive: true, force: true });
  }
}

/** A database on the server with PostGIS and the present schema, to be copied with `create database … template`. */
export async function prepareTemplate(serverUrl: string): Promise<string> {
  const name = `buurtbalans_template_${process.pid}`;
  await onServer(
    serverUrl,
    `drop database if exists ${name}`,
    `create database ${name} template template0 encoding 'UTF8'`,
  );
  const database = await openDatabase({ databaseUrl: databaseAt(serverUrl, name), dataDir: '' });
  await database.close();
  return name;
}

/** The same server, another database. */
export function databaseAt(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs statements that cannot be in a transaction, each by itself, from the database that the address names. */
export async function onServer(serverUrl: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
