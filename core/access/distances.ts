import type { Geometry } from 'geojson';

/**
 * Distances on foot from points to places, one sparse row for each point (compressed sparse rows): the places within
 * `maxMetres`, each at most once. What is not there is farther away, or cannot be reached.
 */
export type Distances = {
  /** First pair of each point, and one past the last: points + 1 numbers. */
  starts: Int32Array;
  /** Position of the place in the list given, for each pair; rising within a row. */
  places: Int32Array;
  /** Metres on foot, for each pair; from 0 up to `maxMetres`. */
  metres: Float64Array;
  /** Length of the list of places, those in nobody's reach included. */
  placeCount: number;
  /** No pair is longer; questions beyond it cannot be answered. */
  maxMetres: number;
};

/** Points in WGS84 degrees, as columns. */
export type Points = { lon: Float64Array; lat: Float64Array };

/** One point, as columns. */
export const pointAt = ({ lon, lat }: { lon: number; lat: number }): Points => ({
  lon: Float64Array.of(lon),
  lat: Float64Array.of(lat),
});

/** What tells distances: straight lines, or a walking network. Places are geometries in WGS84 degrees. */
export type DistanceModel = {
  distancesWithin(points: Points, places: readonly Geometry[], maxMetres: number): Distances;
};

export const pointCount = ({ starts }: Distances): number => starts.length - 1;

/** The same pairs seen from the places: the points in reach of each, rising, and how far they are. */
export type Catchments = {
  /** First pair of each place, and one past the last. */
  starts: Int32Array;
  /** Position of the point, for each pair. */
  points: Int32Array;
  metres: Float64Array;
};

/** Turns rows of points into rows of places in one pass (counting sort). */
export function catchmentsOf(distances: Distances): Catchments {
  const { starts, places, metres, placeCount } = distances;
  const first = new Int32Array(placeCount + 1);
  for (const place of places) first[place + 1]!++;
  for (let j = 0; j < placeCount; j++) first[j + 1]! += first[j]!;
  const at = first.slice();
  const turned: Catchments = {
    starts: first,
    points: new Int32Array(places.length),
    metres: new Float64Array(places.length),
  };
  for (let i = 0; i + 1 < starts.length; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const to = at[places[k]!]!++;
      turned.points[to] = i;
      turned.metres[to] = metres[k]!;
    }
  }
  return turned;
}

/**
 * Distances that are found place after place: `find` puts each point in reach of a place once, with its metres up to
 * `maxMetres`. One pass over the pairs, which are never sorted.
 */
export function distancesByPlace(
  pointCount: number,
  placeCount: number,
  maxMetres: number,
  find: (place: number, put: (point: number, metres: number) => void) => void,
): Distances {
  const found = { points: [] as number[], metres: [] as number[] };
  const ends = new Int32Array(placeCount);
  const starts = new Int32Array(pointCount + 1);
  for (let place = 0; place < placeCount; place++) {
    find(place, (point, metres) => {
      found.points.push(point);
      found.metres.push(metres);
      starts[point + 1]!++;
    });
    ends[place] = found.points.length;
  }
  for (let point = 0; point < pointCount; point++) starts[point + 1]! += starts[point]!;
  const at = starts.slice();
  const size = found.points.length;
  const distances: Distances = {
    ...{ starts, placeCount, maxMetres },
    places: new Int32Array(size),
    metres: new Float64Array(size),
  };
  for (let place = 0, k = 0; place < placeCount; place++) {
    for (; k < ends[place]!; k++) {
      const to = at[found.points[k]!]!++;
      distances.places[to] = place;
      distances.metres[to] = found.metres[k]!;
    }
  }
  return distances;
}

/**
 * Distances from pairs in any order, such as a file's; of a pair given twice the shorter distance counts. Pairs beyond
 * `maxMetres` are left out.
 */
export function distancesFromPairs(
  { points, places, metres }: { points: Int32Array; places: Int32Array; metres: Float64Array },
  size: { points: number; places: number },
  maxMetres: number,
): Distances {
  const order = Uint32Array.from(points.keys())
    .filter(k => metres[k]! <= maxMetres)
    .sort((a, b) => points[a]! - points[b]! || places[a]! - places[b]! || metres[a]! - metres[b]!)
    .filter((k, at, all) => {
      const before = all[at - 1];
      return before === undefined || points[k] !== points[before] || places[k] !== places[before];
    });
  const starts = new Int32Array(size.points + 1);
  for (const k of order) starts[points[k]! + 1]!++;
  for (let i = 0; i < size.points; i++) starts[i + 1]! += starts[i]!;
  return {
    starts,
    places: Int32Array.from(order, k => places[k]!),
    metres: Float64Array.from(order, k => metres[k]!),
    placeCount: size.places,
    maxMetres,
  };
}
