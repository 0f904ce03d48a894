import { ProblemError } from '../problem.ts';
import { countsAfter, grow, sumsAfter } from './allocation.ts';
import { refuseConflict } from './conflict.ts';
import { objectiveTerms } from './objective-terms.ts';
import { GINI, LARGEST_SHARE, objectiveValue, separableObjective } from './objectives.ts';
import { capacityOf, emptyRooms, fillRooms, leastOf, type Room, roomsOf } from './rooms.ts';
import { bounded, spread } from './spread.ts';
import { MAX_DWELLINGS, type Spread, type SpreadProblem } from './types.ts';
import { waterLevel } from './water-level.ts';

/** A plan for the best number of dwellings in a range; `problem` asks for that number. */
export type RangedSpread = { problem: SpreadProblem; plan: Spread; dwellings: number };

/** Areas and dwellings that all plans together go through: some ten seconds. */
const WORK = 15_000_000;
/** How many times the work of a plan of a sum that of Gini, or of projects, is. */
const HARD = 100;
/** Areas times numbers in a range. */
const WIDEST = 400_000_000;
/** Fewest numbers that are tried. */
const FEWEST = 12;

/**
 * The number of dwellings from `problem.dwellings` to `most` with which the objective becomes smallest, and its plan;
 * among equals the most dwellings.
 * - A sum whose steps are the same for every total (square root index, H, isolation, Herfindahl, Atkinson): every number
 *   is tried, as the best plan for one more dwelling is that for one fewer and one more where it adds least (layers of an
 *   M-natural-convex function, Murota 2003). Proven. O((n + N) log n + numbers · n).
 * - The largest share: taking a dwelling away never raises it, so that it is lowest with the fewest; the most dwellings
 *   that keep it are found by halving. Proven.
 * - All others: every number is tried where that is little work, which is proven as far as its plans are. Else numbers
 *   evenly over the range and then around the best; the bound is that of the plan in fractions for the best number of
 *   all, which is found by thirds because its value is convex in 1 / social dwellings.
 * `work` bounds the areas and dwellings that all plans together go through.
 * Errors as `spread`; `conflict` where no number in the range has a plan.
 */
export function spreadInRange(
  problem: SpreadProblem,
  most: number,
  objective: string,
  work = WORK,
): RangedSpread {
  const [low, high] = possible(problem, most);
  const withPlan = (dwellings: number): RangedSpread => {
    const asked = { ...problem, dwellings };
    return { problem: asked, plan: spread(asked, objective), dwellings };
  };
  if (low === high) return withPlan(low);
  const separable = separableObjective(objective);
  const projects = (problem.minProject ?? 1) > 1;
  if (separable?.grows && !projects) return withPlan(bestGrown(problem, low, high, objective));
  if (separable === null && objectiveTerms(objective).sum[0]!.id === LARGEST_SHARE && !projects)
    return mostWithShare(withPlan, low, high);
  const hard = projects || objective === GINI;
  const tries = Math.max(FEWEST, Math.floor(work / ((hard ? HARD : 1) * (problem.codes.length + high))));
  return bestTried(problem, objective, { low, high, tries, withPlan });
}

/** The numbers in the range that limits and quotas let be placed. */
function possible(problem: SpreadProblem, most: number): [number, number] {
  const { codes, limits, quotas, dwellings } = problem;
  if (!Number.isInteger(most) || most < dwellings || most > MAX_DWELLINGS) {
    throw new ProblemError(
      'bad-parameter',
      `A range of ${dwellings} to ${most} dwellings cannot be; give a whole number from ${dwellings} to ${MAX_DWELLINGS}.`,
      { dwellings, most },
    );
  }
  const { rooms } = roomsOf(codes, most, capacityOf(codes.length, limits), quotas);
  const [root, ...parts] = rooms as [Room, ...Room[]];
  // What the minima ask for at least, and what fits at most.
  const [least, fits] = [Math.max(dwellings, root.taken), root.fits];
  const broken = parts.some(room => leastOf(room) > room.fits);
  if (broken || least > fits)
    refuseConflict({ ...problem, dwellings: fits < least && dwellings > fits ? dwellings : most });
  if ((fits - least) * codes.length > WIDEST) {
    throw new ProblemError(
      'too-large',
      `${fits - least} numbers of dwellings over ${codes.length} areas are too many to try; give a range of at most ${Math.floor(WIDEST / codes.length)}.`,
      { least, most: fits },
    );
  }
  return [least, fits];
}

/** The best number where a plan grows into that of one more dwelling. */
function bestGrown(problem: SpreadProblem, low: number, high: number, objective: string): number {
  const { codes, limits, quotas } = problem;
  const separable = separableObjective(objective)!;
  const after = sumsAfter({ ...problem, dwellings: high });
  const given = spread({ ...problem, dwellings: low }, objective).allocation;
  const rooms = roomsOf(codes, high, capacityOf(codes.length, limits), quotas);
  fillRooms(rooms, given);
  const valueNow = () => objectiveValue(objective, countsAfter(problem, given)) ?? Infinity;
  let dwellings = low;
  let best = low;
  let lowest = valueNow();
  grow(problem, given, {
    dwellings: high - low,
    rooms,
    step: separable.marginal(after),
    tie: separable.tie?.(after) ?? null,
    placed: () => {
      dwellings += 1;
      const value = valueNow();
      if (value <= lowest) [best, lowest] = [dwellings, value];
    },
  });
  return best;
}

function mostWithShare(
  withPlan: (dwellings: number) => RangedSpread,
  low: number,
  high: number,
): RangedSpread {
  let kept = withPlan(low);
  const lowest = kept.plan.after;
  let from = low;
  let to = high;
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    const tried = withPlan(middle);
    if (tried.plan.after <= lowest) [kept, from] = [tried, middle];
    else to = middle - 1;
  }
  return kept;
}

type Tries = { low: number; high: number; tries: number; withPlan: (dwellings: number) => RangedSpread };

function bestTried(
  problem: SpreadProblem,
  objective: string,
  { low, high, tries, withPlan }: Tries,
): RangedSpread {
  const tried = new Set<number>();
  let refused: ProblemError | null = null;
  let best: RangedSpread | null = null;
  let lowest = Infinity;
  const look = (dwellings: number): void => {
    if (tried.has(dwellings) || dwellings < low || dwellings > high) return;
    const found = withoutConflict(() => withPlan(dwellings));
    tried.add(dwellings);
    if ('conflict' in found) {
      refused = found.conflict;
      return;
    }
    lowest = Math.min(lowest, found.plan.bound);
    const better = best === null || found.plan.after < best.plan.after;
    if (better || (found.plan.after === best!.plan.after && dwellings > best!.dwellings)) best = found;
  };
  const numbers = high - low + 1;
  if (numbers <= tries) for (let dwellings = low; dwellings <= high; dwellings++) look(dwellings);
  else {
    const coarse = Math.ceil(tries / 2);
    for (let at = 0; at < coarse; at++) look(Math.round(low + (at * (high - low)) / (coarse - 1)));
    for (let step = Math.ceil((high - low) / coarse); tried.size < tries; step = Math.ceil(step / 2)) {
      const middle: number = best === null ? Math.floor((low + high) / 2) : (best as RangedSpread).dwellings;
      look(middle - step);
      look(middle + step);
      if (step === 1 && (best as RangedSpread | null)?.dwellings === middle) break;
    }
    lowest = Math.min(lowest, lowestInFractions(problem, objective, low, high));
  }
  if (best === null) throw refused!;
  const { plan, ...rest } = best as RangedSpread;
  return { ...rest, plan: { ...plan, ...bounded(plan.after, lowest) } };
}

/** Projects of a smallest size may add up to one number and not to another. */
function withoutConflict(find: () => RangedSpread): RangedSpread | { conflict: ProblemError } {
  try {
    return find();
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'conflict') return { conflict: error };
    throw error;
  }
}

/** No plan of any number in the range has a lower value; 0 where that is not known. */
function lowestInFractions(problem: SpreadProblem, objective: string, low: number, high: number): number {
  // The plan in fractions is the best one by every sum Σ y φ(x/y), which Herfindahl is not.
  if (objectiveTerms(objective).sum.some(({ id }) => id === 'herfindahl')) return 0;
  const known = new Map<number, number>();
  const value = (dwellings: number): number => {
    const asked = { ...problem, dwellings };
    const found =
      known.get(dwellings) ??
      objectiveValue(objective, countsAfter(problem, waterLevel(asked, emptyRooms(asked)))) ??
      0;
    known.set(dwellings, found);
    return found;
  };
  let [from, to] = [low, high];
  while (to - from > 2) {
    const third = Math.floor((to - from) / 3);
    if (value(from + third) <= value(to - third)) to -= third;
    else from += third;
  }
  let lowest = Infinity;
  for (let dwellings = from; dwellings <= to; dwellings++) lowest = Math.min(lowest, value(dwellings));
  return lowest;
}
