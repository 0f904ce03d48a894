import { networkReach } from '../access/network/network-reach.ts';
import type { WalkingNetwork } from '../access/network/types.ts';
import { walkerOf } from '../access/network/walker.ts';
import type { ReachModel } from '../access/reach.ts';
import { straightLineReach } from '../access/straight-line.ts';
import type { ScenarioParameters } from './document.ts';
import type { Edit } from './edit.ts';
import type { EvaluatedAreas } from './evaluated.ts';
import {
  type Facility,
  facilityChange,
  facilityEdits,
  REACH_FUNCTIONS,
  type ReachFunction,
} from './facilities.ts';

/**
 * Metres on foot that count as within reach, unless the scenario says otherwise. For play what Dutch municipalities
 * commonly take for children of 6 to 11; for meeting no norm was found, and it is the product's own assumption.
 */
export const REACH_M: Readonly<Record<ReachFunction, number>> = { play: 400, meeting: 800 };

/** How much longer a walk is than a straight line, unless the scenario says otherwise: the product's own assumption. */
export const DETOUR = 1.3;

/** What reach is measured on; columns over every area of the level. */
export type ReachGround = {
  /** A point on the surface of each area, WGS84 degrees. */
  lon: Float64Array;
  lat: Float64Array;
  facilities: readonly Facility[];
  /** Children in each area, NaN where that is not known; null where the level has no such figures. */
  children: Float64Array | null;
  /** Streets and paths that are walked; absent or null where distances are straight lines times a detour. */
  network?: WalkingNetwork | null;
};

export type Reach = {
  function: ReachFunction;
  /** Metres on foot that count as within reach. */
  withinM: number;
  /** Part of the children who live in an area within reach, 0–1; of the dwellings where children are not known; null where there are none. */
  before: number | null;
  after: number | null;
  /** Part of the new social dwellings that come in an area within reach, after the edits; null where none come. */
  newDwellings: number | null;
  weighedBy: 'children' | 'dwellings';
  /** Areas of the scope without a number of children, which do not count. */
  areasWithout: number;
  /** The same of the children in families that score as deprived; null where children or the index are not known. */
  deprived: DeprivedReach | null;
  /** Places with the function in the region, before and after. */
  places: { before: number; after: number };
  /** What the distances are: walks over the network, or straight lines times a detour. */
  by: 'network' | 'straightLine';
  /** Of the areas of the scope, those that a straight line had to be drawn from, for want of a street nearby. */
  areasOffNetwork: number;
};

/**
 * Reach of the children in families that score as deprived, whose number is estimated: the children of an area times
 * its child-poverty index, which counts births. Beside them the other children of the same areas.
 */
export type DeprivedReach = {
  before: number | null;
  after: number | null;
  /** Part of the other children within reach, in the areas that have an index. */
  othersBefore: number | null;
  othersAfter: number | null;
  /** Areas with children and without an index, which do not count here. */
  areasWithout: number;
};

export type ReachEvaluator = (
  edits: readonly Edit[],
  parameters: ScenarioParameters,
  areas: EvaluatedAreas,
) => Reach[];

/**
 * Who has a place to play or to meet within reach: areas count whole, by a point on their surface. Who lives there is
 * taken as it is now, before and after, so that these shares answer to places alone; where the new dwellings come is
 * told beside them. What a change of dwellings leaves as it is, is not measured again.
 */
export function reachEvaluator(
  ground: ReachGround,
  index: Int32Array,
  modelOf: (detour: number) => ReachModel = modelMaker(ground, index),
  /** Child-poverty index of every area of the level, 0–1, NaN where it is not known. */
  poverty: Float64Array | null = null,
): ReachEvaluator {
  const { facilities } = ground;
  const positions = new Map(facilities.map(({ code }, position) => [code, position]));
  // Who lives there is as it is now, so that it is counted once.
  let lived: ReturnType<typeof weightsOf> | null = null;
  let walked: { detour: number; measures: Record<ReachFunction, Measure> } | null = null;
  const measuresFor = (detour: number) => {
    if (walked?.detour !== detour) {
      const model = modelOf(detour);
      const of = (wanted: ReachFunction) => measureOf(model, facilities, positions, wanted);
      walked = { detour, measures: { play: of('play'), meeting: of('meeting') } };
    }
    return walked.measures;
  };
  return (edits, parameters, areas) => {
    const measures = measuresFor(parameters.detour ?? DETOUR);
    const changes = facilityEdits(edits);
    lived ??= weightsOf(ground, areas, poverty);
    const { weights, weighedBy, areasWithout, deprived } = lived;
    const added = addedIn(areas);
    return REACH_FUNCTIONS.map(wanted => {
      const given = wanted === 'play' ? parameters.playWithinM : parameters.meetingWithinM;
      const withinM = given ?? REACH_M[wanted];
      const { before, after, places, off } = measures[wanted](changes, withinM);
      return {
        function: wanted,
        withinM,
        before: partWithin(weights, before, withinM),
        after: partWithin(weights, after, withinM),
        newDwellings: partWithin(added, after, withinM),
        weighedBy,
        areasWithout,
        deprived: deprived && {
          before: partWithin(deprived.children, before, withinM),
          after: partWithin(deprived.children, after, withinM),
          othersBefore: partWithin(deprived.others, before, withinM),
          othersAfter: partWithin(deprived.others, after, withinM),
          areasWithout: deprived.areasWithout,
        },
        places,
        by: ground.network ? 'network' : 'straightLine',
        areasOffNetwork: off,
      };
    });
  };
}

/** Walks over the network where there is one, else straight lines. */
export function modelMaker(ground: ReachGround, index: Int32Array): (detour: number) => ReachModel {
  const points = pointsOf(ground, index);
  const { network } = ground;
  return detour =>
    network ? networkReach(walkerOf(network), points, detour) : straightLineReach(points, detour);
}

/** Metres up to which distances are known at least, so that another norm asks nothing anew. */
const KNOWN_M = 1500;

/** Metres to the nearest place from each area of the scope, exact up to `withinM`. */
type Measure = (
  changes: ReturnType<typeof facilityEdits>,
  withinM: number,
) => {
  before: Float64Array;
  after: Float64Array;
  places: { before: number; after: number };
  /** Areas whose distance is a straight line for want of a network. */
  off: number;
};

export function measureOf(
  model: ReachModel,
  facilities: readonly Facility[],
  positions: ReadonlyMap<string, number>,
  wanted: ReachFunction,
): Measure {
  const having = [...facilities.keys()].filter(i => facilities[i]!.functions.includes(wanted));
  const geometries = having.map(i => facilities[i]!.geometry);
  let known: { upToM: number; measure: ReturnType<typeof measureUpTo> } | null = null;

  function measureUpTo(upToM: number) {
    const now = model.toNearest(geometries, undefined, upToM);
    const off = now.straight?.reduce((sum, each) => sum + each, 0) ?? 0;
    const gainedFrom = new WeakMap<object, Float64Array>();
    let last: { changes: readonly Edit[]; after: Float64Array; places: number } | null = null;

    const measure = (changes: ReturnType<typeof facilityEdits>): { after: Float64Array; places: number } => {
      const { lost, gained } = facilityChange(facilities, positions, changes, wanted);
      if (lost.length === 0 && gained.length === 0) return { after: now.metres, places: having.length };
      const after = now.metres.slice();
      if (lost.length > 0) {
        const gone = new Set(lost);
        const affected: number[] = [];
        for (let k = 0; k < after.length; k++) if (gone.has(having[now.place[k]!] ?? -1)) affected.push(k);
        const points = Int32Array.from(affected);
        const remaining = geometries.filter((_, k) => !gone.has(having[k]!));
        const { metres } = model.toNearest(remaining, points, upToM);
        for (let k = 0; k < points.length; k++) after[points[k]!] = metres[k]!;
      }
      for (const geometry of gained) {
        const metres = gainedFrom.get(geometry) ?? model.toNearest([geometry], undefined, upToM).metres;
        gainedFrom.set(geometry, metres);
        for (let k = 0; k < after.length; k++) if (metres[k]! < after[k]!) after[k] = metres[k]!;
      }
      return { after, places: having.length - lost.length + gained.length };
    };

    return (changes: ReturnType<typeof facilityEdits>) => {
      const same =
        last?.changes.length === changes.length && changes.every((one, i) => one === last!.changes[i]);
      if (last === null || !same) last = { changes, ...measure(changes) };
      const { after, places } = last;
      return { before: now.metres, after, places: { before: having.length, after: places }, off };
    };
  }

  return (changes, withinM) => {
    if (known === null || withinM > known.upToM) {
      const upToM = Math.max(withinM, KNOWN_M);
      known = { upToM, measure: measureUpTo(upToM) };
    }
    return known.measure(changes);
  };
}

function pointsOf({ lon, lat }: ReachGround, index: Int32Array) {
  const pick = (column: Float64Array): Float64Array => Float64Array.from(index, i => column[i]!);
  return { lon: pick(lon), lat: pick(lat) };
}

/** Who lives where now: children where they are known, else dwellings. */
function weightsOf(
  { children }: ReachGround,
  { index, totalBefore }: EvaluatedAreas,
  poverty: Float64Array | null,
) {
  const known = children === null ? null : Float64Array.from(index, i => children[i]!);
  if (known === null || known.every(Number.isNaN))
    return { weights: totalBefore, weighedBy: 'dwellings' as const, areasWithout: 0, deprived: null };
  let areasWithout = 0;
  for (let i = 0; i < known.length; i++) {
    if (!Number.isNaN(known[i])) continue;
    areasWithout++;
    known[i] = 0;
  }
  const deprived = poverty === null ? null : dividedBy(known, index, poverty);
  return { weights: known, weighedBy: 'children' as const, areasWithout, deprived };
}

/** The children of each area by the child-poverty index; none in areas without it. Null where no area has it. */
function dividedBy(weights: Float64Array, index: Int32Array, poverty: Float64Array) {
  const children = new Float64Array(weights.length);
  const others = new Float64Array(weights.length);
  let areasWithout = 0;
  let areasWith = 0;
  for (let i = 0; i < weights.length; i++) {
    const share = poverty[index[i]!]!;
    if (Number.isNaN(share)) {
      if (weights[i]! > 0) areasWithout++;
      continue;
    }
    areasWith++;
    children[i] = weights[i]! * share;
    others[i] = weights[i]! * (1 - share);
  }
  return areasWith === 0 ? null : { children, others, areasWithout };
}

function addedIn({ socialBefore, socialAfter }: EvaluatedAreas): Float64Array {
  const added = new Float64Array(socialAfter.length);
  for (let i = 0; i < added.length; i++) added[i] = Math.max(0, socialAfter[i]! - socialBefore[i]!);
  return added;
}

function partWithin(weights: Float64Array, metres: Float64Array, withinM: number): number | null {
  let within = 0;
  let all = 0;
  for (let i = 0; i < weights.length; i++) {
    all += weights[i]!;
    if (metres[i]! <= withinM) within += weights[i]!;
  }
  return all > 0 ? within / all : null;
}
