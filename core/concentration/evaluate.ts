import type { PreparedCounts } from './counts.ts';
import { NO_SPACE, type Space, withCounts } from './space.ts';
import { anyIndexById, computeIndex } from './spatial-registry.ts';
import type { Counts, IndexOutcome } from './types.ts';

/** Indices over one set of areas, with what was counted: the answer of the command line and the API. */
export type Concentration = {
  /** Areas with dwellings. */
  zones: number;
  /** Areas without dwellings, left out. */
  dropped: number;
  /** Codes of the areas whose group was lowered to the total because clamping was asked for. */
  clamped: string[];
  /** Sum of the group (social dwellings) over the zones. */
  social: number;
  /** Sum of all dwellings over the zones. */
  total: number;
  indices: Record<string, IndexOutcome>;
};

/**
 * Outcome of each index by id, in the order of `ids`; `space` is that of the areas that are counted. ProblemError
 * `bad-parameter` for an unknown id, and where the space lacks what an index needs.
 */
export function evaluateIndices(
  counts: Counts,
  ids: readonly string[],
  space: Space = NO_SPACE,
): Record<string, IndexOutcome> {
  const populated = withCounts(counts, space);
  return Object.fromEntries(ids.map(id => [id, computeIndex(anyIndexById(id), populated)]));
}

/** Indices of counts that `prepareCounts` has accepted; `space` is that of its zones. Errors as in `evaluateIndices`. */
export function concentrationOf(
  prepared: PreparedCounts,
  ids: readonly string[],
  space: Space = NO_SPACE,
): Concentration {
  return {
    zones: prepared.zones,
    dropped: prepared.dropped,
    clamped: prepared.clamped,
    social: prepared.group,
    total: prepared.total,
    indices: evaluateIndices(prepared.counts, ids, space),
  };
}
