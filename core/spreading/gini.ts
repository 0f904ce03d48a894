import type { Counts } from '../concentration/types.ts';
import { countsAfter } from './allocation.ts';
import { fullRoom, place, type Rooms, take } from './rooms.ts';
import type { Allocation, SpreadProblem } from './types.ts';

/** Areas that all exchanges together may go through before the search ends with the bound it has: some fifteen seconds. */
const WORK = 10_000_000;

/**
 * Lowers the Gini coefficient of a plan by exchanges of one dwelling between two areas, the best first, until none
 * lowers it. The coefficient is Σᵢⱼ |xᵢ yⱼ − xⱼ yᵢ| / 2XY, whose denominator is the same for every plan; what an area
 * adds is had from the sorted ratios x/y, and what two areas change together can only make an exchange worse, so that
 * most pairs need no look. `rooms` hold the plan. O(n log n) for each exchange that is made.
 * @returns whether the search ended by itself: then no single exchange lowers the coefficient.
 */
export function exchangeForGini(problem: SpreadProblem, given: Allocation, rooms: Rooms): { ended: boolean } {
  const most = Math.ceil(WORK / given.length);
  for (let exchanges = 0; exchanges < most; exchanges++) {
    const best = bestExchange(countsAfter(problem, given), given, rooms);
    if (best === null) return { ended: true };
    given[best.from]! -= 1;
    given[best.to]! += 1;
    take(rooms, best.from);
    place(rooms, best.to);
  }
  return { ended: false };
}

type Step = { area: number; change: number };

/** The exchange that lowers Σ|xᵢ yⱼ − xⱼ yᵢ| most, or null where none does. */
function bestExchange(counts: Counts, given: Allocation, rooms: Rooms): { from: number; to: number } | null {
  const ranked = rankedAreas(counts);
  const { social, other } = ranked;
  const less: Step[] = [];
  const more: Step[] = [];
  for (let area = 0; area < given.length; area++) {
    const now = apartFrom(ranked, area, social[area]!);
    if (given[area]! > 0) less.push({ area, change: apartFrom(ranked, area, social[area]! - 1) - now });
    if (given[area]! < rooms.capacity[area]!)
      more.push({ area, change: apartFrom(ranked, area, social[area]! + 1) - now });
  }
  const byChange = (one: Step, another: Step) => one.change - another.change || one.area - another.area;
  less.sort(byChange);
  more.sort(byChange);
  let best: { from: number; to: number; change: number } | null = null;
  const enough = -1e-9 * Math.max(1, ranked.scale);
  for (const from of less) {
    for (const to of more) {
      const apart = from.change + to.change;
      if (apart >= (best?.change ?? enough)) break;
      if (from.area === to.area || !fits(rooms, from.area, to.area)) continue;
      const change = apart + together(social, other, from.area, to.area);
      if (change < (best?.change ?? enough)) best = { from: from.area, to: to.area, change };
    }
  }
  return best;
}

/** What the pair itself changes by beyond what each of both does alone; never below 0. */
function together(social: Float64Array, other: Float64Array, from: number, to: number): number {
  const gap = social[from]! * other[to]! - social[to]! * other[from]!;
  const [less, more] = [other[to]!, other[from]!];
  return Math.abs(gap - less - more) - Math.abs(gap - less) - Math.abs(gap - more) + Math.abs(gap);
}

/** Whether one dwelling may go from one area to another. */
function fits(rooms: Rooms, from: number, to: number): boolean {
  take(rooms, from);
  const fit = fullRoom(rooms, to) === null;
  place(rooms, from);
  return fit;
}

type Ranked = {
  social: Float64Array;
  other: Float64Array;
  /** Ratios x/y from small to large, and the sums of x and y over those before each place. */
  ratios: Float64Array;
  socialBefore: Float64Array;
  otherBefore: Float64Array;
  scale: number;
};

function rankedAreas({ group, total }: Counts): Ranked {
  const other = total.map((t, i) => t - group[i]!);
  const ratio = group.map((x, i) => (other[i] === 0 ? (x === 0 ? 0 : Infinity) : x / other[i]!));
  const order = Uint32Array.from(ratio.keys()).sort((i, j) => compared(ratio[i]!, ratio[j]!) || i - j);
  const ratios = new Float64Array(order.length);
  const socialBefore = new Float64Array(order.length + 1);
  const otherBefore = new Float64Array(order.length + 1);
  order.forEach((area, at) => {
    ratios[at] = ratio[area]!;
    socialBefore[at + 1] = socialBefore[at]! + group[area]!;
    otherBefore[at + 1] = otherBefore[at]! + other[area]!;
  });
  const scale = Math.max(...[socialBefore.at(-1)!, otherBefore.at(-1)!]);
  return { social: group, other, ratios, socialBefore, otherBefore, scale };
}

const compared = (one: number, other: number) => (one < other ? -1 : one > other ? 1 : 0);

/** Σⱼ |x yⱼ − xⱼ y| over the other areas j, where this area has `x` social dwellings. O(log n). */
function apartFrom(ranked: Ranked, area: number, x: number): number {
  const { social, other, ratios, socialBefore, otherBefore } = ranked;
  const y = other[area]!;
  const below = placeOf(ratios, y === 0 ? (x === 0 ? 0 : Infinity) : x / y);
  const lowX = socialBefore[below]!;
  const lowY = otherBefore[below]!;
  const apart = x * (2 * lowY - otherBefore.at(-1)!) - y * (2 * lowX - socialBefore.at(-1)!);
  // The area stands in the sums itself, as it is now.
  return apart - Math.abs(x * y - social[area]! * y);
}

/** How many of the sorted numbers lie below a value. */
function placeOf(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
