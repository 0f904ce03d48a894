import type { Geometry } from 'geojson';

/** What a cell of an export can hold. */
export type Cell = string | number | boolean | null;

/** One exported thing: an area, a facility. */
export type ExportRow = {
  id: string;
  /** WGS84; null where the export is without geometry. */
  geometry: Geometry | null;
  /** In the order of the table's columns. */
  cells: readonly Cell[];
};

/** Where an export comes from; it travels with every file. */
export type Provenance = {
  /** Hash of the release. */
  release: string;
  region: string;
  level: string | null;
  vintage: number | null;
  /** The year of all values; null where there are none or several. */
  year: number | null;
  /** Titles and publishers of the datasets. */
  source: string;
  licence: string | null;
  /** Day of the release, YYYY-MM-DD. */
  date: string;
  /** True for a made-up region. */
  synthetic: boolean;
};

/** A table to write; `rows` can be read once. */
export type ExportTable = {
  columns: readonly string[];
  rows: AsyncIterable<ExportRow>;
  provenance: Provenance;
};

/** One format of export. `server/writers/registry.ts` lists them all. */
export type Writer = {
  id: string;
  title: string;
  /** Also the extension of the file. */
  extension: string;
  contentType: string;
  /** Whether it carries geometry. */
  spatial: boolean;
  /** The file piece by piece: text, or bytes. */
  write(table: ExportTable): AsyncIterable<string | Uint8Array>;
};
