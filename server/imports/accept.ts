import { sql, type Transaction } from 'kysely';
import { ProblemError } from '../../core/problem.ts';
import type { DB } from '../database/schema.ts';
import { manifestHash } from './hash.ts';
import { type Manifest, type ManifestItem, readCurrentManifest } from './manifest.ts';
import type { PreparedDataset, RunContext } from './run-context.ts';
import type { ImportRequest } from './types.ts';

/** Makes sure the region and its partitions exist; a region keeps its synthetic mark for good. */
export async function ensureRegion(context: RunContext, request: ImportRequest): Promise<void> {
  // Two imports that create the same partition at once would trip over each other.
  await context.database.kysely.transaction().execute(async trx => {
    await sql`lock table regions in share row exclusive mode`.execute(trx);
    await sql`select ensure_region(${context.region}, ${request.regionTitle ?? context.region}, ${
      request.synthetic ?? false
    })`.execute(trx);
  });
}

/**
 * Puts the prepared datasets into a new release that is served from then on, in one transaction: datasets the
 * current release already has are kept, the others are added, and everything else of the release stays.
 * Throws `conflict` when another import changed areas meanwhile that the checks of this one leaned on.
 */
export async function acceptDatasets(
  context: RunContext,
  message: string,
): Promise<{ release: string; unchanged: boolean }> {
  return context.database.kysely.transaction().execute(async trx => {
    await sql`lock table current_release in share row exclusive mode`.execute(trx);
    const current = await readCurrentManifest(trx);
    checkLeanedOn(context, current);
    const items = new Map(current.items.map(item => [`${item.region} ${item.key}`, item]));
    for (const dataset of context.prepared) {
      const place = `${context.region} ${dataset.itemKey}`;
      if (items.get(place)?.hash === dataset.hash) continue;
      items.set(place, {
        region: context.region,
        key: dataset.itemKey,
        datasetVersion:
          (await findVersion(trx, context, dataset)) ?? (await addVersion(trx, context, dataset)),
        hash: dataset.hash,
        kind: dataset.kind,
        level: dataset.level,
        vintage: dataset.vintage,
      });
    }
    const hash = manifestHash(items.values());
    if (hash === current.hash) return { release: hash, unchanged: true };
    const release = await addRelease(trx, hash, current.id, message, [...items.values()]);
    // Who stopped the import while its rows were written was told that nothing changes.
    context.hooks.signal?.throwIfAborted();
    await sql`
      insert into current_release (singleton, release) values (true, ${release})
      on conflict (singleton) do update set release = excluded.release`.execute(trx);
    return { release: hash, unchanged: false };
  });
}

function checkLeanedOn(context: RunContext, current: Manifest): void {
  for (const [key, hash] of context.leanedOn) {
    const now = current.items.find(item => item.region === context.region && item.key === key);
    if (now?.hash === hash) continue;
    throw new ProblemError(
      'conflict',
      `${key} of region ${context.region} changed during the import: import again`,
    );
  }
}

/** The same content imported before, in a release that is no longer current. */
async function findVersion(
  trx: Transaction<DB>,
  context: RunContext,
  dataset: PreparedDataset,
): Promise<number | null> {
  const found = await sql<{ id: number }>`
    select id from dataset_versions
    where region = ${context.region} and item_key = ${dataset.itemKey} and hash = ${dataset.hash}
    limit 1`.execute(trx);
  return found.rows[0]?.id ?? null;
}

async function addVersion(
  trx: Transaction<DB>,
  context: RunContext,
  dataset: PreparedDataset,
): Promise<number> {
  const added = await sql<{ id: number }>`
    insert into dataset_versions
      (region, kind, item_key, level, vintage, parent_level, indicator, year, basis, row_count, hash, source, report)
    values (${context.region}, ${dataset.kind}, ${dataset.itemKey}, ${dataset.level}, ${dataset.vintage},
      ${dataset.parentLevel}, ${dataset.indicator}, ${dataset.year}, ${dataset.basis}, ${dataset.rowCount},
      ${dataset.hash}, ${JSON.stringify(dataset.source)}::jsonb, ${JSON.stringify(dataset.report)}::jsonb)
    returning id`.execute(trx);
  const { id } = added.rows[0] as { id: number };
  const written = await dataset.write(trx, context.region, id);
  if (written !== dataset.rowCount) {
    throw new ProblemError(
      'internal',
      `${dataset.itemKey}: ${written} of ${dataset.rowCount} rows were written; nothing was imported`,
    );
  }
  return id;
}

/** Adds the release, or finds the older one with the same manifest. */
export async function addRelease(
  trx: Transaction<DB>,
  hash: string,
  parent: number | null,
  message: string,
  items: readonly ManifestItem[],
): Promise<number> {
  const existing = await sql<{ id: number }>`select id from releases where hash = ${hash}`.execute(trx);
  if (existing.rows[0] !== undefined) return existing.rows[0].id;
  const added = await sql<{ id: number }>`
    insert into releases (hash, parent, message) values (${hash}, ${parent}, ${message}) returning id`.execute(
    trx,
  );
  const { id } = added.rows[0] as { id: number };
  await sql`
    insert into release_items (release, region, item_key, dataset_version)
    select ${id}::int, region, key, version from unnest(
      ${items.map(item => item.region)}::text[], ${items.map(item => item.key)}::text[],
      ${items.map(item => item.datasetVersion)}::int[]) as t(region, key, version)`.execute(trx);
  return id;
}
