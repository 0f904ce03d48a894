import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { ProblemError } from '../../core/problem.ts';
import type { Database } from '../database/types.ts';
import { type ItemRow, itemOf } from './item-row.ts';
import { perDatabase } from './per-database.ts';
import type { Region, Release, ReleaseItem } from './types.ts';

/** How long the pointer to the current release is believed; an import by another process shows after at most this. */
const POINTER_MS = 1000;

/** Characters of a hash that name a release well enough for a person. */
const MIN_PREFIX = 8;

type Pointer = { hash: string | null };

const memory = perDatabase(() => ({
  pointer: new LRUCache<'current', Pointer, Database>({
    max: 1,
    ttl: POINTER_MS,
    // A pointer that is forgotten while it is read must not fail who waits for it.
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context }) => readPointer(context),
  }),
  releases: new LRUCache<string, Release, Database>({
    max: 32,
    ignoreFetchAbort: true,
    fetchMethod: (hash, _stale, { context }) => readRelease(context, hash),
  }),
}));

/** The release that is served now, with its whole manifest; null while nothing was imported yet. */
export async function currentRelease(database: Database): Promise<Release | null> {
  const hash = await currentHash(database);
  return hash === null ? null : releaseByHash(database, hash);
}

/**
 * The release a reader means: the one named by its hash, else the current one.
 * @throws ProblemError `not-found` for an unknown hash, and while nothing was imported yet.
 */
export async function requestedRelease(database: Database, hash?: string): Promise<Release> {
  if (hash !== undefined) return releaseByHash(database, hash);
  const current = await currentRelease(database);
  if (current !== null) return current;
  throw new ProblemError('not-found', 'There is no release yet: import areas first, or load the demo region');
}

/** Hash of the current release, or null while nothing was imported yet. */
export async function currentHash(database: Database): Promise<string | null> {
  return (await memory(database).pointer.forceFetch('current', { context: database })).hash;
}

/**
 * A release by its hash, or by the beginning of it. Releases are immutable, so one that was read is kept.
 * @throws ProblemError `not-found` for a hash that no release has.
 */
export async function releaseByHash(database: Database, hash: string): Promise<Release> {
  return memory(database).releases.forceFetch(hash, { context: database });
}

export type ReleaseSummary = {
  hash: string;
  parentHash: string | null;
  message: string;
  createdAt: string;
  current: boolean;
};

/** Every release, newest first. */
export async function listReleases(database: Database): Promise<ReleaseSummary[]> {
  const { rows } = await sql<ReleaseRow & { current: boolean }>`
    select r.id, r.hash, p.hash as parent_hash, r.message, r.created_at, c.release is not null as current
    from releases r
    left join releases p on p.id = r.parent
    left join current_release c on c.release = r.id
    order by r.id desc`.execute(database.kysely);
  return rows.map(row => ({
    hash: row.hash,
    parentHash: row.parent_hash,
    message: row.message,
    createdAt: row.created_at.toISOString(),
    current: row.current,
  }));
}

/**
 * Serves another release from now on: rolling back, or forward again.
 * @throws ProblemError `not-found` for a hash that no release has.
 */
export async function chooseRelease(database: Database, hash: string): Promise<Release> {
  const release = await releaseByHash(database, hash);
  await sql`
    insert into current_release (release) values (${release.id})
    on conflict (singleton) do update set release = excluded.release`.execute(database.kysely);
  forgetCurrent(database);
  return release;
}

/** Makes the next reader ask the database which release is current. */
export function forgetCurrent(database: Database): void {
  memory(database).pointer.clear();
}

/**
 * Region that readers get who name none: the one imported into last; a synthetic one only when alone.
 * Dataset versions are numbered in the order of their imports.
 */
export function defaultRegionOf(regions: readonly Region[], items: readonly ReleaseItem[]): string | null {
  const real = regions.filter(region => !region.synthetic);
  const candidates = new Set((real.length > 0 ? real : regions).map(region => region.id));
  let newest: ReleaseItem | null = null;
  for (const item of items) {
    // Correcting a place is no import of its region.
    if (item.kind === 'corrections') continue;
    if (candidates.has(item.region) && item.datasetVersion > (newest?.datasetVersion ?? -1)) newest = item;
  }
  return newest?.region ?? null;
}

type ReleaseRow = {
  id: number;
  hash: string;
  parent_hash: string | null;
  message: string;
  created_at: Date;
};

async function readPointer(database: Database): Promise<Pointer> {
  const { rows } = await sql<{ hash: string }>`
    select r.hash from current_release c join releases r on r.id = c.release`.execute(database.kysely);
  return { hash: rows[0]?.hash ?? null };
}

async function readRelease(database: Database, hash: string): Promise<Release> {
  const { rows } = await sql<ReleaseRow>`
    select r.id, r.hash, p.hash as parent_hash, r.message, r.created_at
    from releases r left join releases p on p.id = r.parent
    where r.hash = ${hash} or (${hash.length >= MIN_PREFIX} and starts_with(r.hash, ${hash}))
    order by r.hash = ${hash} desc limit 2`.execute(database.kysely);
  const [row, other] = rows;
  if (row === undefined) {
    throw new ProblemError(
      'not-found',
      `There is no release "${hash.slice(0, 80)}"; /api/v1/releases lists them`,
    );
  }
  if (row.hash !== hash && other !== undefined) {
    throw new ProblemError(
      'bad-parameter',
      `More than one release begins with "${hash}"; give more of its hash`,
    );
  }
  const manifest = await sql<ItemRow>`
    select d.id, d.region, d.kind, d.item_key, d.level, d.vintage, d.parent_level, d.indicator, d.year, d.basis,
      d.row_count, d.hash, d.source, d.created_at
    from release_items i join dataset_versions d on d.id = i.dataset_version
    where i.release = ${row.id}
    order by d.region collate "C", d.item_key collate "C"`.execute(database.kysely);
  const items = manifest.rows.map(itemOf);
  const present = [...new Set(items.map(item => item.region))];
  const regions = await sql<Region>`
    select id, title, synthetic from regions where id = any(${present}) order by id collate "C"`.execute(
    database.kysely,
  );
  return {
    id: row.id,
    hash: row.hash,
    parentHash: row.parent_hash,
    message: row.message,
    createdAt: row.created_at.toISOString(),
    regions: regions.rows,
    defaultRegion: defaultRegionOf(regions.rows, items),
    items,
  };
}
