import { sql } from 'kysely';
import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { Database } from '../database/types.ts';
import { hashOf, isSecret, newIdentifier, newSecret } from './secrets.ts';
import { readScenario, replaceShared, type StoredScenario } from './store.ts';
import { readVersion, requireVersion } from './versions.ts';

export const LINK_KINDS = ['frozen', 'editable'] as const;
/** A frozen link shows one version for good; an editable one the latest, which it may change. */
export type LinkKind = (typeof LINK_KINDS)[number];
/** Most links one scenario may have at a time. */
export const MOST_LINKS = 200;

export type ScenarioLink = { id: string; kind: LinkKind; revision: number | null; createdAt: string };
export type NewLink = ScenarioLink & { secret: string };
/** What a link opens. It does not say where the scenario is kept: that would outlive the link. */
export type OpenedLink = { kind: LinkKind; revision: number; updatedAt: string; document: ScenarioDocument };
/** Who opens a link: both are in its address. */
export type LinkKey = { id: string; secret: string | undefined };

/**
 * Makes a link to a scenario whose owner is known. A frozen one is of a revision; an editable one ends the one that was.
 * @throws ProblemError `not-found` for a revision that is not kept; `conflict` past the most links.
 */
export async function createLink(
  database: Database,
  scenario: string,
  { kind, revision }: { kind: LinkKind; revision: number },
): Promise<NewLink> {
  const id = newIdentifier();
  const secret = newSecret();
  const shown = kind === 'frozen' ? revision : null;
  return database.kysely.transaction().execute(async work => {
    // One after the other, so that two new links cannot both be the last that fits or the only editable one.
    await sql`select 1 from scenarios where id = ${scenario} for update`.execute(work);
    if (kind === 'frozen') await requireVersion(work, scenario, revision);
    if (kind === 'editable') {
      await sql`delete from scenario_links where scenario = ${scenario} and kind = 'editable'`.execute(work);
    }
    const counted = await sql<{ links: number }>`
      select count(*)::int as links from scenario_links where scenario = ${scenario}`.execute(work);
    if (counted.rows[0]!.links >= MOST_LINKS) {
      throw new ProblemError(
        'conflict',
        `The scenario has ${MOST_LINKS} links, which is the most; revoke one that is not needed any more`,
        { maximum: MOST_LINKS },
      );
    }
    const { rows } = await sql<{ created_at: Date }>`
      insert into scenario_links (id, secret_hash, scenario, kind, revision)
      values (${id}, ${hashOf(secret)}, ${scenario}, ${kind}, ${shown})
      returning created_at`.execute(work);
    return { id, secret, kind, revision: shown, createdAt: rows[0]!.created_at.toISOString() };
  });
}

/** The links of a scenario, the latest first, without their secrets. */
export async function listLinks(database: Database, scenario: string): Promise<ScenarioLink[]> {
  const { rows } = await sql<{ id: string; kind: LinkKind; revision: number | null; created_at: Date }>`
    select id, kind, revision, created_at from scenario_links
    where scenario = ${scenario} order by created_at desc, id`.execute(database.kysely);
  return rows.map(({ created_at, ...link }) => ({ ...link, createdAt: created_at.toISOString() }));
}

/** Ends a link for good. @throws ProblemError `not-found`. */
export async function revokeLink(database: Database, scenario: string, link: string): Promise<void> {
  const { rows } = await sql`
    delete from scenario_links where scenario = ${scenario} and id = ${link} returning id`.execute(
    database.kysely,
  );
  if (rows.length === 0) throw noSuchLink();
}

/** @throws ProblemError `not-found`, the same for a link that never was, was revoked, or comes with a wrong secret. */
export async function openLink(database: Database, key: LinkKey): Promise<OpenedLink> {
  const { kind, scenario, revision } = await linkOf(database, key);
  if (revision !== null) {
    const version = await readVersion(database, scenario, revision);
    return { kind, revision, updatedAt: version.storedAt, document: version.document };
  }
  return openedOf(await readScenario(database, scenario));
}

/**
 * Replaces a scenario through its editable link.
 * @throws ProblemError `not-found` as `openLink`; `forbidden` through a frozen link; `precondition-failed` as
 * `replaceScenario`.
 */
export async function replaceThroughLink(
  database: Database,
  key: LinkKey,
  revision: number | '*',
  document: ScenarioDocument,
): Promise<OpenedLink> {
  const { scenario } = await requireEditable(database, key);
  return openedOf(await replaceShared(database, { id: scenario, revision }, document));
}

/** @throws ProblemError `not-found` as `openLink`; `forbidden` for a frozen link. */
export async function requireEditable(database: Database, key: LinkKey): Promise<{ scenario: string }> {
  const { kind, scenario } = await linkOf(database, key);
  if (kind === 'frozen') {
    throw new ProblemError(
      'forbidden',
      'A frozen link is to be read only; make a scenario of your own of it',
    );
  }
  return { scenario };
}

const openedOf = ({ revision, updatedAt, document }: StoredScenario): OpenedLink => ({
  kind: 'editable',
  revision,
  updatedAt,
  document,
});

type LinkRow = { secret_hash: string; scenario: string; kind: LinkKind; revision: number | null };

async function linkOf(database: Database, { id, secret }: LinkKey): Promise<LinkRow> {
  const { rows } = await sql<LinkRow>`
    select secret_hash, scenario, kind, revision from scenario_links where id = ${id}`.execute(
    database.kysely,
  );
  const [row] = rows;
  if (!isSecret(secret, row?.secret_hash) || row === undefined) throw noSuchLink();
  return row;
}

const noSuchLink = () =>
  new ProblemError('not-found', 'This link opens nothing: it was revoked, or it was not copied whole');
