import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../server/database/types.ts';
import { runImport } from '../../server/imports/run.ts';
import { openFile } from '../../server/readers/registry.ts';
import { postgisTiles } from '../../server/tiles/postgis.ts';
import { slicedTiles } from '../../server/tiles/slices.ts';
import { describeOnDatabases } from '../database.ts';
import { get, getJson, testApp } from './app.ts';
import { sourceNamed } from './region.ts';
import { areasIn, tileAt, unitsOf } from './tile.ts';

const folder = process.env.REAL_DATA_DIR ?? '';
const file = (name: string) => openFile(join(folder, 'greater-manchester', name), {});
/** Manchester's town hall. */
const CENTRE: [number, number] = [-2.2446, 53.4795];

/**
 * Households and social-rented households of the census of 2021 for the 1,702 LSOAs. The dissimilarity is the one of
 * the issue, computed there with another program.
 */
describe.skipIf(folder === '')('real data', () => {
  describeOnDatabases('Greater Manchester', (open, kind) => {
    let database: Database;
    let app: FastifyInstance;
    beforeAll(async () => {
      database = await open();
      const table = await file('gm_lsoa21_attributes.csv');
      await runImport(database, {
        region: 'gm',
        regionTitle: 'Greater Manchester',
        message: 'Greater Manchester',
        steps: [
          {
            kind: 'areas',
            file: await file('gm_lsoa21_generalised.geojson'),
            level: 'sector',
            vintage: 2021,
            idColumn: 'area_code',
            nameColumn: 'area_name',
            source: sourceNamed('LSOA 2021'),
          },
          {
            kind: 'table',
            file: table,
            level: 'sector',
            idColumn: 'lsoa21_code',
            year: 2021,
            maps: [
              {
                indicator: 'social_share',
                column: 'social_rented_households',
                denominatorColumn: 'total_households',
              },
              { indicator: 'children_in_deprivation', column: 'idaci2025_children_in_income_deprivation' },
            ],
            source: sourceNamed('Census 2021'),
          },
          {
            kind: 'facilities',
            file: await file('trafford_greenspace_sites.geojson'),
            sourceId: 'greenspace',
            map: 'greenspace-sites',
            source: sourceNamed('OS Open Greenspace'),
          },
        ],
      });
      app = await testApp(database);
    });
    afterAll(() => app?.close());

    test('the API gives the concentration that another program gives', async () => {
      const answer = await getJson<{ indices: { dissimilarity: { value: number } } }>(
        app,
        '/api/v1/concentration?level=sector&indices=dissimilarity',
      );
      expect(answer).toMatchObject({ zones: 1702, dropped: 0, social: 243_382, total: 1_178_265 });
      expect(Math.abs(answer.indices.dissimilarity.value - 0.486413)).toBeLessThanOrEqual(1e-6);
    });

    test('the columns hold every area, and the missing and the hidden cells say so', async () => {
      const { columns } = await getJson<{ columns: { numerator: (number | null)[]; status: number[] } }>(
        app,
        '/api/v1/values?indicator=children_in_deprivation&level=sector',
      );
      expect(columns.status).toHaveLength(1702);
      expect(columns.status.filter(status => status === 1)).toHaveLength(59);
      columns.status.forEach((status, index) => {
        expect(columns.numerator[index] === null).toBe(status !== 0);
        // 0 is a true zero; 1 to 4 children are under the threshold.
        expect(columns.numerator[index] ?? 0).not.toSatisfy((count: number) => count > 0 && count < 5);
      });
    });

    test('every area is in the export, whole', async () => {
      const { body } = await get(app, '/api/v1/exports/areas.geojson?level=sector&indicators=social_share');
      const { features } = JSON.parse(body);
      expect(features).toHaveLength(1702);
      const social = features.reduce(
        (sum: number, { properties }: { properties: { social_share_numerator: number } }) =>
          sum + properties.social_share_numerator,
        0,
      );
      expect(social).toBe(243_382);
    });

    test('the play and green spaces of Trafford come with their functions', async () => {
      const { features } = await getJson<{ features: unknown[] }>(
        app,
        '/api/v1/facilities?source=greenspace',
      );
      expect(features).toHaveLength(427);
    });

    // Only a server has both makers.
    test.each(
      kind === 'server' ? [7, 9, 10, 12, 13, 15] : [],
    )('at zoom %i the tiles of PostGIS and of this process hold the same areas', async z => {
      const { rows } = await database.pool.query<{ region: string; version: number }>(
        "select region, id as version from dataset_versions where kind = 'areas'",
      );
      const tile = tileAt(z, ...CENTRE);
      const made = await Promise.all(
        [postgisTiles(database), slicedTiles(database)].map(maker => maker.make(rows[0]!, tile)),
      );
      const [one = [], other = []] = made.map(areasIn);
      // An area of a few units can be rounded to nothing by the one and to a sliver by the other.
      const seen = (areas: typeof one) => areas.filter(area => unitsOf(area) > 20).map(area => area.id);
      const ids = (areas: typeof one) => areas.map(area => area.id);
      expect(seen(other).filter(id => !ids(one).includes(id))).toEqual([]);
      expect(seen(one).filter(id => !ids(other).includes(id))).toEqual([]);
      const covered = (areas: typeof one) => areas.reduce((sum, area) => sum + unitsOf(area), 0);
      expect(covered(other) / covered(one)).toBeCloseTo(1, 2);
    });
  });
});
