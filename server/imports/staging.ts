import { sql } from 'kysely';
import type { Database } from '../database/types.ts';

const STAGED_TABLES = ['staged_areas', 'staged_area_shapes', 'staged_facilities', 'staged_sites'] as const;

const HEARTBEAT_MS = 10_000;

/** An import that has not touched its row for this long is dead. Longer than any one statement takes. */
const DEAD_AFTER_SECONDS = 120;

/** The staged datasets of one import: claimed with a heartbeat, let go together. */
export type Staging = {
  /** Claims a new id under which rows can be staged. */
  claim(kind: string): Promise<number>;
  /** Removes everything that was staged. Never throws: what stays behind is swept by the next import. */
  release(): Promise<void>;
};

/**
 * Removes what dead imports staged. When no import is at work the tables are emptied at once, which also gives the
 * space back on a database without autovacuum; the lock keeps a new import from claiming an id meanwhile.
 */
export async function sweepStaging(database: Database): Promise<void> {
  await database.kysely.transaction().execute(async trx => {
    await sql`lock table imports in exclusive mode`.execute(trx);
    await sql`delete from imports where heartbeat_at < now() - make_interval(secs => ${DEAD_AFTER_SECONDS})`.execute(
      trx,
    );
    const alive = await sql<{ alive: boolean }>`select exists (select from imports) as alive`.execute(trx);
    if (alive.rows[0]?.alive) {
      for (const table of STAGED_TABLES) {
        await sql`delete from ${sql.table(table)} where import not in (select id from imports)`.execute(trx);
      }
    } else {
      await sql`truncate ${sql.join(STAGED_TABLES.map(table => sql.table(table)))}`.execute(trx);
    }
  });
}

export async function openStaging(database: Database): Promise<Staging> {
  await sweepStaging(database);
  const ids: number[] = [];
  const timer = setInterval(() => {
    // A missed beat is not worth failing for: the next one may come through, and the import itself would fail anyway.
    sql`update imports set heartbeat_at = now() where id = any(${ids}::int[])`
      .execute(database.kysely)
      .catch(() => {});
  }, HEARTBEAT_MS);
  timer.unref();
  return {
    async claim(kind) {
      const result = await sql<{
        id: number;
      }>`insert into imports (kind) values (${kind}) returning id`.execute(database.kysely);
      const id = (result.rows[0] as { id: number }).id;
      ids.push(id);
      return id;
    },
    async release() {
      clearInterval(timer);
      try {
        await sql`delete from imports where id = any(${ids}::int[])`.execute(database.kysely);
        await sweepStaging(database);
      } catch {
        // Swept by the next import.
      }
    },
  };
}
