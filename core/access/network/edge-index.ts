import Flatbush from 'flatbush';
import type { Components } from './components.ts';
import { metresPerDegree } from './ground.ts';
import { edgeCount, PER_DEGREE, type WalkingNetwork } from './types.ts';

/** Finds edges near a box, both in degrees. */
export type EdgeIndex = {
  /** Edges whose box comes within `metres` of a box. */
  near(box: readonly [west: number, south: number, east: number, north: number], metres: number): number[];
};

/**
 * Part of the length of all streets below which a separate piece is no place to start a walk: a footpath drawn without
 * its junction would else cut off who lives beside it.
 */
const SMALL_PART = 0.01;

/** An index of the edges of every component that is long enough to walk in; the longest always is. */
export function edgeIndex(network: WalkingNetwork, components: Components): EdgeIndex {
  const { lon, lat, from, to, shapeStarts, shapeLon, shapeLat } = network;
  const all = components.metres.reduce((sum, each) => sum + each, 0);
  const large = components.metres.map((metres, part) => (part === 0 || metres >= SMALL_PART * all ? 1 : 0));
  const edges: number[] = [];
  for (let edge = 0; edge < edgeCount(network); edge++)
    if (large[components.of[from[edge]!]!] === 1) edges.push(edge);
  if (edges.length === 0) return { near: () => [] };
  const tree = new Flatbush(edges.length, 16, Int32Array);
  for (const edge of edges) {
    const a = from[edge]!;
    const b = to[edge]!;
    let west = Math.min(lon[a]!, lon[b]!);
    let east = Math.max(lon[a]!, lon[b]!);
    let south = Math.min(lat[a]!, lat[b]!);
    let north = Math.max(lat[a]!, lat[b]!);
    for (let i = shapeStarts[edge]!; i < shapeStarts[edge + 1]!; i++) {
      west = Math.min(west, shapeLon[i]!);
      east = Math.max(east, shapeLon[i]!);
      south = Math.min(south, shapeLat[i]!);
      north = Math.max(north, shapeLat[i]!);
    }
    tree.add(west, south, east, north);
  }
  tree.finish();
  return {
    near: ([west, south, east, north], metres) => {
      const per = metresPerDegree(Math.max(Math.abs(south), Math.abs(north)));
      const dx = metres / per.lon;
      const dy = metres / per.lat;
      return tree
        .search(
          Math.floor((west - dx) * PER_DEGREE),
          Math.floor((south - dy) * PER_DEGREE),
          Math.ceil((east + dx) * PER_DEGREE),
          Math.ceil((north + dy) * PER_DEGREE),
        )
        .map(found => edges[found]!);
    },
  };
}
