import type { Ages } from '../../../core/access/ages.ts';
import { type Walking, type Walks, walkingBy } from '../../../core/access/walking.ts';
import type { PlaceWeb } from '../../../core/access/web/place-web.ts';
import { AREA_LEVELS, type AreaRef } from '../../../core/areas/types.ts';
import { ProblemError } from '../../../core/problem.ts';
import { DETOUR } from '../../../core/scenario/reach.ts';
import type { Desk } from '../desk.ts';
import { levelItems } from '../hierarchy.ts';
import { knownNetwork } from '../network.ts';
import { scopeOf } from '../scope.ts';
import type { Release } from '../types.ts';
import { areasOfPlaces, loadPlaces, type NamedPlace } from './places.ts';

export type WebQuestion = {
  region: string;
  scope: AreaRef | null;
  /** Places with one of these. */
  functions: readonly string[];
  /** Places for some of these ages; null for all. One that names no ages is for all. */
  ages: Ages | null;
  /** Longest walk between two neighbours. */
  withinM: number;
  detour: number | undefined;
};

export type WebAnswer = PlaceWeb & { places: NamedPlace[]; walking: Walking };

/** More places are joined scope by scope. */
export const MOST_PLACES = 5_000;

/**
 * The places of a scope and the walks that join them.
 * @throws ProblemError `too-large` for more places than that; as `scopeOf`
 */
export async function measureWeb(
  desk: Desk,
  release: Release,
  { region, scope, functions, ages, withinM, detour = DETOUR }: WebQuestion,
): Promise<WebAnswer> {
  const { database, computation, signal } = desk;
  const all = (await loadPlaces(database, release, region)).filter(
    place => place.functions.some(id => functions.includes(id)) && isFor(place.ages, ages),
  );
  const places = await placesWithin(desk, release, region, all, scope);
  if (places.length > MOST_PLACES) {
    throw new ProblemError(
      'too-large',
      `There are ${places.length} such places, and ${MOST_PLACES} at most are joined; choose a scope or fewer functions`,
      { places: places.length },
    );
  }
  const walks: Walks = { detour, network: await knownNetwork(database, release, region) };
  const web = await computation.run(
    'placeWeb',
    [{ places: places.map(({ geometry }) => geometry), withinM, walks }],
    { signal },
  );
  return { ...web, places, walking: walkingBy(walks) };
}

const isFor = (of: Ages | null, wanted: Ages | null): boolean =>
  of === null || wanted === null || (of.from <= wanted.to && of.to >= wanted.from);

async function placesWithin(
  { database }: Desk,
  release: Release,
  region: string,
  places: NamedPlace[],
  scope: AreaRef | null,
): Promise<NamedPlace[]> {
  if (scope === null) return places;
  const items = levelItems(release, region);
  const finest = [...AREA_LEVELS].reverse().find(level => level !== 'grid' && items.has(level));
  const item = finest === undefined ? undefined : items.get(finest);
  if (item === undefined) return places;
  const indices = await scopeOf(database, release, item, scope);
  if (indices === null) return places;
  const inScope = new Set(indices);
  const areaOf = await areasOfPlaces(database, release, item, places);
  return places.filter((_, k) => inScope.has(areaOf[k]!));
}
