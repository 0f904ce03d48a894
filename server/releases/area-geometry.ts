import type { MultiPolygon } from 'geojson';
import { sql } from 'kysely';
import { asGeoJson } from '../database/postgis.ts';
import type { Database } from '../database/types.ts';
import type { AreasItem } from './types.ts';

/** Areas read at once; a detailed polygon can be a megabyte. */
const PAGE_AREAS = 200;

/** Full-resolution geometry (WGS84, 7 decimals) of areas of an item, in the order of the indices given. */
export async function* areaGeometries(
  database: Database,
  item: AreasItem,
  indices: Int32Array,
): AsyncGenerator<{ index: number; geometry: MultiPolygon }> {
  for (let start = 0; start < indices.length; start += PAGE_AREAS) {
    const page = [...indices.subarray(start, start + PAGE_AREAS)];
    const { rows } = await sql<{ idx: number; geometry: MultiPolygon }>`
      select idx, ${asGeoJson('geom')} as geometry from areas
      where region = ${item.region} and version = ${item.datasetVersion} and idx = any(${page})
      order by idx`.execute(database.kysely);
    for (const { idx, geometry } of rows) yield { index: idx, geometry };
  }
}
