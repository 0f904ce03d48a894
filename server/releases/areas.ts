import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { AreaTable } from '../../core/areas/types.ts';
import type { Database } from '../database/types.ts';
import { perDatabase } from './per-database.ts';
import type { AreasItem } from './types.ts';

/** The areas of one version as columns, with their boxes and the way back from a code to its index. */
export type LoadedAreas = {
  region: string;
  version: number;
  table: AreaTable;
  /** West, south, east, north of area i at 4i, WGS84 degrees. */
  bboxes: Float64Array;
  indexOf: ReadonlyMap<string, number>;
};

/** Areas kept in memory, over all versions; one costs about 300 bytes. */
const MAX_AREAS = 400_000;

const memory = perDatabase(
  () =>
    new LRUCache<number, LoadedAreas, { database: Database; item: AreasItem }>({
      maxSize: MAX_AREAS,
      sizeCalculation: areas => Math.max(1, areas.table.codes.length),
      ignoreFetchAbort: true,
      fetchMethod: (_version, _stale, { context }) => readAreas(context.database, context.item),
    }),
);

/** The areas of an item, from memory when they were read before. */
export function loadAreas(database: Database, item: AreasItem): Promise<LoadedAreas> {
  return memory(database).forceFetch(item.datasetVersion, { context: { database, item } });
}

/** West, south, east, north of the area at an index. */
export function bboxAt(areas: LoadedAreas, index: number): [number, number, number, number] {
  const { bboxes } = areas;
  return [bboxes[4 * index]!, bboxes[4 * index + 1]!, bboxes[4 * index + 2]!, bboxes[4 * index + 3]!];
}

type AreaRow = {
  idx: number;
  code: string;
  name: string;
  parent_code: string | null;
  area_m2: number;
  lon: number;
  lat: number;
  west: number;
  south: number;
  east: number;
  north: number;
};

async function readAreas(database: Database, item: AreasItem): Promise<LoadedAreas> {
  const { rows } = await sql<AreaRow>`
    select idx, code, name, parent_code, area_m2, lon, lat,
      ST_XMin(geom) as west, ST_YMin(geom) as south, ST_XMax(geom) as east, ST_YMax(geom) as north
    from areas
    where region = ${item.region} and version = ${item.datasetVersion}
    order by idx`.execute(database.kysely);
  const bboxes = new Float64Array(4 * rows.length);
  const table = {
    level: item.level,
    vintage: item.vintage,
    hash: item.hash,
    codes: rows.map(row => row.code),
    names: rows.map(row => row.name),
    parentLevel: item.parentLevel,
    parentCodes: rows.map(row => row.parent_code),
    areaHa: Float64Array.from(rows, row => rounded(row.area_m2 / 10_000)),
    lon: Float64Array.from(rows, row => rounded(row.lon)),
    lat: Float64Array.from(rows, row => rounded(row.lat)),
  };
  const indexOf = new Map<string, number>();
  rows.forEach((row, index) => {
    bboxes.set([row.west, row.south, row.east, row.north].map(rounded), 4 * index);
    indexOf.set(row.code, index);
  });
  return { region: item.region, version: item.datasetVersion, table, bboxes, indexOf };
}

/** Seven decimals: of a degree a centimetre, of a hectare ten square centimetres. Figures follow from these. */
function rounded(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}
