import type { AreaTables } from '../../core/areas/hierarchy.ts';
import type { AreaLevel, AreaTable } from '../../core/areas/types.ts';
import type { Database } from '../database/types.ts';
import { loadAreas } from './areas.ts';
import { areasItems } from './select.ts';
import type { AreasItem, Release } from './types.ts';

/** One areas item a level: what belongs together in a region. */
export type LevelItems = ReadonlyMap<AreaLevel, AreasItem>;

/**
 * The items that go with a vintage: of each level the same vintage where it exists, else the newest, because a
 * coarse level is often published once for several editions of a fine one.
 */
export function levelItems(release: Release, region: string, vintage?: number): LevelItems {
  const chosen = new Map<AreaLevel, AreasItem>();
  for (const item of areasItems(release, region)) {
    const other = chosen.get(item.level);
    if (
      other === undefined ||
      (other.vintage !== vintage && (item.vintage === vintage || item.vintage > other.vintage))
    ) {
      chosen.set(item.level, item);
    }
  }
  return chosen;
}

/** An item and the items above it along the parent links, as far as they have areas. */
export function itemsUpwards(items: LevelItems, item: AreasItem): LevelItems {
  const upwards = new Map<AreaLevel, AreasItem>();
  let current: AreasItem | undefined = item;
  while (current !== undefined && !upwards.has(current.level)) {
    upwards.set(current.level, current);
    current = current.parentLevel === null ? undefined : items.get(current.parentLevel);
  }
  return upwards;
}

/** The area tables of items, by level. */
export async function loadTables(database: Database, items: LevelItems): Promise<AreaTables> {
  const tables = new Map<AreaLevel, AreaTable>();
  for (const [level, item] of items) tables.set(level, (await loadAreas(database, item)).table);
  return tables;
}
