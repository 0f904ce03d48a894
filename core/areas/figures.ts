/** Place of an area among others, 1 being the highest value; areas of equal value share the better place. */
export type Rank = { position: number; of: number };

/**
 * Rank of the area `index` among `among` (area indices, which should contain it) by `values`. Cells without a
 * number take no place and are not counted in `of`; null when the area itself has none.
 */
export function rankWithin(values: ArrayLike<number>, among: ArrayLike<number>, index: number): Rank | null {
  const own = values[index];
  if (own === undefined || Number.isNaN(own)) return null;
  let above = 0;
  let of = 0;
  for (let k = 0; k < among.length; k++) {
    const value = values[among[k]!]!;
    if (Number.isNaN(value)) continue;
    of++;
    if (value > own) above++;
  }
  return { position: above + 1, of };
}
