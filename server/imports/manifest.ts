import { type Kysely, sql } from 'kysely';
import type { AreaLevel } from '../../core/areas/types.ts';
import type { DB } from '../database/schema.ts';

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
