import { type RawBuilder, sql } from 'kysely';
import { ProblemError } from '../../core/problem.ts';

/**
 * Grid of every overlay on WGS84 geometry, in degrees: 1e-12 is a ten-thousandth of a millimetre.
 *
 * Without a grid GEOS first tries plain floating point, throws inside when that fails, and tries again. PGlite is
 * built without C++ exceptions: there the statement ends as if it had finished, with the rows it had so far and no
 * error, and some inputs make it hang (2026-11: ST_Union and ST_MakeValid of ordinary polygons). Snapping to a grid
 * needs no second try. So: no ST_MakeValid and no overlay without a grid in this project, and count what comes back.
 */
export const OVERLAY_GRID = 1e-12;

/**
 * SQL for the polygonal parts of a WGS84 geometry that is not valid: every ring is what it encloses, holes are taken
 * off, parts are merged (the "structure" method of ST_MakeValid). Empty when nothing has an area.
 */
export function repairedPolygons(geometry: RawBuilder<unknown>): RawBuilder<unknown> {
  const enclosed = (ring: RawBuilder<unknown>) =>
    sql`ST_BuildArea(ST_UnaryUnion(${ring}, ${OVERLAY_GRID}::float8))`;
  return sql`(
    select coalesce(ST_Union(ST_Difference(shell, holes, ${OVERLAY_GRID}::float8), ${OVERLAY_GRID}::float8),
      'SRID=4326;POLYGON EMPTY'::geometry)
    from ST_Dump(${geometry}) part,
    lateral (select ${enclosed(sql`ST_ExteriorRing(part.geom)`)} as shell) s,
    lateral (
      select coalesce(ST_Union(${enclosed(sql`ST_ExteriorRing(ring.geom)`)}, ${OVERLAY_GRID}::float8),
        'SRID=4326;POLYGON EMPTY'::geometry) as holes
      from ST_DumpRings(part.geom) ring where ring.path[1] > 0
    ) h
    where ST_GeometryType(part.geom) = 'ST_Polygon' and shell is not null
  )`;
}

/** Throws when a statement on geometry gave fewer rows than it was given: see OVERLAY_GRID. */
export function requireRows(fileName: string, expected: number, found: number): void {
  if (found === expected) return;
  throw new ProblemError(
    'import-refused',
    `${fileName}: the geometry of ${expected - found} features is too tangled for this database: repair it first, or set DATABASE_URL to a PostgreSQL server; nothing was imported`,
  );
}
