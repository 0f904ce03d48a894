import type { FigureDirection, FigureUnit, PanelFigure } from './figures.ts';

/** One figure of two situations, each as it then is; null where there is no value. */
export type ComparedFigure = Pick<PanelFigure, 'id' | 'title' | 'unit' | 'direction'> & {
  first: number | null;
  second: number | null;
  /** Second − first. */
  difference: number | null;
};

/**
 * The figures of two evaluations on one ground beside each other, in the order of the second: what is left of the
 * first comes last. Of each it is what it comes to that is compared; an evaluation without edits is what is now.
 */
export function comparedFigures(
  first: readonly PanelFigure[],
  second: readonly PanelFigure[],
): ComparedFigure[] {
  const ofFirst = new Map(first.map(figure => [figure.id, figure]));
  const ofSecond = new Map(second.map(figure => [figure.id, figure]));
  return [...new Set([...ofSecond.keys(), ...ofFirst.keys()])].map(id => {
    const { title, unit, direction } = (ofSecond.get(id) ?? ofFirst.get(id))!;
    const one = ofFirst.get(id)?.after ?? null;
    const other = ofSecond.get(id)?.after ?? null;
    const difference = one === null || other === null ? null : other - one;
    return { id, title, unit, direction, first: one, second: other, difference };
  });
}

/** Half of the last digit that a difference is written with: what is smaller reads as none. */
const NOTICEABLE: Readonly<Record<FigureUnit, number>> = {
  share: 0.00005,
  index: 0.00005,
  count: 0.05,
  people: 0.05,
  per_hectare: 0.005,
};

export type Verdict = 'better' | 'worse' | 'same' | 'more' | 'less';

/** What a change of a figure means in a word. */
export function figureVerdict(change: number, unit: FigureUnit, direction: FigureDirection): Verdict {
  if (Math.abs(change) < NOTICEABLE[unit]) return 'same';
  if (direction === 'neutral') return change > 0 ? 'more' : 'less';
  return change > 0 === (direction === 'higher_is_better') ? 'better' : 'worse';
}
