import type { HomeBasis } from '../../../core/access/population/homes.ts';

/** What can be imported through a page: a walking network, places, or where people live. */
export const UPLOAD_KINDS = ['network', 'facilities', 'homes'] as const;
export type UploadKind = (typeof UPLOAD_KINDS)[number];

/** What is asked with a file that was sent; plain data, because it travels to a thread. */
export type Upload = {
  kind: UploadKind;
  region: string;
  /** The file holds made-up data, as the region does. */
  synthetic: boolean;
  /** Of places: their source, the columns (or the publisher) of the file, and the functions of those that name none. */
  sourceId: string | null;
  publisher: string | null;
  columns: Readonly<Record<string, string>>;
  functions: readonly string[];
  /** What the records of a file of homes are, where it is not OpenStreetMap. */
  basis: HomeBasis | null;
  epsg: number | null;
};
