import type { Distances } from './distances.ts';
import type { Nearest } from './reach.ts';

/**
 * The nearest place from each point, of those marked 1 in `counts` (all where it is left out): the first of equally
 * near ones. Infinite and −1 where none is within the reach of the distances.
 */
export function nearestPlaces(
  { starts, places, metres }: Distances,
  counts: Uint8Array | null = null,
): Nearest {
  const points = starts.length - 1;
  const nearest: Nearest = {
    metres: new Float64Array(points).fill(Infinity),
    place: new Int32Array(points).fill(-1),
  };
  for (let i = 0; i < points; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      if (counts !== null && counts[places[k]!] === 0) continue;
      if (metres[k]! < nearest.metres[i]!) {
        nearest.metres[i] = metres[k]!;
        nearest.place[i] = places[k]!;
      }
    }
  }
  return nearest;
}
