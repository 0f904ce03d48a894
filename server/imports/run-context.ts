import { sql, type Transaction } from 'kysely';
import type { AreaLevel } from '../../core/areas/types.ts';
import type { DB } from '../database/schema.ts';
import type { Database } from '../database/types.ts';
import type { DatasetSource, Finding } from '../releases/types.ts';
import { compareCodes } from './hash.ts';
import type { Manifest } from './manifest.ts';
import type { Staging } from './staging.ts';
import type { ImportHooks } from './types.ts';

/** Where the rows of an areas version are: staged by this import, or in a dataset version of the current release. */
export type AreasAtHand = { level: AreaLevel; vintage: number } & (
  | { staged: number }
  | { version: number; hash: string }
);

/** A dataset that passed its checks and waits to be accepted. */
export type PreparedDataset = {
  itemKey: string;
  kind: 'areas' | 'values' | 'facilities' | 'network' | 'sites' | 'homes';
  level: AreaLevel | null;
  vintage: number | null;
  parentLevel: AreaLevel | null;
  indicator: string | null;
  year: number | null;
  basis: 'counts' | 'published_ratio' | null;
  hash: string;
  rowCount: number;
  source: DatasetSource;
  report: readonly Finding[];
  /** Id of its staged rows, null when they are in memory. */
  staged: number | null;
  /** Writes the rows under a dataset version, within the accepting transaction; returns how many. */
  write(trx: Transaction<DB>, region: string, version: number): Promise<number>;
};

/** What the steps of one import share. */
export type RunContext = {
  database: Database;
  region: string;
  base: Manifest;
  staging: Staging;
  hooks: ImportHooks;
  /** Filled by the steps, in order. */
  prepared: PreparedDataset[];
  /** Keys of the current release's datasets the checks leaned on; accepting fails when one changed meanwhile. */
  leanedOn: Map<string, string>;
};

export const NO_DIMENSIONS = {
  level: null,
  vintage: null,
  parentLevel: null,
  indicator: null,
  year: null,
  basis: null,
} as const;

/**
 * The areas of a level (default the newest vintage) as the release will have them after this import, or null; what is
 * checked against them holds only while they stay.
 */
export function findAreas(context: RunContext, level: AreaLevel, vintage?: number): AreasAtHand | null {
  const areas = areasAtHand(context, level, vintage);
  if (areas !== null && 'hash' in areas) context.leanedOn.set(areas.key, areas.hash);
  return areas;
}

/** The same for a look that an import does not depend on. */
export function areasAtHand(
  context: RunContext,
  level: AreaLevel,
  vintage?: number,
): (AreasAtHand & { key: string }) | null {
  const found = new Map<number, AreasAtHand & { key: string }>();
  for (const item of context.base.items) {
    if (
      item.region !== context.region ||
      item.kind !== 'areas' ||
      item.level !== level ||
      item.vintage === null
    )
      continue;
    found.set(item.vintage, {
      key: item.key,
      level,
      vintage: item.vintage,
      version: item.datasetVersion,
      hash: item.hash,
    });
  }
  for (const dataset of context.prepared) {
    if (
      dataset.kind !== 'areas' ||
      dataset.level !== level ||
      dataset.vintage === null ||
      dataset.staged === null
    )
      continue;
    found.set(dataset.vintage, {
      key: dataset.itemKey,
      level,
      vintage: dataset.vintage,
      staged: dataset.staged,
    });
  }
  const newest = vintage ?? Math.max(...found.keys());
  return found.get(newest) ?? null;
}

/** The codes of areas at hand, in the order of the area index. */
export async function readCodes(context: RunContext, areas: AreasAtHand): Promise<string[]> {
  const rows =
    'staged' in areas
      ? sql<{ code: string }>`select code from staged_areas where import = ${areas.staged}`
      : sql<{
          code: string;
        }>`select code from areas where region = ${context.region} and version = ${areas.version}`;
  const result = await rows.execute(context.database.kysely);
  return result.rows.map(({ code }) => code).sort(compareCodes);
}
