import { VALUE_STATUS } from '../../core/areas/types.ts';
import { yearBeside } from '../../core/areas/years.ts';
import { indicators } from '../../data/indicators.ts';
import type { Database } from '../database/types.ts';
import type { AreasItem, DatasetSource, Release } from './types.ts';
import { valueSources } from './value-sources.ts';
import { loadValues } from './values.ts';

/** Values that stand beside the counts of a year; the year is their own. */
export type Beside = {
  year: number | null;
  source: DatasetSource | null;
  /** By position of the area; null where it is not known. */
  at: (position: number) => number | null;
};

/** Another indicator of areas, beside counts of a year; of which year, says `yearBeside`. */
export async function valuesBeside(
  database: Database,
  release: Release,
  item: AreasItem,
  id: string,
  year: number,
): Promise<Beside> {
  const sources = valueSources(release, item, indicators.find(each => each.id === id)!);
  const beside = yearBeside(
    year,
    sources.map(each => each.year),
  );
  const source = sources.find(each => each.year === beside);
  if (source === undefined) return { year: null, source: null, at: () => null };
  const { value, status } = await loadValues(database, source);
  return {
    year: source.year,
    source: source.item.source,
    at: position => (status[position] === VALUE_STATUS.ok ? value[position]! : null),
  };
}
