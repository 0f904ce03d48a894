import { ProblemError } from '../problem.ts';
import { sumColumn } from '../summation.ts';
import type { Counts, IndexOutcome } from './types.ts';

/**
 * What is exchanged to see what would have been: `composition` the shares pᵢ, `share` the areas' shares of the
 * group and of the others, `dual_composition` the shares of both kinds.
 */
export const CHANGE_APPROACHES = ['composition', 'share', 'dual_composition'] as const;
export type ChangeApproach = (typeof CHANGE_APPROACHES)[number];

/** The difference first − second of an index, in two parts that add up to it. */
export type Change = {
  first: number;
  second: number;
  /** The first situation's areas with the second's mix, and the other way round. */
  firstWithSecondMix: number;
  secondWithFirstMix: number;
  /** Part of first − second through the mix of dwellings (attributes). */
  composition: number;
  /** Part through where the areas' dwellings are (spatial structure). */
  spatial: number;
};

/**
 * Splits the difference of an index between two situations (years, scenarios, municipalities) with a Shapley
 * decomposition over counterfactuals: every area gets the value that stands at its own rank in the other
 * situation (Cortes, Rey, Knaap & Wolf 2020, "An open-source framework for non-spatial and spatial segregation
 * measures", Journal of Computational Social Science 3, 135–166). The situations may have different areas, all
 * of which have dwellings. Throws ProblemError `undefined-index` where the index has no value in one of the four.
 */
export function decomposeChange(
  measure: (counts: Counts) => IndexOutcome,
  first: Counts,
  second: Counts,
  approach: ChangeApproach = 'composition',
): Change {
  const measured = (counts: Counts): number => {
    const outcome = measure(counts);
    if ('value' in outcome) return outcome.value;
    throw new ProblemError('undefined-index', `The change has no parts: ${outcome.reason}.`, {
      reason: outcome.code,
    });
  };
  const firstValue = measured(first);
  const secondValue = measured(second);
  const firstWithSecondMix = measured(counterfactual(first, second, approach));
  const secondWithFirstMix = measured(counterfactual(second, first, approach));
  return {
    first: firstValue,
    second: secondValue,
    firstWithSecondMix,
    secondWithFirstMix,
    composition: (firstValue - firstWithSecondMix + secondWithFirstMix - secondValue) / 2,
    spatial: (firstValue - secondWithFirstMix + firstWithSecondMix - secondValue) / 2,
  };
}

/** The areas of `own` with the mix of `other`. */
function counterfactual(own: Counts, other: Counts, approach: ChangeApproach): Counts {
  const others = (counts: Counts): Float64Array => counts.total.map((t, i) => t - counts.group[i]!);
  const divide = (column: Float64Array, by: (i: number) => number): Float64Array =>
    column.map((value, i) => value / by(i));
  if (approach === 'share') {
    const exchanged = (mine: Float64Array, theirs: Float64Array): Float64Array => {
      const sum = sumColumn(mine);
      const theirSum = sumColumn(theirs);
      const shares = atSameRank(
        divide(mine, () => sum),
        divide(theirs, () => theirSum),
      );
      const correction = sumColumn(shares);
      return shares.map(share => (share / correction) * sum);
    };
    const group = exchanged(own.group, other.group);
    const rest = exchanged(others(own), others(other));
    return { group, total: group.map((x, i) => x + rest[i]!) };
  }
  const mix = (column: (counts: Counts) => Float64Array): Float64Array =>
    atSameRank(
      divide(column(own), i => own.total[i]!),
      divide(column(other), i => other.total[i]!),
    ).map((share, i) => share * own.total[i]!);
  const group = mix(counts => counts.group);
  if (approach === 'composition') return { group, total: own.total };
  const rest = mix(others);
  return { group, total: group.map((x, i) => x + rest[i]!) };
}

/** For each value the quantile of `other` at its own rank over n; ties have their mean rank, quantiles are linear. */
function atSameRank(own: Float64Array, other: Float64Array): Float64Array {
  const order = Uint32Array.from(own.keys()).sort((a, b) => own[a]! - own[b]!);
  const sorted = other.slice().sort();
  const quantile = (p: number): number => {
    const at = p * (sorted.length - 1);
    const low = Math.floor(at);
    const high = Math.min(sorted.length - 1, low + 1);
    return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
  };
  const result = new Float64Array(own.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && own[order[to]!] === own[order[from]!]) to++;
    const value = quantile((from + to + 1) / 2 / own.length);
    for (let k = from; k < to; k++) result[order[k]!] = value;
    from = to;
  }
  return result;
}
