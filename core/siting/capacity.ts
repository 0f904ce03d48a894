import type { Gains } from './gains.ts';
import { chosenWithin, type Rules } from './rules.ts';

/** Covering where a place has room for so many children: who is within reach of a full place is not served by it. */
export type CapacityProblem = {
  /** Who is within reach of whom; gains are not looked at. */
  gains: Gains;
  /** Children of each row, and what one child counts. */
  children: Float64Array;
  perChild: Float64Array;
  /** Room of each candidate; Infinity for any number. */
  capacity: Float64Array;
};

export type Served = {
  members: number[];
  /** Weight of the children served. */
  value: number;
  bound: number;
  gap: number;
  optimal: boolean;
  /** Children of each row that are served. */
  servedOf: Float64Array;
};

export type CapacityOptions = {
  isOver?: () => boolean;
  /** A difference between bound and value that is small enough; 0 where not said. */
  enough?: (value: number) => number;
  /** Whether places are exchanged after the greedy choice; they are where not said. */
  exchanges?: boolean;
  /** Told of each better set; the bound is Infinity until there is one. */
  onProgress?: (soFar: { members: readonly number[]; value: number; bound: number }) => void;
};

const STEPS = 800;

/**
 * The weight that a set can serve at most: children who count most first, along augmenting paths, which is best as the
 * children that can be served together form a (poly)matroid (Edmonds & Fulkerson 1965).
 */
export function served(
  { gains, children, perChild, capacity }: CapacityProblem,
  members: readonly number[],
  /** Told of each pair of `gains` that has children in the end. */
  onFlow?: (pair: number, amount: number) => void,
  /** Rows with children, those who count most first. */
  order = orderOf({ children, perChild }),
) {
  const { rows, rowStarts, rowCandidate, starts, row } = gains;
  const open = new Uint8Array(capacity.length);
  for (const j of members) open[j] = 1;
  const room = capacity.slice();
  const servedOf = new Float64Array(rows);
  // Children of a row at a candidate, by the candidate's pairs.
  const flow = new Map<number, number>();
  const key = (i: number, j: number): number => i * capacity.length + j;
  let value = 0;
  for (const source of order) {
    let left = children[source]!;
    while (left > 1e-9) {
      // Breadth first over candidates: from a row to those in reach, and on through rows that could move elsewhere.
      const from = new Map<number, { row: number; before: number }>();
      const queue: number[] = [];
      const visit = (i: number, before: number): void => {
        for (let k = rowStarts[i]!; k < rowStarts[i + 1]!; k++) {
          const j = rowCandidate[k]!;
          if (open[j] === 0 || from.has(j)) continue;
          from.set(j, { row: i, before });
          queue.push(j);
        }
      };
      visit(source, -1);
      let end = -1;
      for (let at = 0; at < queue.length && end === -1; at++) {
        const j = queue[at]!;
        if (room[j]! > 1e-9) end = j;
        else
          for (let k = starts[j]!; k < starts[j + 1]!; k++)
            if ((flow.get(key(row[k]!, j)) ?? 0) > 1e-9) visit(row[k]!, j);
      }
      if (end === -1) break;
      let amount = Math.min(left, room[end]!);
      for (let j = end; ; ) {
        const { before, row: i } = from.get(j)!;
        if (before === -1) break;
        amount = Math.min(amount, flow.get(key(i, before))!);
        j = before;
      }
      room[end]! -= amount;
      for (let j = end; ; ) {
        const { before, row: i } = from.get(j)!;
        flow.set(key(i, j), (flow.get(key(i, j)) ?? 0) + amount);
        if (before === -1) break;
        flow.set(key(i, before), flow.get(key(i, before))! - amount);
        j = before;
      }
      left -= amount;
      servedOf[source]! += amount;
      value += amount * perChild[source]!;
    }
  }
  if (onFlow !== undefined)
    for (const j of members)
      for (let k = starts[j]!; k < starts[j + 1]!; k++) {
        const amount = flow.get(key(row[k]!, j)) ?? 0;
        if (amount > 0) onFlow(k, amount);
      }
  return { value, servedOf };
}

function orderOf({ children, perChild }: Pick<CapacityProblem, 'children' | 'perChild'>): Int32Array {
  return Int32Array.from(children.keys())
    .filter(i => children[i]! > 0)
    .sort((a, b) => perChild[b]! - perChild[a]! || a - b);
}

/**
 * Maximal covering with capacities (Current & Storbeck 1988; Pirkul & Schilling 1991): greedy by what a place adds, which
 * is at least 1 − 1/e of the best with a number of places alone, then a bound by Lagrangian relaxation of "each child is
 * served once", then the first exchange that helps, again and again.
 */
export function locateWithCapacity(
  problem: CapacityProblem,
  rules: Rules,
  { isOver = () => false, enough = () => 0, exchanges = true, onProgress }: CapacityOptions = {},
): Served {
  const { capacity } = problem;
  const chosen = chosenWithin(rules);
  const order = orderOf(problem);
  const serve = (members: readonly number[]) => served(problem, members, undefined, order);
  let now = serve([]);
  // What a candidate adds only shrinks as others come in, so that the top of a list sorted by old numbers is soon the best.
  const adds = new Float64Array(capacity.length).fill(Infinity);
  for (;;) {
    const byAdds = Array.from(adds.keys())
      .filter(j => chosen.fits(j) && adds[j]! > 1e-9)
      .sort((a, b) => adds[b]! - adds[a]! || a - b);
    let best = -1;
    for (const j of byAdds) {
      // Once it is over the next that fits is good enough.
      if (best !== -1 && (adds[j]! <= adds[best]! || isOver())) break;
      adds[j] = serve([...chosen.members, j]).value - now.value;
      if (adds[j]! > 1e-9 && (best === -1 || adds[j]! > adds[best]!)) best = j;
    }
    if (best === -1) break;
    chosen.add(best);
    now = serve(chosen.members);
  }
  onProgress?.({ members: [...chosen.members], value: now.value, bound: Infinity });
  const { bound, profit } = relaxedBound(problem, rules, now.value, enough(now.value), isOver);
  onProgress?.({ members: [...chosen.members], value: now.value, bound: Math.max(bound, now.value) });
  const newcomers = Array.from(profit.keys()).sort((a, b) => profit[b]! - profit[a]! || a - b);
  const isEnough = (): boolean => bound - now.value <= Math.max(enough(now.value), 1e-9 * bound);
  let better = exchanges;
  while (better && !isEnough() && !isOver()) {
    better = false;
    search: for (const into of newcomers) {
      for (const out of [...chosen.members]) {
        if (isOver()) break search;
        if (!chosen.fits(into, out)) continue;
        const changed = serve([...chosen.members.filter(j => j !== out), into]);
        if (changed.value <= now.value * (1 + 1e-9)) continue;
        chosen.remove(out);
        chosen.add(into);
        now = changed;
        onProgress?.({ members: [...chosen.members], value: now.value, bound: Math.max(bound, now.value) });
        better = true;
        break search;
      }
    }
  }
  const top = Math.max(bound, now.value);
  const optimal = top <= now.value * (1 + 1e-9);
  return {
    members: chosen.members.toSorted((a, b) => a - b),
    value: now.value,
    bound: optimal ? now.value : top,
    gap: optimal ? 0 : now.value > 0 ? (top - now.value) / now.value : Infinity,
    optimal,
    servedOf: now.servedOf,
  };
}

/** Σ price · children, and for the best candidates the most that their room holds at what a child counts less its price. */
function relaxedBound(
  { gains, children, perChild, capacity }: CapacityProblem,
  { most, groupOf, groupMost, cost, budget }: Rules,
  known: number,
  /** A bound so little above the known value is low enough. */
  enough: number,
  isOver: () => boolean,
): { bound: number; profit: Float64Array } {
  const { rows, candidates, starts, row } = gains;
  const prices = new Float64Array(rows);
  const profit = new Float64Array(candidates);
  const cheapest = cost.length > 0 ? Math.min(...cost) : 0;
  const affordable = cheapest > 0 && budget !== Infinity ? Math.floor(budget / cheapest) : Infinity;
  let best = { bound: Infinity, profit };
  let pace = 1.5;
  let idle = 0;
  for (let step = 0; step < STEPS && !(step % 16 === 15 && isOver()); step++) {
    let bound = 0;
    for (let i = 0; i < rows; i++) bound += prices[i]! * children[i]!;
    const taken: { row: number; amount: number }[][] = [];
    for (let j = 0; j < candidates; j++) {
      const reach = Array.from(row.subarray(starts[j]!, starts[j + 1]!))
        .filter(i => perChild[i]! > prices[i]!)
        .sort((a, b) => perChild[b]! - prices[b]! - (perChild[a]! - prices[a]!));
      let room = capacity[j]!;
      profit[j] = 0;
      const mine: { row: number; amount: number }[] = [];
      for (const i of reach) {
        if (room <= 0) break;
        const amount = Math.min(room, children[i]!);
        room -= amount;
        profit[j]! += amount * (perChild[i]! - prices[i]!);
        mine.push({ row: i, amount });
      }
      taken.push(mine);
    }
    const size = new Int32Array(groupMost.length);
    const picked: number[] = [];
    for (const j of Array.from(profit.keys()).sort((a, b) => profit[b]! - profit[a]! || a - b)) {
      if (picked.length >= Math.min(most, affordable) || profit[j]! <= 0) break;
      if (size[groupOf[j]!]!++ >= groupMost[groupOf[j]!]!) continue;
      picked.push(j);
      bound += profit[j]!;
    }
    if (bound < best.bound * (1 - 1e-9)) {
      best = { bound, profit: profit.slice() };
      idle = 0;
    } else if (++idle > 15) {
      pace *= 0.7;
      idle = 0;
    }
    if (best.bound <= known + Math.max(enough, 1e-9 * known)) break;
    const slope = children.slice();
    for (const j of picked) for (const { row: i, amount } of taken[j]!) slope[i]! -= amount;
    let length = 0;
    for (let i = 0; i < rows; i++) {
      if (prices[i] === 0 && slope[i]! > 0) slope[i] = 0;
      length += slope[i]! ** 2;
    }
    if (length === 0) break;
    const move = (pace * Math.max(bound - known, 1e-6 * bound)) / length;
    for (let i = 0; i < rows; i++) prices[i] = Math.max(0, prices[i]! - move * slope[i]!);
  }
  return best;
}
