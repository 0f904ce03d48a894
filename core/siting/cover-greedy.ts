import type { Gains } from './gains.ts';
import { chosenWithin, type Rules } from './rules.ts';

/**
 * The candidate that reaches most new rows for its price, again and again, then without what all others reach as well.
 * With `worth` of each row a price is what is left of it after the rows that a candidate newly reaches have paid theirs
 * (Caprara, Fischetti & Toth 1999). Null where no candidate fits that is needed.
 */
export function greedyCover(gains: Gains, rules: Rules, worth: Float64Array | null = null): number[] | null {
  const { starts, row, rowStarts, rowCandidate } = gains;
  const chosen = chosenWithin(rules);
  const count = new Int32Array(gains.rows);
  const fresh = new Int32Array(gains.candidates);
  const price = rules.cost.slice();
  for (let i = 0; i < gains.rows; i++)
    for (let k = rowStarts[i]!; k < rowStarts[i + 1]!; k++) {
      fresh[rowCandidate[k]!]!++;
      if (worth !== null) price[rowCandidate[k]!]! -= worth[i]!;
    }
  let uncovered = gains.rows;
  while (uncovered > 0) {
    let least = Infinity;
    let next = -1;
    for (let j = 0; j < gains.candidates; j++) {
      if (fresh[j] === 0 || !chosen.fits(j)) continue;
      const rate = price[j]! > 0 ? price[j]! / fresh[j]! : price[j]! * fresh[j]!;
      if (rate >= least) continue;
      least = rate;
      next = j;
    }
    if (next === -1) return null;
    chosen.add(next);
    for (let k = starts[next]!; k < starts[next + 1]!; k++) {
      const i = row[k]!;
      if (count[i]!++ > 0) continue;
      uncovered--;
      for (let m = rowStarts[i]!; m < rowStarts[i + 1]!; m++) {
        fresh[rowCandidate[m]!]!--;
        if (worth !== null) price[rowCandidate[m]!]! += worth[i]!;
      }
    }
  }
  // The most expensive first, the latest of equal ones last: what all others cover as well is not needed.
  for (const j of chosen.members.toSorted((a, b) => rules.cost[b]! - rules.cost[a]!)) {
    let needed = false;
    for (let k = starts[j]!; k < starts[j + 1]! && !needed; k++) needed = count[row[k]!] === 1;
    if (needed) continue;
    chosen.remove(j);
    for (let k = starts[j]!; k < starts[j + 1]!; k++) count[row[k]!]!--;
  }
  return [...chosen.members];
}
