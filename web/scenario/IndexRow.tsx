import { undefinedReasons } from '../../core/concentration/population.ts';
import { indexById } from '../../core/concentration/registry.ts';
import type { IndexDefinition, IndexOutcome } from '../../core/concentration/types.ts';
import type { ScenarioEvaluation } from '../../core/scenario/evaluate.ts';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';

/** A change smaller than what three decimals can show is no change. */
const noticeable = 0.00005;

type Verdict = 'better' | 'worse' | 'same' | 'more' | 'less';

/** What a change means in a word. More social dwellings is neither better nor worse, only more. */
export function verdictOf(change: number, direction: IndexDefinition['direction']): Verdict {
  if (Math.abs(change) < noticeable) return 'same';
  if (direction === 'neutral') return change > 0 ? 'more' : 'less';
  return change > 0 === (direction === 'higher_is_more_concentrated') ? 'worse' : 'better';
}

/** Where now and then lie on all the index can be; a tick for now, a dot for then. */
function RangeBar({
  range,
  before,
  after,
}: {
  range: readonly [number, number];
  before: number;
  after: number;
}) {
  const place = (value: number) => `${(100 * (value - range[0])) / (range[1] - range[0])}%`;
  const from = Math.min(before, after);
  const to = Math.max(before, after);
  return (
    <div className="range" aria-hidden="true">
      <span
        className="range-move"
        style={{ left: place(from), width: `calc(${place(to)} - ${place(from)})` }}
      />
      <span className="range-now" style={{ left: place(before) }} />
      <span className="range-then" style={{ left: place(after) }} />
    </div>
  );
}

/** Shares of the stock read as percentages, the other indices as numbers with three decimals. */
const isShare = (index: IndexDefinition) => index.family === 'stock';

export function IndexRow({ id, result }: { id: string; result: ScenarioEvaluation }) {
  const { t, text, share, index: write, difference } = useWords();
  const index = indexById(id);
  const before = result.before.indices[id];
  const after = result.after.indices[id];
  const change = result.difference[id] ?? null;
  const show = (outcome: IndexOutcome | undefined) =>
    outcome === undefined || !('value' in outcome)
      ? '–'
      : isShare(index)
        ? share(outcome.value)
        : write(outcome.value);
  const reason = [after, before].find(one => one !== undefined && !('value' in one));
  const verdict = change === null ? null : verdictOf(change, index.direction);
  return (
    <li className="index-row" data-testid={`index-${id}`}>
      <h3>{sentence(text(index.title))}</h3>
      <p className="index-line">
        <span className="unseen">{t('scenario.now')} </span>
        <span className="index-now">{show(before)}</span>
        <span aria-hidden="true">→</span>
        <span className="unseen"> {t('scenario.after')} </span>
        <strong className="index-then">{show(after)}</strong>
        {change !== null && (
          <span className="index-change">({difference(change, isShare(index) ? 'share' : 'index')})</span>
        )}
        {verdict !== null && (
          <span className="verdict" data-verdict={verdict}>
            {t(`scenario.${verdict}`)}
          </span>
        )}
      </p>
      {before !== undefined && after !== undefined && 'value' in before && 'value' in after && (
        <>
          <RangeBar range={index.range} before={before.value} after={after.value} />
          <p className="quiet">{text(index.reading(after.value))}</p>
        </>
      )}
      {reason !== undefined && 'undefined' in reason && (
        <p className="quiet">{t('scenario.undefined', { reason: text(undefinedReasons[reason.code]) })}</p>
      )}
      <details className="how">
        <summary>{t('area.how')}</summary>
        <dl>
          <dt>{t('area.formula')}</dt>
          <dd>
            <code>{index.formula}</code>
          </dd>
          <dt>{t('scenario.range')}</dt>
          <dd>{t('scenario.rangeText', { low: index.range[0], high: index.range[1] })}</dd>
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
