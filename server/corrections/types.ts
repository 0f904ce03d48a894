import type { AttributeId } from '../../core/facilities/attributes.ts';

/** Who corrects and why; both are kept with the correction for good. */
export type Signed = { author: string; reason: string };

/** What is said of a place; what is left out stays as it is. An attribute of null is taken away. */
export type PlaceChanges = {
  name?: string | null | undefined;
  functions?: readonly string[] | undefined;
  attributes?: Readonly<Partial<Record<AttributeId, unknown>>> | undefined;
  /** m² */
  areaM2?: number | null | undefined;
  /** Where its middle goes, WGS84 degrees; both or none. */
  lon?: number | undefined;
  lat?: number | undefined;
};

/** A correction as it is asked for. `facility` and the others are ids, `source/key`. */
export type CorrectionRequest = Signed &
  (
    | ({ action: 'add' } & PlaceChanges)
    | ({ action: 'change'; facility: string } & PlaceChanges)
    | { action: 'close'; facility: string }
    /** `facility` stays and takes over what it lacks; `duplicate` goes. */
    | { action: 'merge'; facility: string; duplicate: string }
    /** Not the same place: the pair is proposed no more. */
    | { action: 'distinct'; facility: string; duplicate: string }
    | { action: 'undo'; change: number }
  );

export type CorrectionResult = {
  /** Number of the change, to undo it. */
  change: number;
  /** Hash of the release that shows it. */
  release: string;
  /** The places it touched. */
  facilities: readonly string[];
};
