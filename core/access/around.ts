import type { Geometry, Polygon } from 'geojson';
import { projectionOf, utmEpsg } from '../areas/projection.ts';
import { sumTerms } from '../summation.ts';
import { type AreaChildren, type SettledAreas, settledChildren } from './settled.ts';
import { reachModelOf, type Walking } from './walking.ts';

export type AroundQuestion = {
  /** Where somebody stands, WGS84 degrees. */
  at: { lon: number; lat: number };
  withinM: number;
  settled: SettledAreas;
  children: AreaChildren;
  /** Places that may be reached, WGS84 degrees. */
  places: readonly Geometry[];
  walking: Walking;
};

/** What lies within a walk of a point, seen both ways. */
export type Around = {
  /** Who reaches it: children within the distance; null where a group is not known. */
  children: { all: number; deprived: number | null; others: number | null };
  /** What is reached from it: positions of the places within the distance and metres to each, nearest first. */
  places: { place: number; metres: number }[];
  /** Where one comes from, and gets to: the isochrone. */
  within: Polygon;
};

/** Corners of the circle that a straight line draws. */
const CORNERS = 96;

/**
 * An isochrone both ways: who reaches a point within a distance on foot, and which places are reached from it. A straight
 * line is as long in one direction as in the other.
 */
export function around(question: AroundQuestion): Around {
  const { at, withinM, settled, places, walking } = question;
  const children = settledChildren(settled, question.children);
  const spot: Geometry = { type: 'Point', coordinates: [at.lon, at.lat] };
  const { metres } = reachModelOf(settled.points, walking).toNearest([spot]);
  const within = (people: Float64Array | null): number | null =>
    people && sumTerms(people.length, i => (metres[i]! <= withinM ? people[i]! : 0));
  const here = reachModelOf({ lon: Float64Array.of(at.lon), lat: Float64Array.of(at.lat) }, walking);
  const reached = places
    .map((geometry, place) => ({ place, metres: here.toNearest([geometry]).metres[0]! }))
    .filter(one => one.metres <= withinM)
    .sort((a, b) => a.metres - b.metres || a.place - b.place);
  return {
    children: {
      all: within(children.all) ?? 0,
      deprived: within(children.deprived),
      others: within(children.others),
    },
    places: reached,
    within: circle(at, withinM / walking.detour),
  };
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
