import type { Geometry, LineString, Position } from 'geojson';
import { projectionOf, utmEpsg } from '../../areas/projection.ts';
import { straightLineDistances } from '../straight-line-distances.ts';
import { type Walks, walkerKnown } from '../walking.ts';
import { groupsOf, neighbours, type Pair } from './neighbours.ts';
import { routerOf } from './router.ts';

/** A walk between two places that are neighbours in the web. */
export type WebRoute = {
  /** Positions in the list of places, the lower first. */
  from: number;
  to: number;
  metres: number;
  /** Over streets and paths, or a straight line times the detour, where a place has no street near or there is no network. */
  by: 'network' | 'straight-line';
  line: LineString;
};

export type PlaceWeb = {
  routes: WebRoute[];
  /** Number of the group of places that hang together, for each place. */
  group: Int32Array;
};

export type PlaceWebQuestion = {
  /** Places in WGS84 degrees. */
  places: readonly Geometry[];
  /** Longest walk between two neighbours. */
  withinM: number;
  walks: Walks;
};

/**
 * The web of places: each joined to its neighbours by the shortest walk, where that is within a distance. Which places
 * are neighbours is said by `neighbours`.
 */
export function placeWeb({ places, withinM, walks: { detour, network } }: PlaceWebQuestion): PlaceWeb {
  const middles = places.map(middleOf);
  const straight = (from: number, to: number): Position[] => [[...middles[from]!], [...middles[to]!]];
  const router = network === null ? null : routerOf(walkerKnown(network), places);
  const isOn = (place: number): boolean => router?.isOn(place) ?? false;
  const walked: Pair[] = [];
  if (router !== null)
    for (let from = 0; from < places.length; from++)
      for (const { place: to, metres } of router.waysFrom(from, withinM)) walked.push({ from, to, metres });
  const drawn = straightPairs(places, middles, withinM, detour).filter(
    ({ from, to }) => !isOn(from) || !isOn(to),
  );
  const kept = neighbours([...walked, ...drawn], places.length);
  const routes = kept
    .filter(({ from, to }) => !isOn(from) || !isOn(to))
    .map(
      (pair): WebRoute => ({ ...pair, by: 'straight-line', line: lineString(straight(pair.from, pair.to)) }),
    );
  // The streets of a walk are followed for neighbours alone, which are few.
  const alongStreets = kept.filter(({ from, to }) => isOn(from) && isOn(to));
  for (const [from, pairs] of Map.groupBy(alongStreets, pair => pair.from)) {
    const farthest = pairs.reduce((most, { metres }) => Math.max(most, metres), 0);
    const wanted = new Set(pairs.map(({ to }) => to));
    for (const { place: to, metres, line } of router!.waysFrom(from, farthest, wanted))
      if (line !== null)
        routes.push({
          ...{ from, to, metres, by: 'network' },
          line: lineString(line.length > 1 ? line : straight(from, to)),
        });
  }
  return {
    routes: routes.sort((a, b) => a.from - b.from || a.to - b.to),
    group: groupsOf(kept, places.length),
  };
}

const lineString = (coordinates: Position[]): LineString => ({ type: 'LineString', coordinates });

/** Every pair within a distance in a straight line, edge to edge as far as one end is a point; each once. */
function straightPairs(
  places: readonly Geometry[],
  middles: readonly (readonly [number, number])[],
  withinM: number,
  detour: number,
): Pair[] {
  if (places.length < 2) return [];
  const points = {
    lon: Float64Array.from(middles, ([lon]) => lon),
    lat: Float64Array.from(middles, ([, lat]) => lat),
  };
  const {
    starts,
    places: found,
    metres,
  } = straightLineDistances(detour).distancesWithin(points, places, withinM);
  const least = new Map<number, Pair>();
  for (let i = 0; i < places.length; i++)
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const [from, to] = [Math.min(i, found[k]!), Math.max(i, found[k]!)];
      const key = from * places.length + to;
      if (from === to || metres[k]! >= (least.get(key)?.metres ?? Infinity)) continue;
      least.set(key, { from, to, metres: metres[k]! });
    }
  return [...least.values()];
}

/** The middle of the positions of a place, in the plane of its UTM zone. */
function middleOf(geometry: Geometry): [lon: number, lat: number] {
  const all: Position[] = [];
  const gather = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === 'number') all.push(part as Position);
    else part.forEach(gather);
  };
  if (geometry.type === 'GeometryCollection')
    for (const member of geometry.geometries) gather('coordinates' in member ? member.coordinates : []);
  else gather(geometry.coordinates);
  const [lon, lat] = all[0] as [number, number];
  if (all.length === 1) return [lon, lat];
  const { forward, inverse } = projectionOf(utmEpsg(lon, lat));
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const position of all) {
    const [x, y] = forward(position[0]!, position[1]!);
    [west, south, east, north] = [
      Math.min(west, x),
      Math.min(south, y),
      Math.max(east, x),
      Math.max(north, y),
    ];
  }
  const [x, y] = inverse((west + east) / 2, (south + north) / 2);
  return [x, y];
}
