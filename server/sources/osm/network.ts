import { metresBetween } from '../../../core/access/network/ground.ts';
import { PER_DEGREE, type WalkingNetwork } from '../../../core/access/network/types.ts';
import { growingColumn } from './growing.ts';
import type { WalkableWays } from './ways.ts';

/** Stretches of a way between the nodes that the file holds, each by its first and last place in `nodes`. */
type Run = (way: number, first: number, last: number) => void;

/** A network of ways, and for each junction the number of its node. */
export type OsmNetwork = { network: WalkingNetwork; nodeIds: Float64Array };

/**
 * Junctions are the ends of ways and the nodes that more than one stretch goes through; what lies between two of them
 * is one edge with its bends. A node that nobody gets past is an end of its own for every stretch that comes to it. A way
 * is cut where the file lacks a node.
 */
export function networkOfWays(ways: WalkableWays): OsmNetwork {
  const { nodes, nodeIds, blocked, kinds, directions, lon, lat } = ways;
  const isJunction = junctionsOf(ways);
  const numberOf = new Int32Array(nodeIds.length).fill(-1);
  const junctions = growingColumn();
  const junction = (node: number): number => {
    if (blocked[node] === 1 || numberOf[node]! < 0) {
      numberOf[node] = junctions.length();
      junctions.push(node);
    }
    return numberOf[node]!;
  };
  const edges = { from: growingColumn(), to: growingColumn(), metres: growingColumn(), way: growingColumn() };
  const shape = growingColumn();
  const shapeStarts = growingColumn();
  shapeStarts.push(0);
  eachRun(ways, (way, first, last) => {
    let from = junction(nodes[first]!);
    let metres = 0;
    for (let at = first + 1; at <= last; at++) {
      const before = nodes[at - 1]!;
      const node = nodes[at]!;
      metres += metresBetween(lon[before]!, lat[before]!, lon[node]!, lat[node]!);
      if (at < last && isJunction[node] !== 1) {
        shape.push(node);
        continue;
      }
      edges.from.push(from);
      edges.to.push(junction(node));
      edges.metres.push(Math.round(metres * 1000) / 1000);
      edges.way.push(way);
      shapeStarts.push(shape.length());
      // The next stretch begins at an end of its own where nobody gets past.
      if (at < last) from = junction(node);
      metres = 0;
    }
  });
  const units = (degrees: Float64Array, of: Float64Array): Int32Array =>
    Int32Array.from(of, node => Math.round(degrees[node]! * PER_DEGREE));
  const [from, to] = [Int32Array.from(edges.from.values()), Int32Array.from(edges.to.values())];
  const wayOf = edges.way.values();
  const shapeLon = units(lon, shape.values());
  const shapeLat = units(lat, shape.values());
  const starts = Int32Array.from(shapeStarts.values());
  // Against its own direction only: the edge is turned around.
  for (let edge = 0; edge < from.length; edge++) {
    if (directions[wayOf[edge]!] !== -1) continue;
    [from[edge], to[edge]] = [to[edge]!, from[edge]!];
    shapeLon.subarray(starts[edge], starts[edge + 1]).reverse();
    shapeLat.subarray(starts[edge], starts[edge + 1]).reverse();
  }
  const at = junctions.values();
  return {
    network: {
      lon: units(lon, at),
      lat: units(lat, at),
      from,
      to,
      metres: edges.metres.values().slice(),
      kind: Uint8Array.from(wayOf, way => kinds[way]!),
      oneWay: Uint8Array.from(wayOf, way => (directions[way] === 0 ? 0 : 1)),
      shapeStarts: starts,
      shapeLon,
      shapeLat,
    },
    nodeIds: at.map(node => nodeIds[node]!),
  };
}

function eachRun({ ids, starts, nodes, lon }: WalkableWays, run: Run): void {
  for (let way = 0; way < ids.length; way++) {
    let first = starts[way]!;
    for (let at = first; at <= starts[way + 1]!; at++) {
      if (at < starts[way + 1]! && !Number.isNaN(lon[nodes[at]!]!)) continue;
      if (at - first >= 2) run(way, first, at - 1);
      first = at + 1;
    }
  }
}

/** 1 for nodes at the end of a stretch, on more than one, or twice on one. */
function junctionsOf(ways: WalkableWays): Uint8Array {
  const times = new Uint8Array(ways.nodeIds.length);
  const count = (node: number, by: number): void => {
    times[node] = Math.min(2, times[node]! + by);
  };
  eachRun(ways, (_, first, last) => {
    for (let at = first; at <= last; at++) count(ways.nodes[at]!, at === first || at === last ? 2 : 1);
  });
  return times.map((each, node) => (each > 1 || ways.blocked[node] === 1 ? 1 : 0));
}

/** Ways with nodes that the file lacks, with the first of those nodes. */
export function missingNodes({
  ids,
  starts,
  nodes,
  nodeIds,
  lon,
}: WalkableWays): { way: number; node: number }[] {
  const found: { way: number; node: number }[] = [];
  for (let way = 0; way < ids.length; way++) {
    for (let at = starts[way]!; at < starts[way + 1]!; at++) {
      if (!Number.isNaN(lon[nodes[at]!]!)) continue;
      found.push({ way: ids[way]!, node: nodeIds[nodes[at]!]! });
      break;
    }
  }
  return found;
}
