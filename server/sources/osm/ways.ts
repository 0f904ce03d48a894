import { EDGE_KINDS } from '../../../core/access/network/types.ts';
import { ProblemError } from '../../../core/problem.ts';
import type { OsmFile } from '../../readers/osm/open.ts';
import { growingColumn } from './growing.ts';
import { positionIn, sortedOnce } from './node-places.ts';
import { blocksWalking, walkable } from './walkable.ts';

/** The ways of a file that can be walked, as columns, and the nodes that they go through. */
export type WalkableWays = {
  ids: Float64Array;
  /** Position in EDGE_KINDS, and which way it is walked: 0, 1 or −1. */
  kinds: Float64Array;
  directions: Float64Array;
  /** First node of each way in `nodes`, and one past the last. */
  starts: Float64Array;
  /** Position of each node in `nodeIds`, along the ways. */
  nodes: Int32Array;
  nodeIds: Float64Array;
  /** Degrees; NaN for a node that the file does not hold. */
  lon: Float64Array;
  lat: Float64Array;
  /** 1 for a node that nobody gets past. */
  blocked: Uint8Array;
};

/**
 * Most points along streets that a network is read from: some five million edges, for which an import takes about 3 GB.
 */
export const MOST_POINTS = 16_000_000;

/** Reads a file twice: the ways, then the nodes that they need, whatever order the file has. */
export async function readWalkableWays(file: OsmFile, mostPoints = MOST_POINTS): Promise<WalkableWays> {
  const columns = { ids: growingColumn(), kinds: growingColumn(), directions: growingColumn() };
  const starts = growingColumn();
  const refs = growingColumn();
  starts.push(0);
  const seen = new Set<number>();
  for await (const batch of file.elements()) {
    for (const element of batch) {
      if (element.type !== 'way' || element.nodes.length < 2 || seen.has(element.id)) continue;
      const found = walkable(element.tags);
      if (found === null) continue;
      seen.add(element.id);
      columns.ids.push(element.id);
      columns.kinds.push(EDGE_KINDS.indexOf(found.kind));
      columns.directions.push(found.direction);
      for (const node of element.nodes) refs.push(node);
      starts.push(refs.length());
      if (refs.length() > mostPoints) throw tooLarge(file.name, mostPoints);
    }
  }
  const nodeIds = sortedOnce(refs);
  const nodes = Int32Array.from(refs.values(), id => positionIn(nodeIds, id));
  const lon = new Float64Array(nodeIds.length).fill(Number.NaN);
  const lat = new Float64Array(nodeIds.length).fill(Number.NaN);
  const blocked = new Uint8Array(nodeIds.length);
  for await (const batch of file.elements()) {
    for (const element of batch) {
      if (element.type !== 'node') continue;
      const at = positionIn(nodeIds, element.id);
      if (at < 0) continue;
      lon[at] = element.lon;
      lat[at] = element.lat;
      if (blocksWalking(element.tags)) blocked[at] = 1;
    }
  }
  return {
    ids: columns.ids.values(),
    kinds: columns.kinds.values(),
    directions: columns.directions.values(),
    starts: starts.values(),
    nodes,
    nodeIds,
    lon,
    lat,
    blocked,
  };
}

const tooLarge = (name: string, most: number): ProblemError =>
  new ProblemError(
    'too-large',
    `${name}: has more than ${most.toLocaleString('en')} points along streets, more than an import has memory for; cut it along the region (osmium extract --strategy=complete_ways)`,
    { file: name, limit: most },
  );
