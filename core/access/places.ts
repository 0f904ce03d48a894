import type { Geometry } from 'geojson';
import { type Ages, agesMeet } from './ages.ts';
import type { OfLevels } from './levels.ts';

/** A place as access measures see it. */
export type AccessPlace = {
  id: string;
  functions: readonly string[];
  /** Surface in square metres; null where it is not known. */
  areaM2: number | null;
  /** Children or pupils it has room for at once; null where that is not known. */
  capacity: number | null;
  /** Staff in full-time equivalents; null where that is not known. */
  staff: number | null;
  /** What is told of single levels, such as the nursery of a school. */
  ofLevels?: OfLevels;
  /** Ages it serves; null for all, or where that is not known. */
  ages: Ages | null;
  /** WGS84 degrees. */
  geometry: Geometry;
};

export type PlaceFilter = {
  /** Places with at least one of these; empty for all. */
  functions: readonly string[];
  /** Places at least so large; of unknown surface they are not. Null for any. */
  minAreaM2?: number | null;
  /** Places that serve some of these ages. Null for any. */
  ages?: Ages | null;
};

/** 1 for each place that passes the filter. */
export function placesThat(
  places: readonly Omit<AccessPlace, 'geometry'>[],
  { functions, minAreaM2 = null, ages = null }: PlaceFilter,
): Uint8Array {
  return Uint8Array.from(places, place => {
    if (functions.length > 0 && !functions.some(id => place.functions.includes(id))) return 0;
    if (minAreaM2 !== null && (place.areaM2 === null || place.areaM2 < minAreaM2)) return 0;
    return ages === null || place.ages === null || agesMeet(place.ages, ages) ? 1 : 0;
  });
}
