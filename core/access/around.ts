import type { Geometry, MultiLineString, Polygon } from 'geojson';
import { projectionOf, utmEpsg } from '../areas/projection.ts';
import { sumTerms } from '../summation.ts';
import { pointAt } from './distances.ts';
import { type IsochroneDirection, isochrone } from './network/isochrone.ts';
import { type AreaChildren, type SettledAreas, settledChildren } from './settled.ts';
import { distanceModelOf, reachModelOf, type Walks, walkerKnown } from './walking.ts';

export type AroundQuestion = {
  /** Where somebody stands, WGS84 degrees. */
  at: { lon: number; lat: number };
  withinM: number;
  settled: SettledAreas;
  children: AreaChildren;
  /** Places that may be reached, WGS84 degrees. */
  places: readonly Geometry[];
  walks: Walks;
};

/** What lies within a walk of a point, seen both ways. */
export type Around = {
  /** Who reaches it: children within the distance; null where a group is not known. */
  children: { all: number; deprived: number | null; others: number | null };
  /** What is reached from it: positions of the places within the distance and metres to each, nearest first. */
  places: { place: number; metres: number }[];
  /** Where one gets to from it, and where one comes from to it: the isochrones. */
  from: Isochrone;
  to: Isochrone;
};

/**
 * Where a walk may end, or begin. Over a network: the streets within the distance, cut where it is used up, and their
 * length on the ground. Where the network has no street near, or there is none: the circle of the straight line.
 */
export type Isochrone = {
  by: 'network' | 'straight-line';
  within: MultiLineString | Polygon;
  streetM: number | null;
};

/** Corners of the circle that a straight line draws. */
const CORNERS = 96;

/** Isochrones both ways around a point: who reaches it within a distance on foot, and which places are reached from it. */
export function around(question: AroundQuestion): Around {
  const { at, withinM, settled, places, walks } = question;
  const children = settledChildren(settled, question.children);
  const spot: Geometry = { type: 'Point', coordinates: [at.lon, at.lat] };
  const { metres } = reachModelOf(settled, walks).toNearest([spot], undefined, withinM);
  const within = (people: Float64Array | null): number | null =>
    people && sumTerms(people.length, i => (metres[i]! <= withinM ? people[i]! : 0));
  const here = { points: pointAt(at) };
  const found = distanceModelOf(here, walks).distancesWithin(here.points, places, withinM);
  return {
    children: {
      all: within(children.all) ?? 0,
      deprived: within(children.deprived),
      others: within(children.others),
    },
    places: Array.from(found.places, (place, k) => ({ place, metres: found.metres[k]! })).sort(
      (a, b) => a.metres - b.metres || a.place - b.place,
    ),
    from: isochroneOf(at, withinM, walks, 'from'),
    to: isochroneOf(at, withinM, walks, 'to'),
  };
}

function isochroneOf(
  at: AroundQuestion['at'],
  withinM: number,
  { detour, network }: Walks,
  direction: IsochroneDirection,
): Isochrone {
  const walked =
    network === null ? null : isochrone(walkerKnown(network), [at.lon, at.lat], withinM, direction);
  if (walked === null) return { by: 'straight-line', within: circle(at, withinM / detour), streetM: null };
  return { by: 'network', within: walked.streets, streetM: walked.streetMetres };
}

function circle({ lon, lat }: { lon: number; lat: number }, radiusM: number): Polygon {
  const { forward, inverse } = projectionOf(utmEpsg(lon, lat));
  const [x, y] = forward(lon, lat) as [number, number];
  const ring = Array.from({ length: CORNERS }, (_, k) => {
    const turn = (2 * Math.PI * k) / CORNERS;
    return [...inverse(x + radiusM * Math.cos(turn), y + radiusM * Math.sin(turn))];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
}
