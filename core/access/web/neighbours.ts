/** A pair of places and the metres between them; `from` is the lower position. */
export type Pair = { from: number; to: number; metres: number };

/**
 * The pairs that are neighbours: those with no third place nearer to both than they are to each other (the relative
 * neighbourhood graph, Toussaint 1980, with walks for distances). It holds a shortest spanning tree of all that the pairs
 * join, so that what can be reached along the pairs can be reached along the neighbours; equal walks are all kept. Pairs
 * each once. Time: the pairs times the places around each.
 */
export function neighbours(pairs: readonly Pair[], places: number): Pair[] {
  const near: Map<number, number>[] = Array.from({ length: places }, () => new Map());
  for (const { from, to, metres } of pairs) {
    near[from]!.set(to, metres);
    near[to]!.set(from, metres);
  }
  return pairs.filter(({ from, to, metres }) => {
    const [few, many] = near[from]!.size <= near[to]!.size ? [from, to] : [to, from];
    for (const [third, away] of near[few]!)
      if (away < metres && (near[many]!.get(third) ?? Infinity) < metres) return false;
    return true;
  });
}

/** For each place the number of the group it is joined to, 0, 1, 2 … in the order of their first places. */
export function groupsOf(pairs: readonly Pair[], places: number): Int32Array {
  const parent = Int32Array.from({ length: places }, (_, place) => place);
  const rootOf = (place: number): number => {
    let root = place;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = place; at !== root; ) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  for (const { from, to } of pairs) {
    const [one, other] = [rootOf(from), rootOf(to)];
    parent[Math.max(one, other)] = Math.min(one, other);
  }
  const numbers = new Map<number, number>();
  return parent.map((_, place) => {
    const root = rootOf(place);
    const known = numbers.get(root) ?? numbers.size;
    numbers.set(root, known);
    return known;
  });
}
