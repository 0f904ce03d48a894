import type { PairAnswer } from '../data/comparison.ts';

/** Rarer than one in twenty is not laid to chance, as the interval of 95 % has it. */
const RARE = 0.05;

/**
 * What two tests say together. The interval asks whether the same areas, filled by lot around their own shares, would
 * still differ; p asks whether the same areas, divided over both by lot, would differ as much. `mixed`: the difference
 * is there, but two handfuls of such areas often differ so.
 */
export function pairVerdict({
  interval,
  p,
}: Pick<PairAnswer, 'interval' | 'p'>): 'sure' | 'mixed' | 'unsure' {
  if (interval.low <= 0 && interval.high >= 0) return 'unsure';
  return p <= RARE ? 'sure' : 'mixed';
}
