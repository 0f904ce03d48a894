import { ProblemError } from '../problem.ts';
import type { AreaGeometry } from './geometry.ts';

/**
 * Code of the square cell in which each area's centroid lies, such as `1km E3821 N652`: the corner in units of
 * the side. An area larger than a cell is one cell. ProblemError `bad-parameter` unless `sideM` is above 0.
 */
export function gridCells({ x, y }: Pick<AreaGeometry, 'x' | 'y'>, sideM: number): string[] {
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
  return Array.from(x, (each, i) => `${side} E${Math.floor(each / sideM)} N${Math.floor(y[i]! / sideM)}`);
}
