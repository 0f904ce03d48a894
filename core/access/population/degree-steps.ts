/** Parts of a degree that positions are stored in: about a centimetre. */
export const PER_DEGREE = 1e7;

/** Degrees as whole differences from the one before, which are small where neighbours follow one another. */
export function degreeSteps(column: ArrayLike<number>): number[] {
  let before = 0;
  return Array.from(column, each => {
    const here = Math.round(each * PER_DEGREE);
    const step = here - before;
    before = here;
    return step;
  });
}

/** The degrees of such differences. */
export function degreesOf(steps: readonly number[]): Float64Array {
  let here = 0;
  return Float64Array.from(steps, step => {
    here += step;
    return here / PER_DEGREE;
  });
}
