import type { FigureUnit, PanelFigure } from '../../core/scenario/figures.ts';
import { useWords } from '../i18n/words.ts';
import { verdictOf } from './verdict.ts';

/** How a difference is written. */
const shownAs = {
  share: 'share',
  index: 'index',
  count: 'count',
  people: 'count',
  per_hectare: 'index',
} as const;

/** A figure as it is written: percentages, indices with three decimals, whole numbers. */
export function useFigureText(): {
  value: (value: number | null, unit: FigureUnit) => string;
  change: (value: number, unit: FigureUnit) => string;
} {
  const { share, index, decimal, count, difference } = useWords();
  return {
    value: (given, unit) => {
      if (given === null) return '–';
      if (unit === 'share') return share(given);
      if (unit === 'index') return index(given);
      if (unit === 'people') return decimal(given, 0);
      return unit === 'count' ? count(given) : `${index(given)}\u00a0/\u00a0ha`;
    },
    // A density of a whole town moves in its third decimal, as an index does.
    change: (given, unit) => difference(given, shownAs[unit]),
  };
}

/** Now, then, the difference, and in a word whether that is better. */
export function FigureLine({ figure }: { figure: PanelFigure }) {
  const { t } = useWords();
  const { value, change } = useFigureText();
  const { before, after, difference, unit, direction } = figure;
  const verdict = difference === null ? null : verdictOf(difference, direction, unit);
  return (
    <p className="index-line">
      <span className="unseen">{t('scenario.now')} </span>
      <span className="index-now">{value(before, unit)}</span>
      <span aria-hidden="true">→</span>
      <span className="unseen"> {t('scenario.after')} </span>
      <strong className="index-then">{value(after, unit)}</strong>
      {difference !== null && <span className="index-change">({change(difference, unit)})</span>}
      {verdict !== null && (
        <span className="verdict" data-verdict={verdict}>
          {t(`scenario.${verdict}`)}
        </span>
      )}
    </p>
  );
}
