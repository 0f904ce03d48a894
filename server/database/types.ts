import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { ProblemError } from '../../core/problem.ts';
import type { DB } from './schema.ts';

/** An open database; the same code runs on both kinds. */
export type Database = {
  /** `embedded` is PGlite (one session, no ST_AsMVT); `server` is PostgreSQL with PostGIS. */
  kind: 'embedded' | 'server';
  kysely: Kysely<DB>;
  pool: pg.Pool;
  /** Whether ST_AsMVT works. */
  hasMvt: boolean;
  version: { postgres: string; postgis: string };
  /** Ends the pool; an embedded database is written out and its directory is released. */
  close(): Promise<void>;
};

export type DatabaseHooks = {
  /** One line for the person who waits, such as "Creating the embedded database". */
  onProgress?: (text: string) => void;
  /** The embedded database stopped by itself; the process should say so and end. */
  onLost?: (error: ProblemError) => void;
};
