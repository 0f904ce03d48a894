import { sql } from 'kysely';
import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { upgraded } from '../../core/scenario/upgrade.ts';
import type { Database } from '../database/types.ts';
import { hashOf, isSecret, newIdentifier, newSecret } from './secrets.ts';
import { keepVersion } from './versions.ts';

/** A scenario as the server keeps it; `revision` goes up by one with every change. */
export type StoredScenario = {
  id: string;
  title: string;
  revision: number;
  updatedAt: string;
  document: ScenarioDocument;
};

export type NewScenario = { id: string; secret: string; revision: number };

/** Keeps a new scenario. Its secret is given out once; only its hash stays, which its 256 random bits make enough. */
export async function createScenario(database: Database, document: ScenarioDocument): Promise<NewScenario> {
  const id = newIdentifier();
  const secret = newSecret();
  const text = storable(document);
  await database.kysely.transaction().execute(async work => {
    await sql`
      insert into scenarios (id, secret_hash, title, document)
      values (${id}, ${hashOf(secret)}, ${document.title}, ${text}::jsonb)`.execute(work);
    await keepVersion(work, { id, revision: 1, title: document.title, text });
  });
  return { id, secret, revision: 1 };
}

/** @throws ProblemError `not-found`. */
export async function readScenario(database: Database, id: string): Promise<StoredScenario> {
  return storedOf(await readRow(database, id));
}

/** Who changes what: the secret proves the right, the revision that nothing is overwritten unseen. */
export type Change = { id: string; secret: string | undefined; revision: number | '*' };

/**
 * Replaces a scenario.
 * @throws ProblemError `not-found`; `forbidden` for a wrong secret; `precondition-failed` with the server's document
 * when it is at another revision.
 */
export async function replaceScenario(
  database: Database,
  change: Change,
  document: ScenarioDocument,
): Promise<StoredScenario> {
  const row = await readRow(database, change.id);
  requireSecret(row, change.secret);
  return writeOver(database, row, change.revision, document);
}

/**
 * Replaces the scenario of someone who was found to have the right. Errors as in `replaceScenario`, but for the secret.
 */
export async function replaceShared(
  database: Database,
  change: Pick<Change, 'id' | 'revision'>,
  document: ScenarioDocument,
): Promise<StoredScenario> {
  return writeOver(database, await readRow(database, change.id), change.revision, document);
}

async function writeOver(
  database: Database,
  row: ScenarioRow,
  wanted: Change['revision'],
  document: ScenarioDocument,
): Promise<StoredScenario> {
  requireRevision(row, wanted);
  const text = storable(document);
  const written = await database.kysely.transaction().execute(async work => {
    const { rows } = await sql<ScenarioRow>`
      update scenarios
      set document = ${text}::jsonb, title = ${document.title}, revision = revision + 1, updated_at = now()
      where id = ${row.id} and revision = ${row.revision}
      returning ${COLUMNS}`.execute(work);
    const [now] = rows;
    if (now !== undefined)
      await keepVersion(work, { id: now.id, revision: now.revision, title: now.title, text });
    return now;
  });
  return written === undefined ? await changedMeanwhile(database, row.id) : storedOf(written);
}

/** Removes a scenario for good. Errors as in `replaceScenario`. */
export async function deleteScenario(database: Database, change: Change): Promise<void> {
  const row = await readRow(database, change.id);
  requireSecret(row, change.secret);
  requireRevision(row, change.revision);
  const { rows } = await sql`
    delete from scenarios where id = ${row.id} and revision = ${row.revision} returning id`.execute(
    database.kysely,
  );
  if (rows.length === 0) await changedMeanwhile(database, row.id);
}

/**
 * The scenario as it is, for whoever proves to be its owner.
 * @throws ProblemError `not-found`; `forbidden` for a wrong secret.
 */
export async function readOwned(
  database: Database,
  { id, secret }: Pick<Change, 'id' | 'secret'>,
): Promise<StoredScenario> {
  const row = await readRow(database, id);
  requireSecret(row, secret);
  return storedOf(row);
}

type ScenarioRow = {
  id: string;
  secret_hash: string;
  title: string;
  revision: number;
  updated_at: Date;
  document: ScenarioDocument;
};

const COLUMNS = sql`id, secret_hash, title, revision, updated_at, document`;

async function readRow({ kysely }: Database, id: string): Promise<ScenarioRow> {
  const { rows } = await sql<ScenarioRow>`select ${COLUMNS} from scenarios where id = ${id}`.execute(kysely);
  if (rows[0] !== undefined) return rows[0];
  throw new ProblemError('not-found', 'There is no such scenario on this server; it may have been deleted');
}

function requireSecret(row: ScenarioRow, secret: string | undefined): void {
  if (isSecret(secret, row.secret_hash)) return;
  throw new ProblemError(
    'forbidden',
    'Changing this scenario needs its secret in the header X-Scenario-Secret',
  );
}

function requireRevision(row: ScenarioRow, wanted: Change['revision']): void {
  if (wanted !== '*' && wanted !== row.revision) throw preconditionFailed(storedOf(row));
}

async function changedMeanwhile(database: Database, id: string): Promise<never> {
  throw preconditionFailed(await readScenario(database, id));
}

function preconditionFailed({ revision, updatedAt, document }: StoredScenario): ProblemError {
  return new ProblemError(
    'precondition-failed',
    `The scenario was changed in the meantime and is at revision ${revision}; merge with it and send If-Match: "${revision}"`,
    { revision, updatedAt, document },
  );
}

/** What an earlier version of the product stored is given as this version writes it. */
function storedOf({ id, title, revision, updated_at, document }: ScenarioRow): StoredScenario {
  return {
    id,
    title,
    revision,
    updatedAt: updated_at.toISOString(),
    document: upgraded(document) as ScenarioDocument,
  };
}

/** The document as JSON. PostgreSQL keeps no character U+0000 in a text. */
function storable(document: ScenarioDocument): string {
  return JSON.stringify(document, (member, value) => {
    if (typeof value === 'string' && value.includes('\0')) {
      throw new ProblemError(
        'bad-input',
        `Scenario file: "${member}" holds the character U+0000; remove it.`,
      );
    }
    return value;
  });
}
