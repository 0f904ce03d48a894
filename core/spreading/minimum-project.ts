import type { Counts } from '../concentration/types.ts';
import { ProblemError } from '../problem.ts';
import { sumTerms } from '../summation.ts';
import { addedBy, allocate, grow, type Step } from './allocation.ts';
import { bestSites, type Within } from './building-sites.ts';
import { capacityOf, emptyRooms, fillRooms, leastOf } from './rooms.ts';
import type { Allocation, Limit, SpreadProblem } from './types.ts';

/** Areas too small for the smallest project take nothing. */
export function minimumProjectLimit(areas: number, limits: readonly Limit[], least: number): Limit {
  const most = capacityOf(areas, limits).map(capacity => (capacity < least ? 0 : Infinity));
  return { id: 'min-project', most };
}

/** What one more dwelling adds to the sum, and to the one that decides between equals. */
export type Steps = { step: Step; tie: Step | null };

export type ProjectPlan = {
  allocation: Allocation;
  /** How far at most the sum of this plan lies above the lowest one; 0 for a proven optimum. */
  above: number;
};

/**
 * Places dwellings in projects: an area gets none, or at least `least`. Which areas build is first decided on the convex
 * envelope, where the first `least` dwellings of an area each add their mean: its exact optimum is the bound, that of the
 * Lagrangian dual, and leaves few areas with part of a project. With the building areas chosen the plan is a whole
 * optimum again, each of them a quota with a minimum; areas near the border are exchanged as long as that helps. Up to
 * twelve areas every choice is tried. `problem` has the limit of `minimumProjectLimit` and a plan without the minimum.
 * `work` bounds the area-dwellings that all tries go through.
 * @throws ProblemError `conflict` where no plan in such projects was found.
 */
export function spreadInProjects(
  problem: SpreadProblem,
  { step: add, tie: tieStep }: Steps,
  least: number,
  work?: number,
): ProjectPlan {
  const { codes, dwellings } = problem;
  const sumOf = (given: Allocation) =>
    sumTerms(given.length, area => addedBy(problem, add, area, given[area]!));

  const capacity = capacityOf(codes.length, problem.limits);
  const { step: envelope, means } = envelopeOf(problem, capacity, add, least);
  const tieEnvelope = tieStep === null ? null : envelopeOf(problem, capacity, tieStep, least).step;
  const relaxed = allocate(problem, dwellings, emptyRooms(problem), envelope, tieEnvelope);
  const bound = sumTerms(relaxed.length, area => {
    const given = relaxed[area]!;
    return given < least ? given * (given === 0 ? 0 : means[area]!) : addedBy(problem, add, area, given);
  });

  const within: Within = open => {
    const closed: Limit = { id: 'closed', most: Float64Array.from(open, one => (one === 1 ? Infinity : 0)) };
    const rooms = emptyRooms({ ...problem, limits: [...problem.limits, closed] });
    const allocation = Float64Array.from(open, one => one * least);
    const placed = allocation.reduce((sum, given) => sum + given, 0);
    fillRooms(rooms, allocation);
    // With its project in every open area, no room may hold more than fits or ask for it.
    if (placed > dwellings || rooms.rooms.some(room => leastOf(room) > room.fits)) return null;
    grow(problem, allocation, { dwellings: dwellings - placed, rooms, step: add, tie: tieStep });
    return { allocation, sum: sumOf(allocation) };
  };
  const workOfTry = codes.length + dwellings;
  const { chosen, all } = bestSites({ relaxed, least, means, workOfTry, within }, work);
  if (chosen === null) {
    throw new ProblemError(
      'conflict',
      `No plan was found in which every area gets none or at least ${least} of the ${dwellings} dwellings; make the smallest project smaller, or the capacities larger.`,
      { minProject: least },
    );
  }
  return { allocation: chosen.allocation, above: all ? 0 : Math.max(0, chosen.sum - bound) };
}

/** The first `least` dwellings of an area each add their mean; the next ones what they add. */
function envelopeOf(
  { group, total }: Counts,
  capacity: Float64Array,
  add: Step,
  least: number,
): { step: Step; means: Float64Array } {
  const means = group.map((_, area) =>
    capacity[area]! < least ? Infinity : addedBy({ group, total }, add, area, least) / least,
  );
  const step: Step = (social, other, area) =>
    social < group[area]! + least ? means[area]! : add(social, other, area);
  return { step, means };
}
