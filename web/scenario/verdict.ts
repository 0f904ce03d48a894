import type { FigureDirection } from '../../core/scenario/figures.ts';

/** A change smaller than what three decimals can show is no change. */
const noticeable = 0.00005;

export type Verdict = 'better' | 'worse' | 'same' | 'more' | 'less';

/** What a change means in a word. More social dwellings is neither better nor worse, only more. */
export function verdictOf(change: number, direction: FigureDirection): Verdict {
  if (Math.abs(change) < noticeable) return 'same';
  if (direction === 'neutral') return change > 0 ? 'more' : 'less';
  return change > 0 === (direction === 'higher_is_worse') ? 'worse' : 'better';
}
