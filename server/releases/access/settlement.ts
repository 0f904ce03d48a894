import type { MultiPolygon } from 'geojson';
import { LRUCache } from 'lru-cache';
import type { Settlement } from '../../../core/access/population/settle.ts';
import { toStoredPlaces } from '../../../core/access/population/settlement-format.ts';
import type { Database } from '../../database/types.ts';
import { areaGeometries } from '../area-geometry.ts';
import { loadAreas } from '../areas.ts';
import type { Desk } from '../desk.ts';
import { perDatabase } from '../per-database.ts';
import type { AreasItem } from '../types.ts';

/** Where people of an areas version are taken to live, and the side of the lattice that stands in where nothing better is known. */
export type LoadedSettlement = { settlement: Settlement; sideM: number };

/** Bytes of settlements kept in memory; one of 200,000 points takes 6 MB. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Sides of a lattice in metres, and most points one may have: a province of 1,500 km² has 150,000 at 100 m. */
const SIDES_M = [100, 150, 200, 250, 300, 400, 500, 1000];
const MOST_POINTS = 250_000;

type Wanted = { database: Database; pool: Desk['computation']; item: AreasItem };

const memory = perDatabase(
  () =>
    new LRUCache<string, LoadedSettlement, Wanted>({
      maxSize: MAX_BYTES,
      sizeCalculation: ({ settlement }) => 1000 + 28 * settlement.weight.length,
      ignoreFetchAbort: true,
      fetchMethod: (_key, _stale, { context }) => makeSettlement(context),
    }),
);

/** The settlement of an areas version, from memory when it was made before. */
export function loadSettlement(
  database: Database,
  pool: Desk['computation'],
  item: AreasItem,
): Promise<LoadedSettlement> {
  return memory(database).forceFetch(String(item.datasetVersion), { context: { database, pool, item } });
}

async function makeSettlement({ database, pool, item }: Wanted): Promise<LoadedSettlement> {
  const { table } = await loadAreas(database, item);
  const areas: (MultiPolygon | null)[] = table.codes.map(() => null);
  for await (const { index, geometry } of areaGeometries(database, item, Int32Array.from(table.codes.keys())))
    areas[index] = geometry;
  const landM2 = table.areaHa.reduce((sum, hectares) => sum + hectares, 0) * 10_000;
  const sideM = SIDES_M.find(side => landM2 / side ** 2 <= MOST_POINTS) ?? SIDES_M.at(-1)!;
  const at = { lon: table.lon, lat: table.lat };
  const settlement = await pool.run('settle', [{ areas, at }, sideM]);
  return { settlement: { ...settlement, ...toStoredPlaces(settlement) }, sideM };
}
