import { sumColumn } from '../../summation.ts';
import type { Trial, ValueThen, Way } from './way.ts';

/**
 * G = Σ over pairs |xᵢ yⱼ − xⱼ yᵢ| / (X Y): the pairs of one area are read from running sums over the areas in order of
 * their share, at the place where its new share belongs.
 */
const giniThen: Way = ({ counts, dwellings, then }) => {
  const { group, total } = counts;
  // The sorted column alone, and sums at the first place of each share: sorting positions takes three times as long.
  const share = group
    .map((x, i) => x / total[i]!)
    .filter(each => !Number.isNaN(each))
    .sort();
  const socialAt = new Float64Array(share.length);
  const othersAt = new Float64Array(share.length);
  for (let i = 0; i < group.length; i++) {
    if (total[i] === 0) continue;
    const place = placesBelow(share, group[i]! / total[i]!);
    socialAt[place]! += group[i]!;
    othersAt[place]! += total[i]! - group[i]!;
  }
  const social = runningSum(share, k => socialAt[k]!);
  const others = runningSum(share, k => othersAt[k]!);
  const allSocial = social[share.length]!;
  const allOthers = others[share.length]!;
  /** Σⱼ |x yⱼ − xⱼ y| over all areas as they are. */
  const againstAll = (x: number, y: number): number => {
    const below = x + y === 0 ? 0 : placesBelow(share, x / (x + y));
    const lower = x * others[below]! - social[below]! * y;
    const higher = (allSocial - social[below]!) * y - x * (allOthers - others[below]!);
    return lower + higher;
  };
  const against = group.map((x, i) => againstAll(x, total[i]! - x));
  const pairs = sumColumn(against) / 2;
  return i => {
    const x = group[i]!;
    const y = total[i]! - x;
    // Less the area against itself as it was, (x + k) y − x y: it makes no pair with itself.
    const againstThen = againstAll(x + dwellings, y) - dwellings * y;
    return Math.max(0, (pairs - against[i]! + againstThen) / then.group / then.other);
  };
};

/** Share of the group in as many of the areas with most of it as count once area i got its dwellings. */
function inLargest({ counts, dwellings, then }: Trial, areasThen: (i: number) => number): ValueThen {
  const held = counts.group.toSorted().reverse();
  const largest = runningSum(held, k => held[k]!);
  return i => {
    const areas = areasThen(i);
    const smallest = held[areas - 1]!;
    const x = counts.group[i]!;
    // One that is among the largest grows; another takes the place of the smallest of them once it is larger.
    const more = x >= smallest ? dwellings : Math.max(0, x + dwellings - smallest);
    return (largest[areas]! + more) / then.group;
  };
}

/** An area that gets its first dwellings makes one more of which a tenth is taken. */
const topDecileThen: Way = trial => {
  const { total } = trial.counts;
  let inhabited = 0;
  for (const each of total) if (each > 0) inhabited++;
  return inLargest(trial, i => Math.ceil((inhabited + (total[i] === 0 ? 1 : 0)) / 10));
};

const topTenThen: Way = trial => inLargest(trial, () => Math.min(10, trial.counts.group.length));

/** Sums of the first 0, 1, 2 … cells. */
function runningSum(cells: ArrayLike<unknown>, cell: (k: number) => number): Float64Array {
  const sums = new Float64Array(cells.length + 1);
  for (let k = 0; k < cells.length; k++) sums[k + 1] = sums[k]! + cell(k);
  return sums;
}

/** How many cells of an ascending column are below `value`. */
function placesBelow(column: Float64Array, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const waysOfRanks: readonly (readonly [string, Way])[] = [
  ['gini', giniThen],
  ['top_decile_share', topDecileThen],
  ['top10_share', topTenThen],
];
