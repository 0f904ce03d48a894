import type { Counts } from '../concentration/types.ts';
import { ProblemError } from '../problem.ts';
import { grow, type Step } from './allocation.ts';
import { refuseConflict } from './conflict.ts';
import { type ConversionSteps, conversionSteps } from './conversion-steps.ts';
import { objectiveValue, type SumsAfter } from './objectives.ts';
import { capacityOf, fillRooms, leastOf, roomsOf } from './rooms.ts';
import { bounded, checkProblem, withoutValue } from './spread.ts';
import type { Allocation, Limit, Spread, SpreadProblem } from './types.ts';

/** Areas and dwellings that all numbers that are tried together go through: some twenty seconds. */
const WORK = 100_000_000;

/** Counts once other dwellings are put to social use. */
export function countsConverted({ group, total }: Counts, given: Allocation): Counts {
  return { group: group.map((x, i) => x + given[i]!), total };
}

/** No more can be converted in an area than there are other dwellings. */
export function convertibleLimit({ group, total }: Counts): Limit {
  return { id: 'others', most: total.map((t, i) => Math.max(0, Math.floor(t - group[i]!))) };
}

/**
 * Puts at most `problem.dwellings` existing dwellings to social use so that an objective becomes smallest: totals stay.
 * For each number of conversions the sum of one convex term an area is made smallest by marginal allocation (Federgruen
 * & Groenevelt 1986), and every number up to the most is tried, as more need not be better: the whole optimum, proven.
 * Where a step is the same for every number, one allocation grows through all of them. With no gain nothing is converted.
 * @throws ProblemError as `spread`; `bad-parameter` for an objective that is no sum of convex terms, and for a smallest
 *   project; `too-large` where not every number can be tried.
 */
export function convert(asked: SpreadProblem, objective: string): Spread {
  const steps = conversionSteps(objective);
  checkProblem(asked);
  if (steps === null || (asked.minProject ?? 1) > 1) {
    throw new ProblemError(
      'bad-parameter',
      steps === null
        ? `Conversions go with a sum of convex terms, such as hutchens or dissimilarity, not with ${objective}.`
        : 'Conversions have no smallest project; leave that out.',
      { objective, minProject: asked.minProject ?? 1 },
    );
  }
  const problem = { ...asked, limits: [...asked.limits, convertibleLimit(asked)] };
  const numbers = numbersOf(problem);
  const before = objectiveValue(objective, problem);
  const allocation = steps.grows
    ? bestGrown(problem, objective, steps, numbers)
    : bestOfEach(problem, objective, steps, numbers);
  const after = objectiveValue(objective, countsConverted(problem, allocation));
  if (after === null) throw withoutValue(objective);
  return { objective, before, after, ...bounded(after, after), allocation };
}

type Numbers = readonly [low: number, high: number];

/** The fewest that quotas ask for, and the most that fit. */
function numbersOf(problem: SpreadProblem): Numbers {
  const { codes, dwellings, limits, quotas } = problem;
  const { rooms } = roomsOf(codes, dwellings, capacityOf(codes.length, limits), quotas);
  const { taken, fits } = rooms[0]!;
  const broken = rooms.slice(1).some(room => leastOf(room) > room.fits);
  if (broken || taken > fits) refuseConflict(problem);
  return [taken, fits];
}

/** One dwelling more in an area that has `social` by then, of what it had at first. */
const stepFrom =
  ({ group }: Counts, marginal: (social: number, other: number) => number): Step =>
  (social, other, area) =>
    marginal(social, other - (social - group[area]!));

function sumsWith({ group, total }: Counts, converted: number): SumsAfter {
  let social = converted;
  let all = 0;
  for (let i = 0; i < group.length; i++) {
    social += group[i]!;
    all += total[i]!;
  }
  return { group: social, other: all - social };
}

/** Converts so many dwellings more on a plan, for a number that all come to. */
function growTo(
  problem: SpreadProblem,
  steps: ConversionSteps,
  given: Allocation,
  number: number,
  placed?: (area: number) => void,
): void {
  const { codes, limits, quotas } = problem;
  const rooms = roomsOf(codes, number, capacityOf(codes.length, limits), quotas);
  fillRooms(rooms, given);
  const after = sumsWith(problem, number);
  const [step, tie] = [stepFrom(problem, steps.step(after)), stepFrom(problem, steps.tie(after))];
  const dwellings = number - given.reduce((sum, n) => sum + n, 0);
  grow(problem, given, { dwellings, rooms, step, tie, ...(placed === undefined ? {} : { placed }) });
}

/** From the best plan for the fewest on, dwelling by dwelling: each plan is the best of its number. */
function bestGrown(problem: SpreadProblem, objective: string, steps: ConversionSteps, [low, high]: Numbers) {
  refuseTooMuch((high - low) * problem.codes.length, problem, objective);
  const given = new Float64Array(problem.codes.length);
  growTo(problem, steps, given, low);
  const order: number[] = [];
  const full = given.slice();
  growTo(problem, steps, full, high, area => order.push(area));
  const value = () => objectiveValue(objective, countsConverted(problem, given)) ?? Infinity;
  let lowest = value();
  let best = 0;
  order.forEach((area, at) => {
    given[area]! += 1;
    const next = value();
    if (next < lowest) [lowest, best] = [next, at + 1];
  });
  for (const area of order.slice(best)) given[area]! -= 1;
  return given;
}

function bestOfEach(problem: SpreadProblem, objective: string, steps: ConversionSteps, [low, high]: Numbers) {
  refuseTooMuch((high - low) * (problem.codes.length + high), problem, objective);
  let best: Allocation | null = null;
  let lowest = Infinity;
  for (let number = low; number <= high; number++) {
    const given = new Float64Array(problem.codes.length);
    growTo(problem, steps, given, number);
    const value = objectiveValue(objective, countsConverted(problem, given)) ?? Infinity;
    if (best === null || value < lowest) [best, lowest] = [given, value];
  }
  return best!;
}

function refuseTooMuch(work: number, { codes, dwellings }: SpreadProblem, objective: string): void {
  if (work <= WORK) return;
  throw new ProblemError(
    'too-large',
    `Up to ${dwellings} conversions over ${codes.length} areas are too many to try every number of by ${objective}; ask for fewer, or take hutchens.`,
    { dwellings, areas: codes.length },
  );
}
