import type { Geometry } from 'geojson';
import { coverageByArea } from './coverage.ts';
import { type FamilyReach, familyReach } from './families.ts';
import { spreadPart, spreadPeople } from './population/spread.ts';
import { perPoint, type SettledAreas } from './settled.ts';
import { reachModelOf, type Walks } from './walking.ts';

export type AreaFamiliesQuestion = {
  settled: SettledAreas;
  /** Births of the settled areas, and those of them in deprived families; NaN where they are not known. */
  births: Float64Array;
  deprivedBirths: Float64Array;
  /** Position of each settled area in the areas that are told, and how many those are. */
  groupOf: Int32Array;
  areas: number;
  /** Family centres, WGS84 degrees. */
  places: readonly Geometry[];
  /** Distances that are told over all areas, and the one that is told by area. */
  distancesM: readonly number[];
  withinM: number;
  walks: Walks;
};

export type AreaFamilies = {
  reach: FamilyReach[];
  /** By area within `withinM`. */
  births: { reached: Float64Array; all: Float64Array };
  deprived: { reached: Float64Array; all: Float64Array };
};

/** Births, and births in deprived families, within a walk of a family centre; an area where one of both is not known counts in neither. */
export function familiesOfAreas(question: AreaFamiliesQuestion): AreaFamilies {
  const { settled, groupOf, areas, places, distancesM, withinM, walks } = question;
  const known = (column: Float64Array, beside: Float64Array) =>
    column.map((each, area) => (Number.isNaN(beside[area]) ? Number.NaN : each));
  const births = spreadPeople(known(question.births, question.deprivedBirths), settled, 'fractions').people;
  const deprivedHere = known(question.deprivedBirths, question.births);
  const deprived = spreadPart(deprivedHere, settled, births, 'fractions').people;
  const { metres } = reachModelOf(settled, walks).toNearest(places);
  const areaOf = perPoint(settled, groupOf);
  const byArea = (people: Float64Array) => coverageByArea(metres, people, areaOf, areas, withinM);
  return {
    reach: familyReach(metres, deprived, births, distancesM),
    births: byArea(births),
    deprived: byArea(deprived),
  };
}
