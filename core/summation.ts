/**
 * Sum of `term(0) … term(length - 1)` with a running compensation, so that the rounding error does not grow
 * with the number of terms and integers below 2^53 add up exactly (Neumaier 1974, "Rundungsfehleranalyse
 * einiger Verfahren zur Summation endlicher Summen", ZAMM 54).
 */
export function sumTerms(length: number, term: (index: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < length; i++) {
    const value = term(i);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Compensated sum of a column; 0 for an empty one, NaN as soon as one cell is NaN. */
export function sumColumn(column: ArrayLike<number>): number {
  return sumTerms(column.length, i => column[i]!);
}
