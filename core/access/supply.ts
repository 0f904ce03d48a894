import { numberOfLevel } from './levels.ts';
import type { AccessPlace } from './places.ts';

/** What places offer: room for children, staff (full-time equivalents), or square metres. */
export type SupplyKind = 'capacity' | 'staff' | 'areaM2';

/**
 * A column of supply for a function of the places marked 1; those whose number is not known give nothing and are
 * counted. Room and staff are those of the level (see `numberOfLevel`); the surface is there for all.
 */
export function supplyOf(
  places: readonly Omit<AccessPlace, 'id' | 'geometry'>[],
  counts: Uint8Array,
  kind: SupplyKind,
  wanted: string,
): { supply: Float64Array; placesWithout: number } {
  const supply = new Float64Array(places.length);
  let placesWithout = 0;
  places.forEach((place, j) => {
    if (counts[j] === 0) return;
    const offered = kind === 'areaM2' ? place.areaM2 : numberOfLevel(place, kind, wanted);
    if (offered === null) placesWithout++;
    else supply[j] = offered;
  });
  return { supply, placesWithout };
}

/** People-weighted sums by area of a figure at points: Σ value·people over `people` is the mean of those who live there. */
export function sumByArea(
  values: Float64Array,
  people: Float64Array,
  areaOf: Int32Array,
  areas: number,
): { sum: Float64Array; people: Float64Array } {
  const by = { sum: new Float64Array(areas), people: new Float64Array(areas) };
  for (let i = 0; i < values.length; i++) {
    by.sum[areaOf[i]!]! += values[i]! * people[i]!;
    by.people[areaOf[i]!]! += people[i]!;
  }
  return by;
}
