import type { Polygon } from 'geojson';
import { ProblemError } from '../problem.ts';
import type { AreaGeometry } from './geometry.ts';

/** A square grid laid over centroids. */
export type Grid = {
  /** Code of the cell in which each area's centroid lies, such as `1km E3821 N652`: the corner in units of the side. */
  cells: string[];
  /** The square of each cell, in the metres of the centroids. */
  squares: ReadonlyMap<string, Polygon>;
};

/**
 * Cells of a square grid in which centroids (metres) lie. An area larger than a cell is one cell. ProblemError
 * `bad-parameter` unless `sideM` is above 0.
 */
export function gridOf({ x, y }: Pick<AreaGeometry, 'x' | 'y'>, sideM: number): Grid {
  if (!(sideM > 0) || sideM === Number.POSITIVE_INFINITY) {
    throw new ProblemError(
      'bad-parameter',
      `A grid of ${sideM} m has no cells; give the side in metres, such as 500.`,
      {
        sideM,
      },
    );
  }
  const side = sideM % 1000 === 0 ? `${sideM / 1000}km` : `${sideM}m`;
  const squares = new Map<string, Polygon>();
  const cells = Array.from(x, (easting, i) => {
    const column = Math.floor(easting / sideM);
    const row = Math.floor(y[i]! / sideM);
    const code = `${side} E${column} N${row}`;
    if (!squares.has(code)) squares.set(code, squareAt(column, row, sideM));
    return code;
  });
  return { cells, squares };
}

function squareAt(column: number, row: number, sideM: number): Polygon {
  const [west, east] = [column * sideM, (column + 1) * sideM];
  const [south, north] = [row * sideM, (row + 1) * sideM];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
