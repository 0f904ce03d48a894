import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../server/database/types.ts';
import { runImport } from '../../../server/imports/run.ts';
import type { ImportStep } from '../../../server/imports/types.ts';
import { openFile } from '../../../server/readers/registry.ts';
import { describeOnDatabases } from '../../database.ts';
import { sourceOf, storedAreas, storedValues } from './fixtures.ts';

const folder = process.env.REAL_DATA_DIR ?? '';
const file = (path: string) => openFile(join(folder, path));

/** The expected counts and sums come from the publishers' files themselves, counted with Python's csv module. */
describe.skipIf(folder === '')('Real files', () => {
  describeOnDatabases('Greater Manchester', open => {
    let database: Database;
    const importing = (...steps: ImportStep[]) => runImport(database, { region: 'gm', message: 'x', steps });
    beforeAll(async () => {
      database = await open();
    });

    it('imports 1,702 polygons, repairs the four that touch themselves, and finds no overlap', async () => {
      const result = await importing({
        kind: 'areas',
        file: await file('greater-manchester/gm_lsoa21_generalised.geojson'),
        level: 'sector',
        vintage: 2021,
        idColumn: 'area_code',
        nameColumn: 'area_name',
        source: sourceOf('LSOA 2021'),
      });
      expect(result.datasets).toMatchObject([{ itemKey: 'areas/sector/2021', rowCount: 1702 }]);
      expect(result.report.map(({ severity, check }) => `${severity} ${check}`)).toEqual(
        Array(4).fill('repaired invalid-geometry'),
      );
      const areas = await storedAreas(database, 'areas/sector/2021', 'gm');
      expect(areas[0]).toMatchObject({ idx: 0, code: 'E01004766', name: 'Bolton 005A' });
      // Greater Manchester covers 1,276 km² (ONS, Standard Area Measurements); these borders are generalised.
      expect(areas.reduce((sum, { areaM2 }) => sum + areaM2, 0) / 1_276e6).toBeCloseTo(1, 2);
      // Every area has a shape in every band below full resolution.
      const shapes = await sql<{ band: number; count: number }>`
        select band, count(*)::int as count from area_shapes where region = 'gm' and not ST_IsEmpty(geom_3857)
        group by band order by band`.execute(database.kysely);
      expect(shapes.rows).toEqual([0, 1, 2, 3].map(band => ({ band, count: 1702 })));
    });

    it('imports households, social-rented households and children in income deprivation', async () => {
      const result = await importing({
        kind: 'table',
        file: await file('greater-manchester/gm_lsoa21_attributes.csv'),
        level: 'sector',
        idColumn: 'lsoa21_code',
        year: 2021,
        maps: [
          {
            indicator: 'social_share',
            column: 'social_rented_households',
            denominatorColumn: 'total_households',
          },
          { indicator: 'households', column: 'total_households' },
          { indicator: 'children_in_deprivation', column: 'idaci2025_children_in_income_deprivation' },
        ],
        source: sourceOf('Census 2021'),
      });
      expect(result.datasets).toHaveLength(3);
      const shares = await storedValues(database, 'values/social_share/sector/2021/2021', 'gm');
      expect(shares).toHaveLength(1702);
      expect(shares.reduce((sum, { numerator }) => sum + numerator!, 0)).toBe(243_382);
      expect(shares.reduce((sum, { denominator }) => sum + denominator!, 0)).toBe(1_178_265);
      const children = await storedValues(database, 'values/children_in_deprivation/sector/2021/2021', 'gm');
      expect(children.filter(({ status }) => status === 'missing')).toHaveLength(59);
      expect(result.report).toMatchObject([{ severity: 'warning', check: 'no-value', value: '59' }]);
    });

    it('imports the greenspaces', async () => {
      const result = await importing(
        {
          kind: 'facilities',
          file: await file('greater-manchester/trafford_greenspace_sites.geojson'),
          sourceId: 'greenspace',
          map: 'greenspace-sites',
          source: sourceOf('OS Open Greenspace'),
        },
        {
          kind: 'facilities',
          file: await file('greater-manchester/gm_greenspace_access_points.geojson'),
          sourceId: 'greenspace-access',
          map: 'greenspace-access',
          source: sourceOf('OS Open Greenspace'),
        },
      );
      // 9,933 access points, of which 19 for motor vehicles only.
      expect(result.datasets.map(({ rowCount }) => rowCount)).toEqual([427, 9914]);
      const play = await sql<{ count: number }>`
        select count(*)::int as count from facilities where region = 'gm' and 'play' = any(functions)`.execute(
        database.kysely,
      );
      expect(play.rows).toEqual([{ count: 88 }]);
    });
  });

  describeOnDatabases('Flanders and Gent', open => {
    let database: Database;
    const importing = (step: ImportStep) =>
      runImport(database, { region: 'vlaanderen', message: 'x', steps: [step] });
    beforeAll(async () => {
      database = await open();
    });

    it('imports 304 municipalities in Lambert 72', async () => {
      const result = await importing({
        kind: 'areas',
        file: await file('flanders/gemeente.shp'),
        level: 'municipality',
        vintage: 2025,
        idColumn: 'geoitem',
        nameColumn: 'naam',
        source: sourceOf('Gemeenten'),
      });
      expect(result.datasets).toMatchObject([{ rowCount: 304 }]);
      expect(result.report).toEqual([]);
      const place = await sql<{ code: string; name: string }>`
        select code, name from areas where region = 'vlaanderen'
          and ST_Contains(geom, ST_SetSRID(ST_MakePoint(3.7252, 51.0536), 4326))`.execute(database.kysely);
      // The belfry of Gent stands at 51.0536°N 3.7252°E.
      expect(place.rows).toEqual([{ code: '44021', name: 'Gent' }]);
    });

    it('imports 2,767 neighbourhoods, each within its municipality', async () => {
      const result = await importing({
        kind: 'areas',
        file: await file('flanders/ggw7.shp'),
        level: 'neighbourhood',
        vintage: 2025,
        idColumn: 'geoitem',
        nameColumn: 'naam',
        parentWithin: 'municipality',
        source: sourceOf('Wijken'),
      });
      expect(result.datasets).toMatchObject([{ rowCount: 2767 }]);
      expect(result.report).toEqual([]);
      const areas = await storedAreas(database, 'areas/neighbourhood/2025', 'vlaanderen');
      expect(areas.filter(({ parentCode }) => parentCode === null)).toEqual([]);
      // In this file the code of a neighbourhood starts with that of its municipality.
      const gent = areas.filter(({ parentCode }) => parentCode === '44021').map(({ code }) => code);
      expect(gent).toHaveLength(25);
      expect(gent.every(code => code.startsWith('44021W'))).toBe(true);
    });

    it('imports Gent’s 207 play spaces, all within its 25 neighbourhoods', async () => {
      const result = await importing({
        kind: 'facilities',
        file: await file('gent/speelterreinen_gent.geojson'),
        sourceId: 'gent',
        map: 'gent',
        source: sourceOf('Speelterreinen'),
      });
      expect(result.datasets).toMatchObject([{ itemKey: 'facilities/gent', rowCount: 207 }]);
      const within = await sql<{ count: number }>`
        select count(distinct f.key)::int as count from facilities f
        join areas a on a.region = f.region and a.code like '44021W%' and ST_Intersects(a.geom, ST_PointOnSurface(f.geom))
        where f.region = 'vlaanderen'`.execute(database.kysely);
      expect(within.rows).toEqual([{ count: 207 }]);
    });

    it('imports the municipal child-poverty index as a published ratio, where 0 means missing', async () => {
      const result = await importing({
        kind: 'table',
        file: await file('flanders/flemish_municipalities_285.csv'),
        level: 'municipality',
        idColumn: 'nis',
        year: 2022,
        maps: [{ indicator: 'child_poverty', column: 'kansarmoede' }],
        missing: ['0'],
        percent: true,
        source: sourceOf('Kansarmoede-index'),
      });
      expect(result.report.map(({ check, value }) => [check, value])).toEqual([
        ['no-row', '19'],
        ['no-value', '3'],
      ]);
      const values = await storedValues(
        database,
        'values/child_poverty/municipality/2025/2022',
        'vlaanderen',
      );
      expect(values).toHaveLength(285);
      expect(values.find(({ code }) => code === '41002')).toMatchObject({
        value: 0.091,
        numerator: null,
        status: 'ok',
      });
      const basis = await sql<{ basis: string }>`
        select basis from dataset_versions where indicator = 'child_poverty'`.execute(database.kysely);
      expect(basis.rows).toEqual([{ basis: 'published_ratio' }]);
    });

    it('refuses the same Lambert coordinates when they are said to be WGS84', async () => {
      const work = importing({
        kind: 'areas',
        file: await file('flanders/provincie.shp'),
        level: 'province',
        vintage: 2025,
        idColumn: 'provincie',
        epsg: 4326,
        source: sourceOf('Provincies'),
      });
      await expect(work).rejects.toThrow('looks like EPSG:31370 (Belgian Lambert 72), give --crs 31370');
    });
  });
});
