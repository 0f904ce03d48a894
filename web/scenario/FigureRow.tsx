import type { ReactNode } from 'react';
import type { PanelFigure } from '../../core/scenario/figures.ts';
import { useWords } from '../i18n/words.ts';
import { FigureLine } from './FigureLine.tsx';
import { FigureMethod } from './FigureMethod.tsx';
import { Reacts } from './Reacts.tsx';

type Props = {
  figure: PanelFigure;
  title: string;
  /** Ids of other figures that stand in the row's text. */
  also?: readonly string[];
  children?: ReactNode;
};

/** One figure: what it is called, now and then, whether the last change moved it, and how it is computed. */
export function FigureRow({ figure, title, also = [], children }: Props) {
  const { t } = useWords();
  return (
    <li className="index-row" data-testid={`figure-${figure.id}`}>
      <div className="figure-head">
        <h3>{title}</h3>
        <Reacts ids={[figure.id, ...also]} />
      </div>
      <FigureLine figure={figure} />
      {children}
      <details className="how">
        <summary>{t('area.how')}</summary>
        <div className="how-text">
          <FigureMethod id={figure.id} />
        </div>
      </details>
    </li>
  );
}
