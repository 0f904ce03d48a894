import type { Gains } from './gains.ts';
import type { Rules } from './rules.ts';

/** What is decided of each candidate. */
export const FREE = 0;
export const INSIDE = 1;
export const OUTSIDE = 2;

/** A bound, and how it came about. */
export type Relaxed = {
  /** No set within the rules and the decisions is worth more. */
  bound: number;
  /** Price of each row that gave the bound, and of one unit of the budget last. */
  prices: Float64Array;
  /** What each candidate adds to the bound when it is chosen, at those prices. */
  profit: Float64Array;
  /** Candidates chosen at those prices: a set that may break a budget or stand too near. */
  chosen: number[];
  /** How often each candidate was chosen of late, 0–1: close to its part in the linear relaxation. */
  part: Float64Array;
};

type Asked = {
  decided: Uint8Array;
  prices: Float64Array;
  /** Value of a plan that is known; the bound is pushed towards it. */
  known: number;
  steps: number;
  /** A bound this low is low enough. */
  enough: number;
  isOver: () => boolean;
};

/**
 * Lagrangian relaxation of "each row counts once" (Cornuéjols, Fisher & Nemhauser 1977; Galvão & ReVelle 1996 for
 * covering): with a price u for every row the worth of a set is at most Σ u + Σ over its members of Σ max(0, gain − u), of
 * which the best members are picked one by one. Prices move along a subgradient with the step of Held, Wolfe & Crowder
 * (1974). The bound is that of the linear relaxation at best. Candidates that may not stand together are left to whoever
 * decides; a budget has a price of its own.
 */
export function relax(gains: Gains, rules: Rules, asked: Asked): Relaxed {
  const { rows, candidates, rowStarts, rowCandidate, rowGain } = gains;
  const { decided, known, steps, enough } = asked;
  const prices = asked.prices.slice();
  const profit = new Float64Array(candidates);
  const inside = new Uint8Array(candidates);
  const direction = new Float64Array(rows + 1);
  const part = new Float64Array(candidates);
  const withBudget = rules.budget !== Infinity;
  let best: Relaxed = { bound: Infinity, prices, profit, chosen: [], part };
  let pace = 1.5;
  let idle = 0;
  for (let step = 0; step < steps; step++) {
    let bound = 0;
    for (let i = 0; i < rows; i++) bound += prices[i]!;
    const priceOfMoney = prices[rows]!;
    if (withBudget) bound += priceOfMoney * rules.budget;
    for (let j = 0; j < candidates; j++) profit[j] = withBudget ? -priceOfMoney * rules.cost[j]! : 0;
    for (let i = 0; i < rows; i++) {
      const price = prices[i]!;
      // The largest gains come first: the rest of the row is below its price.
      for (let k = rowStarts[i]!; k < rowStarts[i + 1]! && rowGain[k]! > price; k++)
        profit[rowCandidate[k]!]! += rowGain[k]! - price;
    }
    const chosen = pick(rules, decided, profit);
    for (const j of chosen) bound += profit[j]!;
    for (let j = 0; j < candidates; j++) part[j]! *= 0.95;
    for (const j of chosen) part[j]! += 0.05;
    if (bound < best.bound) {
      const notably = bound < best.bound - 1e-5 * Math.abs(bound);
      best = { bound, prices: prices.slice(), profit: profit.slice(), chosen, part };
      idle = notably ? 0 : idle + 1;
    } else idle++;
    if (best.bound <= enough) break;
    if (idle > 20) {
      pace *= 0.7;
      idle = 0;
    }
    if (pace < 1e-4 || (step % 32 === 31 && asked.isOver())) break;
    inside.fill(0);
    for (const j of chosen) inside[j] = 1;
    let length = 0;
    for (let i = 0; i < rows; i++) {
      let slope = 1;
      for (let k = rowStarts[i]!; k < rowStarts[i + 1]! && rowGain[k]! > prices[i]!; k++)
        slope -= inside[rowCandidate[k]!]!;
      // A price of 0 that would fall stays where it is and is no part of the way.
      direction[i] = slope + 0.7 * direction[i]!;
      if (prices[i] === 0 && direction[i]! > 0) direction[i] = 0;
      length += direction[i]! * direction[i]!;
    }
    if (withBudget) {
      let spent = 0;
      for (const j of chosen) spent += rules.cost[j]!;
      direction[rows] = rules.budget - spent + 0.7 * direction[rows]!;
      if (prices[rows] === 0 && direction[rows]! > 0) direction[rows] = 0;
      length += direction[rows]! * direction[rows]!;
    }
    if (length === 0) break;
    const move = (pace * Math.max(bound - known, 1e-6 * Math.abs(bound))) / length;
    for (let i = 0; i <= rows; i++) prices[i] = Math.max(0, prices[i]! - move * direction[i]!);
  }
  return best;
}

/**
 * The most profitable candidates within the numbers: those decided on, then the best free ones above 0, one by one. With
 * a limit on each group and on all together that is exact, as such sets form a matroid (Edmonds 1971).
 */
function pick({ most, groupOf, groupMost }: Rules, decided: Uint8Array, profit: Float64Array): number[] {
  const chosen: number[] = [];
  const room = [...groupMost];
  const free: number[] = [];
  for (let j = 0; j < decided.length; j++) {
    if (decided[j] === INSIDE) {
      chosen.push(j);
      room[groupOf[j]!]!--;
    } else if (decided[j] === FREE && profit[j]! > 0) free.push(j);
  }
  free.sort((a, b) => profit[b]! - profit[a]! || a - b);
  for (const j of free) {
    if (chosen.length >= most) break;
    if (room[groupOf[j]!]! <= 0) continue;
    room[groupOf[j]!]!--;
    chosen.push(j);
  }
  return chosen;
}

/**
 * Decides on candidates without which, or with which, no plan can be worth more than the known one, at the prices of the
 * bound. Writes in `decided`, and tells how many.
 */
export function settleByBound(rules: Rules, relaxed: Relaxed, decided: Uint8Array, known: number): number {
  const { bound, profit, chosen } = relaxed;
  const { most, groupOf, groupMost } = rules;
  const inside = new Uint8Array(decided.length);
  const size = new Int32Array(groupMost.length);
  for (const j of chosen) {
    inside[j] = 1;
    size[groupOf[j]!]!++;
  }
  const isFull = chosen.length >= most;
  const groupFull = (group: number): boolean => size[group]! >= groupMost[group]!;
  // The member that leaves first, of a group or of all; only those that are free to go.
  const least = (group: number | null): number => {
    let lowest = Infinity;
    for (const j of chosen)
      if (decided[j] === FREE && (group === null || groupOf[j] === group))
        lowest = Math.min(lowest, profit[j]!);
    return lowest;
  };
  // The newcomer that takes the place of one who left the group, if that is worth anything.
  const newcomer = (left: number): number => {
    let highest = 0;
    for (let j = 0; j < decided.length; j++)
      if (decided[j] === FREE && inside[j] === 0 && (groupOf[j] === left || !groupFull(groupOf[j]!)))
        highest = Math.max(highest, profit[j]!);
    return highest;
  };
  const leastOfAll = least(null);
  const leastOf = groupMost.map((_, group) => least(group));
  const newcomerFor = groupMost.map((_, group) => newcomer(group));
  const enough = known * (1 + 1e-12);
  let settled = 0;
  for (let j = 0; j < decided.length; j++) {
    if (decided[j] !== FREE) continue;
    const group = groupOf[j]!;
    if (inside[j] === 1) {
      if (bound - profit[j]! + newcomerFor[group]! > enough) continue;
      decided[j] = INSIDE;
    } else {
      const leaves = groupFull(group) ? leastOf[group]! : isFull ? leastOfAll : 0;
      if (bound + profit[j]! - leaves > enough) continue;
      decided[j] = OUTSIDE;
    }
    settled++;
  }
  return settled;
}
