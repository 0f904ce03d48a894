import type { Geometry } from 'geojson';
import { type RawBuilder, sql } from 'kysely';

/** West, south, east, north in degrees (WGS84). */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

/**
 * A column as a GeoJSON geometry; seven decimals of a degree are about a centimetre.
 *
 *     select(asGeoJson('geom').as('geometry'))
 *     -- ST_AsGeoJSON("geom", 7)::json
 */
export function asGeoJson(column: string, decimals = 7): RawBuilder<Geometry> {
  return sql`ST_AsGeoJSON(${sql.ref(column)}, ${sql.lit(decimals)})::json`;
}

/**
 * A GeoJSON geometry as a value to write, in the reference system that its coordinates are in.
 *
 *     values({ geom: fromGeoJson(geometry, 31370) })
 *     -- ST_SetSRID(ST_GeomFromGeoJSON($1), 31370)
 */
export function fromGeoJson(geometry: Geometry, epsg: number): RawBuilder<string> {
  return sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}), ${sql.lit(epsg)})`;
}

/**
 * The bounding box of a column in its own reference system.
 *
 *     select(bboxOf('geom').as('bbox'))
 *     -- array[ST_XMin("geom"), ST_YMin("geom"), ST_XMax("geom"), ST_YMax("geom")]
 */
export function bboxOf(column: string): RawBuilder<[number, number, number, number]> {
  const geom = sql.ref(column);
  return sql`array[ST_XMin(${geom}), ST_YMin(${geom}), ST_XMax(${geom}), ST_YMax(${geom})]`;
}

/**
 * Whether the box of a column meets a box in degrees. The literal is transformed, never the column, so that the
 * index on the column is used.
 *
 *     where(meetsBbox('geom_3857', [4, 51, 5, 52], 3857))
 *     -- "geom_3857" && ST_Transform(ST_MakeEnvelope($1, $2, $3, $4, 4326), 3857)
 */
export function meetsBbox(column: string, bbox: Bbox, columnEpsg = 4326): RawBuilder<boolean> {
  const box = sql`ST_MakeEnvelope(${bbox[0]}, ${bbox[1]}, ${bbox[2]}, ${bbox[3]}, 4326)`;
  const literal = columnEpsg === 4326 ? box : sql`ST_Transform(${box}, ${sql.lit(columnEpsg)})`;
  return sql`${sql.ref(column)} && ${literal}`;
}

/**
 * Whether the box of a column in Web Mercator meets a map tile. `margin` is a share of the tile's width.
 *
 *     where(meetsTile('geom_3857', 8, 131, 85))
 *     -- "geom_3857" && ST_TileEnvelope($1, $2, $3, margin => $4)
 */
export function meetsTile(
  column: string,
  z: number,
  x: number,
  y: number,
  margin = 1 / 64,
): RawBuilder<boolean> {
  return sql`${sql.ref(column)} && ST_TileEnvelope(${z}::int, ${x}::int, ${y}::int, margin => ${margin}::float8)`;
}
