import type { Geometry } from 'geojson';
import { placesNear } from './near.ts';
import {
  type AreaChildren,
  CHILD_GROUPS,
  type ChildGroup,
  perPoint,
  type SettledAreas,
  settledChildren,
} from './settled.ts';
import { variety } from './variety.ts';
import { distanceModelOf, type Walks } from './walking.ts';

export type AreaVarietyQuestion = {
  settled: SettledAreas;
  children: AreaChildren;
  /** Position of each settled area in the areas that are told, and how many those are. */
  groupOf: Int32Array;
  areas: number;
  places: readonly { geometry: Geometry; functions: readonly string[] }[];
  /** Functions that are counted, at most 31. */
  wanted: readonly string[];
  withinM: number;
  walks: Walks;
};

/** Children by how many of the functions they have, from none to all, and the mean. */
export type GroupVariety = { children: number; mean: number | null; byNumber: number[] };

export type AreaVariety = {
  /** By area: its children, and the functions they have, summed over them. */
  children: Float64Array;
  functions: Float64Array;
  groups: Record<ChildGroup, GroupVariety | null>;
};

/** How many of some functions the children of areas have within a walk, one place or more of each. */
export function varietyOfAreas(question: AreaVarietyQuestion): AreaVariety {
  const { settled, groupOf, areas, places, wanted, withinM, walks } = question;
  const children = settledChildren(settled, question.children);
  const areaOf = perPoint(settled, groupOf);
  const geometries = places.map(({ geometry }) => geometry);
  const near = placesNear(geometries, settled.points, withinM);
  const distances = distanceModelOf(settled, walks).distancesWithin(
    settled.points,
    near.map(place => geometries[place]!),
    withinM,
  );
  const functionsOf = near.map(place => places[place]!.functions);
  const numbers = variety(distances, functionsOf, wanted, withinM);
  const found: AreaVariety = {
    children: new Float64Array(areas),
    functions: new Float64Array(areas),
    groups: { all: null, deprived: null, others: null },
  };
  areaOf.forEach((area, i) => {
    found.children[area]! += children.all[i]!;
    found.functions[area]! += children.all[i]! * numbers[i]!;
  });
  for (const group of CHILD_GROUPS) found.groups[group] = groupOfNumbers(numbers, children[group], wanted);
  return found;
}

function groupOfNumbers(
  numbers: Uint8Array,
  people: Float64Array | null,
  wanted: readonly string[],
): GroupVariety | null {
  if (people === null) return null;
  const byNumber = new Array<number>(wanted.length + 1).fill(0);
  people.forEach((each, i) => {
    byNumber[numbers[i]!]! += each;
  });
  const children = byNumber.reduce((sum, each) => sum + each, 0);
  const functions = byNumber.reduce((sum, each, number) => sum + each * number, 0);
  return { children, mean: children > 0 ? functions / children : null, byNumber };
}
