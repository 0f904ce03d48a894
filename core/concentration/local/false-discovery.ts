/**
 * The largest p-value that may be called significant among many, so that at most `level` of what is called so
 * is expected to be false (Benjamini & Hochberg 1995; for maps Caldas de Castro & Singer 2006): k level / n for
 * the largest k whose k-th smallest p is at most that; level / n where there is none. NaNs are not counted.
 */
export function falseDiscoveryThreshold(p: Float64Array, level = 0.05): number {
  const sorted = p.filter(each => !Number.isNaN(each)).sort();
  for (let k = sorted.length; k > 0; k--) {
    const line = (level * k) / sorted.length;
    if (sorted[k - 1]! <= line) return line;
  }
  return level / Math.max(1, sorted.length);
}
