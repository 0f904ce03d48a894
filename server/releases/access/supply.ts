import type { Ages } from '../../../core/access/ages.ts';
import { placesThat } from '../../../core/access/places.ts';
import { type SupplyKind, supplyOf } from '../../../core/access/supply.ts';
import { type AreaSupply, type Decay, weightOf } from '../../../core/access/supply-of-areas.ts';
import { type Walking, walkingBy } from '../../../core/access/walking.ts';
import type { AreaLevel, AreaRef } from '../../../core/areas/types.ts';
import type { Desk } from '../desk.ts';
import { scopeOf } from '../scope.ts';
import type { AreasItem, Release } from '../types.ts';
import { type AccessGround, accessGround, groundWithin, type ScopedGround, walksOf } from './ground.ts';
import { loadPlaces, type NamedPlace } from './places.ts';
import { knownAreas, toldAreas } from './told.ts';

export type SupplyQuestion = {
  region: string;
  level: AreaLevel | null;
  scope: AreaRef | null;
  /** Function of the places, such as childcare. */
  function: string;
  kind: SupplyKind;
  /** Ages of the children who draw on them; null for all. */
  ages: Ages | null;
  decay: Decay;
  mostPerChild: number | null;
  choosing: boolean;
  detour: number | undefined;
};

/** What a place offers, and who draws on it. */
export type SupplyingPlace = { place: NamedPlace; supply: number; children: number; perChild: number };

export type SupplyAnswer = {
  ground: AccessGround;
  /** The children of the whole region, who draw on the places from outside the scope too. */
  scoped: ScopedGround;
  item: AreasItem;
  indices: Int32Array;
  /** 1 for each of them of whose children the number is known, wholly or in part. */
  known: Uint8Array;
  supply: AreaSupply;
  walking: Walking;
  /** Places within reach of children of the scope. */
  places: SupplyingPlace[];
  /** Places of the function in the whole region, and those of them whose number is not known. */
  placesCounted: number;
  placesWithout: number;
};

/**
 * What children can reach of the supply of the places with a function, by area and by place.
 * @throws ProblemError as `accessGround`, `groundWithin` and `toldAreas`; `bad-parameter` for rings in disorder.
 */
export async function measureSupply(
  desk: Desk,
  release: Release,
  { region, level, scope, kind, ages, decay, mostPerChild, choosing, detour, ...asked }: SupplyQuestion,
): Promise<SupplyAnswer> {
  weightOf(decay);
  const ground = await accessGround(desk, release, region);
  const scoped = await groundWithin(desk, release, ground, null, ages);
  const within = (await scopeOf(desk.database, release, ground.item, scope)) ?? scoped.indices;
  const told = toldAreas(release, ground, { region, level, scope }, within);
  const { item, indices, groupOf } = told;
  const drawing = new Int32Array(scoped.indices.length).fill(-1);
  within.forEach((area, k) => {
    drawing[area] = groupOf[k]!;
  });
  const all = await loadPlaces(desk.database, release, region);
  const counts = placesThat(all, { functions: [asked.function], ages });
  const { supply: offered, placesWithout } = supplyOf(all, counts, kind, asked.function);
  const offering = [...all.keys()].filter(j => offered[j]! > 0);
  const walks = walksOf(ground, detour);
  const supply = await desk.computation.run(
    'supplyOfAreas',
    [
      {
        ...{ settled: scoped.settled, children: scoped.children, groupOf: drawing },
        // What lies in no area of the level is told together, behind the others, and left out of the columns.
        areas: indices.length + 1,
        places: offering.map(j => all[j]!.geometry),
        supply: Float64Array.from(offering, j => offered[j]!),
        ...{ decay, mostPerChild, choosing, walks },
      },
    ],
    { signal: desk.signal },
  );
  return {
    ...{ ground, scoped, item, indices, supply, placesWithout, walking: walkingBy(walks) },
    known: knownAreas(
      told,
      Float64Array.from(within, area => scoped.children.all[area]!),
    ),
    placesCounted: counts.reduce((sum, one) => sum + one, 0),
    places: offering.flatMap((j, k) =>
      supply.places.reached[k] === 0
        ? []
        : [
            {
              place: all[j]!,
              supply: offered[j]!,
              children: supply.places.children[k]!,
              perChild: supply.places.perChild[k]!,
            },
          ],
    ),
  };
}
