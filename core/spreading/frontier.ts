import { ProblemError } from '../problem.ts';
import type { Aim } from './aims.ts';
import { allocate, type Step } from './allocation.ts';
import { refuseConflict } from './conflict.ts';
import { emptyRooms } from './rooms.ts';
import type { Allocation, SpreadProblem } from './types.ts';

/** A plan of which neither aim can be lowered without raising the other. */
export type FrontierPoint = { allocation: Allocation; values: [first: number, second: number] };

export type Frontier = {
  /** From the lowest first aim to the lowest second one. */
  points: FrontierPoint[];
  /** Whether no plan lies below the line between any two neighbours: nothing more is to be had by weighing both aims. */
  complete: boolean;
};

/** A point with the sums that the search compares. */
type Found = FrontierPoint & { sums: [number, number] };

/** Two plans closer than this to the line between their neighbours, in parts of the range, are told apart by rounding alone. */
const ROUNDING = 1e-10;

/**
 * Plans between two aims, none of which another plan betters in both: first the best plan by each aim, ties decided by
 * the other one; then, where two neighbours leave most between them, the plan farthest below the line through both,
 * which is a whole optimum of a weighted sum (Aneja & Nair 1979). At most `most` plans. O(most · allocation).
 * Plans above such a line that nothing betters are left out: no weighing of the aims chooses them.
 * @throws ProblemError as `spread` for constraints that no plan meets; `bad-parameter` for fewer than two plans, and for a
 * smallest project.
 */
export function frontierOf(problem: SpreadProblem, first: Aim, second: Aim, most: number): Frontier {
  if (!Number.isInteger(most) || most < 2 || most > 200) {
    throw new ProblemError('bad-parameter', `A frontier of ${most} plans cannot be; give 2 to 200.`, {
      most,
    });
  }
  if ((problem.minProject ?? 1) > 1) {
    throw new ProblemError(
      'bad-parameter',
      'A frontier cannot be had of projects of a smallest size yet; leave that out.',
      {
        minProject: problem.minProject,
      },
    );
  }
  refuseConflict(problem);
  const best = (step: Step, tie: Step | null): Found => {
    const allocation = allocate(problem, problem.dwellings, emptyRooms(problem), step, tie);
    return {
      allocation,
      values: [first.value(allocation), second.value(allocation)],
      sums: [first.sum(allocation), second.sum(allocation)],
    };
  };
  const from = best(first.step, second.step);
  const to = best(second.step, first.step);
  const range = [to.sums[0] - from.sums[0], from.sums[1] - to.sums[1]] as const;
  if (!(range[0] > 0 && range[1] > 0)) return { points: [pointOf(from)], complete: true };

  const gapOf = (left: Found, right: Found) =>
    ((right.sums[0] - left.sums[0]) / range[0]) * ((left.sums[1] - right.sums[1]) / range[1]);
  const points = [from, to];
  const settled = new WeakSet<Found>();
  while (points.length < most) {
    const at = widest(points, settled, gapOf);
    if (at === null) break;
    const [left, right] = [points[at]!, points[at + 1]!];
    const [weightFirst, weightSecond] = [left.sums[1] - right.sums[1], right.sums[0] - left.sums[0]];
    const weighed: Step = (social, other, area) =>
      weightFirst * first.step(social, other, area) + weightSecond * second.step(social, other, area);
    const between = best(weighed, null);
    const height = ({ sums }: Found) => weightFirst * sums[0] + weightSecond * sums[1];
    const below = height(left) - height(between);
    if (below > ROUNDING * weightFirst * weightSecond) points.splice(at + 1, 0, between);
    else settled.add(left);
  }
  const complete = points.slice(0, -1).every(point => settled.has(point));
  return { points: points.map(pointOf), complete };
}

const pointOf = ({ allocation, values }: Found): FrontierPoint => ({ allocation, values });

/** The place of the pair of neighbours that leaves most between them and is not settled; null where all are. */
function widest(
  points: readonly Found[],
  settled: WeakSet<Found>,
  gapOf: (left: Found, right: Found) => number,
): number | null {
  let at: number | null = null;
  let most = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    const gap = settled.has(points[i]!) ? 0 : gapOf(points[i]!, points[i + 1]!);
    if (gap > most) [at, most] = [i, gap];
  }
  return at;
}
