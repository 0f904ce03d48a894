import { type Ages, peopleOfAges } from '../../../core/access/ages.ts';
import { type SettledAreas, settledWithin } from '../../../core/access/settled.ts';
import type { Walking } from '../../../core/access/walking.ts';
import { type AreaTables, ancestorPositions, parentChain } from '../../../core/areas/hierarchy.ts';
import { AREA_LEVELS, type AreaLevel, type AreaRef } from '../../../core/areas/types.ts';
import { ProblemError } from '../../../core/problem.ts';
import { DETOUR } from '../../../core/scenario/reach.ts';
import type { Desk } from '../desk.ts';
import { itemsUpwards, levelItems, loadTables } from '../hierarchy.ts';
import { scopeOf } from '../scope.ts';
import type { AreasItem, Release } from '../types.ts';
import { type AreaChildren, loadChildren } from './children.ts';
import { type LoadedSettlement, loadSettlement } from './settlement.ts';

/** The finest areas of a region whose children are counted, and where those are taken to live. */
export type AccessGround = LoadedSettlement & {
  item: AreasItem;
  children: AreaChildren;
  /** Tables of the level and of those above it. */
  tables: AreaTables;
  items: ReadonlyMap<AreaLevel, AreasItem>;
};

/** @throws ProblemError `not-found` where the region has no numbers of children, `bad-parameter` never. */
export async function accessGround(
  { database, computation }: Desk,
  release: Release,
  region: string,
): Promise<AccessGround> {
  const levels = levelItems(release, region);
  for (const level of [...AREA_LEVELS].reverse()) {
    const item = levels.get(level);
    if (item === undefined || level === 'grid') continue;
    const children = await loadChildren(database, release, item);
    if (children === null) continue;
    const items = itemsUpwards(levels, item);
    return {
      ...(await loadSettlement(database, computation, item)),
      ...{ item, items, children, tables: await loadTables(database, items) },
    };
  }
  throw new ProblemError(
    'not-found',
    `Region "${region}" has no numbers of children, of whom reach is measured; import a table of the indicator "children"`,
    { parameter: 'region' },
  );
}

export const walkingOf = (detour: number | undefined): Walking => ({
  by: 'straight-line',
  detour: detour ?? DETOUR,
});

/** The areas of a ground in a scope: their points, and their children of some ages. */
export type ScopedGround = {
  /** Area indices in the ground, ascending. */
  indices: Int32Array;
  settled: SettledAreas;
  children: { all: Float64Array; deprivedShare: Float64Array | null };
  /** Ages that are counted, and whether they are just those asked for. */
  counted: Ages[];
  exactAges: boolean;
  /** Areas whose children are not known, and areas with children whose share of deprived families is not. */
  areasWithout: number;
  areasWithoutIndex: number;
};

/**
 * The areas of a ground within a scope, with the children of some ages (of all under null).
 * @throws ProblemError as `scopeOf`; `bad-parameter` where no group of children has such ages.
 */
export async function groundWithin(
  { database }: Desk,
  release: Release,
  { item, children, settlement }: AccessGround,
  scope: AreaRef | null,
  ages: Ages | null,
): Promise<ScopedGround> {
  const size = children.all.length;
  const indices =
    (await scopeOf(database, release, item, scope)) ?? Int32Array.from({ length: size }, (_, i) => i);
  const groups = ages === null ? [{ from: 0, to: 17, people: children.all }] : children.groups;
  const { people, counted, exact } = peopleOfAges(groups, ages, size);
  if (counted.length === 0) {
    const known = children.groups.map(({ from, to }) => `${from}-${to}`).join(', ');
    throw new ProblemError(
      'bad-parameter',
      `No group of children is of the ages ${ages?.from} to ${ages?.to}; there are: ${known}`,
      { parameter: 'ages' },
    );
  }
  const within = (column: Float64Array) => Float64Array.from(indices, area => column[area]!);
  const all = within(people);
  const deprivedShare = children.deprivedShare && within(children.deprivedShare);
  return {
    indices,
    settled: settledWithin(settlement, indices),
    children: { all, deprivedShare },
    ...{ counted, exactAges: exact },
    areasWithout: all.filter(Number.isNaN).length,
    areasWithoutIndex:
      deprivedShare === null ? 0 : all.filter((one, k) => one > 0 && Number.isNaN(deprivedShare[k])).length,
  };
}

/**
 * For every area of the ground its area at a level, −1 where it has none.
 * @throws ProblemError `bad-parameter` for a level finer than the children are counted at, or beside it.
 */
export function positionsAt({ item, tables }: AccessGround, level: AreaLevel): Int32Array {
  const chain = parentChain(tables, item.level);
  if (!chain.includes(level)) {
    throw new ProblemError(
      'bad-parameter',
      `Children are counted by ${item.level}, so that reach can be told for: ${chain.join(', ')}; not for ${level}`,
      { parameter: 'level' },
    );
  }
  return ancestorPositions(tables, item.level, level);
}
