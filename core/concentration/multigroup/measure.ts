import { ProblemError } from '../../problem.ts';
import type { IndexOutcome } from '../types.ts';
import { compositionOf, type Groups } from './groups.ts';
import { multigroupIndices } from './indices.ts';

export type GroupsMeasurement = {
  /** Areas with somebody, and those left out. */
  zones: number;
  dropped: number;
  /** Sum of each group, in the order given. */
  sums: number[];
  indices: Record<string, IndexOutcome>;
};

/** Indices of several groups, all by default; errors as in `compositionOf`, `bad-parameter` for an unknown id. */
export function measureGroups(
  codes: readonly string[],
  groups: Groups,
  ids: readonly string[] = multigroupIndices.map(index => index.id),
): GroupsMeasurement {
  const composition = compositionOf(codes, groups);
  const indices = ids.map((id): [string, IndexOutcome] => {
    const index = multigroupIndices.find(each => each.id === id);
    if (index) return [id, index.compute(composition)];
    const known = multigroupIndices.map(each => each.id);
    throw new ProblemError(
      'bad-parameter',
      `There is no index "${id}" of several groups; choose from ${known.join(', ')}.`,
      {
        index: id,
        known,
      },
    );
  });
  return {
    zones: composition.total.length,
    dropped: codes.length - composition.total.length,
    sums: groups.map(group => group.reduce((sum, count) => sum + count, 0)),
    indices: Object.fromEntries(indices),
  };
}
