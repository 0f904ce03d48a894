import { rankWithin } from '../../core/areas/figures.ts';
import { scopeIndices } from '../../core/areas/hierarchy.ts';
import type { AreaLevel, AreaRef, ValueBasis } from '../../core/areas/types.ts';
import { indicators } from '../../data/indicators.ts';
import type { Database } from '../database/types.ts';
import type { FoundArea } from './area-views.ts';
import { itemsUpwards, levelItems, loadTables } from './hierarchy.ts';
import type { DatasetSource, Release } from './types.ts';
import { aggregatedFrom, valueSources } from './value-sources.ts';
import { loadValues } from './values.ts';

/** One number of one area, with all that is needed to say where it comes from. */
export type Figure = {
  indicator: string;
  year: number;
  level: AreaLevel;
  basis: ValueBasis;
  aggregatedFrom: AreaLevel | null;
  status: number;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  source: DatasetSource;
  /** Place among the areas of the same parent, 1 the highest; `within` is that parent, null for the whole region. */
  rank: { position: number; of: number; within: AreaRef | null } | null;
};

/** Every indicator that the area's level has: its newest figure, or that of a year. */
export async function figuresOf(
  database: Database,
  release: Release,
  { item, index, parents }: FoundArea,
  year?: number,
): Promise<Figure[]> {
  const parent = parents[0];
  const within = parent === undefined ? null : { level: parent.level, code: parent.code };
  const tables = await loadTables(
    database,
    itemsUpwards(levelItems(release, item.region, item.vintage), item),
  );
  const siblings = scopeIndices(tables, item.level, within);
  const figures: Figure[] = [];
  for (const indicator of indicators) {
    const sources = valueSources(release, item, indicator);
    const source = year === undefined ? sources[0] : sources.find(candidate => candidate.year === year);
    if (source === undefined) continue;
    const columns = await loadValues(database, source);
    const rank = rankWithin(columns.value, siblings, index);
    figures.push({
      indicator: indicator.id,
      year: source.year,
      level: item.level,
      basis: source.basis,
      aggregatedFrom: aggregatedFrom(source),
      status: columns.status[index]!,
      numerator: numberOrNull(columns.numerator[index]!),
      denominator: numberOrNull(columns.denominator[index]!),
      value: numberOrNull(columns.value[index]!),
      source: source.item.source,
      rank: rank === null ? null : { ...rank, within },
    });
  }
  return figures;
}

function numberOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
