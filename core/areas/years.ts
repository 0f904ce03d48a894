/**
 * The year whose values stand beside those of `year`: that year where it has values, else the nearest before it, and
 * the nearest after it only where there is none before; null where no year has any.
 */
export function yearBeside(year: number, years: readonly number[]): number | null {
  let before: number | null = null;
  let after: number | null = null;
  for (const one of years) {
    if (one <= year && (before === null || one > before)) before = one;
    if (one > year && (after === null || one < after)) after = one;
  }
  return before ?? after;
}
