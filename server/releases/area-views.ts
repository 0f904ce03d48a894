import { ancestorsOf, childLevel, childrenOf, codePositions } from '../../core/areas/hierarchy.ts';
import type { AreaLevel, AreaRef } from '../../core/areas/types.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Database } from '../database/types.ts';
import { bboxAt, loadAreas } from './areas.ts';
import { itemsUpwards, type LevelItems, levelItems, loadTables } from './hierarchy.ts';
import { areasItemOf } from './select.ts';
import type { AreasItem, Release } from './types.ts';

/** One area as the API gives it. */
export type AreaView = {
  level: AreaLevel;
  vintage: number;
  index: number;
  code: string;
  name: string;
  parentLevel: AreaLevel | null;
  parentCode: string | null;
  parentName: string | null;
  areaHa: number;
  lon: number;
  lat: number;
  bbox: [number, number, number, number];
};

export type NamedRef = AreaRef & { name: string };

/** Views of areas of one item, by index. */
export async function areaViews(
  database: Database,
  items: LevelItems,
  item: AreasItem,
  indices: Iterable<number>,
): Promise<AreaView[]> {
  const areas = await loadAreas(database, item);
  const { table } = areas;
  const nameOfParent = await namesOf(
    database,
    item.parentLevel === null ? undefined : items.get(item.parentLevel),
  );
  return Array.from(indices, index => {
    const parentCode = table.parentCodes[index] ?? null;
    return {
      level: table.level,
      vintage: table.vintage,
      index,
      code: table.codes[index]!,
      name: table.names[index]!,
      parentLevel: table.parentLevel,
      parentCode,
      parentName: parentCode === null ? null : nameOfParent(parentCode),
      areaHa: table.areaHa[index]!,
      lon: table.lon[index]!,
      lat: table.lat[index]!,
      bbox: bboxAt(areas, index),
    };
  });
}

export type FoundArea = { item: AreasItem; index: number; view: AreaView; parents: NamedRef[] };

/**
 * One area with its parents, nearest first.
 * @throws ProblemError `not-found` naming the code.
 */
export async function findArea(
  database: Database,
  release: Release,
  region: string,
  area: AreaRef,
  vintage?: number,
): Promise<FoundArea> {
  const item = areasItemOf(release, region, area.level, vintage);
  const { indexOf } = await loadAreas(database, item);
  const index = indexOf.get(area.code);
  if (index === undefined) {
    throw new ProblemError(
      'not-found',
      `There is no ${area.level} with code "${area.code}" in region "${region}"`,
    );
  }
  const items = levelItems(release, region, item.vintage);
  const tables = await loadTables(database, itemsUpwards(items, item));
  const parents = ancestorsOf(tables, area).map(parent => {
    const table = tables.get(parent.level);
    const position = table === undefined ? undefined : codePositions(table).get(parent.code);
    return { ...parent, name: (position === undefined ? undefined : table?.names[position]) ?? parent.code };
  });
  const [view] = await areaViews(database, items, item, [index]);
  return { item, index, view: view!, parents };
}

/** The areas within an area at a level, the next finer one by default. Errors as in `findArea` and `scopeIndices`. */
export async function childViews(
  database: Database,
  release: Release,
  region: string,
  area: AreaRef,
  level?: AreaLevel,
  vintage?: number,
): Promise<AreaView[]> {
  const { item } = await findArea(database, release, region, area, vintage);
  const items = levelItems(release, region, item.vintage);
  const tables = await loadTables(database, items);
  const below = level ?? childLevel(tables, area.level);
  if (below === null) return [];
  const childItem = areasItemOf(release, region, below, items.get(below)?.vintage);
  return areaViews(database, items, childItem, childrenOf(tables, area, below).indices);
}

async function namesOf(
  database: Database,
  item: AreasItem | undefined,
): Promise<(code: string) => string | null> {
  if (item === undefined) return () => null;
  const { table, indexOf } = await loadAreas(database, item);
  return code => {
    const index = indexOf.get(code);
    return index === undefined ? null : (table.names[index] ?? null);
  };
}
