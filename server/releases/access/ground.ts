import { type Ages, peopleOfAges } from '../../../core/access/ages.ts';
import type { Joined } from '../../../core/access/network/attach.ts';
import { type SettledAreas, settledWithin } from '../../../core/access/settled.ts';
import type { KnownNetwork, Walks } from '../../../core/access/walking.ts';
import { type AreaTables, ancestorPositions, parentChain } from '../../../core/areas/hierarchy.ts';
import { AREA_LEVELS, type AreaLevel, type AreaRef } from '../../../core/areas/types.ts';
import { ProblemError } from '../../../core/problem.ts';
import { DETOUR } from '../../../core/scenario/reach.ts';
import type { Desk } from '../desk.ts';
import { itemsUpwards, levelItems, loadTables } from '../hierarchy.ts';
import { knownNetwork } from '../network.ts';
import { scopeOf } from '../scope.ts';
import type { AreasItem, Release } from '../types.ts';
import { type AreaChildren, loadChildren } from './children.ts';
import { loadJoined } from './joined.ts';
import { type LoadedSettlement, loadSettlement } from './settlement.ts';

/** The finest areas of a region whose children are counted, and where those are taken to live. */
export type AccessGround = LoadedSettlement & {
  item: AreasItem;
  children: AreaChildren;
  /** Tables of the level and of those above it. */
  tables: AreaTables;
  items: ReadonlyMap<AreaLevel, AreasItem>;
  /** The walking network of the region, and where the points of the settlement join it; null where it has none. */
  network: KnownNetwork | null;
  joined: Joined | null;
};

/** @throws ProblemError `not-found` where the region has no numbers of children, `bad-parameter` never. */
export async function accessGround(desk: Desk, release: Release, region: string): Promise<AccessGround> {
  const { database, computation } = desk;
  const levels = levelItems(release, region);
  for (const level of [...AREA_LEVELS].reverse()) {
    const item = levels.get(level);
    if (item === undefined || level === 'grid') continue;
    const children = await loadChildren(database, release, item);
    if (children === null) continue;
    const items = itemsUpwards(levels, item);
    const settled = await loadSettlement(desk, release, item);
    const network = await knownNetwork(database, release, region);
    return {
      ...settled,
      ...{ item, items, children, tables: await loadTables(database, items), network },
      joined: network && (await loadJoined(database, computation, settled, network)),
    };
  }
  throw new ProblemError(
    'not-found',
    `Region "${region}" has no numbers of children, of whom reach is measured; import a table of the indicator "children"`,
    { parameter: 'region' },
  );
}

/** What walks are measured on: the network of the ground, and straight lines times a detour where it has none. */
export const walksOf = ({ network }: AccessGround, detour: number | undefined): Walks => ({
  detour: detour ?? DETOUR,
  network,
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
  /** Points of the areas without a street of the network in reach, whose walks are straight lines. */
  pointsOff: number;
};

/**
 * The areas of a ground within a scope, with the children of some ages (of all under null).
 * @throws ProblemError as `scopeOf`; `bad-parameter` where no group of children has such ages.
 */
export async function groundWithin(
  { database }: Desk,
  release: Release,
  { item, children, settlement, joined }: AccessGround,
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
  const settled = settledWithin({ ...settlement, joined }, indices);
  return {
    indices,
    settled,
    children: { all, deprivedShare },
    ...{ counted, exactAges: exact },
    areasWithout: all.filter(Number.isNaN).length,
    areasWithoutIndex:
      deprivedShare === null ? 0 : all.filter((one, k) => one > 0 && Number.isNaN(deprivedShare[k])).length,
    pointsOff: settled.joined?.edge.filter(edge => edge < 0).length ?? 0,
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
