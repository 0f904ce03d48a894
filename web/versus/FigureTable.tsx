import { useMemo } from 'react';
import { type ComparedFigure, comparedFigures } from '../../core/scenario/compared-figures.ts';
import { panelFigures } from '../../core/scenario/figures.ts';
import { verdictOf } from '../../core/scenario/verdict.ts';
import { sentence, shortHash } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { FigureMethod } from '../scenario/FigureMethod.tsx';
import { useFigureText } from '../scenario/figureText.ts';
import { useScene } from '../state/scene.tsx';
import type { Versus } from './outcomes.tsx';
import { useVersus } from './outcomes.tsx';
import { VersusExports } from './VersusExports.tsx';

function FigureRow({ figure }: { figure: ComparedFigure }) {
  const { t, text } = useWords();
  const { value, change } = useFigureText();
  const { release } = useScene();
  const { id, title, unit, direction, first, second, difference } = figure;
  const verdict = difference === null ? null : verdictOf(difference, direction, unit);
  return (
    <tr data-testid={`figure-${id}`}>
      <th scope="row">
        {sentence(text(title))}
        <details className="how">
          <summary>{t('area.how')}</summary>
          <FigureMethod id={id} />
          <p className="quiet">
            {t('area.release')}: <code>{shortHash(release.hash)}</code>
          </p>
        </details>
      </th>
      <td className="number-cell">{value(first, unit)}</td>
      <td className="number-cell">{value(second, unit)}</td>
      <td className="number-cell">{change(difference, unit)}</td>
      <td>
        {verdict !== null && (
          <span className="verdict" data-verdict={verdict}>
            {t(`scenario.${verdict}`)}
          </span>
        )}
      </td>
    </tr>
  );
}

/** Every figure of both, the difference, and what that means in a word. */
export function FigureTable({ outcomes }: { outcomes: NonNullable<Versus['outcomes']> }) {
  const { t } = useWords();
  const { sides } = useVersus();
  const figures = useMemo(
    () => comparedFigures(panelFigures(outcomes.left), panelFigures(outcomes.right)),
    [outcomes],
  );
  const names = { left: sides.left.title, right: sides.right.title };
  const [one, other] = [sides.left.scenario, sides.right.scenario];
  const differ =
    one !== null && other !== null && JSON.stringify(one.parameters) !== JSON.stringify(other.parameters);
  return (
    <div className="versus-figures">
      {differ && <p className="note">{t('versus.figures.assumptions', names)}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard */}
      <section className="versus-scroller" tabIndex={0} aria-label={t('versus.kinds.table')}>
        <table className="versus-table" data-testid="versus-table">
          <caption className="unseen">{t('versus.figures.caption', names)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('versus.figures.figure')}</th>
              <th scope="col" className="number-cell">
                {names.left}
              </th>
              <th scope="col" className="number-cell">
                {names.right}
              </th>
              <th scope="col" className="number-cell">
                {t('versus.figures.difference')}
              </th>
              <th scope="col">{t('versus.figures.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(figure => (
              <FigureRow key={figure.id} figure={figure} />
            ))}
          </tbody>
        </table>
      </section>
      <VersusExports />
    </div>
  );
}
