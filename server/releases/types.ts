import type { DatasetCounts } from '../../core/areas/indicator.ts';
import type { AreaLevel } from '../../core/areas/types.ts';

/** Where a dataset came from: shown beside every number and written into every export. */
export type DatasetSource = {
  title: string;
  publisher: string | null;
  licence: string | null;
  url: string | null;
  fileName: string | null;
  /** SHA-256 of the file as given, hexadecimal. */
  fileHash: string | null;
  note: string | null;
  /** Absent where there is nothing to say beyond the indicator. */
  counts?: DatasetCounts;
};

/** One line of an import report. An `error` refuses the import; a `warning` and a `repaired` are accepted and kept. */
export type Finding = {
  severity: 'error' | 'warning' | 'repaired' | 'note';
  /** Which check found it: duplicate-id, invalid-geometry, null-geometry, wrong-crs, overlap, unknown-area, … */
  check: string;
  /** Row or feature number, counted from 1, and the id where there is one. */
  feature: string | null;
  value: string | null;
  message: string;
  /** Set where this one stands for so many that are not listed. */
  others?: number;
};

/** An element of OpenStreetMap as it was read, to hand a correction of it back. */
export type OsmOrigin = {
  type: 'node' | 'way' | 'relation';
  id: number;
  /** Null where the file does not tell; a correction of it cannot be uploaded then. */
  version: number | null;
  tags: Readonly<Record<string, string>>;
  /** Of a node, degrees. */
  lon?: number;
  lat?: number;
  /** Of a way. */
  nodes?: readonly number[];
  members?: readonly { type: string; id: number; role: string }[];
};
export type FacilityOrigin = { osm: OsmOrigin };

type ItemBase = {
  region: string;
  key: string;
  datasetVersion: number;
  hash: string;
  rowCount: number;
  source: DatasetSource;
  createdAt: string;
};
export type AreasItem = ItemBase & {
  kind: 'areas';
  level: AreaLevel;
  vintage: number;
  parentLevel: AreaLevel | null;
};
export type ValuesItem = ItemBase & {
  kind: 'values';
  indicator: string;
  level: AreaLevel;
  vintage: number;
  year: number;
  basis: 'counts' | 'published_ratio';
};
export type FacilitiesItem = ItemBase & { kind: 'facilities' };
/** The corrections of places up to a change; its dataset version is that of the change. */
export type CorrectionsItem = ItemBase & { kind: 'corrections' };
export type OtherItem = ItemBase & { kind: 'network' | 'sites' | 'homes' };
export type ReleaseItem = AreasItem | ValuesItem | FacilitiesItem | CorrectionsItem | OtherItem;

export type Region = { id: string; title: string; synthetic: boolean };

/** A release with its whole manifest; immutable, so it may be kept in memory for good. */
export type Release = {
  id: number;
  hash: string;
  parentHash: string | null;
  message: string;
  createdAt: string;
  regions: readonly Region[];
  /** Region that is used where none is named: imported into last, the synthetic one only when alone. */
  defaultRegion: string | null;
  items: readonly ReleaseItem[];
};
