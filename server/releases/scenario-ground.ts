import { ancestorPositions, parentChain } from '../../core/areas/hierarchy.ts';
import { yearBeside } from '../../core/areas/years.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { type Facility, functionsNeeded } from '../../core/scenario/facilities.ts';
import {
  OBJECTIVE_INDICATORS,
  type ObjectiveGround,
  type ObjectiveTarget,
} from '../../core/scenario/objective.ts';
import type { ReachGround } from '../../core/scenario/reach.ts';
import { type ByKind, categoryOfKind, kindsAmong } from '../../core/scenario/social-kinds.ts';
import type { Database } from '../database/types.ts';
import { loadJoined } from './access/joined.ts';
import { loadSettlement } from './access/settlement.ts';
import type { LoadedAreas } from './areas.ts';
import type { Desk } from './desk.ts';
import { readFacilities } from './facilities.ts';
import { itemsUpwards, levelItems, loadTables } from './hierarchy.ts';
import { networkForReach } from './network.ts';
import { facilitySourcesOf } from './select.ts';
import type { AreasItem, Release } from './types.ts';
import { indicatorById, type ValueSource, valueSources } from './value-sources.ts';
import { categoriesOf, loadValues } from './values.ts';

/** A column of another indicator over the areas of an item, of the year beside `year`; null where there is none. */
export async function columnBeside(
  database: Database,
  release: Release,
  item: AreasItem,
  indicator: string,
  year: number,
): Promise<Float64Array | null> {
  const sources = valueSources(release, item, indicatorById(indicator));
  const beside = yearBeside(
    year,
    sources.map(source => source.year),
  );
  const source = sources.find(each => each.year === beside);
  return source === undefined ? null : columnOf(database, source);
}

/** Null where a dataset has parts and no whole. */
async function columnOf(
  database: Database,
  source: ValueSource,
  category: string | null = null,
): Promise<Float64Array | null> {
  try {
    return (await loadValues(database, source, category)).value;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not-found') return null;
    throw error;
  }
}

/** What the reach of a scenario's places is measured on; null where the region has no places. */
export async function reachGround(
  { database, computation }: Desk,
  release: Release,
  { item, areas, year }: { item: AreasItem; areas: LoadedAreas; year: number },
  edits: readonly Edit[],
): Promise<ReachGround | null> {
  const known = facilitySourcesOf(release, item.region);
  if (known.length === 0) return null;
  const facilities: Facility[] = [];
  const functions = functionsNeeded(edits);
  for await (const { sourceId, key, functions: has, geometry } of readFacilities(
    database,
    release,
    item.region,
    functions === 'all' ? {} : { functions },
  )) {
    facilities.push({ code: `${sourceId}/${key}`, functions: has, geometry });
  }
  const { lon, lat } = areas.table;
  const settled = await loadSettlement({ database, computation }, release, item);
  const network = await networkForReach(database, release, item.region);
  return {
    lon,
    lat,
    facilities,
    children: await columnBeside(database, release, item, 'children', year),
    network: network?.columns ?? null,
    settlement: {
      ...settled.settlement,
      joined: network && (await loadJoined(database, computation, settled, network)),
    },
  };
}

/** What the objectives of municipalities are followed on; null where the areas lie in none. */
export async function objectiveGround(
  database: Database,
  release: Release,
  item: AreasItem,
  baselineYear: number,
): Promise<ObjectiveGround | null> {
  const items = itemsUpwards(levelItems(release, item.region, item.vintage), item);
  const above = items.get('municipality');
  if (above === undefined) return null;
  const tables = await loadTables(database, items);
  if (!parentChain(tables, item.level).includes('municipality')) return null;
  const sourcesOf = (id: string) => valueSources(release, above, indicatorById(id));
  const column = async (source: ValueSource | undefined) =>
    source === undefined ? null : columnOf(database, source);
  const byKind = async (source: ValueSource | undefined): Promise<ByKind | null> => {
    const kinds = source === undefined ? [] : kindsAmong(await categoriesOf(database, source.item));
    if (source === undefined || kinds.length === 0) return null;
    const columns = kinds.map(async kind => [kind, await columnOf(database, source, categoryOfKind(kind))]);
    return Object.fromEntries(await Promise.all(columns));
  };
  const ofYear = (id: string, year: number) => sourcesOf(id).find(source => source.year === year);
  const targets: ObjectiveTarget[] = [];
  for (const source of sourcesOf(OBJECTIVE_INDICATORS.target)) {
    const dwellings = await column(source);
    if (dwellings === null) continue;
    const { year } = source;
    const start = ofYear(OBJECTIVE_INDICATORS.start, year);
    targets.push({
      year,
      dwellings,
      start: await column(start),
      startByKind: await byKind(start),
      counts: await byKind(ofYear(OBJECTIVE_INDICATORS.counts, year)),
    });
  }
  const [newest] = sourcesOf(OBJECTIVE_INDICATORS.pipeline);
  const planned = await column(newest);
  const stocks = sourcesOf(OBJECTIVE_INDICATORS.stock);
  const stockYear = yearBeside(
    baselineYear,
    stocks.map(({ year }) => year),
  );
  const stock = await byKind(stocks.find(({ year }) => year === stockYear));
  return {
    municipalities: tables.get('municipality')!.codes,
    municipalityOf: ancestorPositions(tables, item.level, 'municipality'),
    targets,
    pipeline:
      newest === undefined || planned === null
        ? null
        : { year: newest.year, dwellings: planned, byKind: await byKind(newest) },
    stockByKind: stock === null || stockYear === null ? null : { year: stockYear, dwellings: stock },
  };
}
