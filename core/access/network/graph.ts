import { EDGE_KINDS, edgeCount, junctionCount, KIND_COST, type WalkingNetwork } from './types.ts';

/** Arcs that leave each junction, as compressed sparse rows. */
export type Arcs = {
  /** First arc of each junction, and one past the last. */
  starts: Int32Array;
  /** Junction at the other end. */
  heads: Int32Array;
  /** Metres that walking it counts for. */
  costs: Float64Array;
  edges: Int32Array;
};

export type WalkingGraph = {
  network: WalkingNetwork;
  /** Metres that each edge counts for. */
  cost: Float64Array;
  /** Arcs as they are walked, and against their direction; the same object where nothing is one-way. */
  forward: Arcs;
  backward: Arcs;
};

/** The network made ready for shortest paths. */
export function walkingGraph(network: WalkingNetwork): WalkingGraph {
  const factors = EDGE_KINDS.map(kind => KIND_COST[kind]);
  const cost = network.metres.map((metres, edge) => metres * factors[network.kind[edge]!]!);
  const forward = arcsOf(network, cost, false);
  const backward = network.oneWay.includes(1) ? arcsOf(network, cost, true) : forward;
  return { network, cost, forward, backward };
}

/** Counting sort by the junction that an arc leaves from. */
function arcsOf(network: WalkingNetwork, cost: Float64Array, reversed: boolean): Arcs {
  const { from, to, oneWay } = network;
  const edges = edgeCount(network);
  const starts = new Int32Array(junctionCount(network) + 1);
  let arcs = 0;
  for (let edge = 0; edge < edges; edge++) {
    const single = oneWay[edge] === 1;
    if (!single || !reversed) starts[from[edge]! + 1]!++;
    if (!single || reversed) starts[to[edge]! + 1]!++;
    arcs += single ? 1 : 2;
  }
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const at = starts.slice();
  const found: Arcs = {
    starts,
    heads: new Int32Array(arcs),
    costs: new Float64Array(arcs),
    edges: new Int32Array(arcs),
  };
  const put = (tail: number, head: number, edge: number): void => {
    const arc = at[tail]!++;
    found.heads[arc] = head;
    found.costs[arc] = cost[edge]!;
    found.edges[arc] = edge;
  };
  for (let edge = 0; edge < edges; edge++) {
    const single = oneWay[edge] === 1;
    if (!single || !reversed) put(from[edge]!, to[edge]!, edge);
    if (!single || reversed) put(to[edge]!, from[edge]!, edge);
  }
  return found;
}
