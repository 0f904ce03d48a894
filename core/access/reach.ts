import type { Geometry } from 'geojson';

/** The nearest of several places from each of several points. */
export type Nearest = {
  /** Metres on foot; infinite where there is no place. */
  metres: Float64Array;
  /** Position of that place in the list given; −1 where there is none. */
  place: Int32Array;
  /** 1 where a straight line took the place of a walk, for want of a network there; absent where nothing is walked. */
  straight?: Uint8Array;
};

/**
 * How far it is on foot from the points of one set of areas. One implementation draws straight lines; one that follows
 * a walking network takes its place without a change elsewhere.
 */
export type ReachModel = {
  /**
   * The nearest of `places` (WGS84 degrees) from each point, or from those at the positions in `points`, in that
   * order. Somebody inside a polygon is there. Places farther than `maxMetres` may be left out.
   */
  toNearest(places: readonly Geometry[], points?: Int32Array, maxMetres?: number): Nearest;
};
