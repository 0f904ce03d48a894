import type { Contiguity } from '../../areas/contiguity.ts';
import { ProblemError } from '../../problem.ts';
import { populationOf } from '../population.ts';
import { NO_SPACE, populate } from '../space.ts';
import { anyIndexById, computeIndex } from '../spatial-registry.ts';
import type { Counts } from '../types.ts';
import { waysOfAutocorrelation } from './autocorrelation.ts';
import { waysOfContact } from './contact.ts';
import { waysOfRanks } from './ranked.ts';
import { waysOfSums } from './sums.ts';
import type { Way } from './way.ts';

const ways: ReadonlyMap<string, Way> = new Map([
  ...waysOfSums,
  ...waysOfRanks,
  ...waysOfContact,
  ...waysOfAutocorrelation,
]);

export type MarginalEffects = {
  /** The index as it is. */
  value: number;
  /** What it would change by, one cell an area, if that area alone got the new dwellings; NaN where it has no value then. */
  change: Float64Array;
};

/**
 * What the same number of new social dwellings would do to an index in each area by itself. They count in the social and
 * in the total column. No index is measured anew: each has its own way to change one area, which takes a few steps, or a
 * few a neighbour, and is exact. Counts as `prepareCounts` accepts; areas without dwellings may be among them, and with their
 * first dwellings become areas and neighbours like others. `contiguity` is of the same areas, for an index that asks who
 * touches whom. Throws ProblemError `bad-parameter` for an index that only distances or surfaces give, for one that lacks
 * the contiguity it asks for, and for a number of dwellings that is not whole and above 0; `undefined-index` where the
 * index has no value.
 */
export function marginalEffects(
  counts: Counts,
  id: string,
  dwellings: number,
  contiguity: Contiguity | null = null,
): MarginalEffects {
  const way = ways.get(id);
  if (way === undefined) {
    throw new ProblemError(
      'bad-parameter',
      `What dwellings in one area do to ${id} is not known for all areas at once; choose from ${[...ways.keys()].join(', ')}.`,
      { index: id },
    );
  }
  if (!Number.isInteger(dwellings) || dwellings < 1) {
    throw new ProblemError(
      'bad-parameter',
      `${dwellings} new dwellings cannot be tried; give a whole number from 1 up, such as 10.`,
      { dwellings },
    );
  }
  const { group, total, other } = populationOf(counts);
  const then = { group: group + dwellings, total: total + dwellings, other };
  const valueThen = way({ counts, dwellings, then, contiguity });
  const now = computeIndex(anyIndexById(id), populate(counts, { ...NO_SPACE, ...contiguity }));
  if (!('value' in now)) {
    throw new ProblemError('undefined-index', `${id} has no value: ${now.reason}.`, { reason: now.code });
  }
  return { value: now.value, change: counts.group.map((_, i) => valueThen(i) - now.value) };
}
