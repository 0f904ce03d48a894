import pg from 'pg';
import { ProblemError } from '../../core/problem.ts';
import { outliveConnections } from './connection-loss.ts';

const MIN_POSTGIS = [3, 3] as const;
const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 10_000;
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Connects to a PostgreSQL server and makes sure it has PostGIS 3.3 or later and speaks UTF-8; the extension is
 * created when it is installed and this user may do so.
 * @throws ProblemError `unavailable` when it cannot be reached, `not-configured` when something is missing. The
 * message never holds the password.
 */
export async function connectServer(databaseUrl: string): Promise<pg.Pool> {
  const pool = serverPool({
    connectionString: databaseUrl,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'buurtbalans',
  });
  try {
    await checkServer(pool, describe(databaseUrl));
    return pool;
  } catch (error) {
    await pool.end();
    if (error instanceof ProblemError) throw error;
    throw new ProblemError(
      'unavailable',
      `The PostgreSQL server at ${describe(databaseUrl)} cannot be reached (${(error as Error).message || (error as { code?: string }).code}); check DATABASE_URL.`,
      {},
      error,
    );
  }
}

/**
 * A pool without just-in-time compilation: PostGIS tells high costs for its functions, so that PostgreSQL compiles most
 * of our statements, each for longer than it runs (100,000 places: a second for every 500).
 */
export function serverPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, onConnect: client => client.query('set jit = off') });
  outliveConnections(pool);
  return pool;
}

async function checkServer(pool: pg.Pool, where: string): Promise<void> {
  const { rows } = await pool.query<{ encoding: string; installed: string | null; offered: string | null }>(`
    select current_setting('server_encoding') as encoding,
      (select extversion from pg_extension where extname = 'postgis') as installed,
      (select default_version from pg_available_extensions where name = 'postgis') as offered`);
  const { encoding, installed, offered } = rows[0]!;
  if (encoding !== 'UTF8') {
    throw new ProblemError(
      'not-configured',
      `The database at ${where} has encoding ${encoding}; create it with encoding UTF8.`,
    );
  }
  const version = installed ?? offered;
  if (version === null) {
    throw new ProblemError(
      'not-configured',
      `The server at ${where} has no PostGIS; install it (on Debian: apt-get install postgresql-postgis).`,
    );
  }
  if (isOlder(version)) {
    throw new ProblemError(
      'not-configured',
      `The server at ${where} has PostGIS ${version}; ${MIN_POSTGIS.join('.')} or later is needed.`,
    );
  }
  if (installed === null) await createExtension(pool, where);
}

async function createExtension(pool: pg.Pool, where: string): Promise<void> {
  try {
    await pool.query('create extension if not exists postgis');
  } catch (error) {
    const { rows } = await pool.query(`select 1 from pg_extension where extname = 'postgis'`);
    // Another server that starts at the same moment may have made it.
    if (rows.length > 0) return;
    const reason =
      (error as { code?: string }).code === INSUFFICIENT_PRIVILEGE
        ? 'this user may not create it'
        : (error as Error).message;
    throw new ProblemError(
      'not-configured',
      `PostGIS is not enabled in the database at ${where} (${reason}); run "create extension postgis" in it as a superuser.`,
      {},
      error,
    );
  }
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < MIN_POSTGIS[0] || (major === MIN_POSTGIS[0] && minor < MIN_POSTGIS[1]);
}

/** Host, port and database of an address, without user and password. */
function describe(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return 'DATABASE_URL';
  const { host, pathname } = new URL(databaseUrl);
  return `${host || 'localhost'}${pathname}`;
}
