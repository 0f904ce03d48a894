import { edgeCount, junctionCount, type WalkingNetwork } from './types.ts';

/** Parts of a network between which there is no way. */
export type Components = {
  /** Number of the part that each junction is in; 0 is the longest, then by falling length. */
  of: Int32Array;
  /** Metres of street in each part. */
  metres: Float64Array;
};

/** Parts by joining the ends of every edge, one-way or not (Tarjan, 1975, with paths halved). */
export function componentsOf(network: WalkingNetwork): Components {
  const { from, to, metres } = network;
  const parent = Int32Array.from({ length: junctionCount(network) }, (_, i) => i);
  const find = (start: number): number => {
    let at = start;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const edges = edgeCount(network);
  for (let edge = 0; edge < edges; edge++) {
    const a = find(from[edge]!);
    const b = find(to[edge]!);
    // The lower number leads, so that the answer does not hang on the order of joining.
    if (a < b) parent[b] = a;
    else parent[a] = b;
  }
  const lengths = new Map<number, number>();
  for (let junction = 0; junction < parent.length; junction++) {
    const root = find(junction);
    if (root === junction) lengths.set(root, 0);
  }
  for (let edge = 0; edge < edges; edge++) {
    const root = find(from[edge]!);
    lengths.set(root, lengths.get(root)! + metres[edge]!);
  }
  const roots = [...lengths.keys()].sort((a, b) => lengths.get(b)! - lengths.get(a)! || a - b);
  const numberOf = new Map(roots.map((root, number) => [root, number]));
  return {
    of: parent.map((_, junction) => numberOf.get(find(junction))!),
    metres: Float64Array.from(roots, root => lengths.get(root)!),
  };
}
