/** Columns summed over the parts of a division; `keys` are the parts in order of first appearance. */
export function mergeColumns(
  columns: readonly Float64Array[],
  division: readonly string[],
): { keys: string[]; merged: Float64Array[] } {
  const keys = [...new Set(division)];
  const place = new Map(keys.map((key, k) => [key, k]));
  const merged = columns.map(column => {
    const sums = new Float64Array(keys.length);
    division.forEach((key, i) => {
      sums[place.get(key)!]! += column[i]!;
    });
    return sums;
  });
  return { keys, merged };
}
