import type { Gains } from './gains.ts';

export type CoverBound = {
  /** No set that reaches every row costs less. */
  bound: number;
  /** What each candidate costs beyond what its rows pay: so much more a set costs that has it, where that is above 0. */
  reduced: Float64Array;
};

type Asked = {
  /** Cost of a set that is known, towards which the bound is pushed; Infinity for none. */
  known: () => number;
  /** Asked for each better bound: whether it is high enough. */
  isEnough: (bound: number, prices: Float64Array) => boolean;
  isOver: () => boolean;
};

const STEPS = 600;

/**
 * Lagrangian relaxation of "each row is reached" with subgradient steps (Beasley 1990): each row pays a price, and a
 * candidate is taken where its rows pay more than it costs. At best the bound is that of the linear relaxation. Every row
 * has a candidate.
 */
export function coverBound(gains: Gains, cost: Float64Array, { known, isEnough, isOver }: Asked): CoverBound {
  const { rows, starts, rowStarts, rowCandidate } = gains;
  const prices = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let least = Infinity;
    for (let k = rowStarts[i]!; k < rowStarts[i + 1]!; k++) {
      const j = rowCandidate[k]!;
      least = Math.min(least, cost[j]! / (starts[j + 1]! - starts[j]!));
    }
    prices[i] = least;
  }
  let best: CoverBound = { bound: 0, reduced: cost.slice() };
  let pace = 1.5;
  let idle = 0;
  for (let step = 0; step < STEPS && !(step % 32 === 31 && isOver()); step++) {
    const reduced = cost.slice();
    let bound = 0;
    for (let i = 0; i < rows; i++) {
      bound += prices[i]!;
      for (let k = rowStarts[i]!; k < rowStarts[i + 1]!; k++) reduced[rowCandidate[k]!]! -= prices[i]!;
    }
    for (const each of reduced) if (each < 0) bound += each;
    if (bound > best.bound + 1e-9) {
      best = { bound, reduced };
      idle = 0;
      if (isEnough(bound, prices)) break;
    } else if (++idle > 20) {
      pace *= 0.7;
      idle = 0;
    }
    let length = 0;
    const slope = new Float64Array(rows);
    for (let i = 0; i < rows; i++) {
      let covered = 0;
      for (let k = rowStarts[i]!; k < rowStarts[i + 1]!; k++) if (reduced[rowCandidate[k]!]! < 0) covered++;
      slope[i] = prices[i] === 0 && covered > 1 ? 0 : 1 - covered;
      length += slope[i]! ** 2;
    }
    if (length === 0) break;
    const target = Number.isFinite(known()) ? known() : 1.1 * best.bound + 1;
    const move = (pace * Math.max(target - bound, 1e-6 * Math.abs(bound))) / length;
    for (let i = 0; i < rows; i++) prices[i] = Math.max(0, prices[i]! + move * slope[i]!);
  }
  return best;
}
