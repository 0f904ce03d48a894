import { undefinedBecause } from './population.ts';
import type { PopulatedSpace, SpatialIndexDefinition } from './space.ts';
import type { IndexOutcome } from './types.ts';

/**
 * The `compute` of a spatial index that compares the group with the others: it is undefined where there are no
 * dwellings and where the group is nobody or everybody, as the indices of counts are.
 */
export function comparingInSpace(
  measure: (populated: PopulatedSpace) => IndexOutcome,
): SpatialIndexDefinition['compute'] {
  return populated => {
    const { group, total, other } = populated.population;
    if (total === 0) return undefinedBecause('no-areas');
    if (group === 0) return undefinedBecause('group-nobody');
    if (other <= 0) return undefinedBecause('group-everybody');
    return measure(populated);
  };
}

/** A value, or the reason where dividing by nothing made it none. */
export function definedOr(
  value: number,
  reason: 'no-neighbours' | 'no-variation' | 'areas-alike' | 'empty-part',
): IndexOutcome {
  return Number.isFinite(value) ? { value } : undefinedBecause(reason);
}
