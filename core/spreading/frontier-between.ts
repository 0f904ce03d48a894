import type { Aim } from './aims.ts';
import type { Found } from './frontier-point.ts';
import { canExchange, capacityOf, fillRooms, roomsOf } from './rooms.ts';
import type { SpreadProblem } from './types.ts';

/** Pairs of areas that one look for an exchange tries under quotas. */
const TRIED = 64;

/**
 * More plans between neighbours of a frontier, up to `most` in all, where these leave most between them: from the left
 * one the exchange of one dwelling that takes the second aim at least half of the way to the right one and raises the
 * first least. Such a plan need not be the best of its second aim; the line between its neighbours says how far it can
 * be off. O(n log n) each.
 */
export function exchangesBetween(
  problem: SpreadProblem,
  first: Aim,
  second: Aim,
  found: readonly Found[],
  most: number,
): Found[] {
  const plans = [...found];
  const done = new WeakSet<Found>();
  while (plans.length < most) {
    let at = -1;
    let widest = 0;
    for (let i = 0; i + 1 < plans.length; i++) {
      const [left, right] = [plans[i]!, plans[i + 1]!];
      const gap = done.has(left) ? 0 : (right.sums[0] - left.sums[0]) * (left.sums[1] - right.sums[1]);
      if (gap > widest) [at, widest] = [i, gap];
    }
    if (at === -1) break;
    const [left, right] = [plans[at]!, plans[at + 1]!];
    const halfway = (left.sums[1] + right.sums[1]) / 2;
    const between = exchanged(problem, first, second, left, halfway - left.sums[1]);
    if (between === null || between.sums[0] >= right.sums[0] || between.sums[1] <= right.sums[1]) {
      done.add(left);
      continue;
    }
    // Better in both than the left one it cannot be, as that is proven.
    plans.splice(at + 1, 0, between);
  }
  return plans;
}

type Change = { area: number; first: number; second: number };

/** The exchange that changes the second sum by at most `by` and raises the first one least; null where there is none. */
export function exchanged(
  problem: SpreadProblem,
  first: Aim,
  second: Aim,
  from: Found,
  by: number,
): Found | null {
  const { codes, group, total, dwellings, limits, quotas } = problem;
  const rooms = roomsOf(codes, dwellings, capacityOf(codes.length, limits), quotas);
  fillRooms(rooms, from.allocation);
  const outs: Change[] = [];
  const ins: Change[] = [];
  for (let area = 0; area < codes.length; area++) {
    const social = group[area]! + from.allocation[area]!;
    const other = total[area]! - group[area]!;
    if (from.allocation[area]! > 0)
      outs.push({
        area,
        first: -first.step(social - 1, other, area),
        second: -second.step(social - 1, other, area),
      });
    if (from.allocation[area]! < rooms.capacity[area]!)
      ins.push({ area, first: first.step(social, other, area), second: second.step(social, other, area) });
  }
  // With the dearest change of the second aim first, each that leaves has a growing number of those it can go to.
  outs.sort((one, other) => other.second - one.second);
  ins.sort((one, other) => one.second - other.second || one.first - other.first);
  const pairs: { out: Change; into: Change; first: number }[] = [];
  let open = 0;
  let cheapest: Change | null = null;
  for (const out of outs) {
    while (open < ins.length && out.second + ins[open]!.second <= by) {
      if (cheapest === null || ins[open]!.first < cheapest.first) cheapest = ins[open]!;
      open += 1;
    }
    if (cheapest !== null && cheapest.area !== out.area)
      pairs.push({ out, into: cheapest, first: out.first + cheapest.first });
  }
  pairs.sort((one, other) => one.first - other.first);
  const pair = pairs.slice(0, TRIED).find(({ out, into }) => canExchange(rooms, out.area, into.area));
  if (pair === undefined) return null;
  const allocation = from.allocation.slice();
  allocation[pair.out.area]! -= 1;
  allocation[pair.into.area]! += 1;
  return { allocation, sums: [first.sum(allocation), second.sum(allocation)] };
}
