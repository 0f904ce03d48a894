import type { Solver } from '../../solver/types.ts';
import { type CapacityProblem, served } from '../capacity.ts';
import { type Gains, mergedRows } from '../gains.ts';
import { interchange, type Plan } from '../interchange.ts';
import { chosenWithin, type Rules } from '../rules.ts';
import { capacityModel } from './capacity-model.ts';
import { gainsModel } from './gains-model.ts';
import type { ProvenBy } from './proven-by.ts';
import { type ProofLimits, runSolver, SOLVER_TOLERANCE } from './run.ts';
import type { SitingModel } from './siting-model.ts';

/** A set, what it is worth, and what no set within the rules is worth more than. */
export type WorthSoFar = { members: readonly number[]; value: number; bound: number };

/** Whether the gap is small enough; `enough` gives that for a worth. */
export const isDone = ({ value, bound }: WorthSoFar, enough: (worth: number) => number): boolean =>
  bound - value <= enough(value);

export type ProvenWorth = WorthSoFar & {
  optimal: boolean;
  provenBy: ProvenBy;
};

export type WorthOptions = ProofLimits & {
  /** A gap between bound and worth that is small enough, in the measure of worth. */
  enough: (worth: number) => number;
  onProgress?: (soFar: WorthSoFar) => void;
};

/** Gains above which the solver takes longer over its first relaxation than a planner waits. */
const MOST_GAINS = 100_000;

/** Whether the solver may help: with places that exclude each other it proves what our own relaxation leaves to branching. */
export const isForSolver = ({ gain }: Gains, { conflicts }: Rules): boolean =>
  gain.length <= MOST_GAINS && conflicts.some(others => others.length > 0);

/** Goes on by HiGHS from a set that `locate` found: with a bound, and perhaps a better set. */
export function proveGains(
  solver: Solver,
  gains: Gains,
  rules: Rules,
  known: WorthSoFar,
  options: WorthOptions,
): ProvenWorth {
  const merged = mergedRows(gains);
  return prove(solver, gainsModel(merged, rules), known, options, members =>
    interchange(merged, rules, members),
  );
}

/** Whether the solver may help with capacities: its model has a column for each pair within reach. */
export const isForSolverWithRoom = ({ gains }: CapacityProblem): boolean => gains.gain.length <= MOST_GAINS;

/** As `proveGains`, with capacities. */
export function proveCapacity(
  solver: Solver,
  problem: CapacityProblem,
  rules: Rules,
  known: WorthSoFar,
  options: WorthOptions,
): ProvenWorth {
  return prove(solver, capacityModel(problem, rules), known, options, given => {
    // The solver keeps its rows up to a tolerance; a plan keeps them.
    const { members } = chosenWithin(rules, given);
    return { members: [...members], value: served(problem, members).value };
  });
}

function prove(
  solver: Solver,
  model: SitingModel,
  known: WorthSoFar,
  { enough, onProgress, ...limits }: WorthOptions,
  planOf: (members: readonly number[]) => Plan,
): ProvenWorth {
  let best: Plan = { members: [...known.members], value: known.value };
  let { bound } = known;
  let provenBy: ProvenBy = 'search';
  const lower = (least: number): void => {
    if (!(-least < bound)) return;
    bound = -least;
    provenBy = 'solver';
  };
  const improve = (members: readonly number[] | null): void => {
    if (members === null) return;
    const plan = planOf(members);
    if (plan.value > best.value) best = plan;
  };
  const { members, bound: least } = runSolver(solver, model, {
    ...limits,
    start: known.members,
    onProgress: (so, better) => {
      lower(so);
      improve(better);
      onProgress?.({ ...best, bound: Math.max(bound, best.value) });
      return isDone({ ...best, bound }, enough);
    },
  });
  lower(least);
  improve(members);
  const optimal = bound <= best.value * (1 + SOLVER_TOLERANCE);
  return {
    members: best.members.toSorted((a, b) => a - b),
    value: best.value,
    bound: optimal ? best.value : bound,
    optimal,
    provenBy,
  };
}
