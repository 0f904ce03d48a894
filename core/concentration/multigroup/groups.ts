import { ProblemError } from '../../problem.ts';
import { sumColumn } from '../../summation.ts';
import { undefinedBecause } from '../population.ts';
import type { IndexDescription, IndexOutcome } from '../types.ts';

/** Counts of several groups that exclude each other, one column a group, aligned over the areas. */
export type Groups = readonly Float64Array[];

/** Groups with their sums; groups that nobody belongs to and areas without dwellings are left out. */
export type Composition = {
  groups: Groups;
  /** All dwellings of each area. */
  total: Float64Array;
  /** Share of each group in the whole. */
  shares: Float64Array;
  /** Sum over all areas and groups. */
  sum: number;
};

/** An index of several groups. */
export type MultigroupIndexDefinition = IndexDescription & {
  compute: (composition: Composition) => IndexOutcome;
};

/**
 * Checks and sums groups. Throws ProblemError `bad-input` for columns of different length and for a count that
 * is negative or infinite, and `undefined-index` for one that is missing, naming the area.
 */
export function compositionOf(codes: readonly string[], columns: Groups): Composition {
  const bad = columns.find(column => column.length !== codes.length);
  if (bad) {
    throw new ProblemError(
      'bad-input',
      `A group has ${bad.length} counts for ${codes.length} areas; every group needs one for each area.`,
    );
  }
  for (const column of columns) {
    column.forEach((count, i) => {
      if (Number.isNaN(count)) {
        throw new ProblemError(
          'undefined-index',
          `Area ${codes[i]} has no count; leave it out or fill it in.`,
          {
            areas: [codes[i]],
          },
        );
      }
      if (count < 0 || count === Number.POSITIVE_INFINITY) {
        throw new ProblemError(
          'bad-input',
          `Area ${codes[i]} has the impossible count ${count}; correct it.`,
          {
            areas: [codes[i]],
          },
        );
      }
    });
  }
  const all = Float64Array.from(codes, (_, i) => columns.reduce((sum, column) => sum + column[i]!, 0));
  const inhabited = Uint32Array.from(codes.keys()).filter(i => all[i]! > 0);
  const groups = columns
    .filter(column => column.some(count => count > 0))
    .map(column => Float64Array.from(inhabited, i => column[i]!));
  const total = Float64Array.from(inhabited, i => all[i]!);
  const sum = sumColumn(total);
  return { groups, total, sum, shares: Float64Array.from(groups, group => sumColumn(group) / sum) };
}

/** The `compute` of an index that needs at least two groups that are somebody. */
export function comparingAll(
  measure: (composition: Composition) => number,
): MultigroupIndexDefinition['compute'] {
  return composition => {
    if (composition.total.length === 0) return undefinedBecause('no-areas');
    if (composition.groups.length < 2) return undefinedBecause('group-everybody');
    return { value: measure(composition) };
  };
}

/** Sum of `term(share of the group in the area, share in the whole, dwellings of the area)` over areas and groups. */
export function sumOverCells(
  { groups, total, shares }: Composition,
  term: (share: number, overall: number, total: number) => number,
): number {
  let sum = 0;
  groups.forEach((group, g) => {
    const overall = shares[g]!;
    let ofGroup = 0;
    for (let i = 0; i < total.length; i++) ofGroup += term(group[i]! / total[i]!, overall, total[i]!);
    sum += ofGroup;
  });
  return sum;
}

/** Entropy of the whole in nats: −Σ π ln π. */
export function entropyOf(shares: ArrayLike<number>): number {
  let entropy = 0;
  for (let g = 0; g < shares.length; g++) if (shares[g]! > 0) entropy -= shares[g]! * Math.log(shares[g]!);
  return entropy;
}

/** Chance that two dwellings are of different groups: Σ π (1 − π). */
export function interactionOf(shares: Float64Array): number {
  return shares.reduce((sum, share) => sum + share * (1 - share), 0);
}
