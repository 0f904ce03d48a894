import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { ProblemError } from '../../core/problem.ts';

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../sql/migrations/', import.meta.url));

/** Any number that nothing else locks; held until the end of the transaction only, so it never leaks. */
const ADVISORY_LOCK = 5_218_830_021;

type Migration = { name: string; sql: string; hash: string };

/**
 * Brings the schema up to date: every file of the folder, in the order of its name, in a transaction of its own.
 * Servers that start at the same moment wait for one another.
 * @returns the names of the files that were applied now.
 * @throws ProblemError `not-configured` when an applied file was changed or is gone.
 */
export async function migrate(pool: pg.Pool, folder = MIGRATIONS_FOLDER): Promise<string[]> {
  const files = await readMigrations(folder);
  const applied = await readApplied(pool);
  refuseUnknown(files, applied);
  const done: string[] = [];
  for (const file of files) {
    if (isApplied(file, applied)) continue;
    if (await applyOne(pool, file)) done.push(file.name);
  }
  return done;
}

/** The migrations of a folder with the hash of each; line endings do not count. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async name => {
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function readApplied(pool: pg.Pool): Promise<Map<string, string>> {
  const there = await pool.query<{ there: boolean }>(`select to_regclass('migrations') is not null as there`);
  return there.rows[0]!.there ? readRows(pool) : new Map();
}

async function readRows(queryable: pg.Pool | pg.PoolClient): Promise<Map<string, string>> {
  const { rows } = await queryable.query<{ name: string; hash: string }>('select name, hash from migrations');
  return new Map(rows.map(row => [row.name, row.hash]));
}

async function applyOne(pool: pg.Pool, file: Migration): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
    // Before the look at it: this also makes the session see a table that another server has just made.
    await client.query(
      'create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    );
    // Another server may have applied the file while this one waited for the lock.
    if (isApplied(file, await readRows(client))) {
      await client.query('rollback');
      return false;
    }
    await client.query(file.sql);
    await client.query('insert into migrations (name, hash) values ($1, $2)', [file.name, file.hash]);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if (error instanceof ProblemError) throw error;
    throw new ProblemError(
      'not-configured',
      `Migration ${file.name} failed (${(error as Error).message}); nothing of it was kept.`,
      { migration: file.name },
      error,
    );
  } finally {
    client.release();
  }
}

function isApplied(file: Migration, applied: ReadonlyMap<string, string>): boolean {
  const hash = applied.get(file.name);
  if (hash !== undefined && hash !== file.hash) {
    throw new ProblemError(
      'not-configured',
      `Migration ${file.name} was changed after it had been applied to this database; restore the file and write the change as a new migration.`,
      { migration: file.name },
    );
  }
  return hash !== undefined;
}

function refuseUnknown(files: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const known = new Set(files.map(file => file.name));
  const unknown = [...applied.keys()].find(name => !known.has(name));
  if (unknown === undefined) return;
  throw new ProblemError(
    'not-configured',
    `This database has migration ${unknown}, which this version does not know; run the newer version that made it.`,
    { migration: unknown },
  );
}
