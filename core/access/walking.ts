import type { DistanceModel, Points } from './distances.ts';
import type { ReachModel } from './reach.ts';
import { straightLineReach } from './straight-line.ts';
import { straightLineDistances } from './straight-line-distances.ts';

/** How a walk is measured; plain data, so that it travels between threads and stands in an answer. */
export type Walking = { by: 'straight-line'; detour: number };

/** What measures such walks from points. */
export function reachModelOf(points: Points, walking: Walking): ReachModel {
  return straightLineReach(points, walking.detour);
}

/** What gives such walks as sparse rows. */
export function distanceModelOf(walking: Walking): DistanceModel {
  return straightLineDistances(walking.detour);
}
