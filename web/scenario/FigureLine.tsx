import type { PanelFigure } from '../../core/scenario/figures.ts';
import { verdictOf } from '../../core/scenario/verdict.ts';
import { useWords } from '../i18n/words.ts';
import { useFigureText } from './figureText.ts';

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
