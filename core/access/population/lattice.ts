import { ProblemError } from '../../problem.ts';
import type { Shape } from '../shape.ts';
import { crossingsAt, surfaceOf } from './planar.ts';

/** Points of a plane, as columns. */
export type PlanePoints = { x: number[]; y: number[] };

/** Side of the squares at whose middle people are put where nothing better is known, metres. */
export const LATTICE_M = 100;
/** Most points one lattice may have: Flanders at 100 m has 1.4 million. */
export const MAX_LATTICE_POINTS = 5_000_000;

/**
 * Middles of the squares of a lattice (corners at multiples of `sideM`) that lie in filled shapes, and, where `land` is
 * given, in land too. Squares count whole by their middle; of overlapping shapes each middle counts once.
 * @throws ProblemError `bad-parameter` unless `sideM` is above 0, `too-large` for more than MAX_LATTICE_POINTS.
 */
export function latticeWithin(
  shapes: readonly Shape[],
  sideM: number = LATTICE_M,
  land: ((x: number, y: number) => boolean) | null = null,
): PlanePoints {
  if (!(sideM > 0) || sideM === Infinity)
    throw new ProblemError(
      'bad-parameter',
      `A lattice of ${sideM} m has no points; give metres such as 100.`,
      { sideM },
    );
  const expected = shapes.reduce((sum, shape) => sum + surfaceOf(shape), 0) / sideM ** 2;
  if (expected > MAX_LATTICE_POINTS)
    throw new ProblemError(
      'too-large',
      `A lattice of ${sideM} m here has about ${Math.round(expected)} points and ${MAX_LATTICE_POINTS} is the most; choose a larger side.`,
      { sideM },
    );
  const points: PlanePoints = { x: [], y: [] };
  const seen = shapes.length > 1 ? new Set<string>() : null;
  for (const shape of shapes) {
    if (!shape.filled) continue;
    const [, south, , north] = shape.box;
    for (let row = Math.floor(south / sideM); row * sideM <= north; row++) {
      const y = (row + 0.5) * sideM;
      const crossings = crossingsAt(shape, y);
      for (let k = 0; k + 1 < crossings.length; k += 2) {
        for (let column = Math.ceil(crossings[k]! / sideM - 0.5); ; column++) {
          const x = (column + 0.5) * sideM;
          if (x >= crossings[k + 1]!) break;
          if (seen?.has(`${column} ${row}`) || (land !== null && !land(x, y))) continue;
          seen?.add(`${column} ${row}`);
          points.x.push(x);
          points.y.push(y);
        }
      }
    }
  }
  return points;
}
