import { REACH_STEPS_M } from '../../../core/access/coverage.ts';
import type { AreaFamilies } from '../../../core/access/families-of-areas.ts';
import { type Walking, walkingBy } from '../../../core/access/walking.ts';
import type { AreaLevel, AreaRef } from '../../../core/areas/types.ts';
import { ProblemError } from '../../../core/problem.ts';
import type { Desk } from '../desk.ts';
import type { AreasItem, DatasetSource, Release } from '../types.ts';
import { indicatorById, valueSources } from '../value-sources.ts';
import { loadValues } from '../values.ts';
import { placesCounted } from './areas.ts';
import { type AccessGround, accessGround, groundWithin, type ScopedGround, walksOf } from './ground.ts';
import { loadPlaces } from './places.ts';
import { knownAreas, toldAreas } from './told.ts';

export type FamiliesQuestion = {
  region: string;
  level: AreaLevel | null;
  scope: AreaRef | null;
  /** Function of the family centres. */
  function: string;
  withinM: number;
  detour: number | undefined;
};

export type FamiliesAnswer = {
  ground: AccessGround;
  scoped: ScopedGround;
  item: AreasItem;
  indices: Int32Array;
  /** 1 for each of them of whose births the numbers are known, wholly or in part. */
  known: Uint8Array;
  /** Where the births come from. */
  births: { year: number; source: DatasetSource };
  /** Areas of the scope whose births are not known or are protected. */
  areasWithoutBirths: number;
  centres: number;
  families: AreaFamilies;
  walking: Walking;
};

/**
 * Births in deprived families within a walk of a family centre, by area.
 * @throws ProblemError as `accessGround`, `groundWithin` and `toldAreas`; `not-found` where no births are known
 */
export async function measureFamilies(
  desk: Desk,
  release: Release,
  { region, level, scope, withinM, detour, ...asked }: FamiliesQuestion,
): Promise<FamiliesAnswer> {
  const ground = await accessGround(desk, release, region);
  const scoped = await groundWithin(desk, release, ground, scope, null);
  const toldOf = toldAreas(release, ground, { region, level, scope }, scoped.indices);
  const { item, indices, groupOf } = toldOf;
  const { numerator, denominator, ...told } = await birthsOf(desk, release, ground, region);
  const within = (column: Float64Array) => Float64Array.from(scoped.indices, area => column[area]!);
  const [deprivedBirths, births] = [within(numerator), within(denominator)];
  const all = await loadPlaces(desk.database, release, region);
  const { counted } = placesCounted(all, { functions: [asked.function], ages: null, minAreaM2: null });
  const walks = walksOf(ground, detour);
  const families = await desk.computation.run(
    'familiesOfAreas',
    [
      {
        ...{ settled: scoped.settled, births, deprivedBirths, groupOf, withinM, walks },
        // What lies in no area of the level is told together, behind the others, and left out of the columns.
        areas: indices.length + 1,
        places: counted.map(({ geometry }) => geometry),
        distancesM: [...new Set([...REACH_STEPS_M, withinM])].sort((a, b) => a - b),
      },
    ],
    { signal: desk.signal },
  );
  return {
    ...{ ground, scoped, item, indices, families, births: told, walking: walkingBy(walks) },
    known: knownAreas(toldOf, births, deprivedBirths),
    areasWithoutBirths: births.filter((each, k) => Number.isNaN(each + deprivedBirths[k]!)).length,
    centres: counted.length,
  };
}

/** The newest births over the areas of a ground: the numbers behind the child-poverty index. */
async function birthsOf({ database }: Desk, release: Release, { item }: AccessGround, region: string) {
  const [source] = valueSources(release, item, indicatorById('child_poverty'));
  const values = source && (await loadValues(database, source));
  if (source === undefined || values === undefined || values.denominator.every(Number.isNaN))
    throw new ProblemError(
      'not-found',
      `Region "${region}" has no numbers of births; import the child-poverty index with its births as denominator`,
      { parameter: 'region' },
    );
  const { numerator, denominator } = values;
  return { numerator, denominator, year: source.year, source: source.item.source };
}
