import type { FigureDirection, FigureUnit } from './figures.ts';

/** Half of the last digit that a difference is written with, in the panel and in a comparison: what is smaller reads as none. */
const noticeable: Readonly<Record<FigureUnit, number>> = {
  share: 0.00005,
  index: 0.00005,
  per_hectare: 0.00005,
  people: 0.5,
  count: 0.5,
};

export type Verdict = 'better' | 'worse' | 'same' | 'more' | 'less';

/** What a change means in a word. More social dwellings is neither better nor worse, only more. */
export function verdictOf(change: number, direction: FigureDirection, unit: FigureUnit = 'index'): Verdict {
  if (Math.abs(change) < noticeable[unit]) return 'same';
  if (direction === 'neutral') return change > 0 ? 'more' : 'less';
  return change > 0 === (direction === 'higher_is_worse') ? 'worse' : 'better';
}
