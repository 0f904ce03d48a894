import type { MultiLineString, Position } from 'geojson';
import { edgePositions, partOf } from './edge-shape.ts';
import { createSearch } from './shortest-paths.ts';
import type { Walker } from './walker.ts';

/** Whether it is about what is reached from a point, or about who reaches it. */
export type IsochroneDirection = 'from' | 'to';

export type Isochrone = {
  /** The streets within reach, cut where the distance is used up; WGS84 degrees. */
  streets: MultiLineString;
  /** Junctions within reach and how far they are, nearest first. */
  junctions: Int32Array;
  metres: Float64Array;
  /** Length of those streets on the ground, metres. */
  streetMetres: number;
};

/**
 * The part of a network within `maxMetres` of a point, by the shortest way there or back; the straight end from the point
 * to its street counts. Null for a point with no street within MAX_OFF_M.
 */
export function isochrone(
  { graph, attacher }: Walker,
  [lon, lat]: readonly [lon: number, lat: number],
  maxMetres: number,
  direction: IsochroneDirection,
): Isochrone | null {
  const joined = attacher.point(lon, lat);
  if (joined === null) return null;
  const { network, cost } = graph;
  const { edge: own, along, off } = joined;
  const left = maxMetres - off;
  const search = createSearch(direction === 'from' ? graph.forward : graph.backward);
  search.begin(left);
  const single = network.oneWay[own] === 1;
  if (direction === 'from' || !single) search.start(network.to[own]!, cost[own]! - along, 0);
  if (direction === 'to' || !single) search.start(network.from[own]!, along, 0);
  const junctions = search.run().slice();
  const lines: Position[][] = [];
  let streetMetres = 0;
  const add = (edge: number, begin: number, end: number): void => {
    if (!(end > begin)) return;
    const scale = cost[edge] === 0 ? 0 : 1 / cost[edge]!;
    lines.push(partOf(edgePositions(network, edge), begin * scale, end * scale));
    streetMetres += network.metres[edge]! * (end - begin) * scale;
  };
  if (left >= 0) {
    for (const edge of touchedEdges(junctions, graph, own)) {
      const whole = cost[edge]!;
      const oneWay = network.oneWay[edge] === 1;
      // What is left of the distance at either end: how far the edge is walked from there.
      const fromEnd = direction === 'from' || !oneWay ? left - search.metres[network.from[edge]!]! : -1;
      const toEnd = direction === 'to' || !oneWay ? left - search.metres[network.to[edge]!]! : -1;
      const reached: [begin: number, end: number][] = [
        [0, Math.min(whole, fromEnd)],
        [Math.max(0, whole - toEnd), whole],
      ];
      if (edge === own) {
        const back = direction === 'to' || !oneWay ? left : 0;
        const on = direction === 'from' || !oneWay ? left : 0;
        reached.push([Math.max(0, along - back), Math.min(whole, along + on)]);
      }
      for (const [begin, end] of united(reached)) add(edge, begin, end);
    }
  }
  return {
    streets: { type: 'MultiLineString', coordinates: lines },
    junctions,
    metres: Float64Array.from(junctions, junction => off + search.metres[junction]!),
    streetMetres,
  };
}

/** Every edge at a junction within reach, and the one that the walk begins on; each once, in the order of the network. */
function touchedEdges(junctions: Int32Array, { forward, backward }: Walker['graph'], own: number): number[] {
  const edges = new Set([own]);
  for (const { starts, edges: at } of forward === backward ? [forward] : [forward, backward])
    for (const junction of junctions)
      for (let arc = starts[junction]!; arc < starts[junction + 1]!; arc++) edges.add(at[arc]!);
  return [...edges].sort((a, b) => a - b);
}

/** Stretches without those that are empty, joined where they meet. */
function united(stretches: [begin: number, end: number][]): [begin: number, end: number][] {
  const joined: [number, number][] = [];
  for (const [begin, end] of stretches.filter(([a, b]) => b > a).sort(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last !== undefined && begin <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([begin, end]);
  }
  return joined;
}
