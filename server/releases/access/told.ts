import type { AreaLevel, AreaRef } from '../../../core/areas/types.ts';
import { ProblemError } from '../../../core/problem.ts';
import { areasItemOf } from '../select.ts';
import type { AreasItem, Release } from '../types.ts';
import { type AccessGround, positionsAt } from './ground.ts';

/** The areas that an answer tells: area indices of `item`, ascending. */
export type ToldAreas = {
  item: AreasItem;
  indices: Int32Array;
  /** For each area of the scope its position in `indices`; one past the last for those that lie in no area of the level. */
  groupOf: Int32Array;
};

/**
 * The areas of a level that the areas of a scope lie in.
 * @param level null for the one that children are counted at
 * @param areas areas of the ground in the scope
 * @throws ProblemError as `positionsAt`; `not-found` where none of them lies in an area of the level.
 */
export function toldAreas(
  release: Release,
  ground: AccessGround,
  { region, level, scope }: { region: string; level: AreaLevel | null; scope: AreaRef | null },
  areas: Int32Array,
): ToldAreas {
  const told = level ?? ground.item.level;
  const positions = positionsAt(ground, told);
  const item =
    told === ground.item.level ? ground.item : (ground.items.get(told) ?? areasItemOf(release, region, told));
  const indices = Int32Array.from(new Set(Array.from(areas, area => positions[area]!)))
    .filter(index => index >= 0)
    .sort();
  if (indices.length === 0) throw nothingTold(told, scope);
  const place = new Map(Array.from(indices, (index, k) => [index, k]));
  return {
    ...{ item, indices },
    groupOf: Int32Array.from(areas, area => place.get(positions[area]!) ?? indices.length),
  };
}

/**
 * For each area that is told 1 where the numbers of at least one area in it are known: the others say nothing, which is
 * not that nobody lives there.
 * @param numbers columns over the areas that `groupOf` places
 */
export function knownAreas({ indices, groupOf }: ToldAreas, ...numbers: readonly Float64Array[]): Uint8Array {
  const known = new Uint8Array(indices.length + 1);
  groupOf.forEach((group, k) => {
    if (numbers.every(column => !Number.isNaN(column[k]))) known[group] = 1;
  });
  return known.subarray(0, indices.length);
}

const nothingTold = (level: AreaLevel, scope: AreaRef | null): ProblemError =>
  new ProblemError(
    'not-found',
    `There are no areas of level ${level} in ${scope === null ? 'the region' : `${scope.level}:${scope.code}`}`,
    { parameter: 'scope' },
  );
