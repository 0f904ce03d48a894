import { type Ages, agesMeet } from './ages.ts';
import { agesServed } from './ages-served.ts';

/** What a place may tell of one of its levels alone. */
export const LEVEL_NUMBERS = ['capacity', 'staff', 'pupils'] as const;
type LevelNumber = (typeof LEVEL_NUMBERS)[number];

/** Numbers of single levels of a place, by function; those that are not known are left out. */
export type OfLevels = Partial<Record<LevelNumber, Readonly<Record<string, number>>>>;

type LevelledPlace = {
  functions: readonly string[];
  capacity: number | null;
  staff: number | null;
  ages: Ages | null;
  ofLevels?: OfLevels;
};

/**
 * Room or staff of a place that is for one of its functions. A place of several levels, which are functions for ages of
 * their own (a nursery and primary school), has one number for all: a level's own number is taken where it is told;
 * else what the others leave is divided by pupils where those are told of every level, and by years of age where not.
 * What is for all ages counts whole for each function. Null where nothing is known.
 */
export function numberOfLevel(
  place: LevelledPlace,
  kind: 'capacity' | 'staff',
  wanted: string,
): number | null {
  const levels = place.functions.filter(id => agesServed(id) !== null);
  const own = place.ofLevels?.[kind] ?? {};
  if (own[wanted] !== undefined) return own[wanted];
  const whole = place[kind];
  if (whole === null || !levels.includes(wanted)) return whole;
  const untold = levels.filter(id => own[id] === undefined);
  const left = levels.reduce((sum, id) => sum - (own[id] ?? 0), whole);
  const sizes = untold.map(id => sizeOf(place, untold, id));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return (Math.max(0, left) * sizes[untold.indexOf(wanted)]!) / all;
}

function sizeOf({ ages, ofLevels }: LevelledPlace, levels: readonly string[], wanted: string): number {
  const pupils = levels.map(id => ofLevels?.pupils?.[id]);
  if (pupils.every(each => each !== undefined) && pupils.some(each => each > 0))
    return ofLevels!.pupils![wanted]!;
  const served = agesServed(wanted)!;
  // A place for none of these ages in which it has a level all the same says nothing of how large that is.
  const within = ages !== null && agesMeet(ages, served) ? ages : served;
  return Math.min(within.to, served.to) - Math.max(within.from, served.from) + 1;
}
