import { type Distances, distancesFromPairs } from '../../../core/access/distances.ts';

/** Distances from a table of metres, a row for each point and a column for each place; null: out of reach. */
export function distancesOf(table: readonly (readonly (number | null)[])[], maxMetres = 1000): Distances {
  const pairs = table.flatMap((row, point) =>
    row.flatMap((metres, place) => (metres === null ? [] : [{ point, place, metres }])),
  );
  return distancesFromPairs(
    {
      points: Int32Array.from(pairs, one => one.point),
      places: Int32Array.from(pairs, one => one.place),
      metres: Float64Array.from(pairs, one => one.metres),
    },
    { points: table.length, places: table[0]?.length ?? 0 },
    maxMetres,
  );
}
