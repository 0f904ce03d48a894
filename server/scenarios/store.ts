import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { upgraded } from '../../core/scenario/upgrade.ts';
import type { Database } from '../database/types.ts';

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
  const id = randomBytes(16).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  await sql`
    insert into scenarios (id, secret_hash, title, document)
    values (${id}, ${hashOf(secret)}, ${document.title}, ${storable(document)}::jsonb)`.execute(
    database.kysely,
  );
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
  const revision = await permitted(database, change);
  const { rows } = await sql<ScenarioRow>`
    update scenarios
    set document = ${storable(document)}::jsonb, title = ${document.title}, revision = revision + 1, updated_at = now()
    where id = ${change.id} and revision = ${revision}
    returning ${COLUMNS}`.execute(database.kysely);
  return rows[0] === undefined ? await changedMeanwhile(database, change.id) : storedOf(rows[0]);
}

/** Removes a scenario for good. Errors as in `replaceScenario`. */
export async function deleteScenario(database: Database, change: Change): Promise<void> {
  const revision = await permitted(database, change);
  const { rows } = await sql`
    delete from scenarios where id = ${change.id} and revision = ${revision} returning id`.execute(
    database.kysely,
  );
  if (rows.length === 0) await changedMeanwhile(database, change.id);
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

async function readRow(database: Database, id: string): Promise<ScenarioRow> {
  const { rows } = await sql<ScenarioRow>`select ${COLUMNS} from scenarios where id = ${id}`.execute(
    database.kysely,
  );
  if (rows[0] !== undefined) return rows[0];
  throw new ProblemError('not-found', 'There is no such scenario on this server; it may have been deleted');
}

/** The revision the change may replace, once the secret and the precondition are found right. */
async function permitted(database: Database, { id, secret, revision }: Change): Promise<number> {
  const row = await readRow(database, id);
  const right =
    secret !== undefined && timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(row.secret_hash));
  if (!right) {
    throw new ProblemError(
      'forbidden',
      'Changing this scenario needs its secret in the header X-Scenario-Secret',
    );
  }
  if (revision !== '*' && revision !== row.revision) throw preconditionFailed(storedOf(row));
  return row.revision;
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

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
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
