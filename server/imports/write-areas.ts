import { sql } from 'kysely';
import { NO_DIMENSIONS, type PreparedDataset } from './run-context.ts';

type StagedAreas = Pick<
  PreparedDataset,
  'itemKey' | 'level' | 'vintage' | 'parentLevel' | 'hash' | 'rowCount' | 'source' | 'report'
> & {
  staged: number;
};

/**
 * A prepared areas version. Accepting numbers the areas by code in C collation: the area index, which is the same
 * for the same codes on every machine.
 */
export function prepareAreas(areas: StagedAreas): PreparedDataset {
  return {
    ...NO_DIMENSIONS,
    ...areas,
    kind: 'areas',
    async write(trx, region, version) {
      const written = await sql`
        insert into areas (region, version, idx, code, name, parent_code, area_m2, lon, lat, geom, geom_3857)
        select ${region}, ${version}::int, row_number() over (order by code collate "C") - 1,
          code, name, parent_code, area_m2, lon, lat, geom, geom_3857
        from staged_areas where import = ${areas.staged}`.execute(trx);
      await sql`
        insert into area_shapes (region, version, band, idx, geom_3857)
        select ${region}, ${version}::int, s.band, a.idx, s.geom_3857
        from staged_area_shapes s
        join (
          select number, row_number() over (order by code collate "C") - 1 as idx
          from staged_areas where import = ${areas.staged}
        ) a on a.number = s.number
        where s.import = ${areas.staged}`.execute(trx);
      return Number(written.numAffectedRows);
    },
  };
}
