/** Most dwellings one plan places: far above any programme, and a bound on its time. */
export const MAX_DWELLINGS = 10_000_000;

/** The most new dwellings each area can take for one reason: a capacity, a lock, a cap on the share. */
export type Limit = {
  /** Names the reason in results and conflicts, e.g. `capacity`, `max-share`, `locked`. */
  id: string;
  /** Whole dwellings an area, aligned with the areas; Infinity where there is no limit. */
  most: Float64Array;
};

/** Between `min` and `max` of the new dwellings go to these areas together, e.g. those of one municipality. */
export type Quota = {
  id: string;
  /** Positions of the areas; quotas may lie within one another and never overlap in part. */
  areas: Int32Array;
  min: number;
  max: number;
};

/**
 * So many new social dwellings to place over areas. They count as social dwellings and in the total. All columns are
 * aligned; counts as `prepareCounts` accepts them, areas without dwellings may be among them.
 */
export type SpreadProblem = {
  codes: readonly string[];
  /** Social dwellings now. */
  group: Float64Array;
  /** All dwellings now, social ones included. */
  total: Float64Array;
  /** New social dwellings to place, all of them. */
  dwellings: number;
  limits: readonly Limit[];
  quotas: readonly Quota[];
  /** An area gets none, or at least so many; 1 or absent where any number will do. */
  minProject?: number;
};

/** What stopped an area from getting more: a limit or quota by its id, or that the next dwelling does more elsewhere. */
export type StoppedBy = { kind: 'limit' | 'quota'; id: string } | { kind: 'elsewhere' };

/** Whole new dwellings an area, aligned with the areas of the problem. */
export type Allocation = Float64Array;

/** A plan with what is known about how good it is; values are those of the objective, as `core/concentration` measures them. */
export type Spread = {
  objective: string;
  /** Null where the objective has no value yet, such as before the first social dwelling. */
  before: number | null;
  after: number;
  /** No plan within the constraints has a lower value. */
  bound: number;
  /** (after − bound) / after; 0 for a proven optimum. */
  gap: number;
  optimal: boolean;
  /** Of two in order with a tolerance: the first, its lowest value, the most it may be, and what it is. */
  within?: { objective: string; lowest: number; most: number; after: number };
  allocation: Allocation;
};
