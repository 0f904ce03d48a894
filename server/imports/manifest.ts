import { type Kysely, sql } from 'kysely';
import type { AreaLevel } from '../../core/areas/types.ts';
import { ProblemError } from '../../core/problem.ts';
import type { DB } from '../database/schema.ts';
import type { Database } from '../database/types.ts';

/** One line of a manifest, with what an import needs to know of the dataset version. */
export type ManifestItem = {
  region: string;
  key: string;
  datasetVersion: number;
  hash: string;
  kind: string;
  level: AreaLevel | null;
  vintage: number | null;
};

/** The release that is served now; `id` is null before the first import. */
export type Manifest = { id: number | null; hash: string | null; items: readonly ManifestItem[] };

export async function readCurrentManifest(kysely: Kysely<DB>): Promise<Manifest> {
  const current = await sql<{ id: number; hash: string }>`
    select r.id, r.hash from current_release c join releases r on r.id = c.release`.execute(kysely);
  const release = current.rows[0];
  if (release === undefined) return { id: null, hash: null, items: [] };
  const items = await sql<ManifestItem>`
    select i.region, i.item_key as key, d.id as "datasetVersion", d.hash, d.kind, d.level, d.vintage
    from release_items i join dataset_versions d on d.id = i.dataset_version
    where i.release = ${release.id}`.execute(kysely);
  return { ...release, items: items.rows };
}

export type ReleaseLine = {
  hash: string;
  parentHash: string | null;
  message: string;
  createdAt: string;
  current: boolean;
};

/** Every release, newest first. */
export async function listReleases(database: Database): Promise<ReleaseLine[]> {
  const result = await sql<Omit<ReleaseLine, 'createdAt'> & { createdAt: Date }>`
    select r.hash, p.hash as "parentHash", r.message, r.created_at as "createdAt", c.release is not null as current
    from releases r
    left join releases p on p.id = r.parent
    left join current_release c on c.release = r.id
    order by r.id desc`.execute(database.kysely);
  return result.rows.map(row => ({ ...row, createdAt: new Date(row.createdAt).toISOString() }));
}

/** Serves another release: rolling back, or forward again. Throws `not-found` for a hash that is no release. */
export async function setCurrentRelease(database: Database, hash: string): Promise<void> {
  const result = await sql`
    insert into current_release (singleton, release) select true, id from releases where hash = ${hash}
    on conflict (singleton) do update set release = excluded.release`.execute(database.kysely);
  if (result.numAffectedRows !== 1n) {
    throw new ProblemError(
      'not-found',
      `there is no release ${hash}: see the list of releases for their hashes`,
    );
  }
}
