import { LRUCache } from 'lru-cache';
import { joinOutlines, type Outlines, outlinesOf } from '../../core/areas/outlines.ts';
import type { Ground } from '../../core/concentration/map.ts';
import type { ComputationPool } from '../computation/pool.ts';
import type { Database } from '../database/types.ts';
import { areaGeometries } from './area-geometry.ts';
import { loadAreas } from './areas.ts';
import { perDatabase } from './per-database.ts';
import type { AreasItem } from './types.ts';

/** Bytes of grounds kept in memory; one of 10,000 areas takes about 2 MB. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Areas whose polygons are turned into columns at once. */
const PAGE_AREAS = 500;

type Wanted = {
  database: Database;
  pool: Pick<ComputationPool, 'run'>;
  item: AreasItem;
  metricEpsg: number | undefined;
};

const memory = perDatabase(
  () =>
    new LRUCache<string, Ground, Wanted>({
      maxSize: MAX_BYTES,
      sizeCalculation: ({ geometry, queen, rook }) =>
        1000 + 40 * geometry.x.length + 4 * queen.neighbours.length + 12 * rook.neighbours.length,
      ignoreFetchAbort: true,
      fetchMethod: (_key, _stale, { context }) => measureGround(context),
    }),
);

/**
 * Surfaces, centroids and neighbours of the areas of an item, measured in `metricEpsg`, or in the UTM zone of
 * their middle. From the same coordinates as an export gives (WGS84, seven decimals), so that whoever measures
 * the exported file finds the same. Throws ProblemError `bad-parameter` for a coordinate system that cannot be.
 */
export function loadGround(
  database: Database,
  pool: Pick<ComputationPool, 'run'>,
  item: AreasItem,
  metricEpsg?: number,
): Promise<Ground> {
  const key = `${item.datasetVersion} ${metricEpsg ?? 'utm'}`;
  return memory(database).forceFetch(key, { context: { database, pool, item, metricEpsg } });
}

async function measureGround({ database, pool, item, metricEpsg }: Wanted): Promise<Ground> {
  const { codes } = (await loadAreas(database, item)).table;
  const pages: Outlines[] = [];
  let page: { codes: string[]; geometries: Parameters<typeof outlinesOf>[1][number][] } = {
    codes: [],
    geometries: [],
  };
  const turn = (): void => {
    pages.push(outlinesOf(page.codes, page.geometries));
    page = { codes: [], geometries: [] };
  };
  for await (const { index, geometry } of areaGeometries(database, item, Int32Array.from(codes.keys()))) {
    page.codes.push(codes[index]!);
    page.geometries.push(geometry);
    if (page.codes.length === PAGE_AREAS) turn();
  }
  turn();
  return pool.run('ground', [codes, joinOutlines(pages), 4326, metricEpsg]);
}
