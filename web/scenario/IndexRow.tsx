import { undefinedReasons } from '../../core/concentration/population.ts';
import { anyIndexById } from '../../core/concentration/spatial-registry.ts';
import { CHANCE_DRAWS } from '../../core/scenario/chance.ts';
import type { ScenarioEvaluation } from '../../core/scenario/evaluate.ts';
import type { PanelFigure } from '../../core/scenario/figures.ts';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { IndexFormula } from '../panels/IndexFormula.tsx';
import type { Chance } from './chance.ts';
import { FigureLine } from './FigureLine.tsx';
import { useFigureText } from './figureText.ts';
import { RangeBar } from './RangeBar.tsx';
import { Reacts } from './Reacts.tsx';

const chanceWays = {
  exact: 'figures.chanceExact',
  simulation: 'figures.chanceDrawn',
  places: 'figures.chancePlaces',
} as const;

type Props = { figure: PanelFigure; result: ScenarioEvaluation; chance: Chance };

/** An index: now and then on the range it can take, what chance would give, and how it reads. */
export function IndexRow({ figure, result, chance }: Props) {
  const { t, text, count } = useWords();
  const { value } = useFigureText();
  const { id, unit, before, after } = figure;
  const index = anyIndexById(id);
  const outcomes = [result.after.indices[id], result.before.indices[id]];
  const reason = outcomes.find(one => one !== undefined && !('value' in one));
  const expected = chance.expected?.[id] ?? null;
  const bounded = index.range.every(Number.isFinite);
  const bound = (limit: number) => (Number.isFinite(limit) ? count(limit) : t('figures.unbounded'));
  return (
    <li className="index-row" data-testid={`index-${id}`}>
      <div className="figure-head">
        <h3>{sentence(text(index.title))}</h3>
        <Reacts ids={[id]} />
      </div>
      <FigureLine figure={figure} />
      {before !== null && after !== null && (
        <>
          {bounded && <RangeBar range={index.range} before={before} after={after} chance={expected} />}
          <p className="quiet">{text(index.reading(after))}</p>
        </>
      )}
      {expected !== null && (
        <p className="quiet chance" data-stale={chance.stale}>
          {t('figures.chance', { before: value(expected.before, unit), after: value(expected.after, unit) })}
          {chance.stale && <span className="unseen"> {t('figures.chanceStale')}</span>}
        </p>
      )}
      {reason !== undefined && 'undefined' in reason && (
        <p className="quiet">{t('scenario.undefined', { reason: text(undefinedReasons[reason.code]) })}</p>
      )}
      <details className="how">
        <summary>{t('area.how')}</summary>
        <dl>
          <dt>{t('area.formula')}</dt>
          <dd>
            <IndexFormula {...index} />
          </dd>
          <dt>{t('scenario.range')}</dt>
          <dd>{t('scenario.rangeText', { low: bound(index.range[0]), high: bound(index.range[1]) })}</dd>
          <dt>{t('figures.chanceTerm')}</dt>
          <dd>
            {expected === null
              ? t('figures.chanceNone')
              : t(chanceWays[expected.by], { draws: CHANCE_DRAWS })}
          </dd>
          {index.citation !== null && (
            <>
              <dt>{t('area.source')}</dt>
              <dd>
                {index.citation.author} ({index.citation.year}), {index.citation.work}
              </dd>
            </>
          )}
        </dl>
      </details>
    </li>
  );
}
