import { sql } from 'kysely';
import type { Database } from '../database/types.ts';

/** A polygon as read, its coordinates still in the file's CRS. */
export type RawArea = {
  number: number;
  code: string;
  name: string;
  parentCode: string | null;
  parentName: string | null;
  /** GeoJSON text of a Polygon or MultiPolygon. */
  geometry: string;
};

/** A polygon that was not valid as given; `areaM2` is null when nothing was left after the repair. */
export type RepairedArea = { number: number; reason: string; areaM2: number | null };

/**
 * Writes polygons to `staged_areas`: SRID assigned, repaired where invalid (keeping the polygonal parts), transformed
 * to WGS84 and Web Mercator, measured on the ellipsoid. Returns the repaired ones; one of which nothing is left is not
 * written.
 */
export async function stageAreas(
  database: Database,
  staged: number,
  epsg: number,
  areas: readonly RawArea[],
): Promise<RepairedArea[]> {
  const result = await sql<RepairedArea>`
    with raw as (
      select number, code, name, parent_code, parent_name, ST_SetSRID(ST_GeomFromGeoJSON(geometry), ${epsg}::int) as geom
      from unnest(
        ${areas.map(area => area.number)}::int[], ${areas.map(area => area.code)}::text[],
        ${areas.map(area => area.name)}::text[], ${areas.map(area => area.parentCode)}::text[],
        ${areas.map(area => area.parentName)}::text[], ${areas.map(area => area.geometry)}::text[]
      ) as t(number, code, name, parent_code, parent_name, geometry)
    ),
    checked as materialized (
      select raw.*, ST_IsValid(geom) as valid from raw
    ),
    transformed as materialized (
      select number, code, name, parent_code, parent_name,
        case when valid then null else ST_IsValidReason(geom) end as reason,
        ST_Transform(case when valid then geom else ST_CollectionExtract(ST_MakeValid(geom), 3) end, 4326) as geom
      from checked
    ),
    repaired as materialized (
      select number, code, name, parent_code, parent_name, reason,
        -- Transforming can make two close points one, so what is stored is made valid after it.
        ST_Multi(case when ST_IsValid(geom) then geom else ST_CollectionExtract(ST_MakeValid(geom), 3) end) as geom
      from transformed
    ),
    written as (
      insert into staged_areas
        (import, number, code, name, parent_code, parent_name, area_m2, lon, lat, geom, geom_3857)
      select ${staged}::int, number, code, name, parent_code, parent_name, ST_Area(geom::geography),
        ST_X(point), ST_Y(point), geom, ST_Transform(geom, 3857)
      from repaired, lateral (select ST_PointOnSurface(geom) as point) p
      where not ST_IsEmpty(geom)
    )
    select number, reason, case when ST_IsEmpty(geom) then null else ST_Area(geom::geography) end as "areaM2"
    from repaired where reason is not null or ST_IsEmpty(geom)
    order by number`.execute(database.kysely);
  return result.rows;
}

/** A pair of polygons that cover the same ground. */
export type Overlap = {
  number: number;
  code: string;
  otherNumber: number;
  otherCode: string;
  areaM2: number;
  /** Share of the smaller of the two. */
  share: number;
};

/** Polygons compared in one statement, so that on PGlite readers get their turn. */
const COMPARED_AT_ONCE = 1000;

/** Pairs of staged polygons whose interiors meet, largest share first. Sharing a border is no overlap. */
export async function findOverlaps(database: Database, staged: number): Promise<Overlap[]> {
  await sql`analyze staged_areas`.execute(database.kysely);
  const last = await sql<{ number: number | null }>`
    select max(number) as number from staged_areas where import = ${staged}`.execute(database.kysely);
  const overlaps: Overlap[] = [];
  for (let from = 1; from <= (last.rows[0]?.number ?? 0); from += COMPARED_AT_ONCE) {
    const result = await sql<Overlap>`
      select number, code, "otherNumber", "otherCode", "areaM2", "areaM2" / smaller as share
      from (
        select a.number, a.code, b.number as "otherNumber", b.code as "otherCode",
          least(a.area_m2, b.area_m2) as smaller,
          ST_Area(ST_CollectionExtract(ST_Intersection(a.geom, b.geom), 3)::geography) as "areaM2"
        from staged_areas a
        join staged_areas b on b.import = a.import and b.number > a.number and a.geom && b.geom
        where a.import = ${staged} and a.number >= ${from} and a.number < ${from + COMPARED_AT_ONCE}
          and ST_Relate(a.geom, b.geom, '2********')
      ) pairs
      where "areaM2" > 0`.execute(database.kysely);
    overlaps.push(...result.rows);
  }
  return overlaps.sort((a, b) => b.share - a.share);
}
