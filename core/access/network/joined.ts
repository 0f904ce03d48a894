import type { Geometry } from 'geojson';
import type { Points } from '../distances.ts';
import type { Attachment, Joined } from './attach.ts';
import { positionAlong } from './edge-shape.ts';
import { metresBetween } from './ground.ts';
import type { Search } from './shortest-paths.ts';
import type { Walker } from './walker.ts';

/** Planes around two points differ by less than this. */
const ROUNDING = 1.001;

/** Looks up where points join the network: once for each object with columns of points. */
export function joinPoints({ graph, attacher, joined: known }: Walker, points: Points): Joined {
  const asked = known.get(points);
  if (asked !== undefined) return asked;
  const { lon, lat } = points;
  const size = lon.length;
  const joined: Joined = {
    edge: new Int32Array(size).fill(-1),
    along: new Float64Array(size),
    off: new Float64Array(size),
    lon: new Float64Array(size),
    lat: new Float64Array(size),
  };
  let before = -1;
  for (let i = 0; i < size; i++) {
    // The street of the point before is no farther than that point and its own walk to it; neighbours follow each other.
    const surelyM =
      before < 0
        ? Infinity
        : ROUNDING * (joined.off[before]! + metresBetween(lon[before]!, lat[before]!, lon[i]!, lat[i]!));
    const found = attacher.point(lon[i]!, lat[i]!, surelyM);
    before = found === null ? -1 : i;
    if (found === null) continue;
    joined.edge[i] = found.edge;
    joined.along[i] = found.along;
    joined.off[i] = found.off;
    const whole = graph.cost[found.edge]!;
    const part = whole === 0 ? 0 : found.along / whole;
    [joined.lon[i], joined.lat[i]] = positionAlong(graph.network, found.edge, part) as [number, number];
  }
  known.set(points, joined);
  return joined;
}

/** Points by the edge that they join, as chains. */
export function pointsByEdge({ graph }: Walker, { edge }: Joined) {
  const firsts = new Int32Array(graph.cost.length).fill(-1);
  const nexts = new Int32Array(edge.length).fill(-1);
  for (let i = edge.length - 1; i >= 0; i--) {
    if (edge[i]! < 0) continue;
    nexts[i] = firsts[edge[i]!]!;
    firsts[edge[i]!] = i;
  }
  return { first: (of: number): number => firsts[of]!, next: (point: number): number => nexts[point]! };
}

export type Owned = Attachment & { place: number };

/** What a search from places found: metres at the junctions, and the entrances on each edge. */
export type Towards = { search: Search; onEdge: Map<number, Owned[]> };

export function searchTowards(walker: Walker, places: readonly Geometry[], maxMetres: number): Towards {
  const towards = { search: walker.towards, onEdge: new Map<number, Owned[]>() };
  beginTowards(walker, towards, places, maxMetres);
  towards.search.run();
  return towards;
}

export function beginTowards(
  walker: Walker,
  { search, onEdge }: Towards,
  places: readonly Geometry[],
  maxMetres: number,
): void {
  const { cost, network } = walker.graph;
  onEdge.clear();
  search.begin(maxMetres);
  places.forEach((geometry, place) => {
    for (const { edge, along, off } of walker.entrances(geometry)) {
      search.start(network.from[edge]!, along + off, place);
      if (network.oneWay[edge] !== 1) search.start(network.to[edge]!, cost[edge]! - along + off, place);
      const owned = { edge, along, off, place };
      const others = onEdge.get(edge);
      if (others === undefined) onEdge.set(edge, [owned]);
      else others.push(owned);
    }
  });
}

/** Whether a search came to an edge, or an entrance is on it. */
export function isReached(
  { graph: { network } }: Walker,
  edge: number,
  { search, onEdge }: Towards,
): boolean {
  const { metres } = search;
  return metres[network.to[edge]!]! < Infinity || metres[network.from[edge]!]! < Infinity || onEdge.has(edge);
}

/**
 * The ways on from a point: to either end of its edge, and straight along the edge to an entrance on it. Told one by one,
 * as a settlement has a hundred thousand points.
 */
export function eachEnd(
  { graph: { cost, network } }: Walker,
  joined: Joined,
  point: number,
  { search, onEdge }: Towards,
  tell: (metres: number, place: number) => void,
): void {
  const edge = joined.edge[point]!;
  const along = joined.along[point]!;
  const off = joined.off[point]!;
  const single = network.oneWay[edge] === 1;
  const to = network.to[edge]!;
  tell(off + (cost[edge]! - along) + search.metres[to]!, search.source[to]!);
  if (!single) {
    const from = network.from[edge]!;
    tell(off + along + search.metres[from]!, search.source[from]!);
  }
  const entrances = onEdge.get(edge);
  if (entrances === undefined) return;
  for (const entrance of entrances) {
    if (single && entrance.along < along) continue;
    tell(off + Math.abs(entrance.along - along) + entrance.off, entrance.place);
  }
}
