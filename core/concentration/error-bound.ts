/** A number that is known to lie from `low` to `high`. */
export type Between = { low: number; high: number };

/**
 * Largest distance between `a.low / b.low`-like ratios and the one that was computed: `value` is what the sums
 * gave, `numerator` and `denominator` say what the complete sums could be. Infinite where the denominator may
 * be 0. Zero where nothing was left out.
 */
export function ratioError(value: number, numerator: Between, denominator: Between): number {
  if (numerator.low === numerator.high && denominator.low === denominator.high) return 0;
  if (denominator.low <= 0 && denominator.high >= 0) return Number.POSITIVE_INFINITY;
  const corners = [
    numerator.low / denominator.low,
    numerator.low / denominator.high,
    numerator.high / denominator.low,
    numerator.high / denominator.high,
  ];
  return Math.max(...corners.map(corner => Math.abs(corner - value)));
}
