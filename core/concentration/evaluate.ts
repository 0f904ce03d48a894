import type { PreparedCounts } from './counts.ts';
import { populationOf } from './population.ts';
import { indexById } from './registry.ts';
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

/** Outcome of each index by id, in the order of `ids`. An unknown id is a ProblemError `bad-parameter`. */
export function evaluateIndices(counts: Counts, ids: readonly string[]): Record<string, IndexOutcome> {
  const population = populationOf(counts);
  return Object.fromEntries(ids.map(id => [id, indexById(id).compute(counts, population)]));
}

/** Indices of counts that `prepareCounts` has accepted. */
export function concentrationOf(prepared: PreparedCounts, ids: readonly string[]): Concentration {
  return {
    zones: prepared.zones,
    dropped: prepared.dropped,
    clamped: prepared.clamped,
    social: prepared.group,
    total: prepared.total,
    indices: evaluateIndices(prepared.counts, ids),
  };
}
