import type { Counts } from '../concentration/types.ts';
import { ProblemError } from '../problem.ts';
import { countsAfter, grow, type Step } from './allocation.ts';
import { objectiveValue, separableObjective } from './objectives.ts';
import { capacityOf, roomsOf } from './rooms.ts';
import { bounded, checkProblem, withoutValue } from './spread.ts';
import type { Allocation, Limit, Spread, SpreadProblem } from './types.ts';

/** Rounding of the sum of two steps, in parts of them. */
const ROUNDING = 1e-12;

/**
 * Moves at most `problem.dwellings` social dwellings from some areas to others so that an objective becomes smallest.
 * Limits and quotas hold for what comes in; from an area at most `leave` go, all of its social dwellings where not said.
 * The allocation is negative where dwellings leave.
 *
 * Why this is the optimum: X, Y and so every term fᵢ stay the same functions. For k moves the sum of the terms changes by
 * Σ fᵢ(xᵢ + inᵢ − outᵢ) − fᵢ(xᵢ), which by convexity is at most the gain of `out` alone and `in` alone added up, and equal
 * to it where no area does both. So the best k moves are at least as good as the k cheapest steps out (marginal
 * allocation under what may leave, Gross 1956) with the k cheapest steps in (under limits and quotas, Federgruen &
 * Groenevelt 1986). Both rows of steps rise, so that the k-th pair gains less than the one before it, and the best number
 * is where a pair gains nothing. Of the pairs before that none has an area on both sides: its step out and its step in add
 * up to 0 or more by convexity, and the last pair, which gains, is made of the dearest step of either row.
 * @throws ProblemError as `spread`; `bad-parameter` for an objective that is no sum of convex terms, for a smallest
 *   project and for quotas with a minimum.
 */
export function move(problem: SpreadProblem, objective: string, leave: Limit | null = null): Spread {
  const separable = separableObjective(objective);
  checkProblem(problem);
  if (separable === null || (problem.minProject ?? 1) > 1 || problem.quotas.some(({ min }) => min > 0)) {
    throw new ProblemError(
      'bad-parameter',
      separable === null
        ? `Moves go with a sum of convex terms, such as hutchens or dissimilarity, not with ${objective}.`
        : 'Moves have no smallest project and no quota with a minimum; leave those out.',
      { objective, minProject: problem.minProject ?? 1 },
    );
  }
  const before = objectiveValue(objective, problem);
  if (before === null) throw withoutValue(objective);
  const sums = sumsNow(problem);
  const marginal = separable.marginal(sums);
  const tie = separable.tie?.(sums) ?? null;
  const out = stepsOut(problem, marginal, tie, leave);
  const into = stepsIn(problem, marginal, tie);
  const allocation = new Float64Array(problem.codes.length);
  for (let pair = 0; pair < Math.min(out.length, into.length); pair++) {
    if (!gains(out[pair]!, into[pair]!)) break;
    allocation[out[pair]!.area]! -= 1;
    allocation[into[pair]!.area]! += 1;
  }
  const after = objectiveValue(objective, countsAfter(problem, allocation)) ?? before;
  return { objective, before, after, ...bounded(after, after), allocation };
}

/** A dwelling that leaves or comes, and what that adds to the sum and to the second one. */
type Taken = { area: number; adds: number; second: number };

function gains(out: Taken, into: Taken): boolean {
  const sum = out.adds + into.adds;
  const rounding = ROUNDING * Math.max(Math.abs(out.adds), Math.abs(into.adds));
  if (Math.abs(sum) > rounding) return sum < 0;
  return out.second + into.second < -ROUNDING * Math.max(Math.abs(out.second), Math.abs(into.second));
}

function sumsNow({ group, total }: Counts): { group: number; other: number } {
  let social = 0;
  let all = 0;
  for (let i = 0; i < group.length; i++) {
    social += group[i]!;
    all += total[i]!;
  }
  return { group: social, other: all - social };
}

type TwoSteps = (social: number, other: number, area: number) => number;

function stepsIn(problem: SpreadProblem, step: TwoSteps, tie: TwoSteps | null): Taken[] {
  const { codes, dwellings, limits, quotas } = problem;
  return stepsOf(problem, roomsOf(codes, dwellings, capacityOf(codes.length, limits), quotas), step, tie);
}

/** As a problem of its own: what left is placed, and an area with n fewer has x − n. */
function stepsOut(
  problem: SpreadProblem,
  step: TwoSteps,
  tie: TwoSteps | null,
  leave: Limit | null,
): Taken[] {
  const { codes, group, dwellings } = problem;
  const most = group.map((social, area) => Math.min(Math.floor(social), leave?.most[area] ?? Infinity));
  const back =
    (one: TwoSteps): Step =>
    (social, other, area) =>
      -one(2 * group[area]! - social - 1, other, area);
  return stepsOf(problem, roomsOf(codes, dwellings, most, []), back(step), tie === null ? null : back(tie));
}

function stepsOf(
  problem: SpreadProblem,
  rooms: ReturnType<typeof roomsOf>,
  step: Step,
  tie: Step | null,
): Taken[] {
  const { group, total, codes, dwellings } = problem;
  const given: Allocation = new Float64Array(codes.length);
  const taken: Taken[] = [];
  grow(problem, given, {
    dwellings,
    rooms,
    step,
    tie,
    placed: area => {
      const [social, other] = [group[area]! + given[area]! - 1, total[area]! - group[area]!];
      taken.push({ area, adds: step(social, other, area), second: tie?.(social, other, area) ?? 0 });
    },
  });
  return taken;
}
