import { type DistanceModel, type Distances, distancesFromPairs } from '../distances.ts';
import { straightLineDistances } from '../straight-line-distances.ts';
import { directFinder } from './direct.ts';
import { beginTowards, endsOf, joinPoints, type Owned, pointsByEdge } from './joined.ts';
import type { Walker } from './walker.ts';

/** All places within a distance of each point, over a network; the same rules as `networkReach`. */
export function networkDistances(walker: Walker, detour: number): DistanceModel {
  const straight = straightLineDistances(detour);
  return {
    distancesWithin(points, places, maxMetres): Distances {
      const joined = joinPoints(walker, points);
      const pairs = { points: [] as number[], places: [] as number[], metres: [] as number[] };
      const put = (point: number, place: number, metres: number): void => {
        pairs.points.push(point);
        pairs.places.push(place);
        pairs.metres.push(metres);
      };
      const pointsOn = pointsByEdge(walker, joined);
      const one = { search: walker.towards, onEdge: new Map<number, Owned[]>() };
      places.forEach((geometry, place) => {
        beginTowards(walker, one, [geometry], maxMetres);
        const edges = new Set<number>(one.onEdge.keys());
        const { forward, backward } = walker.graph;
        for (const junction of one.search.run())
          for (const arcs of forward === backward ? [forward] : [forward, backward])
            for (let arc = arcs.starts[junction]!; arc < arcs.starts[junction + 1]!; arc++)
              if (pointsOn.first(arcs.edges[arc]!) >= 0) edges.add(arcs.edges[arc]!);
        for (const edge of edges) {
          for (let point = pointsOn.first(edge); point >= 0; point = pointsOn.next(point)) {
            let least = Infinity;
            for (const { metres } of endsOf(walker, joined, point, one)) least = Math.min(least, metres);
            if (least <= maxMetres) put(point, place, least);
          }
        }
      });
      const direct = directFinder(points, joined, places);
      const lone: number[] = [];
      for (let i = 0; i < points.lon.length; i++) {
        if (joined.edge[i]! < 0) lone.push(i);
        else direct(i, (place, metres) => put(i, place, metres));
      }
      const apart = [...places.keys()].filter(place => walker.entrances(places[place]!).length === 0);
      const measure = (of: readonly number[], among: readonly number[]): void => {
        if (of.length === 0 || among.length === 0) return;
        const some = {
          lon: Float64Array.from(of, i => points.lon[i]!),
          lat: Float64Array.from(of, i => points.lat[i]!),
        };
        const found = straight.distancesWithin(
          some,
          among.map(place => places[place]!),
          maxMetres,
        );
        for (let n = 0; n < of.length; n++)
          for (let p = found.starts[n]!; p < found.starts[n + 1]!; p++)
            put(of[n]!, among[found.places[p]!]!, found.metres[p]!);
      };
      measure(lone, [...places.keys()]);
      if (lone.length < points.lon.length && apart.length > 0)
        measure(
          [...points.lon.keys()].filter(i => joined.edge[i]! >= 0),
          apart,
        );
      return distancesFromPairs(
        {
          points: Int32Array.from(pairs.points),
          places: Int32Array.from(pairs.places),
          metres: Float64Array.from(pairs.metres),
        },
        { points: points.lon.length, places: places.length },
        maxMetres,
      );
    },
  };
}
