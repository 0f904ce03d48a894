import { allocate, countsAfter } from './allocation.ts';
import { maxShareLimit } from './limits.ts';
import { hutchensMarginal, LARGEST_SHARE, type Marginal, objectiveValue } from './objectives.ts';
import { emptyRooms } from './rooms.ts';
import type { Allocation, SpreadProblem } from './types.ts';

/**
 * The plan whose largest share is smallest, and among those the one that is best by `then`, the square root
 * index where not said. Dwelling by
 * dwelling to the area whose share would be lowest gives the smallest largest share that new dwellings can reach
 * (bottleneck on a polymatroid); an area above that already sets the threshold, as building social dwellings lowers
 * no share. Under that threshold as a limit the second sum is optimised exactly.
 */
export function spreadLargestShare(problem: SpreadProblem, then: Marginal = hutchensMarginal): Allocation {
  const { dwellings } = problem;
  const lowest = allocate(
    problem,
    dwellings,
    emptyRooms(problem),
    (social, other) => (social + 1) / (social + 1 + other),
  );
  const threshold = objectiveValue(LARGEST_SHARE, countsAfter(problem, lowest))!;
  const within = { ...problem, limits: [...problem.limits, maxShareLimit(problem, threshold)] };
  return allocate(problem, dwellings, emptyRooms(within), then);
}
