import { sql } from 'kysely';
import type { Indicator } from '../../core/areas/indicator.ts';
import type { AreaLevel, ValueBasis } from '../../core/areas/types.ts';
import { indicators } from '../../data/indicators.ts';
import type { Database } from '../database/types.ts';
import { perDatabase } from './per-database.ts';
import { areasItems, valuesItems } from './select.ts';
import type { DatasetSource, Release } from './types.ts';
import { aggregatedFrom, valueSources } from './value-sources.ts';

/** One level, vintage and year an indicator can be shown for. */
export type Availability = {
  level: AreaLevel;
  vintage: number;
  year: number;
  basis: ValueBasis;
  aggregatedFrom: AreaLevel | null;
  /** Parts the whole is divided into, `dimension=label`. */
  categories: string[];
  source: DatasetSource;
  hash: string;
};

export type IndicatorView = Indicator & { available: Availability[] };

const categoriesByVersion = perDatabase(() => new Map<number, string[]>());

/** Every indicator of the product, and what a region has of it: published, summed or derived. */
export async function indicatorViews(
  database: Database,
  release: Release,
  region: string,
): Promise<IndicatorView[]> {
  const categories = await categoriesOfRegion(database, release, region);
  const areas = areasItems(release, region);
  return indicators.map(indicator => ({
    ...indicator,
    available: areas.flatMap(item =>
      valueSources(release, item, indicator).map(source => ({
        level: item.level,
        vintage: item.vintage,
        year: source.year,
        basis: source.basis,
        aggregatedFrom: aggregatedFrom(source),
        categories: categories.get(source.item.datasetVersion) ?? [],
        source: source.item.source,
        hash: source.item.hash,
      })),
    ),
  }));
}

/** Categories beside the whole of each values version; versions are immutable, so each is asked once. */
async function categoriesOfRegion(
  database: Database,
  release: Release,
  region: string,
): Promise<ReadonlyMap<number, string[]>> {
  const known = categoriesByVersion(database);
  const wanted = valuesItems(release, region)
    .map(item => item.datasetVersion)
    .filter(version => !known.has(version));
  if (wanted.length === 0) return known;
  const { rows } = await sql<{ version: number; categories: string[] }>`
    select version, array_agg(distinct category order by category) filter (where category <> '') as categories
    from protected_observations
    where region = ${region} and version = any(${wanted})
    group by version`.execute(database.kysely);
  for (const version of wanted) known.set(version, []);
  for (const row of rows) known.set(row.version, row.categories ?? []);
  return known;
}
