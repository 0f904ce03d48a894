import type { Outlines } from './outlines.ts';
import { numberPairs } from './vertices.ts';
import { type SpatialWeights, subsetWeights } from './weights.ts';

/** Who touches whom: `queen` shares a vertex, `rook` an edge; the rook's values are shared border lengths. */
export type Contiguity = { queen: SpatialWeights; rook: SpatialWeights };

/**
 * Contiguity from vertices and edges that areas have in common, coordinates compared exactly. Give the
 * publisher's original coordinates as `outlines` (projecting could part what belongs together) and, for borders
 * in metres, the same rings projected as `metric`; without it the lengths are in the outlines' own unit. Borders
 * drawn with different vertices on both sides do not match, which is how other packages have it too.
 */
export function contiguityOf(outlines: Outlines, metric: Outlines = outlines): Contiguity {
  const areas = outlines.areaRings.length - 1;
  const occurrences = vertexOccurrences(outlines);
  const { ids: vertex, count } = numberPairs(occurrences.x, occurrences.y);
  const queen = sharedItems(areas, occurrences.owner, vertex, count, null);
  const edges = edgeOccurrences(occurrences, vertex, queen.shared, metric);
  const { ids: edge, count: edgeCount } = numberPairs(edges.low, edges.high);
  const rook = sharedItems(areas, edges.owner, edge, edgeCount, edges.length);
  return { queen: queen.weights, rook: rook.weights };
}

/** The contiguity among `kept` (area indices, ascending), as if there were no other areas. */
export function contiguityWithin({ queen, rook }: Contiguity, kept: ArrayLike<number>): Contiguity {
  return { queen: subsetWeights(queen, kept), rook: subsetWeights(rook, kept) };
}

/** Every vertex of every ring but the closing one, area by area. */
type Occurrences = {
  x: Float64Array;
  y: Float64Array;
  owner: Uint32Array;
  /** Position of the vertex in the outlines. */
  at: Uint32Array;
  /** Occurrence of the next vertex of the ring. */
  next: Uint32Array;
};

function vertexOccurrences({ x, y, ringStarts, areaRings }: Outlines): Occurrences {
  const rings = ringStarts.length - 1;
  const size = x.length - rings;
  const found: Occurrences = {
    x: new Float64Array(size),
    y: new Float64Array(size),
    owner: new Uint32Array(size),
    at: new Uint32Array(size),
    next: new Uint32Array(size),
  };
  let filled = 0;
  for (let area = 0; area + 1 < areaRings.length; area++) {
    for (let ring = areaRings[area]!; ring < areaRings[area + 1]!; ring++) {
      const first = filled;
      for (let v = ringStarts[ring]!; v < ringStarts[ring + 1]! - 1; v++) {
        found.x[filled] = x[v]!;
        found.y[filled] = y[v]!;
        found.owner[filled] = area;
        found.at[filled] = v;
        found.next[filled] = filled + 1;
        filled++;
      }
      found.next[filled - 1] = first;
    }
  }
  return found;
}

type EdgeOccurrences = { low: Uint32Array; high: Uint32Array; owner: Uint32Array; length: Float64Array };

/** Edges of which both ends are shared with another area: the only ones that can be shared themselves. */
function edgeOccurrences(
  { owner, at, next }: Occurrences,
  vertex: Uint32Array,
  shared: Uint8Array,
  { x, y }: Outlines,
): EdgeOccurrences {
  const mayBeShared = (o: number): boolean => {
    const a = vertex[o]!;
    const b = vertex[next[o]!]!;
    return a !== b && shared[a] === 1 && shared[b] === 1;
  };
  let size = 0;
  for (let o = 0; o < owner.length; o++) if (mayBeShared(o)) size++;
  const found: EdgeOccurrences = {
    low: new Uint32Array(size),
    high: new Uint32Array(size),
    owner: new Uint32Array(size),
    length: new Float64Array(size),
  };
  let filled = 0;
  for (let o = 0; o < owner.length; o++) {
    if (!mayBeShared(o)) continue;
    const from = at[o]!;
    const dx = x[from + 1]! - x[from]!;
    const dy = y[from + 1]! - y[from]!;
    found.low[filled] = Math.min(vertex[o]!, vertex[next[o]!]!);
    found.high[filled] = Math.max(vertex[o]!, vertex[next[o]!]!);
    found.owner[filled] = owner[o]!;
    found.length[filled++] = Math.sqrt(dx * dx + dy * dy);
  }
  return found;
}

/**
 * Neighbours through items (vertices or edges) they own together. `owner` and `item` are aligned, ordered by
 * owner; `length`, where given, is added up to a weight. `shared` is 1 for an item with two owners or more.
 */
function sharedItems(
  areas: number,
  owner: Uint32Array,
  item: Uint32Array,
  items: number,
  length: Float64Array | null,
): { weights: SpatialWeights; shared: Uint8Array } {
  const { starts: itemStarts, owners } = ownersByItem(owner, item, items);
  const shared = new Uint8Array(items);
  for (let k = 0; k < items; k++) {
    const end = itemStarts[k + 1]!;
    // Owners of an item stand in order of area, so that the first and the last tell whether there are two.
    if (end > itemStarts[k]! && owners[itemStarts[k]!] !== owners[end - 1]) shared[k] = 1;
  }
  const starts = new Uint32Array(areas + 1);
  const neighbours: number[] = [];
  const values: number[] = [];
  const sums = new Float64Array(areas);
  const seenBy = new Int32Array(areas).fill(-1);
  let occurrence = 0;
  for (let area = 0; area < areas; area++) {
    const row: number[] = [];
    for (; occurrence < owner.length && owner[occurrence] === area; occurrence++) {
      const k = item[occurrence]!;
      if (shared[k] === 0) continue;
      for (let p = itemStarts[k]!; p < itemStarts[k + 1]!; p++) {
        const other = owners[p]!;
        if (other === area) continue;
        if (seenBy[other] !== area) {
          seenBy[other] = area;
          sums[other] = 0;
          row.push(other);
        }
        if (length) sums[other]! += length[occurrence]!;
      }
    }
    row.sort((a, b) => a - b);
    for (const other of row) {
      neighbours.push(other);
      if (length) values.push(sums[other]!);
    }
    starts[area + 1] = neighbours.length;
  }
  return {
    weights: {
      starts,
      neighbours: Uint32Array.from(neighbours),
      values: length && Float64Array.from(values),
    },
    shared,
  };
}

/** Owners of each item as compressed rows, by counting. */
function ownersByItem(
  owner: Uint32Array,
  item: Uint32Array,
  items: number,
): { starts: Uint32Array; owners: Uint32Array } {
  const starts = new Uint32Array(items + 1);
  for (let o = 0; o < item.length; o++) starts[item[o]! + 1]!++;
  for (let k = 0; k < items; k++) starts[k + 1]! += starts[k]!;
  const filled = starts.slice(0, items);
  const owners = new Uint32Array(item.length);
  for (let o = 0; o < item.length; o++) owners[filled[item[o]!]!++] = owner[o]!;
  return { starts, owners };
}
