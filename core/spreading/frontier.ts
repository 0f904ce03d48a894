import { ProblemError } from '../problem.ts';
import type { Aim } from './aims.ts';
import { allocate } from './allocation.ts';
import { refuseConflict } from './conflict.ts';
import { exchangesBetween } from './frontier-between.ts';
import type { Found, FrontierPoint } from './frontier-point.ts';
import { minimumProjectLimit, type Steps, spreadInProjects } from './minimum-project.ts';
import { paretoPlans } from './pareto-plans.ts';
import { emptyRooms } from './rooms.ts';
import type { SpreadProblem } from './types.ts';

export type Frontier = {
  /** From the lowest first aim to the lowest second one. */
  points: FrontierPoint[];
  /**
   * Every plan that no other betters in both is among the points (`all`); or no plan lies below the line between any two
   * neighbours (`lines`); or there is more to be had by weighing both aims (`part`).
   */
  extent: 'all' | 'lines' | 'part';
};

/** With these weights no plan has a lower weighted sum. */
type Bound = { weights: readonly [number, number]; lowest: number };

/** Two plans closer than this to the line between their neighbours, in parts of the range, are told apart by rounding alone. */
const ROUNDING = 1e-10;
/** Labels that the search for every plan may make: some tenths of a second. */
const LABELS = 500_000;
/** Area-dwellings that the tries of one plan in projects may go through. */
const PROJECT_WORK = 150_000;

/**
 * Plans between two aims, at most `most`:
 * - where that is little work, every plan that none betters in both (`paretoPlans`); of more than `most` those
 *   that have the lowest first aim with the second at most at even steps (epsilon-constraint, Haimes et al. 1971);
 * - else the best plan by each aim, ties decided by the other one, and then, where two neighbours leave most between them,
 *   the plan farthest below the line through both, which is a whole optimum of a weighted sum (Aneja & Nair 1979). Where
 *   none is left, plans between two neighbours by one exchange, with their gap above the line, below which nothing lies.
 * - Of projects of a smallest size a weighted sum has a bound (`spreadInProjects`), and every point a gap by the
 *   highest of the bounds of all weighings (Lagrangian dual of the epsilon-constraint).
 * O(most · allocation).
 * @throws ProblemError as `spread` for constraints that no plan meets; `bad-parameter` for fewer than two plans.
 */
export function frontierOf(
  asked: SpreadProblem,
  first: Aim,
  second: Aim,
  most: number,
  labels = LABELS,
): Frontier {
  if (!Number.isInteger(most) || most < 2 || most > 200) {
    throw new ProblemError('bad-parameter', `A frontier of ${most} plans cannot be; give 2 to 200.`, {
      most,
    });
  }
  const least = asked.minProject ?? 1;
  const problem =
    least === 1
      ? asked
      : { ...asked, limits: [...asked.limits, minimumProjectLimit(asked.codes.length, asked.limits, least)] };
  refuseConflict(problem);
  const every = paretoPlans(problem, first, second, labels);
  if (every !== null && every.length > 0) {
    const points = spreadOut(every, most);
    return { points, extent: points.length === every.length ? 'all' : 'lines' };
  }
  const { found, bounds, settled } = weighed(problem, first, second, most);
  const complete = settled && least === 1;
  const plans = complete ? exchangesBetween(problem, first, second, found, most) : found;
  const range = plans.at(-1)!.sums[0] - plans[0]!.sums[0];
  // Ties of the best plan by the second aim are decided by the first, so that it is proven where that is.
  const last = least === 1 ? found.at(-1)! : null;
  const points = plans.map((plan): FrontierPoint => {
    const value = first.value(plan.allocation);
    const lowest = Math.max(
      ...bounds.map(({ weights, lowest: sum }) => (sum - weights[1] * plan.sums[1]) / weights[0]),
    );
    const above = Math.max(0, plan.sums[0] - lowest);
    const proven = plan === last || above <= ROUNDING * Math.max(range, Math.abs(plan.sums[0]) * 1e-3);
    const gap =
      proven || value === 0 ? 0 : Math.max(0, (value - Math.max(0, first.lowered(value, above))) / value);
    const values: FrontierPoint['values'] = [value, second.value(plan.allocation)];
    return { allocation: plan.allocation, values, gap, proof: proven ? 'supported' : 'bounded' };
  });
  return { points, extent: complete ? 'lines' : 'part' };
}

/** Of every plan those with the lowest first aim under even steps of the second one, both ends among them. */
function spreadOut(every: readonly FrontierPoint[], most: number): FrontierPoint[] {
  if (every.length <= most) return [...every];
  const [high, low] = [every[0]!.values[1], every.at(-1)!.values[1]];
  const chosen = new Set([0, every.length - 1]);
  for (let step = 1; step < most - 1; step++) {
    const atMost = high - ((high - low) * step) / (most - 1);
    chosen.add(every.findIndex(({ values }) => values[1] <= atMost + 1e-12 * Math.abs(high)));
  }
  return [...chosen].sort((one, other) => one - other).flatMap(at => every[at] ?? []);
}

function weighed(problem: SpreadProblem, first: Aim, second: Aim, most: number) {
  const least = problem.minProject ?? 1;
  const bounds: Bound[] = [];
  const best = (weights: readonly [number, number], steps: Steps): Found => {
    const { allocation, above } =
      least > 1
        ? spreadInProjects(problem, steps, least, PROJECT_WORK)
        : {
            allocation: allocate(problem, problem.dwellings, emptyRooms(problem), steps.step, steps.tie),
            above: 0,
          };
    const sums: Found['sums'] = [first.sum(allocation), second.sum(allocation)];
    if (weights[0] > 0) bounds.push({ weights, lowest: weights[0] * sums[0] + weights[1] * sums[1] - above });
    return { allocation, sums };
  };
  const from = best([1, 0], { step: first.step, tie: second.step });
  const to = best([0, 1], { step: second.step, tie: first.step });
  const range = [to.sums[0] - from.sums[0], from.sums[1] - to.sums[1]] as const;
  // Equal steps of the first aim may differ by rounding, and then the tie was not looked at.
  const rounding = 1e-12 * Math.max(Math.abs(from.sums[0]), Math.abs(to.sums[0]));
  if (!(range[0] > rounding && range[1] > 0))
    return { found: [range[1] > 0 ? to : from], bounds, settled: true };

  const gapOf = (left: Found, right: Found) =>
    ((right.sums[0] - left.sums[0]) / range[0]) * ((left.sums[1] - right.sums[1]) / range[1]);
  const found = [from, to];
  const settled = new WeakSet<Found>();
  while (found.length < most) {
    const at = widest(found, settled, gapOf);
    if (at === null) break;
    const [left, right] = [found[at]!, found[at + 1]!];
    const weights = [left.sums[1] - right.sums[1], right.sums[0] - left.sums[0]] as const;
    const between = best(weights, {
      step: (social, other, area) =>
        weights[0] * first.step(social, other, area) + weights[1] * second.step(social, other, area),
      tie: null,
    });
    const height = ({ sums }: Found) => weights[0] * sums[0] + weights[1] * sums[1];
    const inside = between.sums[0] < right.sums[0] && between.sums[1] < left.sums[1];
    if (inside && height(left) - height(between) > ROUNDING * weights[0] * weights[1])
      found.splice(at + 1, 0, between);
    else settled.add(left);
  }
  return { found, bounds, settled: found.slice(0, -1).every(plan => settled.has(plan)) };
}

/** The place of the pair of neighbours that leaves most between them and is not settled; null where all are. */
function widest(
  found: readonly Found[],
  settled: WeakSet<Found>,
  gapOf: (left: Found, right: Found) => number,
): number | null {
  let at: number | null = null;
  let most = 0;
  for (let i = 0; i + 1 < found.length; i++) {
    const gap = settled.has(found[i]!) ? 0 : gapOf(found[i]!, found[i + 1]!);
    if (gap > most) [at, most] = [i, gap];
  }
  return at;
}
