import type { Geometry } from 'geojson';

/** One record of a file: a feature or a row. `number` counts from 1 as a person would (header not counted). */
export type FileRecord = {
  number: number;
  properties: Record<string, unknown>;
  /** Null for a table and for a feature with a null geometry. Z and M are dropped. */
  geometry: Geometry | null;
};

/** What a reader promises about a file before its records are read. */
export type OpenedFile = {
  format: string;
  /** Base name of the file the person gave. */
  name: string;
  /** EPSG code declared by the file itself (crs member, .prj), or null when it declares none. */
  declaredEpsg: number | null;
  /** True when records may carry geometry. */
  spatial: boolean;
  /** Streams the records once; throws ProblemError on the first unreadable one. */
  records(): AsyncIterable<FileRecord>;
};

/** Limits that hold while reading, so that a bomb is refused before it fills memory or disk. */
export type ReadLimits = {
  /** Bytes read in all, after decompression. */
  maxBytes: number;
  maxRecords: number;
  /** Decompressed bytes per compressed byte of a zip entry. */
  maxCompressionRatio: number;
};

export type ReadOptions = {
  limits?: Partial<ReadLimits>;
  /** Called with bytes read and the total size of the file. */
  onProgress?: (readBytes: number, totalBytes: number) => void;
  /** Sheet of a workbook, default the first. */
  sheet?: string;
  signal?: AbortSignal;
};

/** One file format. `server/readers/registry.ts` lists them all. */
export type Reader = {
  id: string;
  title: string;
  extensions: readonly string[];
  open(path: string, options: ReadOptions): Promise<OpenedFile>;
};
