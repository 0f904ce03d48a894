import type { Edit } from './edit.ts';
import { facilityEdits, REACH_FUNCTIONS, type ReachFunction } from './facilities.ts';
import { DETOUR, modelMaker, type ReachGround } from './reach.ts';
import { measureOf } from './reach-measure.ts';

/** Metres on foot from every area of the level to the nearest place with each function, after the edits; infinite where there is none. */
export function distancesAfter(
  ground: ReachGround,
  edits: readonly Edit[],
  detour: number = DETOUR,
): Record<ReachFunction, Float64Array> {
  const { facilities } = ground;
  const positions = new Map(facilities.map(({ code }, position) => [code, position]));
  const model = modelMaker(ground)({ points: { lon: ground.lon, lat: ground.lat } }, detour);
  const changes = facilityEdits(edits);
  const metres = (wanted: ReachFunction) =>
    measureOf(model, facilities, positions, wanted)(changes, Infinity).after;
  return Object.fromEntries(REACH_FUNCTIONS.map(wanted => [wanted, metres(wanted)])) as Record<
    ReachFunction,
    Float64Array
  >;
}
