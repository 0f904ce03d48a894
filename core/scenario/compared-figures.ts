import type { PanelFigure } from './figures.ts';

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
