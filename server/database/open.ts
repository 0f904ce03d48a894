import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { ProblemError } from '../../core/problem.ts';
import { indicators } from '../../data/indicators.ts';
import type { Settings } from '../settings.ts';
import { outliveConnections } from './connection-loss.ts';
import { EmbeddedPool } from './embedded/pool.ts';
import { type EmbeddedInstance, embeddedConnection, startEmbedded } from './embedded/start.ts';
import { syncIndicators } from './indicators.ts';
import { directoryInUse, readInstance } from './lock.ts';
import { migrate } from './migrate.ts';
import type { DB } from './schema.ts';
import { connectServer } from './server.ts';
import type { Database, DatabaseHooks } from './types.ts';

type Where = Pick<Settings, 'databaseUrl' | 'dataDir'>;

/** PGlite runs one statement at a time: more connections only queue in another place. */
const EMBEDDED_POOL_SIZE = 8;
/** How long a server that closes waits for the commands beside it; less than it has before it is killed. */
const SERVER_DRAIN_MS = 6_000;
/** How long a command that opened the directory itself waits for the commands that joined it. */
const COMMAND_DRAIN_MS = 10 * 60_000;
/** How long a command waits for a process that holds the directory and is still starting or stopping. */
const JOIN_TIMEOUT_MS = 60_000;
const JOIN_RETRY_MS = 200;

/**
 * Opens the database that the settings name, with its schema up to date: a PostgreSQL server when `databaseUrl` is
 * set, else the embedded one in `dataDir`, which this process then holds alone. When it closes, commands that work
 * beside it may end what they do; one that takes longer is told that the server is closing.
 * @throws ProblemError `directory-in-use`, `not-configured` or `unavailable`, each naming the way out.
 */
export async function openDatabase(
  where: Where,
  hooks: DatabaseHooks = {},
  drainMs = SERVER_DRAIN_MS,
): Promise<Database> {
  if (where.databaseUrl !== null) return prepareServer(where.databaseUrl);
  return prepareEmbedded(await startEmbedded(where.dataDir, hooks), drainMs);
}

/**
 * The same for a command: beside a running instance it works through that instance's socket. When nothing runs, it
 * opens the directory itself and stays until the commands that joined it have ended.
 */
export async function openForCommand(where: Where, hooks: DatabaseHooks = {}): Promise<Database> {
  if (where.databaseUrl !== null) return prepareServer(where.databaseUrl);
  const deadline = Date.now() + JOIN_TIMEOUT_MS;
  for (let told = false; ; told = true) {
    try {
      return await prepareEmbedded(await startEmbedded(where.dataDir, hooks), COMMAND_DRAIN_MS);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'directory-in-use') throw error;
    }
    const pool = await joinRunning(where.dataDir);
    if (pool) return prepare('embedded', pool, () => pool.end());
    if (Date.now() > deadline) throw directoryInUse(where.dataDir);
    if (!told) hooks.onProgress?.(`Waiting for the process that has ${where.dataDir} open`);
    await new Promise(resolve => setTimeout(resolve, JOIN_RETRY_MS));
  }
}

/** A pool on the running instance's database, or null when that cannot be reached at this moment. */
async function joinRunning(dataDir: string): Promise<pg.Pool | null> {
  const connection = readInstance(dataDir)?.connection;
  if (!connection) return null;
  const pool = embeddedPool(embeddedConnection(connection), () => null);
  try {
    await pool.query('select 1');
    return pool;
  } catch {
    await pool.end();
    return null;
  }
}

function embeddedPool(connection: pg.PoolConfig, lost: EmbeddedInstance['lost']): pg.Pool {
  // Connections stay open: the holder of the directory counts them to know who still needs it.
  const pool = new EmbeddedPool({ ...connection, max: EMBEDDED_POOL_SIZE, idleTimeoutMillis: 0 }, lost);
  // When the instance ends its sockets close; the next query says why.
  outliveConnections(pool);
  return pool;
}

async function prepareEmbedded(instance: EmbeddedInstance, drainMs: number): Promise<Database> {
  const pool = embeddedPool(instance.connection, instance.lost);
  return prepare('embedded', pool, async () => {
    await pool.end();
    await instance.close(drainMs);
  });
}

async function prepareServer(databaseUrl: string): Promise<Database> {
  const pool = await connectServer(databaseUrl);
  return prepare('server', pool, () => pool.end());
}

/** A pool as a database with its schema up to date; `release` is what closing it does. */
export async function prepare(
  kind: Database['kind'],
  pool: pg.Pool,
  release: () => Promise<void>,
): Promise<Database> {
  let closed: Promise<void> | null = null;
  const close = () => {
    closed ??= release();
    return closed;
  };
  try {
    await migrate(pool);
    const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
    await syncIndicators(kysely, indicators);
    const { rows } = await pool.query<{ postgres: string; postgis: string; mvt: boolean }>(`
      select current_setting('server_version') as postgres, postgis_lib_version() as postgis,
        coalesce(postgis_libprotobuf_version(), '') <> '' as mvt`);
    const { postgres, postgis, mvt } = rows[0]!;
    return { kind, kysely, pool, hasMvt: mvt, version: { postgres, postgis }, close };
  } catch (error) {
    await close();
    throw error;
  }
}
