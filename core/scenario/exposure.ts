import type { EvaluatedAreas } from './evaluated.ts';

export type PovertyExposure = {
  /** Mean child-poverty index of where the new social dwellings come, weighted by them; null where none has one. */
  ofNewDwellings: number | null;
  /** The same of where the social dwellings are now, for comparison. */
  ofPresentDwellings: number | null;
  /** The same of where the social dwellings then are. */
  ofDwellingsAfter: number | null;
  /** New social dwellings in areas without an index, which count in neither. */
  dwellingsWithout: number;
};

/**
 * How much child poverty there is around new social dwellings. `poverty` has the child-poverty index of each area of
 * the scope, in the order of the evaluation, NaN where there is none. Areas that lose social dwellings bring none.
 */
export function povertyExposure(areas: EvaluatedAreas, poverty: Float64Array): PovertyExposure {
  let sum = 0;
  let weight = 0;
  let presentSum = 0;
  let presentWeight = 0;
  let afterSum = 0;
  let afterWeight = 0;
  let dwellingsWithout = 0;
  for (let i = 0; i < poverty.length; i++) {
    const here = poverty[i]!;
    const present = areas.socialBefore[i]!;
    const after = areas.socialAfter[i]!;
    const added = Math.max(0, after - present);
    if (Number.isNaN(here)) {
      dwellingsWithout += added;
      continue;
    }
    sum += added * here;
    weight += added;
    presentSum += present * here;
    presentWeight += present;
    afterSum += after * here;
    afterWeight += after;
  }
  return {
    ofNewDwellings: weight > 0 ? sum / weight : null,
    ofPresentDwellings: presentWeight > 0 ? presentSum / presentWeight : null,
    ofDwellingsAfter: afterWeight > 0 ? afterSum / afterWeight : null,
    dwellingsWithout,
  };
}
