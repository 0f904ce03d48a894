import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Geometry } from 'geojson';
import Papa from 'papaparse';
import { type MappedSpace, spaceFromMap } from '../../../core/concentration/map.ts';
import type { Counts } from '../../../core/concentration/types.ts';

export const referenceDir = process.env.REFERENCE_DIR;

type Tract = Record<'TOT_POP' | 'WHITE' | 'BLACK' | 'ASIAN' | 'HISP', number> & { FIPS: string };

/** The reference data set of 403 tracts, measured in EPSG:32610 as its values are. */
export type Sacramento = {
  codes: string[];
  geometries: Geometry[];
  space: MappedSpace;
  /** Hispanics among all. */
  counts: Counts;
  column: (name: Exclude<keyof Tract, 'FIPS'>) => Float64Array;
  values: Record<string, { value: number; tolerance?: number }>;
  /** The whole of segregation-values.json, for its nested parts. */
  published: Published;
};

export type Published = {
  values: Record<string, { value: number; tolerance?: number }>;
  multigroup_white_black_asian_hisp: Record<string, { value: number }>;
  peer_behaviour_to_avoid: {
    '1_DPxx_plus_DPxy_should_be_1': { literature: number };
    '2_spatial_proximity_orders_patterns': Record<string, { literature_SP: number }>;
    '6_three_zero_population_zones': Record<string, number>;
  };
  decomposition_D_HISP_vs_BLACK: Record<
    string,
    { c_a: number; c_s: number; indices: Record<string, number> }
  >;
  nested_county_tract_decomposition: Record<string, number>;
  autocorrelation_esda: Record<string, Record<string, number>> & { fdr_5pct: number };
  group_black: Record<string, number>;
  spatial_segregation_reardon_osullivan: { values: Record<string, number> };
};

export function readSacramento(): Sacramento {
  const text = (name: string): string => readFileSync(path.join(referenceDir!, name), 'utf8');
  const { features } = JSON.parse(text('sacramento.geojson')) as {
    features: { properties: Tract; geometry: Geometry }[];
  };
  const codes = features.map(feature => feature.properties.FIPS);
  const geometries = features.map(feature => feature.geometry);
  const column: Sacramento['column'] = name =>
    Float64Array.from(features, feature => feature.properties[name]);
  const published = JSON.parse(text('segregation-values.json')) as Published;
  return {
    codes,
    geometries,
    space: spaceFromMap({ codes, geometries, epsg: 4326 }, { metricEpsg: 32610 }),
    counts: { group: column('HISP'), total: column('TOT_POP') },
    column,
    values: published.values,
    published,
  };
}

/** A column of one of the reference's tables, in the order of the tracts. */
export function readTable(name: string): (column: string) => Float64Array {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path.join(referenceDir!, name), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return column => Float64Array.from(data, row => Number(row[column]));
}

/** Largest relative difference of two columns, values nearer to 0 than `floor` being compared absolutely. */
export function worstDifference(actual: Float64Array, expected: Float64Array, floor = 1e-6): number {
  let worst = actual.length === expected.length ? 0 : Number.POSITIVE_INFINITY;
  actual.forEach((value, i) => {
    worst = Math.max(worst, Math.abs(value - expected[i]!) / Math.max(floor, Math.abs(expected[i]!)));
  });
  return worst;
}

/** A value within 1e-9 of the expected one, relatively. */
export function nearly(expected: number, tolerance = 1e-9 * Math.abs(expected)): object {
  return {
    asymmetricMatch: (actual: number) => Math.abs(actual - expected) <= tolerance,
    toString: () => `${expected} ± ${tolerance}`,
  };
}
