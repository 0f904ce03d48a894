import { scopeIndices } from '../../core/areas/hierarchy.ts';
import type { AreaLevel, AreaRef, AreaTable } from '../../core/areas/types.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Database } from '../database/types.ts';
import { type AreaView, areaViews } from './area-views.ts';
import { loadAreas } from './areas.ts';
import { itemsUpwards, levelItems, loadTables } from './hierarchy.ts';
import { areasItemOf } from './select.ts';
import type { AreasItem, Release } from './types.ts';

export type AreaSearch = {
  /** Part of a name, or the start of a code; accents and case do not count. Empty finds every area. */
  q: string;
  level?: AreaLevel | undefined;
  vintage?: number | undefined;
  scope?: AreaRef | null | undefined;
  limit: number;
};

type Hit = { item: AreasItem; index: number; score: number; name: string };

/** How well a text fits, best first; coarser levels come first among equals. */
const EXACT = 0;
const START = 1;
const WORD = 2;
const INSIDE = 3;

/**
 * Areas by name or code, the best fitting first.
 * @throws ProblemError as `areasItemOf` and `scopeIndices`.
 */
export async function searchAreas(
  database: Database,
  release: Release,
  region: string,
  { q, level, vintage, scope, limit }: AreaSearch,
): Promise<AreaView[]> {
  const items = levelItems(release, region, vintage);
  const searched = level === undefined ? [...items.values()] : [areasItemOf(release, region, level, vintage)];
  const wanted = folded(q.trim());
  const hits: Hit[] = [];
  for (const item of searched) {
    const inside = await indicesIn(database, release, item, scope ?? null, level !== undefined);
    if (inside === null) continue;
    const { table } = await loadAreas(database, item);
    const names = foldedNames(table);
    for (const index of inside) {
      const score = scoreOf(wanted, names[index]!, folded(table.codes[index]!));
      if (score !== null) hits.push({ item, index, score, name: names[index]! });
    }
  }
  const order = [...items.keys()];
  hits.sort(
    (a, b) =>
      a.score - b.score ||
      order.indexOf(a.item.level) - order.indexOf(b.item.level) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.index - b.index),
  );
  const views: AreaView[] = [];
  for (const { item, index } of hits.slice(0, limit)) {
    views.push(...(await areaViews(database, levelItems(release, region, item.vintage), item, [index])));
  }
  return views;
}

/** Indices of an item within the scope; null where its level does not lie in the scope's and none was asked for. */
async function indicesIn(
  database: Database,
  release: Release,
  item: AreasItem,
  scope: AreaRef | null,
  levelNamed: boolean,
): Promise<Iterable<number> | null> {
  if (scope === null) return (await loadAreas(database, item)).table.codes.keys();
  const upwards = itemsUpwards(levelItems(release, item.region, item.vintage), item);
  try {
    return scopeIndices(await loadTables(database, upwards), item.level, scope);
  } catch (error) {
    if (!levelNamed && error instanceof ProblemError && error.code === 'bad-parameter') return null;
    throw error;
  }
}

function scoreOf(wanted: string, name: string, code: string): number | null {
  if (wanted === '') return INSIDE;
  if (name === wanted || code === wanted) return EXACT;
  if (name.startsWith(wanted) || code.startsWith(wanted)) return START;
  const at = name.indexOf(wanted);
  if (at < 0) return null;
  return /[\s'’(-]/.test(name[at - 1] ?? '') ? WORD : INSIDE;
}

const foldedNamesOf = new WeakMap<AreaTable, readonly string[]>();

function foldedNames(table: AreaTable): readonly string[] {
  let names = foldedNamesOf.get(table);
  if (names === undefined) {
    names = table.names.map(folded);
    foldedNamesOf.set(table, names);
  }
  return names;
}

/** Lower case without accents: "Liège" is found as "liege". */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
