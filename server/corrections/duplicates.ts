import { sql } from 'kysely';
import type { Patch } from '../../core/facilities/correction.ts';
import { distinctField } from '../../core/facilities/correction.ts';
import {
  DUPLICATE_SETTINGS,
  type DuplicateCandidate,
  type DuplicateSettings,
  duplicatePairs,
} from '../../core/facilities/duplicates.ts';
import type { Database } from '../database/types.ts';
import { correctionHeads } from '../releases/corrected-facilities.ts';
import { readFacilities } from '../releases/facilities.ts';
import { correctionsItem } from '../releases/select.ts';
import type { Release } from '../releases/types.ts';

/** Two places that are likely one, with the reasons; `facilities` are their ids. */
export type ListedDuplicate = {
  facilities: readonly [string, string];
  names: readonly [string | null, string | null];
  score: number;
  distanceM: number;
  nameSimilarity: number | null;
  sharedFunctions: readonly string[];
};

/** Pairs that are worth a look, likeliest first; those that somebody said are two places are left out. */
export async function listDuplicates(
  database: Database,
  release: Release,
  region: string,
  settings: Partial<DuplicateSettings> = {},
): Promise<ListedDuplicate[]> {
  const apart = await readDistinct(database, release, region);
  const places: DuplicateCandidate[] = [];
  for await (const { sourceId, key, name, functions, geometry } of readFacilities(
    database,
    release,
    region,
  )) {
    const id = `${sourceId}/${key}`;
    places.push({ id, source: sourceId, name, functions, geometry, distinctFrom: apart.get(id) ?? NONE });
  }
  return duplicatePairs(places, { ...DUPLICATE_SETTINGS, ...settings }).map(({ a, b, ...pair }) => ({
    facilities: [places[a]!.id, places[b]!.id],
    names: [places[a]!.name, places[b]!.name],
    ...pair,
  }));
}

const NONE: ReadonlySet<string> = new Set();

async function readDistinct(
  database: Database,
  release: Release,
  region: string,
): Promise<Map<string, ReadonlySet<string>>> {
  const heads = await correctionHeads(database, correctionsItem(release, region));
  const { rows } = await sql<{ source: string; key: string; patch: Patch }>`
    select source, key, patch from facility_corrections where id = any(${[...heads]}::int[])`.execute(
    database.kysely,
  );
  const prefix = distinctField('');
  return new Map(
    rows.map(({ source, key, patch }) => [
      `${source}/${key}`,
      new Set(
        Object.keys(patch)
          .filter(field => field.startsWith(prefix))
          .map(field => field.slice(prefix.length)),
      ),
    ]),
  );
}
