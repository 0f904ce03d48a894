import type { MultiPolygon, Position } from 'geojson';
import { sql } from 'kysely';
import { FULL_RESOLUTION_BAND, type ShapeBand } from '../../core/areas/bands.ts';
import type { Database } from '../database/types.ts';
import type { TileAreas } from './types.ts';

/** Rows read at once: other statements of the one embedded session run in between. */
const PAGE_ROWS = 1000;
/** Radius of the sphere of EPSG:3857, metres. */
const MERCATOR_RADIUS_M = 6_378_137;

/** Every shape of a band in WGS84 degrees, by index. */
export async function* shapesOf(
  database: Database,
  { region, version }: TileAreas,
  band: ShapeBand,
): AsyncGenerator<{ idx: number; geometry: MultiPolygon }> {
  const full = band === FULL_RESOLUTION_BAND;
  // Rounding is to a centimetre or finer, the same for every vertex that two areas share.
  const shapes = full
    ? sql`select idx, ST_AsGeoJSON(geom, 8) as shape from areas where region = ${region} and version = ${version}`
    : sql`select idx, ST_AsGeoJSON(geom_3857, 2) as shape from area_shapes
          where region = ${region} and version = ${version} and band = ${band}`;
  let after = -1;
  for (;;) {
    const { rows } = await sql<{ idx: number; shape: string }>`
      ${shapes} and idx > ${after} order by idx limit ${PAGE_ROWS}`.execute(database.kysely);
    for (const { idx, shape } of rows) {
      const geometry = JSON.parse(shape) as MultiPolygon;
      yield { idx, geometry: full ? geometry : toDegrees(geometry) };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ROWS) return;
    after = last.idx;
  }
}

/** Inverse of the spherical Mercator projection (EPSG method 1024). */
function toDegrees(geometry: MultiPolygon): MultiPolygon {
  const degrees = 180 / Math.PI;
  const convert = ([x = 0, y = 0]: Position): Position => [
    (x / MERCATOR_RADIUS_M) * degrees,
    (2 * Math.atan(Math.exp(y / MERCATOR_RADIUS_M)) - Math.PI / 2) * degrees,
  ];
  return {
    type: 'MultiPolygon',
    coordinates: geometry.coordinates.map(polygon => polygon.map(ring => ring.map(convert))),
  };
}
