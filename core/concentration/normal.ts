/**
 * Chance that a standard normal variable exceeds `z`, to about 1e-13 relative however far in the tail: the
 * series of the distribution function near the middle, Laplace's continued fraction beyond 3 (Abramowitz &
 * Stegun 26.2.11 and 26.2.14).
 */
export function normalUpperTail(z: number): number {
  if (z < 0) return 1 - normalUpperTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > MIDDLE) {
    let fraction = 0;
    for (let k = FRACTION_DEPTH; k > 0; k--) fraction = k / (z + fraction);
    return density / (z + fraction);
  }
  let term = z;
  let sum = z;
  for (let k = 3; term > sum * 1e-17; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 - density * sum;
}

const MIDDLE = 3;
const FRACTION_DEPTH = 200;
