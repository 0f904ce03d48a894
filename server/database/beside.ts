import pg from 'pg';
import { outliveConnections } from './connection-loss.ts';
import { prepare } from './open.ts';
import { serverPool } from './server.ts';
import type { Database } from './types.ts';

/** How another thread reaches a database that is open here; plain data. */
export type Connection = { kind: Database['kind']; config: pg.PoolConfig };

/** An import uses one or two at a time. */
const POOL_SIZE = 4;

export function connectionOf({ kind, pool }: Database): Connection {
  const { connectionString, host, port, user, database, password, application_name } = pool.options;
  const config =
    connectionString === undefined
      ? { host, port, user, database, password }
      : { connectionString, application_name };
  return { kind, config: config as pg.PoolConfig };
}

/** Opens the database of another thread a second time; closing ends only what was opened here. */
export function openBeside({ kind, config }: Connection): Promise<Database> {
  const wanted = { ...config, max: POOL_SIZE };
  if (kind === 'server') {
    const pool = serverPool(wanted);
    return prepare(kind, pool, () => pool.end());
  }
  const pool = new pg.Pool(wanted);
  outliveConnections(pool);
  return prepare(kind, pool, () => pool.end());
}
