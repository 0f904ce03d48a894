/** The levels an area can have, from coarse to fine; `grid` stands beside the hierarchy. */
export const AREA_LEVELS = [
  'region',
  'province',
  'municipality',
  'submunicipality',
  'neighbourhood',
  'sector',
  'grid',
] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

export function isAreaLevel(text: string): text is AreaLevel {
  return (AREA_LEVELS as readonly string[]).includes(text);
}

/** One area, named by its level and its publisher's code (always text, even when it looks like a number). */
export type AreaRef = { level: AreaLevel; code: string };

/**
 * The areas of one level and vintage as columns. The position in every column is the area index: the id of
 * the area in the vector tiles and its position in every column of values.
 */
export type AreaTable = {
  level: AreaLevel;
  /** The edition of the boundaries, a calendar year. */
  vintage: number;
  /** Content hash of the areas version; tiles are keyed by it. */
  hash: string;
  codes: readonly string[];
  names: readonly string[];
  parentLevel: AreaLevel | null;
  /** Code of the parent area at `parentLevel`, or null where it has none. */
  parentCodes: readonly (string | null)[];
  areaHa: Float64Array;
  /** A point on the surface of each area, WGS84 degrees. */
  lon: Float64Array;
  lat: Float64Array;
};

/** What a cell of a column of values is; the numbers are the wire format of the API. */
export const VALUE_STATUS = { ok: 0, missing: 1, suppressed: 2, notApplicable: 3, notCovered: 4 } as const;
export type ValueStatusName = keyof typeof VALUE_STATUS;
export type ValueStatus = (typeof VALUE_STATUS)[ValueStatusName];

/**
 * How a column came about: `counts` has numerators and denominators; `published_ratio` is a ratio whose
 * denominator was not published and which is never aggregated; `aggregated` was summed from a finer level.
 */
export type ValueBasis = 'counts' | 'published_ratio' | 'aggregated';

/**
 * The values of one indicator, level and year, one cell an area, aligned with an AreaTable.
 * NaN in a numeric column means "not there"; `status` says why.
 */
export type ValueColumns = {
  indicator: string;
  level: AreaLevel;
  vintage: number;
  year: number;
  category: string | null;
  basis: ValueBasis;
  numerator: Float64Array;
  denominator: Float64Array;
  value: Float64Array;
  status: Uint8Array;
};
