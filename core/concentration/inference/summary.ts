import type { IndexDescription } from '../types.ts';

/** What chance says about an observed value. */
export type Inference = {
  value: number;
  /** Mean under chance; small units have one above 0 even where nothing is concentrated. */
  expected: number;
  expectedBy: 'exact' | 'simulation';
  /** (value − expected) / (1 − expected): 0 is chance, 1 complete; null for an index whose largest value is not 1. */
  beyondChance: number | null;
  /** The value less its bias, 2 · value − mean of the bootstrap; null where it was not asked for. */
  corrected: number | null;
  /** Interval around the corrected value; null where it was not asked for. */
  interval: { level: number; low: number; high: number } | null;
  /** Chance of a value at least as extreme, (r + 1)/(n + 1): never 0. */
  p: number;
  /** Draws behind `p` in which the index had a value. */
  draws: number;
  /** What was left to chance: who is social (`allocation`), or where the areas lie (`places`). */
  null: NullModel;
};

export type NullModel = 'allocation' | 'places';

/** Values that differ by less are taken for equal: the same sum in another order rounds differently. */
const TIE = 1e-12;

/**
 * p = (r + 1)/(n + 1) (Phipson & Smyth 2010, "Permutation p-values should never be zero", Statistical
 * Applications in Genetics and Molecular Biology 9), r the draws at least as concentrated as `value`; for a
 * neutral index twice the rarer side. Draws equal to the value count as extreme.
 */
export function permutationP(
  value: number,
  drawn: Float64Array,
  direction: IndexDescription['direction'],
): number {
  const tie = TIE * Math.max(1e-3, Math.abs(value));
  let above = 0;
  let below = 0;
  for (const each of drawn) {
    if (each >= value - tie) above++;
    if (each <= value + tie) below++;
  }
  const tail = (r: number): number => (r + 1) / (drawn.length + 1);
  if (direction === 'higher_is_more_concentrated') return tail(above);
  if (direction === 'higher_is_less_concentrated') return tail(below);
  return Math.min(1, 2 * tail(Math.min(above, below)));
}

/** The draws in which the index has a value: a replicate of a few social dwellings may have none left. */
export function definedDraws(drawn: Float64Array): Float64Array {
  return drawn.filter(each => !Number.isNaN(each));
}

export function meanOf(drawn: Float64Array): number {
  let sum = 0;
  for (const each of drawn) sum += each;
  return sum / drawn.length;
}

/** Quantile of ascending values, linear between neighbours. */
export function quantileOf(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}

/**
 * Basic bootstrap: replicates are as far above the value as the value is above the truth, so that both the mean
 * and the quantiles are mirrored in it (Davison & Hinkley 1997, section 5.2). Kept within the range of the index.
 */
export function mirrorReplicates(
  value: number,
  replicates: Float64Array,
  level: number,
  [lowest, highest]: readonly [number, number],
): { corrected: number; interval: { level: number; low: number; high: number } } {
  const sorted = replicates.slice().sort();
  const within = (each: number): number => Math.min(highest, Math.max(lowest, each));
  const mirrored = (p: number): number => within(2 * value - quantileOf(sorted, p));
  return {
    corrected: within(2 * value - meanOf(replicates)),
    interval: { level, low: mirrored((1 + level) / 2), high: mirrored((1 - level) / 2) },
  };
}
