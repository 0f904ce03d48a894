import type { HomeBasis } from '../../core/access/population/homes.ts';
import type { CountedInstead } from '../../core/areas/indicator.ts';
import type { AreaLevel } from '../../core/areas/types.ts';
import type { DecimalSign } from '../readers/number.ts';
import type { OpenedFile } from '../readers/types.ts';
import type { DatasetSource, Finding } from '../releases/types.ts';

/**
 * Polygons of one level and vintage. Column names are matched tolerantly (case, accents, a DBF's ten characters).
 * A parent is a code column (`parentColumn`), or follows from a point on the surface (`parentWithin`), or is absent.
 */
export type AreasStep = {
  kind: 'areas';
  file: OpenedFile;
  level: AreaLevel;
  vintage: number;
  idColumn: string;
  nameColumn?: string;
  /** Column with the parent's code at `parentLevel`; that level is made by dissolving when the region has none. */
  parentColumn?: string;
  /** Level of `parentColumn`, default the level's `defaultParent` in data/levels.ts. */
  parentLevel?: AreaLevel;
  /** Names the parents that are made by dissolving; default their code. */
  parentNameColumn?: string;
  parentWithin?: AreaLevel;
  /** EPSG code of the coordinates; default what the file declares, else a guess. */
  epsg?: number;
  source: DatasetSource;
};

/** One indicator out of a table. A ratio without `denominatorColumn` is stored as a published ratio. */
export type TableMap = { indicator: string; column: string; denominatorColumn?: string };

/** Values by area code; one dataset version for every (indicator, year). Needs areas of the level in the region. */
export type TableStep = {
  kind: 'table';
  file: OpenedFile;
  level: AreaLevel;
  /** Vintage of the areas the codes belong to, default the newest of the level. */
  vintage?: number;
  idColumn: string;
  /** One of `year` and `yearColumn`. */
  year?: number;
  yearColumn?: string;
  maps: readonly TableMap[];
  /** Long format: every row is one category of an area, stored as `name=label`; an empty label is the whole. */
  category?: { name: string; column: string };
  /** Texts that mean "missing" in the value columns, beside the usual ones. A number is compared as a number. */
  missing?: readonly string[];
  /** Sign before decimals, where the numbers of a column leave it open. */
  decimal?: DecimalSign;
  /** Published ratios are given in percent and divided by 100. */
  percent?: boolean;
  /** What denominators count, where that is not what the indicator says. */
  denominator?: CountedInstead;
  /** First and last birth year of an index of births, less the year of its label: −2 and 0, or −3 and −1. */
  births?: readonly [number, number];
  /** A code that comes twice is an error, or its counts are summed. */
  repeats?: 'error' | 'sum';
  source: DatasetSource;
};

/** Which column is what in a file of facilities; `defaultFunctions` holds where a record names none. */
export type FacilityMap = {
  /** Default: globalid, id, key, objectid or fid when every record has its own; else a hash of the record. */
  key?: string;
  name?: string;
  /** Column with the surface in m², for places that are a point in the file. */
  area?: string;
  /** Column with what the publisher needs to take a correction over (`FacilityOrigin`). */
  origin?: string;
  /** Columns with the coordinates of records without a geometry, in the CRS of the file or of `epsg`. */
  lon?: string;
  lat?: string;
  /** Column with one function or a comma list, ids or words of data/facility-functions.ts. */
  functions?: string;
  defaultFunctions?: readonly string[];
  /** The publisher's own words for functions; an empty list means "known, and no function of ours". */
  words?: Readonly<Record<string, readonly string[]>>;
  /** Attribute name → column, e.g. { minAge: 'min_age', access: 'access' }. */
  attributes?: Readonly<Record<string, string>>;
};

export type FacilitiesStep = {
  kind: 'facilities';
  file: OpenedFile;
  /** Id of the source within the region: lower case letters, digits and hyphens. */
  sourceId: string;
  /** Columns, or the id of a publisher's mapping in server/sources/registry.ts. */
  map: FacilityMap | string;
  epsg?: number;
  source: DatasetSource;
};

/** A walking network: OpenStreetMap, or LineString records with properties `fromNode`, `toNode`, `lengthM`, `kind`. */
export type NetworkStep = { kind: 'network'; file: OpenedFile; epsg?: number; source: DatasetSource };

/** Columns of a file of homes: what a record weighs, and the coordinates of a table without geometry. */
export type HomesMap = { weight?: string; lon?: string; lat?: string };

/** Where people live: OpenStreetMap, or records of one basis, which then has to be named. */
export type HomesStep = {
  kind: 'homes';
  file: OpenedFile;
  basis?: HomeBasis;
  map?: HomesMap;
  epsg?: number;
  source: DatasetSource;
};

/** Buildable sites: polygon records with properties `key`, `name`, `capacityDwellings`, `owner`. */
export type SitesStep = { kind: 'sites'; file: OpenedFile; epsg?: number; source: DatasetSource };

export type ImportStep = AreasStep | TableStep | FacilitiesStep | NetworkStep | HomesStep | SitesStep;

/** Steps run in order and end together in one new release, or nothing of them does. */
export type ImportRequest = {
  /** Default `own`. */
  region?: string;
  /** Title of a region that does not exist yet, default its id. */
  regionTitle?: string;
  synthetic?: boolean;
  /** One line that says what the release adds. */
  message: string;
  steps: readonly ImportStep[];
};

export type ImportResult = {
  /** Hash of the release that holds the import. */
  release: string;
  /** True when the current release already held exactly this content, and no release was added. */
  unchanged: boolean;
  datasets: readonly { itemKey: string; hash: string; rowCount: number }[];
  report: readonly Finding[];
};

export type ImportHooks = {
  onProgress?: (text: string, done?: number, total?: number) => void;
  signal?: AbortSignal;
};
