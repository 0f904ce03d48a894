import type { FunctionProfile } from '../../../core/access/area-profile.ts';
import type { Around } from '../../../core/access/around.ts';
import { type Walking, walkingBy } from '../../../core/access/walking.ts';
import type { AreaRef } from '../../../core/areas/types.ts';
import { FACILITY_FUNCTION_IDS } from '../../../data/facility-functions.ts';
import { findArea } from '../area-views.ts';
import type { Desk } from '../desk.ts';
import type { Release } from '../types.ts';
import { type AccessGround, accessGround, groundWithin, type ScopedGround, walksOf } from './ground.ts';
import { loadPlaces, type NamedPlace } from './places.ts';

export type AroundQuestion = {
  region: string;
  lon: number;
  lat: number;
  withinM: number;
  /** Places with one of these; empty for all. */
  functions: readonly string[];
  detour: number | undefined;
};

export type PlaceReached = { place: NamedPlace; metres: number };
export type AroundAnswer = Omit<Around, 'places'> & {
  ground: AccessGround;
  scoped: ScopedGround;
  walking: Walking;
  places: PlaceReached[];
};

/** Who reaches a point on foot, and what is reached from it; errors as in `accessGround`. */
export async function measureAround(
  desk: Desk,
  release: Release,
  { region, lon, lat, withinM, functions, detour }: AroundQuestion,
): Promise<AroundAnswer> {
  const ground = await accessGround(desk, release, region);
  const scoped = await groundWithin(desk, release, ground, null, null);
  const { settled, children } = scoped;
  const all = await loadPlaces(desk.database, release, region);
  const places =
    functions.length === 0 ? all : all.filter(place => place.functions.some(id => functions.includes(id)));
  const walks = walksOf(ground, detour);
  const { places: reached, ...found } = await desk.computation.run(
    'around',
    [
      {
        at: { lon, lat },
        withinM,
        settled,
        children,
        walks,
        places: places.map(({ geometry }) => geometry),
      },
    ],
    { signal: desk.signal },
  );
  return {
    ...found,
    ...{ ground, scoped, walking: walkingBy(walks) },
    places: reached.map(({ place, metres }) => ({ place: places[place]!, metres })),
  };
}

export type ProfileQuestion = {
  region: string;
  area: AreaRef;
  withinM: number;
  detour: number | undefined;
};

export type ProfileAnswer = {
  ground: AccessGround;
  scoped: ScopedGround;
  walking: Walking;
  /** Children of the area, of whom in families that score as deprived; null where that is not known. */
  children: { all: number; deprived: number | null };
  functions: (Omit<FunctionProfile, 'nearest'> & { nearest: PlaceReached | null })[];
};

/** What the children of one area have near, function by function; errors as in `groundWithin` and `findArea`. */
export async function measureProfile(
  desk: Desk,
  release: Release,
  { region, area, withinM, detour }: ProfileQuestion,
): Promise<ProfileAnswer> {
  const { view } = await findArea(desk.database, release, region, area);
  const ground = await accessGround(desk, release, region);
  const scoped = await groundWithin(desk, release, ground, area, null);
  const { settled, children } = scoped;
  const places = await loadPlaces(desk.database, release, region);
  const walks = walksOf(ground, detour);
  const byFunction = FACILITY_FUNCTION_IDS.map(id => ({
    id,
    having: places.filter(place => place.functions.includes(id)),
  })).filter(({ having }) => having.length > 0);
  const profiles = await desk.computation.run(
    'profileOfArea',
    [
      {
        ...{ settled, children, withinM, walks },
        at: { lon: view.lon, lat: view.lat },
        functions: byFunction.map(({ id, having }) => ({
          id,
          places: having.map(({ geometry }) => geometry),
        })),
      },
    ],
    { signal: desk.signal },
  );
  const { deprivedShare } = children;
  const known = (sum: number, each: number) => (Number.isNaN(each) ? sum : sum + each);
  return {
    ...{ ground, scoped, walking: walkingBy(walks) },
    children: {
      all: children.all.reduce(known, 0),
      deprived: deprivedShare && children.all.map((one, k) => one * deprivedShare[k]!).reduce(known, 0),
    },
    functions: profiles.map(({ nearest, ...profile }, k) => ({
      ...profile,
      nearest:
        nearest === null ? null : { place: byFunction[k]!.having[nearest.place]!, metres: nearest.metres },
    })),
  };
}
