import type { RandomGenerator } from '../random/generator.ts';
import type { Gains } from './gains.ts';
import { type Chosen, chosenWithin, type Rules } from './rules.ts';

/** A set of candidates and what it is worth. */
export type Plan = { members: number[]; value: number };

/** For each row the largest gain of a set, whose it is (−1: nobody's), and the second largest. */
type Holdings = { best: Float64Array; by: Int32Array; second: Float64Array };

/** A better plan is better by more than rounding. */
const BETTER = 1e-12;

/**
 * The candidate that adds most, again and again, while one fits that adds something (Nemhauser, Wolsey & Fisher 1978: with
 * a number of places alone at least 1 − 1/e of the best). With a budget: most for its cost. Ties go to the first.
 */
export function greedy(gains: Gains, rules: Rules, from: Iterable<number> = []): Plan {
  const chosen = chosenWithin(rules, from);
  const holdings = holdingsOf(gains, chosen.members);
  fill(gains, rules, chosen, holdings);
  return planOf(chosen, holdings);
}

/**
 * Exchanges one place for another as long as that helps (Teitz & Bart 1968), the best pair each time, found in one pass
 * over all gains (Whitaker 1983; Resende & Werneck 2004): what a newcomer brings, less what a leaver takes along, plus
 * what the newcomer catches of that.
 */
export function interchange(gains: Gains, rules: Rules, from: Iterable<number>): Plan {
  const chosen = chosenWithin(rules, from);
  let holdings = holdingsOf(gains, chosen.members);
  fill(gains, rules, chosen, holdings);
  for (;;) {
    const swap = bestSwap(gains, chosen, holdings);
    if (swap === null) return planOf(chosen, holdings);
    chosen.remove(swap.out);
    chosen.add(swap.into);
    holdings = holdingsOf(gains, chosen.members);
    fill(gains, rules, chosen, holdings);
  }
}

/** A set drawn by lot within the rules, to start an interchange from elsewhere. */
export function drawn(rules: Rules, random: RandomGenerator): number[] {
  const order = Array.from(rules.cost.keys());
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return [...chosenWithin(rules, order).members];
}

function holdingsOf({ rows, starts, row, gain }: Gains, members: readonly number[]): Holdings {
  const best = new Float64Array(rows);
  const second = new Float64Array(rows);
  const by = new Int32Array(rows).fill(-1);
  for (const j of members) {
    for (let k = starts[j]!; k < starts[j + 1]!; k++) {
      const i = row[k]!;
      if (gain[k]! > best[i]!) {
        second[i] = best[i]!;
        best[i] = gain[k]!;
        by[i] = j;
      } else if (gain[k]! > second[i]!) second[i] = gain[k]!;
    }
  }
  return { best, by, second };
}

function fill(gains: Gains, rules: Rules, chosen: Chosen, holdings: Holdings): void {
  const { candidates, starts, row, gain } = gains;
  const perCost = rules.budget !== Infinity;
  for (;;) {
    let most = 0;
    let next = -1;
    for (let j = 0; j < candidates; j++) {
      if (!chosen.fits(j)) continue;
      let adds = 0;
      for (let k = starts[j]!; k < starts[j + 1]!; k++) {
        const more = gain[k]! - holdings.best[row[k]!]!;
        if (more > 0) adds += more;
      }
      const cost = rules.cost[j]!;
      const rate = perCost && adds > 0 ? (cost > 0 ? adds / cost : Infinity) : adds;
      if (rate > most) {
        most = rate;
        next = j;
      }
    }
    if (next === -1) return;
    chosen.add(next);
    for (let k = starts[next]!; k < starts[next + 1]!; k++) {
      const i = row[k]!;
      if (gain[k]! > holdings.best[i]!) {
        holdings.second[i] = holdings.best[i]!;
        holdings.best[i] = gain[k]!;
        holdings.by[i] = next;
      } else if (gain[k]! > holdings.second[i]!) holdings.second[i] = gain[k]!;
    }
  }
}

function bestSwap(
  { candidates, rows, starts, row, gain }: Gains,
  chosen: Chosen,
  { best, by, second }: Holdings,
): { out: number; into: number } | null {
  const loss = new Float64Array(candidates);
  let value = 0;
  for (let i = 0; i < rows; i++) {
    value += best[i]!;
    if (by[i] !== -1) loss[by[i]!]! += best[i]! - second[i]!;
  }
  const caught = new Float64Array(candidates);
  let most = BETTER * value;
  let swap: { out: number; into: number } | null = null;
  for (let into = 0; into < candidates; into++) {
    if (chosen.has(into)) continue;
    let brings = 0;
    for (let k = starts[into]!; k < starts[into + 1]!; k++) {
      const i = row[k]!;
      const here = gain[k]!;
      if (here > best[i]!) brings += here - best[i]!;
      if (by[i] !== -1 && here > second[i]!) caught[by[i]!]! += Math.min(here, best[i]!) - second[i]!;
    }
    for (const out of chosen.members) {
      const profit = brings - loss[out]! + caught[out]!;
      caught[out] = 0;
      if (profit > most && chosen.fits(into, out)) {
        most = profit;
        swap = { out, into };
      }
    }
  }
  return swap;
}

function planOf(chosen: Chosen, { best }: Holdings): Plan {
  let value = 0;
  for (const each of best) value += each;
  return { members: [...chosen.members], value };
}
