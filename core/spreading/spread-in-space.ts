import { allocate, countsAfter, sumsAfter } from './allocation.ts';
import { DEFAULT_OBJECTIVE } from './objectives.ts';
import { canExchange, emptyRooms, place, type Rooms, take } from './rooms.ts';
import { type Smoothing, smoothedDissimilarity, smoothedGaps } from './smoothed-dissimilarity.ts';
import { bounded, filledRooms, onlyOneNumber, spread, withoutValue } from './spread.ts';
import type { Allocation, Spread, SpreadProblem } from './types.ts';

/** Areas that all exchanges together may look at: some ten seconds. */
const WORK = 200_000_000;
/** Areas and dwellings that all steps to the bound together go through: some seconds. */
const BOUND_WORK = 8_000_000;
/** Steps to the bound, where there is that much work. */
const MOST_STEPS = 300;
/** Areas on each side that are tried in exchange where quotas keep the best pair apart. */
const NEAR = 12;

/**
 * Lowers the smoothed dissimilarity of a plan, as a second stage: from the exact plans for the square root index and for
 * dissimilarity, whichever is lower, by exchanges of one dwelling between two areas until none found lowers it. Without quotas none does
 * then, unless the work ended it. The bound: |g| is the largest of s g with s from −1 to 1, so that for any such s by area
 * the plan with the lowest Σ s g, which is linear and therefore exact by marginal allocation, lies at or below every whole
 * plan; s is improved by subgradient steps (Held, Wolfe & Crowder 1974) towards the linear relaxation's own value.
 * Errors as `spread`; `bad-parameter` for a smallest project.
 */
export function spreadInSpace(problem: SpreadProblem, objective: string, smoothing: Smoothing): Spread {
  if ((problem.minProject ?? 1) > 1) throw onlyOneNumber(objective);
  const value = (given: Allocation) => smoothedDissimilarity(countsAfter(problem, given), smoothing);
  const starts = [DEFAULT_OBJECTIVE, 'dissimilarity'].map(id => spread(problem, id).allocation);
  const given = starts.reduce((best, plan) =>
    (value(plan) ?? Infinity) < (value(best) ?? Infinity) ? plan : best,
  );
  exchangeInSpace(problem, given, smoothing, filledRooms(problem, given));
  const after = value(given);
  if (after === null) throw withoutValue(objective);
  const before = smoothedDissimilarity(problem, smoothing);
  const below = boundInSpace(problem, smoothing, given, after);
  return { objective, before, after, ...bounded(after, below), allocation: given };
}

type Change = { area: number; by: number };

function exchangeInSpace(
  problem: SpreadProblem,
  given: Allocation,
  smoothing: Smoothing,
  rooms: Rooms,
): void {
  const size = given.length;
  const social = sumsAfter(problem).group;
  const gaps = smoothedGaps(countsAfter(problem, given), smoothing);
  if (gaps === null) return;
  const { starts, to, part } = smoothing;
  const from = reversed(smoothing);
  /** What Σ|g| changes by with `step` more dwellings in an area. */
  const changeOf = (area: number, step: number): number => {
    let by = 0;
    for (let e = starts[area]!; e < starts[area + 1]!; e++) {
      const gap = gaps[to[e]!]!;
      by += Math.abs(gap + (step * part[e]!) / social) - Math.abs(gap);
    }
    return by;
  };
  const add = (area: number, step: number): void => {
    for (let e = starts[area]!; e < starts[area + 1]!; e++) gaps[to[e]!]! += (step * part[e]!) / social;
  };
  /** Of both together, where they have neighbours in common. */
  const changeOfBoth = (out: number, into: number): number => {
    const first = changeOf(out, -1);
    add(out, -1);
    const second = changeOf(into, 1);
    add(out, 1);
    return first + second;
  };
  const less = Float64Array.from(given.keys(), area => changeOf(area, -1));
  const more = Float64Array.from(given.keys(), area => changeOf(area, 1));
  const enough = -1e-12;
  const carryOut = (out: number, into: number): void => {
    given[out]! -= 1;
    given[into]! += 1;
    take(rooms, out);
    place(rooms, into);
    add(out, -1);
    add(into, 1);
    for (const changed of [out, into]) {
      for (let e = starts[changed]!; e < starts[changed + 1]!; e++) {
        for (const area of from[to[e]!]!) {
          less[area] = changeOf(area, -1);
          more[area] = changeOf(area, 1);
        }
      }
    }
  };
  let work = WORK;
  for (;;) {
    work -= size;
    if (work < 0) return;
    const apart = bestApart(given, rooms, less, more);
    if (apart !== null && changeOfBoth(apart.out, apart.into) < enough) {
      carryOut(apart.out, apart.into);
      continue;
    }
    // Areas with neighbours in common do more together than each alone, so these pairs are looked at by themselves.
    let found: { out: number; into: number } | null = null;
    for (let out = 0; out < size && found === null; out++) {
      if (given[out] === 0) continue;
      for (let e = starts[out]!; e < starts[out + 1]! && found === null; e++) {
        for (const into of from[to[e]!]!) {
          work -= 4;
          if (into === out || given[into]! >= rooms.capacity[into]!) continue;
          if (changeOfBoth(out, into) >= enough || !canExchange(rooms, out, into)) continue;
          found = { out, into };
          break;
        }
      }
    }
    if (found === null) return;
    carryOut(found.out, found.into);
  }
}

/** The exchange that lowers most where two areas have no neighbour in common; null where none would. */
function bestApart(
  given: Allocation,
  rooms: Rooms,
  less: Float64Array,
  more: Float64Array,
): { out: number; into: number } | null {
  const outs = lowest(less, area => given[area]! > 0);
  const ins = lowest(more, area => given[area]! < rooms.capacity[area]!);
  const pairs = outs.flatMap(out =>
    ins.map(into => ({ out: out.area, into: into.area, by: out.by + into.by })),
  );
  pairs.sort((one, other) => one.by - other.by);
  return (
    pairs.find(({ out, into, by }) => by < -1e-12 && out !== into && canExchange(rooms, out, into)) ?? null
  );
}

/** The few areas with the lowest change, lowest first. */
function lowest(changes: Float64Array, open: (area: number) => boolean): Change[] {
  const few: Change[] = [];
  for (let area = 0; area < changes.length; area++) {
    const by = changes[area]!;
    if (few.length === NEAR && by >= few[NEAR - 1]!.by) continue;
    if (!open(area)) continue;
    let at = few.length;
    while (at > 0 && few[at - 1]!.by > by) at -= 1;
    few.splice(at, 0, { area, by });
    if (few.length > NEAR) few.pop();
  }
  return few;
}

/** The areas whose dwellings count in each area. */
function reversed({ starts, to }: Smoothing): number[][] {
  const from: number[][] = Array.from({ length: starts.length - 1 }, () => []);
  for (let area = 0; area + 1 < starts.length; area++)
    for (let e = starts[area]!; e < starts[area + 1]!; e++) from[to[e]!]!.push(area);
  return from;
}

/** The best bound that the steps come to. */
function boundInSpace(
  problem: SpreadProblem,
  smoothing: Smoothing,
  given: Allocation,
  after: number,
): number {
  const { starts, to, part } = smoothing;
  const steps = Math.min(
    MOST_STEPS,
    Math.max(8, Math.floor(BOUND_WORK / (problem.codes.length + problem.dwellings))),
  );
  let gaps = smoothedGaps(countsAfter(problem, given), smoothing)!;
  const signs = gaps.map(Math.sign);
  let best = 0;
  let reach = 1;
  let since = 0;
  for (let step = 0; step < steps && best < after * (1 - 1e-9); step++) {
    const cost = new Float64Array(signs.length);
    for (let area = 0; area < cost.length; area++)
      for (let e = starts[area]!; e < starts[area + 1]!; e++) cost[area]! += part[e]! * signs[to[e]!]!;
    const plan = allocate(
      problem,
      problem.dwellings,
      emptyRooms(problem),
      (_social, _other, area) => cost[area]!,
    );
    gaps = smoothedGaps(countsAfter(problem, plan), smoothing)!;
    let bound = 0;
    let squares = 0;
    for (let area = 0; area < signs.length; area++) {
      bound += (signs[area]! * gaps[area]!) / 2;
      squares += gaps[area]! ** 2;
    }
    since = bound > best ? 0 : since + 1;
    best = Math.max(best, bound);
    // Polyak's step towards the value that was found, shorter where nothing comes of it.
    if (since >= 10) [reach, since] = [reach / 2, 0];
    if (squares === 0) break;
    const length = (reach * 2 * (after - bound)) / squares;
    for (let area = 0; area < signs.length; area++)
      signs[area] = Math.max(-1, Math.min(1, signs[area]! + length * gaps[area]!));
  }
  return best;
}
