import { type Kysely, sql } from 'kysely';
import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { upgraded } from '../../core/scenario/upgrade.ts';
import type { DB } from '../database/schema.ts';
import type { Database } from '../database/types.ts';

/**
 * Latest versions that are kept of a scenario. Of those before, the last of each day stays, so that a row of changes by
 * whoever has a link takes no more than a day's history with it; so does one that a frozen link shows.
 */
export const MOST_VERSIONS = 100;

/** What a scenario was under an earlier revision. */
export type VersionSummary = { revision: number; title: string; edits: number; storedAt: string };
export type StoredVersion = Omit<VersionSummary, 'edits'> & { document: ScenarioDocument };

type NewVersion = { id: string; revision: number; title: string; text: string };

/** Keeps the present revision as a version, in the transaction that made it, and drops those beyond the limit. */
export async function keepVersion(
  work: Kysely<DB>,
  { id, revision, title, text }: NewVersion,
): Promise<void> {
  await sql`
    insert into scenario_versions (scenario, revision, title, document)
    values (${id}, ${revision}, ${title}, ${text}::jsonb)`.execute(work);
  await sql`
    delete from scenario_versions v
    where v.scenario = ${id} and v.revision <= ${revision - MOST_VERSIONS}
      and exists (
        select 1 from scenario_versions later
        where later.scenario = v.scenario and later.revision > v.revision
          and later.revision <= ${revision - MOST_VERSIONS} and later.stored_at::date = v.stored_at::date
      )
      and not exists (
        select 1 from scenario_links l where l.scenario = v.scenario and l.revision = v.revision
      )`.execute(work);
}

/** Every version of a scenario, the latest first; none of one that is not here. */
export async function listVersions(database: Database, id: string): Promise<VersionSummary[]> {
  const { rows } = await sql<{ revision: number; title: string; edits: number; stored_at: Date }>`
    select revision, title, jsonb_array_length(document -> 'edits') as edits, stored_at
    from scenario_versions where scenario = ${id} order by revision desc`.execute(database.kysely);
  return rows.map(({ revision, title, edits, stored_at }) => ({
    revision,
    title,
    edits,
    storedAt: stored_at.toISOString(),
  }));
}

/** @throws ProblemError `not-found`. */
export async function readVersion(database: Database, id: string, revision: number): Promise<StoredVersion> {
  const { rows } = await sql<{ title: string; document: ScenarioDocument; stored_at: Date }>`
    select title, document, stored_at
    from scenario_versions where scenario = ${id} and revision = ${revision}`.execute(database.kysely);
  if (rows[0] === undefined) throw noSuchVersion(revision);
  const { title, document, stored_at } = rows[0];
  return {
    revision,
    title,
    storedAt: stored_at.toISOString(),
    document: upgraded(document) as ScenarioDocument,
  };
}

/** @throws ProblemError `not-found`; in a transaction that holds the scenario it stays true. */
export async function requireVersion(work: Kysely<DB>, id: string, revision: number): Promise<void> {
  const { rows } = await sql`
    select 1 from scenario_versions where scenario = ${id} and revision = ${revision}`.execute(work);
  if (rows.length === 0) throw noSuchVersion(revision);
}

function noSuchVersion(revision: number): ProblemError {
  return new ProblemError(
    'not-found',
    `There is no revision ${revision} of such a scenario on this server; of each the last ${MOST_VERSIONS} are kept, and the last of each day before`,
  );
}
