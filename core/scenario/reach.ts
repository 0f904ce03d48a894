import type { Points } from '../access/distances.ts';
import { networkReach } from '../access/network/network-reach.ts';
import type { WalkingNetwork } from '../access/network/types.ts';
import { walkerOf } from '../access/network/walker.ts';
import { newChildren } from '../access/population/new-children.ts';
import type { ReachModel } from '../access/reach.ts';
import { type SettledAreas, settledAtPoints, settledOnce } from '../access/settled.ts';
import { straightLineReach } from '../access/straight-line.ts';
import type { JoinedPoints } from '../access/walking.ts';
import { ROOM_FOR_CHILDREN } from './children.ts';
import type { ScenarioParameters } from './document.ts';
import type { Edit } from './edit.ts';
import type { EvaluatedAreas } from './evaluated.ts';
import { type Facility, facilityEdits, REACH_FUNCTIONS, type ReachFunction } from './facilities.ts';
import { measureOf } from './reach-measure.ts';
import {
  type Counted,
  countWithin,
  type Lived,
  livedAt,
  newDwellingsWithin,
  partOfArea,
  partOfNewcomers,
  shareOf,
  together,
} from './reach-weights.ts';

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
  /** Where the people of each area are taken to live; absent or null where that is its one point. */
  settlement?: SettledAreas | null;
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
  /**
   * Part of the children who live within reach, 0–1, those who come with new dwellings counted after the edits; of the
   * dwellings where children are not known; null where there are none.
   */
  before: number | null;
  after: number | null;
  /** Part of the new social dwellings that come within reach, after the edits; null where none come. */
  newDwellings: number | null;
  /** Children to expect in what the edits build, and those of them within reach after the edits. */
  newChildren: Counted;
  weighedBy: 'children' | 'dwellings';
  /** Areas of the scope without a number of children, which do not count. */
  areasWithout: number;
  /** The same of the children in families that score as deprived; null where children or the index are not known. */
  deprived: DeprivedReach | null;
  /** Places with the function in the region, before and after. */
  places: { before: number; after: number };
  /** What the distances are: walks over the network, or straight lines times a detour. */
  by: 'network' | 'straightLine';
  /** Points of the scope where people are taken to live, and those that only a straight line leads from, for want of a street nearby. */
  points: number;
  pointsOff: number;
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

export type ReachOptions = {
  /** What tells walks from points under a detour. */
  modelOf?: ModelMaker;
  /** Child-poverty index of every area of the level, 0–1, NaN where it is not known. */
  poverty?: Float64Array | null;
  /** Position in the scope of the area of a code; without it nobody comes with new dwellings. */
  areaBy?: (code: string) => number | undefined;
};

/**
 * Who has a place to play or to meet within reach, counted at the points where people are taken to live. Who lives there
 * stays as they are; children who come with new dwellings count after the edits, in the families of their area as its
 * child-poverty index says. What a change of dwellings leaves as it is, is not measured again.
 */
export function reachEvaluator(
  ground: ReachGround,
  index: Int32Array,
  { modelOf = modelMaker(ground), poverty = null, areaBy = () => undefined }: ReachOptions = {},
): ReachEvaluator {
  const { facilities } = ground;
  const settled = settledOnce(ground.settlement ?? settledAtPoints(ground), index);
  const positions = new Map(facilities.map(({ code }, position) => [code, position]));
  const within = (column: Float64Array) => Float64Array.from(index, i => column[i]!);
  const povertyHere = poverty && within(poverty);
  // Who lives there is as it is now, so that it is counted once.
  let lived: Lived | null = null;
  const walkedWith = (detour: number) => {
    const model = modelOf(settled, detour);
    const of = (wanted: ReachFunction) => measureOf(model, facilities, positions, wanted);
    const models = new WeakMap<Points, ReachModel>();
    const modelAt = (points: Points): ReachModel => {
      const known = models.get(points) ?? modelOf({ points }, detour);
      models.set(points, known);
      return known;
    };
    return { detour, measures: { play: of('play'), meeting: of('meeting') }, modelAt };
  };
  let walked: ReturnType<typeof walkedWith> | null = null;
  return (edits, parameters, areas) => {
    const detour = parameters.detour ?? DETOUR;
    if (walked?.detour !== detour) walked = walkedWith(detour);
    const { measures, modelAt } = walked;
    const changes = facilityEdits(edits);
    lived ??= livedAt(settled, ground.children && within(ground.children), areas.totalBefore, povertyHere);
    const { weights, weighedBy, areasWithout, deprived } = lived;
    const { newcomers } = newChildren(edits, parameters.children ?? ROOM_FOR_CHILDREN, areaBy);
    const added = addedIn(areas);
    return REACH_FUNCTIONS.map(wanted => {
      const given = wanted === 'play' ? parameters.playWithinM : parameters.meetingWithinM;
      const withinM = given ?? REACH_M[wanted];
      const measured = measures[wanted](changes, withinM);
      const { before, after, places, straight } = measured;
      const come = newcomers.map(one => ({
        ...one,
        part: partOfNewcomers(one, settled, measured, modelAt, withinM),
      }));
      // Where children are not known, dwellings stand for them, and who comes is no dwelling of now.
      const coming = (shareIn: (area: number) => number): Counted =>
        come.reduce(
          (sum, { area, children, part }) => {
            const some = weighedBy === 'children' ? children * shareIn(area) : 0;
            return together(sum, { within: some * part, all: some });
          },
          { within: 0, all: 0 },
        );
      const known = (share: number) => (Number.isNaN(share) ? 0 : share);
      const share = (people: Float64Array, metres: Float64Array, more: Counted) =>
        shareOf(together(countWithin(people, metres, withinM), more));
      const none = { within: 0, all: 0 };
      const everybody = coming(() => 1);
      return {
        function: wanted,
        withinM,
        before: share(weights, before, none),
        after: share(weights, after, everybody),
        newDwellings: shareOf(
          newDwellingsWithin(added, come, area => partOfArea(settled, area, after, withinM)),
        ),
        newChildren: everybody,
        weighedBy,
        areasWithout,
        deprived: deprived && {
          before: share(deprived.children, before, none),
          after: share(
            deprived.children,
            after,
            coming(area => known(povertyHere![area]!)),
          ),
          othersBefore: share(deprived.others, before, none),
          othersAfter: share(
            deprived.others,
            after,
            coming(area => known(1 - povertyHere![area]!)),
          ),
          areasWithout: deprived.areasWithout,
        },
        places,
        by: ground.network ? 'network' : 'straightLine',
        points: settled.weight.length,
        pointsOff: straight?.reduce((sum, each) => sum + each, 0) ?? 0,
      };
    });
  };
}

export type ModelMaker = (from: JoinedPoints, detour: number) => ReachModel;

/** Walks over the network where there is one, else straight lines. */
export function modelMaker({ network }: Pick<ReachGround, 'network'>): ModelMaker {
  return ({ points, joined }, detour) => {
    if (!network) return straightLineReach(points, detour);
    const walker = walkerOf(network);
    if (joined != null) walker.joined.set(points, joined);
    return networkReach(walker, points, detour);
  };
}

function addedIn({ socialBefore, socialAfter }: EvaluatedAreas): Float64Array {
  return socialAfter.map((after, i) => Math.max(0, after - socialBefore[i]!));
}
