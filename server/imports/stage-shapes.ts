import type { MultiPolygon, Polygon } from 'geojson';
import { sql } from 'kysely';
import type { Database } from '../database/types.ts';
import { createBatches } from './batches.ts';
import { simplifyShapes } from './shapes.ts';

/** Decimals of a Web Mercator metre: a centimetre joins borders that a transformation rounded apart. */
const DECIMALS = 2;

/** Simplifies the staged areas together and stages their shapes of every zoom band. */
export async function stageShapes(database: Database, staged: number): Promise<void> {
  const areas = await sql<{ number: number; geometry: string }>`
    select number, ST_AsGeoJSON(geom_3857, ${DECIMALS}::int) as geometry
    from staged_areas where import = ${staged} order by number`.execute(database.kysely);
  const shapes = simplifyShapes(
    areas.rows.map(({ number, geometry }) => ({
      number,
      geometry: JSON.parse(geometry) as Polygon | MultiPolygon,
    })),
  );
  type Row = { number: number; band: number; geometry: string };
  const batches = createBatches<Row>(async rows => {
    await sql`
      insert into staged_area_shapes (import, number, band, geom_3857)
      select ${staged}::int, number, band, ST_SetSRID(ST_GeomFromGeoJSON(geometry), 3857)
      from unnest(
        ${rows.map(row => row.number)}::int[], ${rows.map(row => row.band)}::smallint[],
        ${rows.map(row => row.geometry)}::text[]
      ) as t(number, band, geometry)`.execute(database.kysely);
  });
  for (const { number, band, geometry } of shapes) {
    const text = JSON.stringify(geometry satisfies MultiPolygon);
    await batches.add({ number, band, geometry: text }, text.length);
  }
  await batches.end();
}
