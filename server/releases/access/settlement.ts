import type { MultiPolygon } from 'geojson';
import { LRUCache } from 'lru-cache';
import type { GatheredSettlement } from '../../../core/access/population/gather.ts';
import { decodeHomes, settlementDataOf } from '../../../core/access/population/homes.ts';
import { toStoredPlaces } from '../../../core/access/population/settlement-format.ts';
import type { Database } from '../../database/types.ts';
import { areaGeometries } from '../area-geometry.ts';
import { loadAreas } from '../areas.ts';
import type { Desk } from '../desk.ts';
import { readBytes } from '../parts.ts';
import { perDatabase } from '../per-database.ts';
import { homesItems } from '../select.ts';
import type { AreasItem, OtherItem, Release } from '../types.ts';

/** Where people of an areas version are taken to live, and the side of the lattice that stands in where nothing better is known. */
export type LoadedSettlement = {
  settlement: GatheredSettlement;
  sideM: number;
  /** What it was made of: an areas version and what is known of homes. */
  settlementKey: string;
};

/** Bytes of settlements kept in memory; one of 200,000 points takes 6 MB. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Sides of a lattice in metres, and most points one may have: a province of 1,500 km² has 150,000 at 100 m. */
const SIDES_M = [100, 150, 200, 250, 300, 400, 500, 1000];
const MOST_POINTS = 250_000;

type Wanted = {
  database: Database;
  pool: Desk['computation'];
  item: AreasItem;
  homes: readonly OtherItem[];
  settlementKey: string;
};

const memory = perDatabase(
  () =>
    new LRUCache<string, LoadedSettlement, Wanted>({
      maxSize: MAX_BYTES,
      sizeCalculation: ({ settlement }) => 1000 + 28 * settlement.weight.length,
      ignoreFetchAbort: true,
      fetchMethod: (_key, _stale, { context }) => makeSettlement(context),
    }),
);

/** Names what a settlement is made of, by hashes: the same in every release that holds the same. */
export function settlementKey(release: Release, item: AreasItem): string {
  return [item.hash, ...homesItems(release, item.region).map(({ hash }) => hash)].join(' ');
}

/** The settlement of areas in a release, from memory when it was made before. */
export function loadSettlement(
  { database, computation: pool }: Pick<Desk, 'database' | 'computation'>,
  release: Release,
  item: AreasItem,
): Promise<LoadedSettlement> {
  const key = `${item.region} ${settlementKey(release, item)}`;
  const homes = homesItems(release, item.region);
  return memory(database).forceFetch(key, { context: { database, pool, item, homes, settlementKey: key } });
}

async function makeSettlement({
  database,
  pool,
  item,
  homes,
  settlementKey,
}: Wanted): Promise<LoadedSettlement> {
  const { table } = await loadAreas(database, item);
  const areas: (MultiPolygon | null)[] = table.codes.map(() => null);
  for await (const { index, geometry } of areaGeometries(database, item, Int32Array.from(table.codes.keys())))
    areas[index] = geometry;
  const landM2 = table.areaHa.reduce((sum, hectares) => sum + hectares, 0) * 10_000;
  const sideM = SIDES_M.find(side => landM2 / side ** 2 <= MOST_POINTS) ?? SIDES_M.at(-1)!;
  const at = { lon: table.lon, lat: table.lat };
  const known = await Promise.all(
    homes.map(async stored => decodeHomes(await readBytes(database, 'homes_parts', stored))),
  );
  const data = { areas, at, ...settlementDataOf(known) };
  const settlement = await pool.run('settleAtMost', [data, sideM, MOST_POINTS]);
  return { settlement: { ...settlement, ...toStoredPlaces(settlement) }, sideM, settlementKey };
}
