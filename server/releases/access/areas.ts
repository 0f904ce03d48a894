import type { Ages } from '../../../core/access/ages.ts';
import type { AreaAccess } from '../../../core/access/area-access.ts';
import { checkNorm, type Norm } from '../../../core/access/norm.ts';
import { placesThat } from '../../../core/access/places.ts';
import { type Walking, walkingBy } from '../../../core/access/walking.ts';
import type { AreaLevel, AreaRef } from '../../../core/areas/types.ts';
import type { Desk } from '../desk.ts';
import type { AreasItem, Release } from '../types.ts';
import { type AccessGround, accessGround, groundWithin, type ScopedGround, walksOf } from './ground.ts';
import { loadPlaces } from './places.ts';
import { knownAreas, toldAreas } from './told.ts';

/** A norm of reach as it is asked: a preset, or one that a planner changed. */
export type ReachRule = {
  functions: readonly string[];
  withinM: number;
  minAreaM2: number | null;
  ages: Ages | null;
};

export type AccessQuestion = {
  region: string;
  /** Level of the areas that are told; null for the one that children are counted at. */
  level: AreaLevel | null;
  scope: AreaRef | null;
  rule: ReachRule;
  detour: number | undefined;
};

export type AccessAnswer = {
  ground: AccessGround;
  scoped: ScopedGround;
  /** Areas that are told: area indices of `item`, in the order of the columns of `access`. */
  item: AreasItem;
  indices: Int32Array;
  /** 1 for each of them of whose children the number is known, wholly or in part. */
  known: Uint8Array;
  access: AreaAccess;
  walking: Walking;
  /** Places that count, and those of unknown surface that cannot count for that reason. */
  places: number;
  placesWithoutArea: number;
};

/**
 * Who has a place of some functions within a walking distance, by area.
 * @throws ProblemError as `accessGround`, `groundWithin` and `positionsAt`; `bad-parameter` for a rule that is none.
 */
export async function measureAccess(
  desk: Desk,
  release: Release,
  { region, level, scope, rule, detour }: AccessQuestion,
): Promise<AccessAnswer> {
  checkRule(rule);
  const ground = await accessGround(desk, release, region);
  const scoped = await groundWithin(desk, release, ground, scope, rule.ages);
  // What lies in no area of the level is told together, behind the others, and left out of the columns.
  const told = toldAreas(release, ground, { region, level, scope }, scoped.indices);
  const { item, indices, groupOf } = told;
  const { counted, withoutArea } = placesCounted(await loadPlaces(desk.database, release, region), rule);
  const walks = walksOf(ground, detour);
  const access = await desk.computation.run(
    'accessOfAreas',
    [
      {
        ...{ settled: scoped.settled, children: scoped.children, groupOf, areas: indices.length + 1 },
        ...{ places: counted.map(({ geometry }) => geometry), withinM: rule.withinM, walks },
      },
    ],
    { signal: desk.signal },
  );
  return {
    ...{ ground, scoped, item, indices, access, walking: walkingBy(walks) },
    known: knownAreas(told, scoped.children.all),
    places: counted.length,
    placesWithoutArea: withoutArea,
  };
}

/** @throws ProblemError `bad-parameter` naming what is wrong. */
function checkRule({ ages, ...reach }: ReachRule): void {
  const rule: Norm['rule'] = { kind: 'reach', ...reach };
  checkNorm({ id: 'asked for', ages, rule });
}

/** The places that a rule counts. */
export function placesCounted<Place extends Parameters<typeof placesThat>[0][number]>(
  places: readonly Place[],
  { functions, ages, minAreaM2 }: Pick<ReachRule, 'functions' | 'ages' | 'minAreaM2'>,
): { counted: Place[]; withoutArea: number } {
  const passes = placesThat(places, { functions, ages, minAreaM2 });
  const having = placesThat(places, { functions, ages });
  return {
    counted: places.filter((_, j) => passes[j] === 1),
    withoutArea:
      minAreaM2 === null ? 0 : places.filter(({ areaM2 }, j) => having[j] === 1 && areaM2 === null).length,
  };
}
