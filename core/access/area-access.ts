import type { Geometry } from 'geojson';
import {
  type Coverage,
  coverage,
  coverageByArea,
  type DistanceSummary,
  distanceSummary,
} from './coverage.ts';
import { accessConcentration, erreygersIndex } from './equity.ts';
import {
  type AreaChildren,
  type ChildGroup,
  perPoint,
  type SettledAreas,
  settledChildren,
} from './settled.ts';
import { reachModelOf, type Walks } from './walking.ts';

export type AreaAccessQuestion = {
  settled: SettledAreas;
  children: AreaChildren;
  /** Position of each settled area in the areas that are told, and how many those are. */
  groupOf: Int32Array;
  areas: number;
  /** Places that count, WGS84 degrees. */
  places: readonly Geometry[];
  withinM: number;
  walks: Walks;
};

/** Counts of one group of children by area, and over all areas. */
export type GroupAccess = {
  /** Children of each area, and those with a place within the distance. */
  children: Float64Array;
  reached: Float64Array;
  total: Coverage;
  distances: DistanceSummary;
  /** Share of all of them within each distance of `CURVE_M`; null where the group is nobody. */
  curve: (number | null)[];
};

export type AreaAccess = {
  /** Metres to the nearest place within which half the children of the area live; where none live, half its points. NaN without places. */
  medianM: Float64Array;
  groups: Record<ChildGroup, GroupAccess | null>;
  /** How having a place within the distance is divided over children, from the highest child-poverty index to the lowest; null where it is not known, or nobody has one. */
  equity: Equity | null;
};

export type Equity = {
  /** −1 (only children of the areas with the highest index have one) to 1 (only those of the lowest); 0 is equal (Erreygers 2009). */
  index: number;
  /** Cumulative shares of the children, and of those who have a place, from the highest index to the lowest. */
  curve: { children: number[]; reached: number[] };
};

/** Distances at which the curve of reach is told, metres on foot. */
export const CURVE_M: readonly number[] = Array.from({ length: 41 }, (_, step) => 50 * step);

/** How far the children of areas live from the nearest of the places, and how many have one within a distance. */
export function accessOfAreas(question: AreaAccessQuestion): AreaAccess {
  const { settled, groupOf, areas, places, withinM, walks } = question;
  const children = settledChildren(settled, question.children);
  const areaOf = perPoint(settled, groupOf);
  const { metres } = reachModelOf(settled, walks).toNearest(places);
  const told = (people: Float64Array | null): GroupAccess | null => {
    if (people === null) return null;
    const { reached, all } = coverageByArea(metres, people, areaOf, areas, withinM);
    return {
      children: all,
      reached,
      total: coverage(metres, people, [withinM])[0]!,
      distances: distanceSummary(metres, people),
      curve: coverage(metres, people, CURVE_M).map(({ share }) => share),
    };
  };
  return {
    medianM: medianByArea(metres, children.all, areaOf, areas),
    groups: {
      all: told(children.all),
      deprived: told(children.deprived),
      others: told(children.others),
    },
    equity: equityOf(metres, withinM, settled, question.children, children.all),
  };
}

function equityOf(
  metres: Float64Array,
  withinM: number,
  settled: SettledAreas,
  { deprivedShare }: AreaChildren,
  people: Float64Array,
): Equity | null {
  if (deprivedShare === null) return null;
  const poverty = new Float64Array(metres.length);
  deprivedShare.forEach((share, area) => {
    poverty.fill(share, settled.starts[area]!, settled.starts[area + 1]!);
  });
  const found = accessConcentration(
    metres.map(each => (each <= withinM ? 1 : 0)),
    people,
    poverty,
  );
  if (found === null) return null;
  const { people: children, access: reached } = found.curve;
  return { index: erreygersIndex(found), curve: { children: [...children], reached: [...reached] } };
}

/** The median of each area; an area without people is told by its points, so that a map has no hole in it. */
function medianByArea(
  metres: Float64Array,
  people: Float64Array,
  areaOf: Int32Array,
  areas: number,
): Float64Array {
  const starts = new Int32Array(areas + 1);
  for (const area of areaOf) starts[area + 1]!++;
  for (let area = 0; area < areas; area++) starts[area + 1]! += starts[area]!;
  const at = starts.slice();
  const byArea = new Int32Array(areaOf.length);
  areaOf.forEach((area, i) => {
    byArea[at[area]!++] = i;
  });
  return Float64Array.from({ length: areas }, (_, area) => {
    const own = byArea.subarray(starts[area]!, starts[area + 1]!);
    const there = Float64Array.from(own, i => metres[i]!);
    const weights = Float64Array.from(own, i => people[i]!);
    if (weights.every(each => !(each > 0))) weights.fill(1);
    return distanceSummary(there, weights).medianM ?? Number.NaN;
  });
}
