/** What an edge is to somebody on foot; its position is stored with the edge, so that the order stays. */
export const EDGE_KINDS = ['street', 'path', 'crossing', 'steps'] as const;

export type EdgeKind = (typeof EDGE_KINDS)[number];

/**
 * Metres on the flat that a metre counts for. Steps are short and slow: twice is the product's own assumption, so that
 * a way around that is less than twice as long is preferred.
 */
export const KIND_COST: Readonly<Record<EdgeKind, number>> = { street: 1, path: 1, crossing: 1, steps: 2 };

/** Parts of a degree in which positions are stored, as OpenStreetMap does: about a centimetre. */
export const PER_DEGREE = 1e7;

/**
 * A walking network as columns: junctions and the stretches between them. Positions are ten-millionths of a degree
 * (WGS84). It is data alone, so that it can be stored, sent to a browser and given to a worker.
 */
export type WalkingNetwork = {
  lon: Int32Array;
  lat: Int32Array;
  /** Junction at either end of each edge. */
  from: Int32Array;
  to: Int32Array;
  /** Length of each edge in metres on the ground, in whole millimetres. */
  metres: Float64Array;
  /** Position in EDGE_KINDS. */
  kind: Uint8Array;
  /** 1 where an edge may be walked from `from` to `to` only. */
  oneWay: Uint8Array;
  /** First position between the ends of each edge in `shapeLon` and `shapeLat`, and one past the last. */
  shapeStarts: Int32Array;
  shapeLon: Int32Array;
  shapeLat: Int32Array;
};

export const junctionCount = ({ lon }: WalkingNetwork): number => lon.length;
export const edgeCount = ({ from }: WalkingNetwork): number => from.length;
