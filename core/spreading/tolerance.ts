import { type Aim, indexAim } from './aims.ts';
import { allocate, countsAfter, type Step } from './allocation.ts';
import { refuseConflict } from './conflict.ts';
import { exchanged } from './frontier-between.ts';
import type { Found } from './frontier-point.ts';
import { spreadLargestShare } from './largest-share.ts';
import { maxShareLimit } from './limits.ts';
import { objectiveTerms } from './objective-terms.ts';
import { LARGEST_SHARE, objectiveValue } from './objectives.ts';
import { paretoPlans } from './pareto-plans.ts';
import { canExchange, emptyRooms, fillRooms, place, take } from './rooms.ts';
import { bounded, checkProblem, onlyOneNumber, withoutValue } from './spread.ts';
import type { Allocation, Spread, SpreadProblem } from './types.ts';

/** Two values closer than this, in parts of them, are told apart by rounding alone. */
const ROUNDING = 1e-12;
/** Labels that the search for every plan may make: some tenths of a second. */
const LABELS = 500_000;
/** Weighings of both; each halves what is left as a rule. */
const WEIGHINGS = 60;
/** Areas that all looks for one more exchange may go through. */
const EXCHANGE_WORK = 1_000_000;

/**
 * Makes the second of two objectives in order as small as it can be, while the first lies at most so far above the lowest
 * it can be (`dissimilarity~2%,isolation`): a hierarchical objective, solved as an epsilon-constraint (Haimes et al. 1971).
 * - The first is the largest share: that is a limit on each area, and the whole optimum is exact.
 * - Little work: the best of every plan that none betters in both (`paretoPlans`), exact.
 * - Else the weighing of both between whose two best plans the limit lies is found; from the one that keeps to it, dwellings
 *   go towards the other as long as it is kept, and then by single exchanges. The line through both plans is the bound
 *   (the Lagrangian dual).
 * @throws ProblemError as `spread`; `bad-parameter` for a smallest project, or a first objective that is no sum over areas.
 */
export function spreadTolerating(problem: SpreadProblem, objective: string, labels = LABELS): Spread {
  const { then, tolerance } = objectiveTerms(objective);
  const firstId = objective.slice(0, objective.indexOf('~')).trim();
  checkProblem(problem);
  if ((problem.minProject ?? 1) > 1) throw onlyOneNumber(objective);
  refuseConflict(problem);
  const before = objectiveValue(then!, problem);
  const second = indexAim(problem, then!);
  const answer = (allocation: Allocation, lowest: number, below?: number): Spread => {
    const after = second.value(allocation);
    if (Number.isNaN(after)) throw withoutValue(then!);
    const first = objectiveValue(firstId, countsAfter(problem, allocation))!;
    const within = { objective: firstId, lowest, most: lowest * (1 + tolerance!), after: first };
    return { objective, before, after, ...bounded(after, below ?? after), within, allocation };
  };
  if (firstId === LARGEST_SHARE) {
    const lowest = objectiveValue(firstId, countsAfter(problem, spreadLargestShare(problem)))!;
    const most = Math.min(1, lowest * (1 + tolerance!));
    const limited = { ...problem, limits: [...problem.limits, maxShareLimit(problem, most)] };
    return answer(allocate(problem, problem.dwellings, emptyRooms(limited), second.step), lowest);
  }
  const first = indexAim(problem, firstId);
  const best = allocated(problem, first, second, first.step, second.step);
  const lowest = first.value(best.allocation);
  if (Number.isNaN(lowest)) throw withoutValue(firstId);
  const most = lowest * (1 + tolerance!);
  const keeps: Keeps = ({ allocation }) => first.value(allocation) <= most * (1 + ROUNDING) + Number.EPSILON;
  const every = paretoPlans(problem, first, second, labels);
  if (every !== null && every.length > 0) return answer(every.findLast(keeps)!.allocation, lowest);
  const free = allocated(problem, first, second, second.step, first.step);
  if (keeps(free)) return answer(free.allocation, lowest);
  const [left, right] = around(problem, first, second, [best, free], keeps);
  const limit = sumAt(first, best, most);
  const slope = (right.sums[1] - left.sums[1]) / (right.sums[0] - left.sums[0]);
  const lowestSum = Math.min(left.sums[1], left.sums[1] + slope * (limit - left.sums[0]));
  const plan = closer(problem, first, second, { left, right, limit, keeps });
  const above = Math.max(0, plan.sums[1] - lowestSum);
  return answer(plan.allocation, lowest, second.lowered(second.value(plan.allocation), above));
}

function allocated(problem: SpreadProblem, first: Aim, second: Aim, step: Step, tie: Step | null): Found {
  const allocation = allocate(problem, problem.dwellings, emptyRooms(problem), step, tie);
  return { allocation, sums: [first.sum(allocation), second.sum(allocation)] };
}

type Keeps = (plan: Pick<Found, 'allocation'>) => boolean;

/** Two plans, each best by the same weighing of both, of which the first keeps to the limit and the second does not. */
function around(
  problem: SpreadProblem,
  first: Aim,
  second: Aim,
  [from, to]: [Found, Found],
  keeps: Keeps,
): [Found, Found] {
  let [left, right] = [from, to];
  for (let weighing = 0; weighing < WEIGHINGS; weighing++) {
    const weights = [left.sums[1] - right.sums[1], right.sums[0] - left.sums[0]] as const;
    const step: Step = (social, other, area) =>
      weights[0] * first.step(social, other, area) + weights[1] * second.step(social, other, area);
    const between = allocated(problem, first, second, step, null);
    const height = ({ sums }: Found) => weights[0] * sums[0] + weights[1] * sums[1];
    if (height(left) - height(between) <= 1e-10 * weights[0] * weights[1]) break;
    if (keeps(between)) left = between;
    else right = between;
  }
  return [left, right];
}

/** The sum at which the first has a value, from a plan with a lower one. */
function sumAt(first: Aim, best: Found, value: number): number {
  const from = first.value(best.allocation);
  let [low, high] = [0, Math.max(1, Math.abs(best.sums[0])) * 1e-6];
  while (first.lowered(from, -high) < value) high *= 2;
  for (let halving = 0; halving < 80; halving++) {
    const middle = (low + high) / 2;
    if (first.lowered(from, -middle) < value) low = middle;
    else high = middle;
  }
  // The upper end: the bound lies there or below.
  return best.sums[0] + high;
}

/** From a plan that keeps to the limit, dwellings towards one that does not, and then single exchanges, as long as it is kept. */
function closer(
  problem: SpreadProblem,
  first: Aim,
  second: Aim,
  { left, right, limit, keeps }: { left: Found; right: Found; limit: number; keeps: Keeps },
): Found {
  let plan = towards(problem, first, second, left, right, limit);
  if (!keeps(plan)) plan = left;
  const looks = Math.max(8, Math.floor(EXCHANGE_WORK / problem.codes.length));
  for (let look = 0; look < looks; look++) {
    const next = exchanged(problem, second, first, plan, limit - plan.sums[0]);
    if (next === null) break;
    const sums: Found['sums'] = [next.sums[1], next.sums[0]];
    if (!(sums[1] < plan.sums[1]) || !keeps(next)) break;
    plan = { allocation: next.allocation, sums };
  }
  return plan;
}

function towards(
  problem: SpreadProblem,
  first: Aim,
  second: Aim,
  left: Found,
  right: Found,
  limit: number,
): Found {
  const { group, total } = problem;
  const allocation = left.allocation.slice();
  const rooms = emptyRooms(problem);
  fillRooms(rooms, allocation);
  const outs: number[] = [];
  const ins: number[] = [];
  allocation.forEach((given, area) => {
    const change = right.allocation[area]! - given;
    for (let dwelling = 0; dwelling < Math.abs(change); dwelling++) (change < 0 ? outs : ins).push(area);
  });
  let sum = left.sums[0];
  /** What an aim changes by with one dwelling out of an area and into another. */
  const change = ({ step }: Aim, out: number, into: number): number => {
    const at = (area: number, more: number) =>
      step(group[area]! + allocation[area]! + more, total[area]! - group[area]!, area);
    return at(into, 0) - at(out, -1);
  };
  for (const out of outs) {
    const nth = ins.findIndex(into => canExchange(rooms, out, into));
    if (nth === -1) continue;
    const into = ins[nth]!;
    const by = change(first, out, into);
    if (sum + by > limit || change(second, out, into) >= 0) continue;
    sum += by;
    ins[nth] = ins.at(-1)!;
    ins.pop();
    take(rooms, out);
    place(rooms, into);
    allocation[out]! -= 1;
    allocation[into]! += 1;
  }
  return { allocation, sums: [first.sum(allocation), second.sum(allocation)] };
}
