import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runImport } from '../../server/imports/run.ts';
import type { FileRecord } from '../../server/readers/types.ts';
import { nearly, readSacramento, readTable, referenceDir } from '../core/concentration/sacramento.ts';
import { describeOnDatabases } from '../database.ts';
import { getJson, testApp } from './app.ts';
import { fileOf, sourceNamed } from './region.ts';

type Outcomes = {
  indices: Record<string, { value: number; expected?: number; corrected?: number; p?: number }>;
};

/** The whole way from a file to an answer, held to the values of the literature (segregation-values.json). */
describe.skipIf(!referenceDir)('the reference data set through the API', () => {
  if (!referenceDir) return;
  const { codes, geometries, counts, column, values, published } = readSacramento();

  describeOnDatabases('Sacramento', open => {
    let app: FastifyInstance;
    const measured = <Answer = Outcomes>(path: string) => getJson<Answer>(app, `/api/v1/${path}`);

    beforeAll(async () => {
      const records = codes.map(
        (code, i): Omit<FileRecord, 'number'> => ({
          properties: {
            code,
            county: code.slice(2, 5),
            social: counts.group[i],
            all: counts.total[i],
          },
          geometry: geometries[i]!,
        }),
      );
      const groups = (['WHITE', 'BLACK', 'ASIAN', 'HISP'] as const).flatMap(name =>
        codes.map((code, i) => ({
          properties: { code, tenure: name, dwellings: column(name)[i] },
          geometry: null,
        })),
      );
      const database = await open();
      await runImport(database, {
        region: 'sacramento',
        regionTitle: 'Sacramento',
        message: 'Sacramento',
        steps: [
          {
            kind: 'areas',
            file: fileOf('tracts.geojson', records),
            level: 'sector',
            vintage: 2010,
            idColumn: 'code',
            nameColumn: 'code',
            parentColumn: 'county',
            parentLevel: 'municipality',
            source: sourceNamed('Tracts'),
          },
          {
            kind: 'table',
            file: fileOf(
              'people.csv',
              records.map(({ properties }) => ({ properties, geometry: null })),
            ),
            level: 'sector',
            idColumn: 'code',
            year: 2010,
            maps: [{ indicator: 'social_share', column: 'social', denominatorColumn: 'all' }],
            source: sourceNamed('People'),
          },
          {
            kind: 'table',
            file: fileOf('groups.csv', groups),
            level: 'sector',
            idColumn: 'code',
            year: 2010,
            maps: [{ indicator: 'dwellings', column: 'dwellings' }],
            category: { name: 'tenure', column: 'tenure' },
            source: sourceNamed('Groups'),
          },
        ],
      });
      app = await testApp(database);
    });
    afterAll(() => app?.close());

    test('every index of the reference, to 1e-9', async () => {
      const { indices } = await measured('concentration?level=sector&indices=all&metricEpsg=32610');
      for (const [id, { value, tolerance }] of Object.entries(values)) {
        if (/_(expected|debiased)$/.test(id)) continue;
        expect(indices[id]?.value, id).toEqual(nearly(value, tolerance));
      }
    });

    test('what chance gives, and the value corrected for it', async () => {
      const { indices } = await measured('concentration?level=sector&indices=dissimilarity&draws=499&seed=7');
      const { dissimilarity } = indices;
      const { dissimilarity_expected: expected, dissimilarity_debiased: corrected } = values;
      expect(dissimilarity?.expected).toEqual(nearly(expected!.value, expected!.tolerance));
      expect(dissimilarity?.corrected).toEqual(nearly(corrected!.value, corrected!.tolerance));
      expect(dissimilarity?.p).toBe(1 / 500);
    });

    test('the parts between and within counties, as R segregation gives them', async () => {
      type Parts = {
        between: { m: number; h: number }[];
        within: { m: number; h: number };
        parts: { code: string; m: number; h: number; share: number; entropyRatio: number }[];
      };
      const { between, within, parts } = await measured<Parts>(
        'concentration/decomposition?level=sector&divisions=municipality',
      );
      const nested = published.nested_county_tract_decomposition;
      // Published with nine decimals.
      expect(between[0]?.h).toBeCloseTo(nested.H_between_county!, 8);
      expect(between[0]?.m).toBeCloseTo(nested.M_between_county!, 8);
      expect(within.h).toBeCloseTo(nested.H_within!, 8);
      expect(within.m).toBeCloseTo(nested.M_within!, 8);
      const ofCounty = readTable('sacramento_within_county_elbers.csv');
      const county = ofCounty('county');
      parts.forEach(part => {
        const row = county.indexOf(Number(part.code));
        expect(part.m).toEqual(nearly(ofCounty('M')[row]!));
        expect(part.h).toEqual(nearly(ofCounty('H')[row]!));
        expect(part.share).toEqual(nearly(ofCounty('p')[row]!));
        expect(part.entropyRatio).toEqual(nearly(ofCounty('ent_ratio')[row]!));
      });
    });

    test('local values as columns, as esda and R segregation give them', async () => {
      type Local = {
        autocorrelation: Record<string, { value: number; z: number }>;
        columns: Record<string, (number | string)[]>;
      };
      const { columns, autocorrelation } = await measured<Local>(
        'concentration/local?level=sector&draws=99&metricEpsg=32610',
      );
      const order = columns.code!.map(code => codes.indexOf(String(code)));
      const lisa = readTable('sacramento_local_lisa.csv');
      const information = readTable('sacramento_local_elbers.csv');
      const wanted = {
        location_quotient: lisa('LQ_HISP'),
        getis_ord_gi_star: lisa('GiStar_z_queen_binary_p'),
        local_moran: lisa('LocalMoran_p_queen_rowstd'),
        local_information: information('ls'),
      };
      const { Moran_r, Moran_Rate_r, Geary_r, G_b } = published.autocorrelation_esda;
      expect(autocorrelation.moran_i?.z).toEqual(nearly(Moran_r!.z_rand!));
      expect(autocorrelation.moran_i_of_rates?.value).toEqual(nearly(Moran_Rate_r!.I!));
      expect(autocorrelation.geary_c?.z).toEqual(nearly(Geary_r!.z_rand!));
      expect(autocorrelation.getis_ord_g?.z).toEqual(nearly(G_b!.z_norm!));
      for (const [id, expected] of Object.entries(wanted)) {
        order.forEach((row, i) => {
          expect(columns[id]![i], `${id} of ${codes[row]}`).toEqual(
            nearly(expected[row]!, 1e-9 * Math.max(1, Math.abs(expected[row]!))),
          );
        });
      }
    });

    test('several groups, as PySAL and OasisR give them', async () => {
      const { indices } = await measured(
        'concentration/groups?level=sector&dimension=tenure&distortion=true&metricEpsg=32610',
      );
      const of = published.multigroup_white_black_asian_hisp;
      expect(indices.multigroup_dissimilarity?.value).toEqual(nearly(of.MultiDissim!.value));
      expect(indices.multigroup_gini?.value).toEqual(nearly(of.MultiGini!.value));
      expect(indices.multigroup_theil_h?.value).toEqual(nearly(of.MultiInfoTheory!.value));
      expect(indices.multigroup_mutual_information?.value).toEqual(nearly(of.MultiDivergence!.value));
      expect(indices.global_distortion?.value).toEqual(nearly(of.GlobalDistortion!.value));
      expect(indices.multigroup_squared_coefficient_of_variation?.value).toEqual(
        nearly(of.MultiSquaredCoefVar!.value),
      );
    });
  });
});
