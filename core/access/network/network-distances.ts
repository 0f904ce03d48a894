import type { Geometry } from 'geojson';
import { type DistanceModel, type Distances, distancesByPlace, type Points } from '../distances.ts';
import { straightLineDistances } from '../straight-line-distances.ts';
import { directFinder } from './direct.ts';
import { beginTowards, eachEnd, joinPoints, type Owned, pointsByEdge, type Towards } from './joined.ts';
import type { Walker } from './walker.ts';

/** All places within a distance of each point, over a network; the same rules as `networkReach`. */
export function networkDistances(walker: Walker, detour: number): DistanceModel {
  return {
    distancesWithin(points, places, maxMetres): Distances {
      const joined = joinPoints(walker, points);
      const pointsOn = pointsByEdge(walker, joined);
      const one: Towards = { search: walker.towards, onEdge: new Map<number, Owned[]>() };
      const beside = besideStreets(walker, points, places, maxMetres, detour);
      const nearest = new Float64Array(points.lon.length).fill(Infinity);
      const reached: number[] = [];
      const offer = (point: number, metres: number): void => {
        if (!(metres <= maxMetres) || metres >= nearest[point]!) return;
        if (nearest[point] === Infinity) reached.push(point);
        nearest[point] = metres;
      };
      let asking = -1;
      const offerAsking = (metres: number): void => offer(asking, metres);
      return distancesByPlace(points.lon.length, places.length, maxMetres, (place, put) => {
        beginTowards(walker, one, [places[place]!], maxMetres);
        const junctions = one.search.run();
        for (const edge of edgesReached(walker, junctions, one, pointsOn.first))
          for (let point = pointsOn.first(edge); point >= 0; point = pointsOn.next(point)) {
            asking = point;
            eachEnd(walker, joined, point, one, offerAsking);
          }
        for (const { point, metres } of beside[place]!) offer(point, metres);
        for (const point of reached) {
          put(point, nearest[point]!);
          nearest[point] = Infinity;
        }
        reached.length = 0;
      });
    },
  };
}

/** The edges that a search came to, or that an entrance is on, and that somebody lives at. */
function edgesReached(
  walker: Walker,
  reached: Int32Array,
  { onEdge }: Towards,
  livesAt: (edge: number) => number,
): Set<number> {
  const edges = new Set<number>(onEdge.keys());
  const { forward, backward } = walker.graph;
  for (const junction of reached)
    for (const { starts, edges: at } of forward === backward ? [forward] : [forward, backward])
      for (let arc = starts[junction]!; arc < starts[junction + 1]!; arc++)
        if (livesAt(at[arc]!) >= 0) edges.add(at[arc]!);
  return edges;
}

/** By place, who reaches it without a walk along streets: straight over the ground that is between, or for want of a street. */
function besideStreets(
  walker: Walker,
  points: Points,
  places: readonly Geometry[],
  maxMetres: number,
  detour: number,
): { point: number; metres: number }[][] {
  const found: { point: number; metres: number }[][] = places.map(() => []);
  const joined = joinPoints(walker, points);
  const direct = directFinder(points, joined, places);
  const lone: number[] = [];
  const others: number[] = [];
  for (let point = 0; point < points.lon.length; point++) {
    (joined.edge[point]! < 0 ? lone : others).push(point);
    if (joined.edge[point]! >= 0) direct(point, (place, metres) => found[place]!.push({ point, metres }));
  }
  const measure = (of: readonly number[], among: readonly number[]): void => {
    if (of.length === 0 || among.length === 0) return;
    const some = {
      lon: Float64Array.from(of, i => points.lon[i]!),
      lat: Float64Array.from(of, i => points.lat[i]!),
    };
    const wanted = among.map(place => places[place]!);
    const straight = straightLineDistances(detour).distancesWithin(some, wanted, maxMetres);
    for (let n = 0; n < of.length; n++)
      for (let p = straight.starts[n]!; p < straight.starts[n + 1]!; p++)
        found[among[straight.places[p]!]!]!.push({ point: of[n]!, metres: straight.metres[p]! });
  };
  measure(lone, [...places.keys()]);
  measure(
    others,
    [...places.keys()].filter(place => walker.entrances(places[place]!).length === 0),
  );
  return found;
}
