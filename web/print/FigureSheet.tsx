import type { Texts } from '../../core/areas/indicator.ts';
import { figureMethod } from '../../core/scenario/figure-methods.ts';
import type { FigureDirection, FigureUnit } from '../../core/scenario/figures.ts';
import { verdictOf } from '../../core/scenario/verdict.ts';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { useFigureText } from '../scenario/figureText.ts';

/** A figure of two moments or two sides. */
export type PrintedFigure = {
  id: string;
  title: Texts;
  unit: FigureUnit;
  direction: FigureDirection;
  values: readonly [number | null, number | null];
  difference: number | null;
};

type Props = { columns: readonly [string, string]; figures: readonly PrintedFigure[] };

/** Every figure with its difference, what that means in a word, and in a line how it is computed. */
export function FigureSheet({ columns, figures }: Props) {
  const { t, text } = useWords();
  const { value, change } = useFigureText();
  return (
    <section>
      <h2>{t('print.figures')}</h2>
      <table className="print-table" data-testid="print-figures">
        <thead>
          <tr>
            <th scope="col">{t('print.figure')}</th>
            {columns.map((column, side) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns that never change places
              <th key={side} scope="col" className="number-cell">
                {column}
              </th>
            ))}
            <th scope="col" className="number-cell">
              {t('print.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ id, title, unit, direction, values, difference }) => {
            const method = figureMethod(id);
            const verdict = difference === null ? null : verdictOf(difference, direction, unit);
            return (
              <tr key={id}>
                <th scope="row">
                  {sentence(text(title))}
                  {method !== null && <small>{text(method)}</small>}
                </th>
                <td className="number-cell">{value(values[0], unit)}</td>
                <td className="number-cell">{value(values[1], unit)}</td>
                <td className="number-cell">
                  {change(difference, unit)}
                  {verdict !== null && <small>{t(`scenario.${verdict}`)}</small>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
