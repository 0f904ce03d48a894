import { allocate, countsAfter } from './allocation.ts';
import { maxShareLimit } from './limits.ts';
import { hutchensMarginal, LARGEST_SHARE, objectiveValue } from './objectives.ts';
import { capacityOf, roomsOf } from './rooms.ts';
import type { Allocation, SpreadProblem } from './types.ts';

/**
 * The plan whose largest share is smallest, and among those the one with the lowest square root index. Dwelling by
 * dwelling to the area whose share would be lowest gives the smallest largest share that new dwellings can reach
 * (bottleneck on a polymatroid); an area above that already sets the threshold, as building social dwellings lowers
 * no share. Under that threshold as a limit the square root index is optimised exactly.
 */
export function spreadLargestShare(problem: SpreadProblem): Allocation {
  const { codes, dwellings, quotas } = problem;
  const rooms = () => roomsOf(codes, dwellings, capacityOf(codes.length, problem.limits), quotas);
  const lowest = allocate(
    problem,
    dwellings,
    rooms(),
    (social, other) => (social + 1) / (social + 1 + other),
  );
  const threshold = objectiveValue(LARGEST_SHARE, countsAfter(problem, lowest))!;
  const limits = [...problem.limits, maxShareLimit(problem, threshold)];
  const within = roomsOf(codes, dwellings, capacityOf(codes.length, limits), quotas);
  return allocate(problem, dwellings, within, hutchensMarginal);
}
