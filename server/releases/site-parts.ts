import { sql } from 'kysely';
import { ProblemError } from '../../core/problem.ts';
import type { SiteGeometry } from '../../core/scenario/geometry.ts';
import type { Site } from '../../core/scenario/place.ts';
import type { Database } from '../database/types.ts';
import { OVERLAY_GRID } from '../imports/repair.ts';
import type { AreasItem } from './types.ts';

export type SiteParts = {
  /** By descending surface; of a point the one area around it, with weight 1. */
  parts: Site['parts'];
  /** Surface of the site in square metres on the ellipsoid, in the areas or not; 0 for a point. */
  surfaceM2: number;
};

/** Slivers of a shared border are no part of a site. */
const LEAST_M2 = 0.01;

/**
 * In which areas a drawn site lies, and with how many square metres. The geometry must be valid.
 * @throws ProblemError `internal` when the database loses rows: see OVERLAY_GRID.
 */
export async function siteParts(
  database: Database,
  { region, datasetVersion }: AreasItem,
  geometry: SiteGeometry,
): Promise<SiteParts> {
  const point = geometry.type === 'Point';
  const { rows } = await sql<{ area: string; weight: number; surface: number; number: number }>`
    with site as (
      select ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}), 4326) as geom
    ), touched as (
      select a.code, a.idx, a.geom from site join areas a
        on a.region = ${region} and a.version = ${datasetVersion} and ST_Intersects(a.geom, site.geom)
    )
    select t.code as area, ST_Area(site.geom::geography) as surface,
      (select count(*)::int from touched) as number,
      case when ${point} then 1 else ST_Area(
        ST_CollectionExtract(ST_Intersection(t.geom, site.geom, ${OVERLAY_GRID}::float8), 3)::geography
      ) end as weight
    from site left join touched t on true
    order by weight desc, t.idx`.execute(database.kysely);
  const [first] = rows;
  if (first === undefined || rows.length !== Math.max(1, first.number)) {
    throw new ProblemError(
      'internal',
      'The database could not lay this drawing over the areas; draw it simpler',
    );
  }
  const parts = rows.filter(({ area, weight }) => area !== null && weight >= LEAST_M2);
  return {
    // A point on a border lies in the first area that it touches.
    parts: (point ? parts.slice(0, 1) : parts).map(({ area, weight }) => ({ area, weight })),
    surfaceM2: first.surface,
  };
}
