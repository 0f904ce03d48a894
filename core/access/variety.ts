import { checkReach } from './coverage.ts';
import type { Distances } from './distances.ts';

/** How many of the functions each point has within so many metres, one place or more of each; at most 31 functions. */
export function variety(
  { starts, places, metres, maxMetres }: Distances,
  functionsOf: readonly (readonly string[])[],
  wanted: readonly string[],
  withinM: number,
): Uint8Array {
  checkReach(withinM, maxMetres);
  const bits = functionsOf.map(has =>
    wanted.reduce((mask, id, bit) => (has.includes(id) ? mask | (1 << bit) : mask), 0),
  );
  const count = new Uint8Array(starts.length - 1);
  for (let i = 0; i < count.length; i++) {
    let found = 0;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) if (metres[k]! <= withinM) found |= bits[places[k]!]!;
    for (; found !== 0; found &= found - 1) count[i]!++;
  }
  return count;
}
