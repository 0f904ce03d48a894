import { sql } from 'kysely';
import { AREA_LEVELS } from '../../core/areas/types.ts';
import type { Report } from './report.ts';
import { areasAtHand, type RunContext } from './run-context.ts';

/**
 * Warns of every staged place that lies in no area of its region, if that has areas: a coordinate that was mistyped
 * or swapped is often still one on the map. A warning only, because a place across the border may be meant.
 */
export async function warnOutside(context: RunContext, staged: number, report: Report): Promise<void> {
  const { region } = context;
  // The coarsest level covers what the finer ones do, with the fewest polygons.
  const areas = AREA_LEVELS.map(level => areasAtHand(context, level)).find(each => each !== null);
  if (areas === undefined) return;
  const candidates =
    'staged' in areas
      ? sql`select geom from staged_areas where import = ${areas.staged}`
      : sql`select geom from areas where region = ${region} and version = ${areas.version}`;
  const outside = await sql<{ number: number; key: string; lon: number; lat: number }>`
    select f.number, f.key, ST_X(ST_Centroid(f.geom)) as lon, ST_Y(ST_Centroid(f.geom)) as lat
    from staged_facilities f
    where f.import = ${staged}
      and not exists (select from (${candidates}) a where ST_Intersects(a.geom, f.geom))
    order by f.number`.execute(context.database.kysely);
  for (const { number, key, lon, lat } of outside.rows) {
    const where = [lon, lat].map(degrees => Number(degrees.toFixed(5))).join(', ');
    report.add(
      'warning',
      'outside',
      `lies at ${where} (longitude, latitude), in no ${areas.level} of region ${region}: check its coordinates`,
      { unit: 'feature', number, code: key },
      where,
    );
  }
}
