import type { Norm } from '../../../core/access/norm.ts';
import { normPresets } from '../../../core/access/norm-presets.ts';
import type { NormRow } from '../../../core/access/norm-table.ts';
import { type Walking, walkingBy } from '../../../core/access/walking.ts';
import type { AreaRef } from '../../../core/areas/types.ts';
import type { Desk } from '../desk.ts';
import type { Release } from '../types.ts';
import { type AccessGround, accessGround, groundWithin, type ScopedGround, walksOf } from './ground.ts';
import { areasOfPlaces, loadPlaces } from './places.ts';

export type NormsQuestion = { region: string; scope: AreaRef | null; detour: number | undefined };

export type NormsAnswer = {
  ground: AccessGround;
  scoped: ScopedGround;
  walking: Walking;
  norms: (Norm & { result: NormRow | null })[];
};

const HECTARE_M2 = 10_000;

/**
 * Every norm preset over a scope; `result` is null where no children of its ages are counted. Errors as in
 * `accessGround` and `groundWithin`.
 */
export async function measureNorms(
  desk: Desk,
  release: Release,
  { region, scope, detour }: NormsQuestion,
): Promise<NormsAnswer> {
  const ground = await accessGround(desk, release, region);
  const { item, children, tables } = ground;
  const scoped = await groundWithin(desk, release, ground, scope, null);
  const { indices, settled } = scoped;
  const places = await loadPlaces(desk.database, release, region);
  const position = new Map(Array.from(indices, (area, k) => [area, k]));
  const areaOfPlace = await areasOfPlaces(desk.database, release, item, places);
  const { areaHa } = tables.get(item.level)!;
  const walks = walksOf(ground, detour);
  const told = normPresets.filter(
    ({ ages, rule }) =>
      rule.kind === 'share-of-land' ||
      ages === null ||
      children.groups.some(({ from, to }) => from <= ages.to && ages.from <= to),
  );
  const rows = await desk.computation.run(
    'normTable',
    [
      {
        settled,
        all: Float64Array.from(indices, area => children.all[area]!),
        groups: children.groups.map(({ from, to, people }) => ({
          ...{ from, to },
          people: Float64Array.from(indices, area => people[area]!),
        })),
        areaOfPlace: areaOfPlace.map(area => position.get(area) ?? -1),
        landM2: Float64Array.from(indices, area => areaHa[area]! * HECTARE_M2),
        ...{ places, norms: told, walks },
      },
    ],
    { signal: desk.signal },
  );
  const results = new Map(rows.map(row => [row.norm, row]));
  return {
    ...{ ground, scoped, walking: walkingBy(walks) },
    norms: normPresets.map(norm => ({ ...norm, result: results.get(norm.id) ?? null })),
  };
}
