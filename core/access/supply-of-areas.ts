import type { Geometry } from 'geojson';
import { type DistanceWeight, evenWeight, gaussianWeight, steppedWeight } from './distance-weights.ts';
import { accessConcentration } from './equity.ts';
import { floatingCatchment } from './floating-catchment.ts';
import { placesNear } from './near.ts';
import {
  type AreaChildren,
  CHILD_GROUPS,
  type ChildGroup,
  perPoint,
  type SettledAreas,
  settledChildren,
} from './settled.ts';
import { distanceModelOf, type Walks } from './walking.ts';

/** How a place counts by distance, as plain data. */
export type Decay =
  | { kind: 'even' | 'gaussian'; withinM: number }
  | { kind: 'rings'; rings: readonly { withinM: number; weight: number }[] };

export type AreaSupplyQuestion = {
  /** Everybody who draws on the places, also from outside the areas that are told. */
  settled: SettledAreas;
  children: AreaChildren;
  /** Position of each settled area in the areas that are told, −1 for one that only draws on the places. */
  groupOf: Int32Array;
  areas: number;
  /** Places that offer something, WGS84 degrees, and how much; those of unknown supply are left out before. */
  places: readonly Geometry[];
  supply: Float64Array;
  decay: Decay;
  /** Most that a place can give one child; null for no limit. */
  mostPerChild: number | null;
  /** The three-step form, in which children choose among the places in reach. */
  choosing: boolean;
  walks: Walks;
};

/** A group of children and what those together can reach. */
export type GroupSupply = { children: number; supply: number; perChild: number | null };

export type AreaSupply = {
  /** By area: its children, and what they reach together, in units of supply. */
  children: Float64Array;
  supply: Float64Array;
  groups: Record<ChildGroup, GroupSupply | null>;
  /** For each place: children in its catchment by their weights, what each gets of it, and whether children that are told reach it. */
  places: { children: Float64Array; perChild: Float64Array; reached: Uint8Array };
  /** Supply of places that no child reaches, and what the limit leaves unused, over all places. */
  outOfReach: number;
  unused: number;
  /** −1 (all of it is with the areas of the highest child-poverty index) to 1; null where the index is not known, or nobody reaches anything. */
  concentration: number | null;
};

/** @throws ProblemError as the weights themselves */
export function weightOf(decay: Decay): DistanceWeight {
  if (decay.kind === 'rings') return steppedWeight(decay.rings);
  return decay.kind === 'even' ? evenWeight(decay.withinM) : gaussianWeight(decay.withinM);
}

/** What children can reach of the supply of places, by area (two-step floating catchment); errors as `floatingCatchment`. */
export function supplyOfAreas(question: AreaSupplyQuestion): AreaSupply {
  const { settled, areas, supply, mostPerChild, choosing, walks } = question;
  const children = settledChildren(settled, question.children);
  const areaOf = perPoint(settled, question.groupOf);
  const weight = weightOf(question.decay);
  const near = placesNear(question.places, settled.points, weight.withinM);
  const distances = distanceModelOf(settled, walks).distancesWithin(
    settled.points,
    near.map(place => question.places[place]!),
    weight.withinM,
  );
  const nearSupply = Float64Array.from(near, place => supply[place]!);
  const catchment = floatingCatchment(distances, nearSupply, children.all, weight, {
    ...(mostPerChild === null ? {} : { mostPerHead: mostPerChild }),
    choosing,
  });
  const size = question.places.length;
  const found: AreaSupply = {
    children: new Float64Array(areas),
    supply: new Float64Array(areas),
    groups: { all: null, deprived: null, others: null },
    places: {
      children: new Float64Array(size),
      perChild: new Float64Array(size),
      reached: new Uint8Array(size),
    },
    outOfReach: catchment.outOfReach + farSupply(supply, near),
    unused: catchment.unused,
    concentration: concentrationOf(catchment.access, children.all, areaOf, question),
  };
  areaOf.forEach((area, i) => {
    if (area < 0) return;
    found.children[area]! += children.all[i]!;
    found.supply[area]! += children.all[i]! * catchment.access[i]!;
    if (children.all[i]! > 0)
      for (let k = distances.starts[i]!; k < distances.starts[i + 1]!; k++)
        found.places.reached[near[distances.places[k]!]!] = 1;
  });
  near.forEach((place, j) => {
    found.places.children[place] = catchment.demand[j]!;
    found.places.perChild[place] = catchment.perHead[j]!;
  });
  for (const group of CHILD_GROUPS) found.groups[group] = sumOf(catchment.access, children[group], areaOf);
  return found;
}

/** Supply of the places that are too far for anybody to be looked at. */
function farSupply(supply: Float64Array, near: readonly number[]): number {
  const looked = new Set(near);
  return supply.reduce((sum, one, place) => (looked.has(place) ? sum : sum + one), 0);
}

function sumOf(access: Float64Array, people: Float64Array | null, areaOf: Int32Array): GroupSupply | null {
  if (people === null) return null;
  const sum = { children: 0, supply: 0 };
  areaOf.forEach((area, i) => {
    if (area < 0) return;
    sum.children += people[i]!;
    sum.supply += people[i]! * access[i]!;
  });
  return { ...sum, perChild: sum.children > 0 ? sum.supply / sum.children : null };
}

function concentrationOf(
  access: Float64Array,
  people: Float64Array,
  areaOf: Int32Array,
  { settled, children: { deprivedShare } }: AreaSupplyQuestion,
): number | null {
  if (deprivedShare === null) return null;
  const told = people.map((each, i) => (areaOf[i]! < 0 ? 0 : each));
  const poverty = new Float64Array(people.length);
  deprivedShare.forEach((share, area) => {
    poverty.fill(share, settled.starts[area]!, settled.starts[area + 1]!);
  });
  return accessConcentration(access, told, poverty)?.index ?? null;
}
