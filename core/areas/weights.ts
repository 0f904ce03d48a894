/**
 * Spatial weights as compressed sparse rows: the neighbours of area i are `neighbours[starts[i]]` up to
 * `neighbours[starts[i + 1]]`, ascending; no area is its own neighbour. `values` has the weight of each, in the
 * unit its maker states; null is 1 for all.
 */
export type SpatialWeights = {
  starts: Uint32Array;
  neighbours: Uint32Array;
  values: Float64Array | null;
};

/** Weights from lists of neighbours, one for each area. */
export function weightsFromLists(lists: readonly (readonly number[])[]): SpatialWeights {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = starts[i]! + list.length;
  });
  const neighbours = new Uint32Array(starts[lists.length]!);
  lists.forEach((list, i) => {
    neighbours.set(
      list.toSorted((a, b) => a - b),
      starts[i]!,
    );
  });
  return { starts, neighbours, values: null };
}

/** Number of areas without a neighbour. */
export function countIslands({ starts }: SpatialWeights): number {
  let islands = 0;
  for (let i = 0; i + 1 < starts.length; i++) if (starts[i] === starts[i + 1]) islands++;
  return islands;
}

/** The weights among `kept` (area indices, ascending), renumbered to positions in `kept`. */
export function subsetWeights(weights: SpatialWeights, kept: ArrayLike<number>): SpatialWeights {
  const size = weights.starts.length - 1;
  if (kept.length === size) return weights;
  const position = new Int32Array(size).fill(-1);
  for (let k = 0; k < kept.length; k++) position[kept[k]!] = k;
  const starts = new Uint32Array(kept.length + 1);
  const neighbours = new Uint32Array(weights.neighbours.length);
  const values = weights.values && new Float64Array(weights.neighbours.length);
  let filled = 0;
  for (let k = 0; k < kept.length; k++) {
    const i = kept[k]!;
    for (let e = weights.starts[i]!; e < weights.starts[i + 1]!; e++) {
      const j = position[weights.neighbours[e]!]!;
      if (j < 0) continue;
      neighbours[filled] = j;
      if (values) values[filled] = weights.values![e]!;
      filled++;
    }
    starts[k + 1] = filled;
  }
  return {
    starts,
    neighbours: neighbours.slice(0, filled),
    values: values?.slice(0, filled) ?? null,
  };
}
