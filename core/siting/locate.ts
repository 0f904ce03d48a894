import FlatQueue from 'flatqueue';
import { randomGenerator } from '../random/generator.ts';
import { type Gains, mergedRows } from './gains.ts';
import { drawn, greedy, interchange, type Plan } from './interchange.ts';
import { FREE, INSIDE, OUTSIDE, type Relaxed, relax, settleByBound } from './relaxation.ts';
import { chosenWithin, type Rules } from './rules.ts';

/** The best set that was found, and how good it is at least. */
export type Located = {
  /** Candidates, in the order of their numbers. */
  members: number[];
  value: number;
  /** No set within the rules is worth more. */
  bound: number;
  /** (bound − value) / value; 0 for a proven optimum, Infinity where nothing is worth anything and that is not proven. */
  gap: number;
  optimal: boolean;
  /** Subproblems looked at. */
  nodes: number;
};

export type LocateOptions = {
  /** The same seed gives the same answer, unless time ended the search. */
  seed?: number;
  /** Interchanges that start from a set drawn by lot. */
  restarts?: number;
  /** A gap that is small enough; 0 asks for a proven optimum. */
  gap?: number;
  /** Ends the search where an answer is good enough by another measure than the gap. */
  isEnough?: (soFar: Located) => boolean;
  /** Most subproblems. */
  nodes?: number;
  /** Asked again and again; true ends the search with the best so far. */
  isOver?: () => boolean;
  onProgress?: (soFar: Located) => void;
};

const ROOT_STEPS = 1500;
const NODE_STEPS = 120;
/** Prices of waiting subproblems that are kept, in numbers: 160 MB. */
const KEPT_NUMBERS = 20_000_000;
/** What rounding may do to a bound. */
const ROUNDING = 1e-9;

type Node = { decided: Uint8Array; relaxed: Relaxed };

/**
 * The set of candidates that is worth most within rules: greedy and interchange first, also from sets drawn by lot, then
 * a bound by Lagrangian relaxation, which decides on most candidates at once; what is left is branched on, the subproblem
 * with the highest bound first (Land & Doig 1960; Beasley 1993 for the p-median). Without a limit of time or nodes it ends
 * with a proven optimum.
 */
export function locate(given: Gains, rules: Rules, options: LocateOptions = {}): Located {
  const { seed = 1, restarts = 10, gap = 0, nodes: mostNodes = 100_000, isOver = () => false } = options;
  const gains = mergedRows(given);
  const random = randomGenerator(seed);
  let best: Plan = interchange(gains, rules, greedy(gains, rules).members);
  let nodes = 0;
  let bound = Infinity;
  const soFar = (): Located => told(best, bound, nodes);
  const improve = (members: Iterable<number>): void => {
    const plan = interchange(gains, rules, members);
    if (plan.value <= best.value * (1 + 1e-12)) return;
    best = plan;
    options.onProgress?.(soFar());
  };
  options.onProgress?.(soFar());
  for (let k = 0; k < restarts && !isOver(); k++) improve(drawn(rules, random));

  const enough = (): number => best.value * (1 + Math.max(gap, ROUNDING));
  const lookAt = (decided: Uint8Array, prices: Float64Array, steps: number): Node => {
    nodes++;
    const asked = { decided, prices, known: best.value, steps, enough: enough(), isOver };
    const relaxed = relax(gains, rules, asked);
    improve(byProfit(relaxed));
    settleByBound(rules, relaxed, decided, best.value);
    return { decided, relaxed };
  };
  const root = lookAt(new Uint8Array(gains.candidates), startPrices(gains, best), ROOT_STEPS);
  bound = root.relaxed.bound;
  options.onProgress?.(soFar());

  const waiting = new Map<number, Node>();
  const queue = new FlatQueue<number>();
  let next = 0;
  const wait = (node: Node): void => {
    if (node.relaxed.bound <= enough()) return;
    waiting.set(next, node);
    queue.push(next++, -node.relaxed.bound);
  };
  wait(root);
  const mostWaiting = Math.max(16, Math.floor(KEPT_NUMBERS / (gains.rows + gains.candidates)));
  // What is left unexplored holds the bound up; it starts at what was dismissed as good enough.
  const highest = (): number => Math.max(best.value, queue.length > 0 ? -queue.peekValue()! : 0);
  let dismissed = root.relaxed.bound <= enough() ? root.relaxed.bound : 0;
  while (queue.length > 0 && nodes < mostNodes && waiting.size < mostWaiting && !isOver()) {
    const node = waiting.get(queue.peek()!)!;
    bound = Math.max(highest(), dismissed);
    if (options.isEnough?.(soFar())) break;
    if (node.relaxed.bound <= enough()) break;
    waiting.delete(queue.pop()!);
    const on = branchingOn(node);
    if (on === -1) {
      // All is decided, so that the best plan of this subproblem is the one set that is left.
      improve(membersOf(node.decided));
      continue;
    }
    for (const side of [INSIDE, OUTSIDE]) {
      const decided = node.decided.slice();
      decided[on] = side;
      if (!consequences(rules, decided)) continue;
      const child = lookAt(decided, node.relaxed.prices, NODE_STEPS);
      // A child is no better than its parent, whatever its own prices say.
      child.relaxed.bound = Math.min(child.relaxed.bound, node.relaxed.bound);
      if (child.relaxed.bound <= enough()) dismissed = Math.max(dismissed, child.relaxed.bound);
      wait(child);
    }
    if (nodes % 50 === 0) options.onProgress?.(soFar());
  }
  bound = Math.max(highest(), dismissed);
  const located = soFar();
  options.onProgress?.(located);
  return located;
}

function told({ members, value }: Plan, bound: number, nodes: number): Located {
  const within = bound <= value * (1 + ROUNDING) || bound <= 0;
  const top = within ? value : bound;
  return {
    members: members.toSorted((a, b) => a - b),
    value,
    bound: top,
    gap: within ? 0 : value > 0 ? (top - value) / value : Infinity,
    optimal: within,
    nodes,
  };
}

/** Prices between the first and the second largest gain that a plan gives each row. */
function startPrices({ rows, rowStarts, rowCandidate, rowGain }: Gains, { members }: Plan): Float64Array {
  const inside = new Set(members);
  const prices = new Float64Array(rows + 1);
  for (let i = 0; i < rows; i++) {
    let [first, second] = [0, 0];
    for (let k = rowStarts[i]!; k < rowStarts[i + 1]!; k++) {
      if (!inside.has(rowCandidate[k]!)) continue;
      if (rowGain[k]! > first) [first, second] = [rowGain[k]!, first];
      else second = Math.max(second, rowGain[k]!);
    }
    prices[i] = (first + second) / 2;
  }
  return prices;
}

/** Candidates of a relaxation from the most profitable on, for a plan to take what fits. */
const byProfit = ({ chosen, profit }: Relaxed): number[] =>
  chosen.toSorted((a, b) => profit[b]! - profit[a]! || a - b);

const membersOf = (decided: Uint8Array): number[] =>
  Array.from(decided.keys()).filter(j => decided[j] === INSIDE);

/** The free candidate of which the relaxation is least sure; −1 where all are decided. */
function branchingOn({ decided, relaxed: { part, profit } }: Node): number {
  let found = -1;
  let least = Infinity;
  for (let j = 0; j < decided.length; j++) {
    if (decided[j] !== FREE) continue;
    const doubt = Math.abs(part[j]! - 0.5) - 1e-9 * Math.sign(profit[j]!);
    if (doubt >= least) continue;
    least = doubt;
    found = j;
  }
  return found;
}

/** Decides on what follows from the candidates inside: neighbours and what has no room is out. False where they cannot be. */
function consequences(rules: Rules, decided: Uint8Array): boolean {
  const chosen = chosenWithin(rules);
  for (const j of membersOf(decided)) {
    if (!chosen.fits(j)) return false;
    chosen.add(j);
  }
  for (let j = 0; j < decided.length; j++) if (decided[j] === FREE && !chosen.fits(j)) decided[j] = OUTSIDE;
  return true;
}
