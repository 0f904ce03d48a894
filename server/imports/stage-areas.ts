import { sql } from 'kysely';
import type { Database } from '../database/types.ts';
import { OVERLAY_GRID, repairedPolygons, requireRows } from './repair.ts';

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
 * Writes polygons to `staged_areas`: SRID assigned, transformed to WGS84, repaired where invalid (keeping the
 * polygonal parts), transformed to Web Mercator and measured on the ellipsoid. Returns the repaired ones; one of
 * which nothing is left is not written.
 */
export async function stageAreas(
  database: Database,
  fileName: string,
  staged: number,
  epsg: number,
  areas: readonly RawArea[],
): Promise<RepairedArea[]> {
  const result = await sql<{ number: number; reason: string | null; areaM2: number | null }>`
    with raw as materialized (
      select number, code, name, parent_code, parent_name, given, ST_Transform(given, 4326) as geom
      from unnest(
        ${areas.map(area => area.number)}::int[], ${areas.map(area => area.code)}::text[],
        ${areas.map(area => area.name)}::text[], ${areas.map(area => area.parentCode)}::text[],
        ${areas.map(area => area.parentName)}::text[], ${areas.map(area => area.geometry)}::text[]
      ) as t(number, code, name, parent_code, parent_name, geometry),
      lateral (select ST_SetSRID(ST_GeomFromGeoJSON(geometry), ${epsg}::int) as given) g
    ),
    checked as materialized (
      select raw.*, ST_IsValid(geom) as valid from raw
    ),
    repaired as materialized (
      select number, code, name, parent_code, parent_name,
        -- Where it is invalid is said in the file's own coordinates; transforming can also make two points one.
        case when valid then null when ST_IsValid(given) then ST_IsValidReason(geom) else ST_IsValidReason(given) end
          as reason,
        ST_Multi(case when valid then geom else ${repairedPolygons(sql`geom`)} end) as geom
      from checked
    ),
    measured as materialized (
      select repaired.*, ST_Area(geom::geography) as area_m2, ST_PointOnSurface(geom) as point
      from repaired where not ST_IsEmpty(geom)
    ),
    written as (
      insert into staged_areas
        (import, number, code, name, parent_code, parent_name, area_m2, lon, lat, geom, geom_3857)
      select ${staged}::int, number, code, name, parent_code, parent_name, area_m2,
        ST_X(point), ST_Y(point), geom, ST_Transform(geom, 3857)
      from measured
      returning number
    )
    select repaired.number, repaired.reason, area_m2 as "areaM2"
    from repaired left join measured using (number)
    where (select count(*) from written) = (select count(*) from measured)
    order by repaired.number`.execute(database.kysely);
  requireRows(fileName, areas.length, result.rows.length);
  return result.rows.flatMap(({ number, reason, areaM2 }) =>
    reason === null && areaM2 !== null ? [] : [{ number, reason: reason ?? 'No area', areaM2 }],
  );
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
export async function findOverlaps(database: Database, fileName: string, staged: number): Promise<Overlap[]> {
  await sql`analyze staged_areas`.execute(database.kysely);
  const last = await sql<{ number: number | null }>`
    select max(number) as number from staged_areas where import = ${staged}`.execute(database.kysely);
  const overlaps: Overlap[] = [];
  for (let from = 1; from <= (last.rows[0]?.number ?? 0); from += COMPARED_AT_ONCE) {
    const pairs = await sql<{ number: number | null; otherNumber: number | null }>`
      select a.number, b.number as "otherNumber"
      from staged_areas a
      join staged_areas b on b.import = a.import and b.number > a.number and a.geom && b.geom
      where a.import = ${staged} and a.number >= ${from} and a.number < ${from + COMPARED_AT_ONCE}
        and ST_Relate(a.geom, b.geom, '2********')
      -- Comes only when the comparison came to its end: see OVERLAY_GRID.
      union all select null, null`.execute(database.kysely);
    requireRows(fileName, 1, pairs.rows.filter(({ number }) => number === null).length);
    const found = pairs.rows.filter(({ number }) => number !== null);
    if (found.length > 0) overlaps.push(...(await measureOverlaps(database, fileName, staged, found)));
  }
  return overlaps.filter(({ areaM2 }) => areaM2 > 0).sort((a, b) => b.share - a.share);
}

async function measureOverlaps(
  database: Database,
  fileName: string,
  staged: number,
  pairs: readonly { number: number | null; otherNumber: number | null }[],
): Promise<Overlap[]> {
  const result = await sql<Overlap>`
    select a.number, a.code, b.number as "otherNumber", b.code as "otherCode", covered_m2 as "areaM2",
      covered_m2 / least(a.area_m2, b.area_m2) as share
    from unnest(${pairs.map(pair => pair.number)}::int[], ${pairs.map(pair => pair.otherNumber)}::int[]) as p(one, other)
    join staged_areas a on a.import = ${staged} and a.number = p.one
    join staged_areas b on b.import = ${staged} and b.number = p.other,
    lateral (
      select ST_Area(ST_CollectionExtract(ST_Intersection(a.geom, b.geom, ${OVERLAY_GRID}::float8), 3)::geography)
    ) as i(covered_m2)`.execute(database.kysely);
  requireRows(fileName, pairs.length, result.rows.length);
  return result.rows;
}
