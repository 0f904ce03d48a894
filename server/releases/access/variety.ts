import type { Ages } from '../../../core/access/ages.ts';
import type { AreaVariety } from '../../../core/access/variety-of-areas.ts';
import { type Walking, walkingBy } from '../../../core/access/walking.ts';
import type { AreaLevel, AreaRef } from '../../../core/areas/types.ts';
import { FACILITY_FUNCTION_IDS } from '../../../data/facility-functions.ts';
import type { Desk } from '../desk.ts';
import type { AreasItem, Release } from '../types.ts';
import { placesCounted } from './areas.ts';
import { type AccessGround, accessGround, groundWithin, type ScopedGround, walksOf } from './ground.ts';
import { loadPlaces } from './places.ts';
import { knownAreas, toldAreas } from './told.ts';

export type VarietyQuestion = {
  region: string;
  level: AreaLevel | null;
  scope: AreaRef | null;
  /** Functions that are counted; null for those that the region has places of. */
  functions: readonly string[] | null;
  withinM: number;
  ages: Ages | null;
  detour: number | undefined;
};

export type VarietyAnswer = {
  ground: AccessGround;
  scoped: ScopedGround;
  item: AreasItem;
  indices: Int32Array;
  /** 1 for each of them of whose children the number is known, wholly or in part. */
  known: Uint8Array;
  wanted: readonly string[];
  variety: AreaVariety;
  walking: Walking;
};

/** How many functions the children of a scope have within a walk, by area; errors as in `accessGround`, `groundWithin` and `toldAreas`. */
export async function measureVariety(
  desk: Desk,
  release: Release,
  { region, level, scope, functions, withinM, ages, detour }: VarietyQuestion,
): Promise<VarietyAnswer> {
  const ground = await accessGround(desk, release, region);
  const scoped = await groundWithin(desk, release, ground, scope, ages);
  const told = toldAreas(release, ground, { region, level, scope }, scoped.indices);
  const { item, indices, groupOf } = told;
  const all = await loadPlaces(desk.database, release, region);
  const wanted =
    functions ?? FACILITY_FUNCTION_IDS.filter(id => all.some(place => place.functions.includes(id)));
  const { counted } = placesCounted(all, { functions: wanted, ages, minAreaM2: null });
  const walks = walksOf(ground, detour);
  const variety = await desk.computation.run(
    'varietyOfAreas',
    [
      {
        ...{ settled: scoped.settled, children: scoped.children, groupOf, wanted, withinM, walks },
        // What lies in no area of the level is told together, behind the others, and left out of the columns.
        areas: indices.length + 1,
        places: counted.map(place => ({ geometry: place.geometry, functions: place.functions })),
      },
    ],
    { signal: desk.signal },
  );
  const known = knownAreas(told, scoped.children.all);
  return { ground, scoped, item, indices, known, wanted, variety, walking: walkingBy(walks) };
}
