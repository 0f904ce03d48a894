import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { measureConcentration } from '../../../core/concentration/measure.ts';
import { indices } from '../../../core/concentration/registry.ts';

const referenceDir = process.env.REFERENCE_DIR;
const realDataDir = process.env.REAL_DATA_DIR;

// Values that PySAL, OasisR, seg and R segregation agree on; see segregation-values.json for which agree on what.
describe.skipIf(!referenceDir)('Sacramento: Hispanics against all others in 403 tracts', () => {
  const { values } = referenceDir
    ? (JSON.parse(readFileSync(path.join(referenceDir, 'segregation-values.json'), 'utf8')) as {
        values: Record<string, { value: number; tolerance?: number }>;
      })
    : { values: {} };
  const tracts = referenceDir
    ? (
        JSON.parse(readFileSync(path.join(referenceDir, 'sacramento.geojson'), 'utf8')) as {
          features: { properties: { FIPS: string; HISP: number; TOT_POP: number } }[];
        }
      ).features.map(feature => feature.properties)
    : [];
  const result = measureConcentration({
    codes: tracts.map(tract => tract.FIPS),
    group: tracts.map(tract => tract.HISP),
    total: tracts.map(tract => tract.TOT_POP),
  });

  const published = indices.map(index => index.id).filter(id => id in values);

  it('has a published value for every index but the plain share', () => {
    expect(indices.map(index => index.id).filter(id => !(id in values))).toEqual(['social_share']);
  });

  it.each(published)('%s equals the literature to 1e-9', id => {
    const expected = values[id]!;
    const outcome = result.indices[id]!;
    const difference = 'value' in outcome ? Math.abs(outcome.value - expected.value) : Number.NaN;
    expect(difference).toBeLessThanOrEqual(expected.tolerance ?? 1e-9 * expected.value);
  });
});

// The totals and D are given with the data set (issue 2), computed there from the census table.
describe.skipIf(!realDataDir)('Greater Manchester: social-rented against all other households', () => {
  it('gives 1702 zones and a dissimilarity of 0.486413', () => {
    const file = path.join(realDataDir!, 'greater-manchester', 'gm_lsoa21_attributes.csv');
    const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    const result = measureConcentration({
      codes: data.map(row => row.lsoa21_code!),
      group: data.map(row => Number(row.social_rented_households)),
      total: data.map(row => Number(row.total_households)),
    });
    expect(result).toMatchObject({ zones: 1702, dropped: 0, social: 243382, total: 1178265 });
    expect(result.indices.dissimilarity).toEqual({ value: expect.closeTo(0.486413, 6) });
  });
});
