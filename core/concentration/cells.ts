/** Points ordered by square cells, row by row, so that the points of neighbouring cells are few runs. */
export type CellLayout = {
  /** Point at each place of the order. */
  order: Uint32Array;
  /** For the point at a place, the later runs [from, to) that hold every later point within the radius. */
  forRunsAfter: (place: number, visit: (from: number, to: number) => void) => void;
};

const CELLS_PER_RADIUS = 4;
/** A radius far below the distance between points would make far more cells than points. */
const MOST_CELLS_PER_POINT = 4;

/**
 * Lays points out in cells of a quarter of the radius, so that every pair of points within `radius` stands in
 * exactly one visited run. Runs hold some more distant pairs too: visiting those is cheaper than telling them
 * apart, and makes a cut-off sum only more exact.
 */
export function cellLayout(x: Float64Array, y: Float64Array, radius: number): CellLayout {
  const [west, east] = bounds(x);
  const [south, north] = bounds(y);
  const extent = Math.max(east - west, north - south);
  const mostAcross = Math.sqrt(MOST_CELLS_PER_POINT * x.length);
  const side = Math.max(radius / CELLS_PER_RADIUS, extent / mostAcross) || 1;
  const columns = Math.floor((east - west) / side) + 1;
  const rows = Math.floor((north - south) / side) + 1;
  const column = Uint32Array.from(x, value => Math.floor((value - west) / side));
  const row = Uint32Array.from(y, value => Math.floor((value - south) / side));
  const starts = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < x.length; i++) starts[row[i]! * columns + column[i]! + 1]!++;
  for (let cell = 0; cell < columns * rows; cell++) starts[cell + 1]! += starts[cell]!;
  const filled = starts.slice();
  const order = new Uint32Array(x.length);
  for (let i = 0; i < x.length; i++) order[filled[row[i]! * columns + column[i]!]!++] = i;
  const reaches = reachPerRow(radius, side);
  return {
    order,
    forRunsAfter: (place, visit) => {
      const i = order[place]!;
      for (let up = 0; up < reaches.length; up++) {
        const line = row[i]! + up;
        if (line >= rows) return;
        const first = Math.max(0, column[i]! - reaches[up]!);
        const last = Math.min(columns - 1, column[i]! + reaches[up]!);
        const from = up === 0 ? place + 1 : starts[line * columns + first]!;
        const to = starts[line * columns + last + 1]!;
        if (from < to) visit(from, to);
      }
    },
  };
}

/** How many columns to either side can hold a point within the radius, for each row upward. */
function reachPerRow(radius: number, side: number): number[] {
  const reaches: number[] = [];
  for (let up = 0; (up - 1) * side <= radius; up++) {
    const gap = Math.max(0, up - 1) * side;
    reaches.push(Math.floor(Math.sqrt(Math.max(0, radius * radius - gap * gap)) / side) + 1);
  }
  return reaches;
}

function bounds(values: Float64Array): [low: number, high: number] {
  if (values.length === 0) return [0, 0];
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
