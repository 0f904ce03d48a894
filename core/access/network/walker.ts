import type { Geometry } from 'geojson';
import { type Attacher, type Attachment, createAttacher } from './attach.ts';
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
  /** A search from places towards those who walk to them. */
  towards: Search;
};

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
    towards: createSearch(graph.backward),
  };
}
