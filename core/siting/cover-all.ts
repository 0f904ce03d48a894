import { coverBound } from './cover-bound.ts';
import { greedyCover } from './cover-greedy.ts';
import { type ReducedCover, reducedCover } from './cover-reduction.ts';
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

/**
 * Set covering (Toregas, Swain, ReVelle & Bergman 1971): what decides nothing is left out, then greedy (Chvátal 1979), a
 * bound by Lagrangian relaxation whose prices lead to better sets on the way (Caprara, Fischetti & Toth 1999) and decide
 * on expensive candidates, and branching on the row with the fewest candidates. Rows that no candidate reaches are left
 * out. Costs above 0; rules keep spacing and sites, not numbers or budget. Without a limit it ends with a proven optimum.
 */
export function coverAll(given: Gains, rules: Rules, options: CoverAllOptions = {}): CoverAll {
  const free: Rules = {
    ...rules,
    most: Infinity,
    groupMost: rules.groupMost.map(() => Infinity),
    budget: Infinity,
  };
  const reduced = reducedCover(given, free);
  const { members, ...found } = coverReduced(reduced, options);
  return { members: members === null ? null : wholeOf(reduced, members), ...found };
}

const wholeOf = ({ candidate }: ReducedCover, members: readonly number[]): number[] =>
  members.map(j => candidate[j]!);

function coverReduced(reduction: ReducedCover, options: CoverAllOptions): CoverAll {
  const { gains, rules } = reduction;
  const { within = Infinity, nodes: mostNodes = 200_000, isOver = () => false } = options;
  if (gains.rows === 0) return { members: [], cost: 0, bound: 0, optimal: true };
  const costs = (members: readonly number[] | null): number =>
    members === null ? Infinity : members.reduce((sum, j) => sum + rules.cost[j]!, 0);
  const whole = rules.cost.every(Number.isInteger);
  const rounded = (least: number): number => (whole ? Math.ceil(least - 1e-6) : least);
  let best = greedyCover(gains, rules);
  let cost = costs(best);
  let bound = 0;
  const improve = (members: number[] | null): void => {
    const less = costs(members);
    if (less >= cost - 1e-9) return;
    best = members;
    cost = less;
    tell();
  };
  const tell = (): void => {
    if (best !== null)
      options.onProgress?.({ members: wholeOf(reduction, best), cost, bound: Math.min(bound, cost) });
  };
  tell();
  let triedAt = 0;
  const { bound: relaxed, reduced } = coverBound(gains, rules.cost, {
    known: () => (Number.isFinite(cost) ? cost : within),
    isEnough: (least, prices) => {
      bound = rounded(least);
      // Prices that hardly changed lead to the same set.
      if (least > triedAt + 1e-4 * least) {
        triedAt = least;
        improve(greedyCover(gains, rules, prices));
      }
      return bound >= cost - 1e-9 || bound > within;
    },
    isOver,
  });
  bound = rounded(relaxed);
  tell();
  if (bound >= cost - 1e-9) return { members: best, cost, bound: cost, optimal: true };
  if (bound > within) return { members: best, cost, bound, optimal: false };

  // A candidate that alone would lift the bound above the best is in no better set.
  const usable = Uint8Array.from(reduced, each =>
    rounded(relaxed + Math.max(0, each)) > Math.min(cost - (whole ? 1 : 1e-9), within) ? 0 : 1,
  );
  const chosen = chosenWithin(rules);
  const left = new Int32Array(gains.rows);
  let nodes = 0;
  let complete = true;
  const search = (spent: number): void => {
    complete &&= nodes++ < mostNodes && !(nodes % 16 === 0 && isOver());
    if (!complete) return;
    let row = -1;
    let fewest = Infinity;
    let least = 0;
    const fresh = new Int32Array(gains.candidates);
    for (let i = 0; i < gains.rows; i++) {
      if (left[i]! > 0) continue;
      for (let k = gains.rowStarts[i]!; k < gains.rowStarts[i + 1]!; k++) fresh[gains.rowCandidate[k]!]!++;
    }
    for (let i = 0; i < gains.rows; i++) {
      if (left[i]! > 0) continue;
      let count = 0;
      let price = Infinity;
      for (let k = gains.rowStarts[i]!; k < gains.rowStarts[i + 1]!; k++) {
        const j = gains.rowCandidate[k]!;
        if (usable[j] === 0 || !chosen.fits(j)) continue;
        count++;
        price = Math.min(price, rules.cost[j]! / fresh[j]!);
      }
      // Each row pays the least part of a candidate that it could: prices that no candidate's rows together exceed.
      least += price;
      if (count >= fewest) continue;
      fewest = count;
      row = i;
    }
    if (row === -1) {
      improve([...chosen.members]);
      return;
    }
    if (fewest === 0 || rounded(spent + least) >= cost - 1e-9 || spent + least > within + 1e-9) return;
    const tried: number[] = [];
    const order = Array.from(gains.rowCandidate.subarray(gains.rowStarts[row]!, gains.rowStarts[row + 1]!))
      .filter(j => usable[j] === 1 && chosen.fits(j))
      .sort((a, b) => rules.cost[a]! / fresh[a]! - rules.cost[b]! / fresh[b]! || a - b);
    for (const j of order) {
      chosen.add(j);
      for (let k = gains.starts[j]!; k < gains.starts[j + 1]!; k++) left[gains.row[k]!]!++;
      search(spent + rules.cost[j]!);
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
