import type { Gains } from './gains.ts';
import { chosenWithin, type Rules } from './rules.ts';

/** The cheapest set that reaches every row, and how good it is at least. */
export type CoverAll = {
  /** Null where none was found within the rules. */
  members: number[] | null;
  cost: number;
  /** No set that reaches every row costs less; Infinity where there is none. */
  bound: number;
  optimal: boolean;
};

export type CoverAllOptions = {
  /** A set that costs more is of no use. */
  within?: number;
  nodes?: number;
  isOver?: () => boolean;
  /** Told of each better set, with the bound so far. */
  onProgress?: (soFar: { members: readonly number[]; cost: number; bound: number }) => void;
};

const STEPS = 600;

/**
 * Set covering (Toregas, Swain, ReVelle & Bergman 1971): greedy (Chvátal 1979) with what is superfluous taken out, a bound
 * by Lagrangian relaxation (Beasley 1990) that decides on expensive candidates, and branching on the row with the fewest
 * candidates. Rows that no candidate reaches are left out by the caller. Costs above 0; rules keep spacing and sites, not
 * numbers or budget. Without a limit it ends with a proven optimum.
 */
export function coverAll(gains: Gains, rules: Rules, options: CoverAllOptions = {}): CoverAll {
  const { within = Infinity, nodes: mostNodes = 200_000, isOver = () => false } = options;
  const rows = Array.from({ length: gains.rows }, (_, i) => i).filter(
    i => gains.rowStarts[i]! < gains.rowStarts[i + 1]!,
  );
  const free: Rules = {
    ...rules,
    most: Infinity,
    groupMost: rules.groupMost.map(() => Infinity),
    budget: Infinity,
  };
  if (rows.length === 0) return { members: [], cost: 0, bound: 0, optimal: true };
  let best = greedyCover(gains, free, rows);
  const costOf = (members: readonly number[] | null): number =>
    members === null ? Infinity : members.reduce((sum, j) => sum + free.cost[j]!, 0);
  let cost = costOf(best);
  const { bound: relaxed, reduced } = lagrangian(
    gains,
    free.cost,
    rows,
    Number.isFinite(cost) ? cost : within,
    isOver,
  );
  const whole = free.cost.every(Number.isInteger);
  const rounded = (bound: number): number => (whole ? Math.ceil(bound - 1e-6) : bound);
  const bound = rounded(relaxed);
  if (best !== null) options.onProgress?.({ members: best, cost, bound: Math.min(bound, cost) });
  if (bound >= cost - 1e-9) return { members: best, cost, bound: cost, optimal: true };
  if (bound > within) return { members: best, cost, bound, optimal: false };

  // A candidate that alone would lift the bound above the best is in no better set.
  const usable = Uint8Array.from(reduced, each =>
    rounded(relaxed + Math.max(0, each)) > Math.min(cost - (whole ? 1 : 1e-9), within) ? 0 : 1,
  );
  const chosen = chosenWithin(free);
  const left = new Int32Array(gains.rows);
  let nodes = 0;
  let complete = true;
  const search = (spent: number): void => {
    if (nodes++ >= mostNodes || (nodes % 64 === 0 && isOver())) {
      complete = false;
      return;
    }
    let row = -1;
    let fewest = Infinity;
    let least = 0;
    const fresh = new Int32Array(gains.candidates);
    for (const i of rows) {
      if (left[i]! > 0) continue;
      for (let k = gains.rowStarts[i]!; k < gains.rowStarts[i + 1]!; k++) fresh[gains.rowCandidate[k]!]!++;
    }
    for (const i of rows) {
      if (left[i]! > 0) continue;
      let count = 0;
      let price = Infinity;
      for (let k = gains.rowStarts[i]!; k < gains.rowStarts[i + 1]!; k++) {
        const j = gains.rowCandidate[k]!;
        if (usable[j] === 0 || !chosen.fits(j)) continue;
        count++;
        price = Math.min(price, free.cost[j]! / fresh[j]!);
      }
      // Each row pays the least part of a candidate that it could: prices that no candidate's rows together exceed.
      least += price;
      if (count >= fewest) continue;
      fewest = count;
      row = i;
    }
    if (row === -1) {
      if (spent < cost - 1e-9) {
        cost = spent;
        best = [...chosen.members];
        options.onProgress?.({ members: best, cost, bound: Math.min(bound, cost) });
      }
      return;
    }
    if (fewest === 0 || rounded(spent + least) >= cost - 1e-9 || spent + least > within + 1e-9) return;
    const tried: number[] = [];
    const order = Array.from(gains.rowCandidate.subarray(gains.rowStarts[row]!, gains.rowStarts[row + 1]!))
      .filter(j => usable[j] === 1 && chosen.fits(j))
      .sort((a, b) => free.cost[a]! / fresh[a]! - free.cost[b]! / fresh[b]! || a - b);
    for (const j of order) {
      chosen.add(j);
      for (let k = gains.starts[j]!; k < gains.starts[j + 1]!; k++) left[gains.row[k]!]!++;
      search(spent + free.cost[j]!);
      for (let k = gains.starts[j]!; k < gains.starts[j + 1]!; k++) left[gains.row[k]!]!--;
      chosen.remove(j);
      usable[j] = 0;
      tried.push(j);
    }
    for (const j of tried) usable[j] = 1;
  };
  search(0);
  if (!complete) return { members: best, cost, bound, optimal: false };
  if (cost <= within) return { members: best, cost, bound: cost, optimal: true };
  const above = whole ? Math.floor(within) + 1 : within;
  return { members: best, cost, bound: Math.max(bound, Math.min(cost, above)), optimal: false };
}

function greedyCover(gains: Gains, rules: Rules, rows: readonly number[]): number[] | null {
  const chosen = chosenWithin(rules);
  const count = new Int32Array(gains.rows);
  let uncovered = rows.length;
  while (uncovered > 0) {
    let best = 0;
    let next = -1;
    for (let j = 0; j < gains.candidates; j++) {
      if (!chosen.fits(j)) continue;
      let fresh = 0;
      for (let k = gains.starts[j]!; k < gains.starts[j + 1]!; k++) if (count[gains.row[k]!] === 0) fresh++;
      if (fresh / rules.cost[j]! > best) {
        best = fresh / rules.cost[j]!;
        next = j;
      }
    }
    if (next === -1) return null;
    chosen.add(next);
    for (let k = gains.starts[next]!; k < gains.starts[next + 1]!; k++)
      if (count[gains.row[k]!]!++ === 0) uncovered--;
  }
  // The most expensive first, the latest of equal ones last: what all others cover as well is not needed.
  for (const j of chosen.members.toSorted((a, b) => rules.cost[b]! - rules.cost[a]!)) {
    let needed = false;
    for (let k = gains.starts[j]!; k < gains.starts[j + 1]! && !needed; k++)
      needed = count[gains.row[k]!] === 1;
    if (needed) continue;
    chosen.remove(j);
    for (let k = gains.starts[j]!; k < gains.starts[j + 1]!; k++) count[gains.row[k]!]!--;
  }
  return [...chosen.members];
}

/** The best bound found, and the reduced cost of each candidate at its prices. */
function lagrangian(
  gains: Gains,
  cost: Float64Array,
  rows: readonly number[],
  known: number,
  isOver: () => boolean,
): { bound: number; reduced: Float64Array } {
  const prices = new Float64Array(gains.rows);
  for (const i of rows) {
    let least = Infinity;
    for (let k = gains.rowStarts[i]!; k < gains.rowStarts[i + 1]!; k++) {
      const j = gains.rowCandidate[k]!;
      least = Math.min(least, cost[j]! / (gains.starts[j + 1]! - gains.starts[j]!));
    }
    prices[i] = least;
  }
  let best = { bound: 0, reduced: cost.slice() };
  let pace = 1.5;
  let idle = 0;
  for (let step = 0; step < STEPS && !(step % 32 === 31 && isOver()); step++) {
    const reduced = cost.slice();
    let bound = 0;
    for (const i of rows) {
      bound += prices[i]!;
      for (let k = gains.rowStarts[i]!; k < gains.rowStarts[i + 1]!; k++)
        reduced[gains.rowCandidate[k]!]! -= prices[i]!;
    }
    for (const each of reduced) if (each < 0) bound += each;
    if (bound > best.bound + 1e-9) {
      best = { bound, reduced };
      idle = 0;
    } else if (++idle > 20) {
      pace *= 0.7;
      idle = 0;
    }
    let length = 0;
    const slope = new Float64Array(gains.rows);
    for (const i of rows) {
      let covered = 0;
      for (let k = gains.rowStarts[i]!; k < gains.rowStarts[i + 1]!; k++)
        if (reduced[gains.rowCandidate[k]!]! < 0) covered++;
      slope[i] = prices[i] === 0 && covered > 1 ? 0 : 1 - covered;
      length += slope[i]! ** 2;
    }
    if (length === 0) break;
    const target = Number.isFinite(known) ? known : 1.1 * best.bound + 1;
    const move = (pace * Math.max(target - bound, 1e-6 * Math.abs(bound))) / length;
    for (const i of rows) prices[i] = Math.max(0, prices[i]! + move * slope[i]!);
  }
  return best;
}
