/**
 * Sum of `term(0) … term(length - 1)` that carries the rounding error of every addition along (Knuth's TwoSum,
 * 1969; the compensated sum of Neumaier 1974 and Ogita, Rump & Oishi 2005): the error does not grow with the
 * number of terms, and integers below 2^53 add up exactly.
 */
export function sumTerms(length: number, term: (index: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < length; i++) {
    const value = term(i);
    const next = sum + value;
    const added = next - sum;
    lost += sum - (next - added) + (value - added);
    sum = next;
  }
  return sum + lost;
}

/** Compensated sum of a column; 0 for an empty one, NaN as soon as one cell is NaN. */
export function sumColumn(column: ArrayLike<number>): number {
  return sumTerms(column.length, i => column[i]!);
}
