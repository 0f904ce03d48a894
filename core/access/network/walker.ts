import type { Geometry } from 'geojson';
import type { Points } from '../distances.ts';
import { type Attacher, type Attachment, createAttacher, type Joined } from './attach.ts';
import { componentsOf } from './components.ts';
import { edgeIndex } from './edge-index.ts';
import { type WalkingGraph, walkingGraph } from './graph.ts';
import { createSearch, type Search } from './shortest-paths.ts';
import type { WalkingNetwork } from './types.ts';

/** A network with what is made of it once: arcs, an index of its edges, and where known geometries join it. */
export type Walker = {
  graph: WalkingGraph;
  attacher: Attacher;
  /** Entrances of a place; kept for as long as the geometry is. */
  entrances(geometry: Geometry): readonly Attachment[];
  /** Where points that were asked about join it; kept for as long as they are. */
  joined: WeakMap<Points, Joined>;
  /** A search from places towards those who walk to them. */
  towards: Search;
};

const walkers = new WeakMap<WalkingNetwork, Walker>();

/** The walker of a network: made at the first question, and kept for as long as the network is. */
export function walkerOf(network: WalkingNetwork): Walker {
  const known = walkers.get(network) ?? createWalker(network);
  walkers.set(network, known);
  return known;
}

export function createWalker(network: WalkingNetwork): Walker {
  const graph = walkingGraph(network);
  const attacher = createAttacher(graph, edgeIndex(network, componentsOf(network)));
  // Geometries are immutable: those that stay are joined once.
  const known = new WeakMap<Geometry, readonly Attachment[]>();
  return {
    graph,
    attacher,
    entrances: geometry => {
      const found = known.get(geometry) ?? attacher.place(geometry);
      known.set(geometry, found);
      return found;
    },
    joined: new WeakMap(),
    towards: createSearch(graph.backward),
  };
}
