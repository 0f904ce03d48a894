import { ProblemError } from '../problem.ts';
import type { Contiguity } from './contiguity.ts';
import type { SpatialWeights } from './weights.ts';

/** Contiguity in JSON: every pair of neighbours once, under the area with the lower index. */
export type WireContiguity = {
  /** For each area, how many of its neighbours have a higher index. */
  later: readonly number[];
  /** Pair by pair, the neighbour's index less that of the one before it in its row, or less the area's own. */
  gaps: readonly number[];
  /** Pair by pair, the length of the shared border in whole millimetres; 0 where only a point is shared. */
  borderMm: readonly number[];
};

/**
 * Borders are rounded to a millimetre, 1 at least, and are the same seen from both sides: whoever reads this, the
 * server among them, gets the same numbers to the last bit.
 */
export function contiguityToWire({ queen, rook }: Contiguity): WireContiguity {
  const later: number[] = [];
  const gaps: number[] = [];
  const borderMm: number[] = [];
  for (let i = 0; i + 1 < queen.starts.length; i++) {
    let before = i;
    let rooks = rook.starts[i]!;
    const found = gaps.length;
    for (let e = queen.starts[i]!; e < queen.starts[i + 1]!; e++) {
      const j = queen.neighbours[e]!;
      if (j < i) continue;
      while (rooks < rook.starts[i + 1]! && rook.neighbours[rooks]! < j) rooks++;
      const hasBorder = rooks < rook.starts[i + 1]! && rook.neighbours[rooks] === j;
      gaps.push(j - before);
      borderMm.push(hasBorder ? Math.max(1, Math.round(rook.values![rooks]! * 1000)) : 0);
      before = j;
    }
    later.push(gaps.length - found);
  }
  return { later, gaps, borderMm };
}

/** ProblemError `bad-input` for columns that do not fit each other, or name an area that is not there. */
export function contiguityFromWire({ later, gaps, borderMm }: WireContiguity): Contiguity {
  const areas = later.length;
  const low = new Uint32Array(gaps.length);
  const high = new Uint32Array(gaps.length);
  const pairs = later.reduce((sum, count) => sum + count, 0);
  if (pairs !== gaps.length || pairs !== borderMm.length) {
    throw new ProblemError(
      'bad-input',
      `Contiguity of ${pairs} pairs has ${gaps.length} neighbours and ${borderMm.length} borders; all three must be equal.`,
    );
  }
  let pair = 0;
  for (let i = 0; i < areas; i++) {
    let j = i;
    for (let k = 0; k < later[i]!; k++) {
      j += gaps[pair]!;
      if (!(gaps[pair]! > 0) || j >= areas) {
        throw new ProblemError('bad-input', `Area ${i} of ${areas} has a neighbour ${j} that is none.`);
      }
      low[pair] = i;
      high[pair] = j;
      pair++;
    }
  }
  return { queen: bothWays(areas, low, high, null), rook: bothWays(areas, low, high, borderMm) };
}

/** Rows of both areas of every pair; with borders only of the pairs that have one, weighed by it in metres. */
function bothWays(
  areas: number,
  low: Uint32Array,
  high: Uint32Array,
  borderMm: readonly number[] | null,
): SpatialWeights {
  const starts = new Uint32Array(areas + 1);
  const counts = (pair: number): boolean => borderMm === null || borderMm[pair]! > 0;
  for (let pair = 0; pair < low.length; pair++) {
    if (!counts(pair)) continue;
    starts[low[pair]! + 1]!++;
    starts[high[pair]! + 1]!++;
  }
  for (let i = 0; i < areas; i++) starts[i + 1]! += starts[i]!;
  const filled = starts.slice(0, areas);
  const neighbours = new Uint32Array(starts[areas]!);
  const values = borderMm && new Float64Array(neighbours.length);
  const add = (from: number, to: number, pair: number): void => {
    const at = filled[from]!++;
    neighbours[at] = to;
    if (values) values[at] = borderMm![pair]! / 1000;
  };
  // Pairs stand in order of the lower area, so that the lower neighbours of a row come in order; the higher follow them.
  for (let pair = 0; pair < low.length; pair++) if (counts(pair)) add(high[pair]!, low[pair]!, pair);
  for (let pair = 0; pair < low.length; pair++) if (counts(pair)) add(low[pair]!, high[pair]!, pair);
  return { starts, neighbours, values };
}
