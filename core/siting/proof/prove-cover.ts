import type { Solver } from '../../solver/types.ts';
import type { CoverAll } from '../cover-all.ts';
import { reducedCover } from '../cover-reduction.ts';
import type { Gains } from '../gains.ts';
import { chosenWithin, type Rules } from '../rules.ts';
import { coverModel } from './cover-model.ts';
import type { ProvenBy } from './proven-by.ts';
import { type ProofLimits, runSolver } from './run.ts';

export type ProveCoverOptions = ProofLimits & {
  /** Whether so many places are enough is the question, and not how few there can be; Infinity for the fewest. */
  within?: number;
  onProgress?: (soFar: { members: readonly number[]; cost: number; bound: number }) => void;
};

export type ProvenCover = CoverAll & {
  provenBy: ProvenBy;
};

/** Gains left after reduction, above which the solver takes longer over its first relaxation than a planner waits. */
const MOST_GAINS = 200_000;

/**
 * Goes on by HiGHS from what `coverAll` found, over candidates of one price each: with a bound, and perhaps a smaller
 * set. Rules keep spacing and sites, not numbers or budget.
 */
export function proveCover(
  solver: Solver,
  given: Gains,
  { conflicts, groupOf, groupMost }: Rules,
  known: Pick<CoverAll, 'members' | 'bound'>,
  { within = Infinity, onProgress, ...limits }: ProveCoverOptions,
): ProvenCover {
  const rules: Rules = {
    ...{ conflicts, groupOf, most: Infinity, budget: Infinity },
    groupMost: groupMost.map(() => Infinity),
    cost: new Float64Array(conflicts.length).fill(1),
  };
  const { gains, rules: reduced, candidate } = reducedCover(given, rules);
  let { members, bound } = known;
  let provenBy: ProvenBy = 'search';
  const cost = (): number => members?.length ?? Infinity;
  const lift = (least: number): void => {
    const whole = Math.ceil(least - 1e-6);
    if (!(whole > bound)) return;
    bound = whole;
    provenBy = 'solver';
  };
  const improve = (found: readonly number[] | null): void => {
    if (found === null || found.length >= cost()) return;
    // The solver keeps its rows up to a tolerance; a plan keeps them.
    const whole = found.map(j => candidate[j]!);
    if (chosenWithin(rules, whole).members.length === whole.length) members = whole;
  };
  const isDecided = (): boolean =>
    bound >= cost() || bound > within || (within !== Infinity && cost() <= within);
  if (gains.gain.length <= MOST_GAINS && !isDecided()) {
    const { members: found, bound: least } = runSolver(solver, coverModel(gains, reduced), {
      ...limits,
      start: startOf(candidate, members),
      absoluteGap: 1 - 1e-6,
      onProgress: (so, better) => {
        lift(so);
        improve(better);
        if (members !== null) onProgress?.({ members, cost: cost(), bound: Math.min(bound, cost()) });
        return isDecided();
      },
    });
    improve(found);
    lift(least);
  }
  const optimal = bound >= cost();
  return { members, cost: cost(), bound: optimal && members !== null ? cost() : bound, optimal, provenBy };
}

/** A set of the whole problem in the reduced one; null where it has candidates that were left out. */
function startOf(candidate: Int32Array, members: readonly number[] | null): number[] | null {
  const places = members?.map(j => candidate.indexOf(j)) ?? null;
  return places === null || places.includes(-1) ? null : places;
}
