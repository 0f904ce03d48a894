import type { NullModel } from '../../core/concentration/inference/summary.ts';
import { describedIndices } from '../../core/concentration/methodology.ts';
import type { Citation } from '../../core/concentration/types.ts';
import { Copyable } from '../controls/Copyable.tsx';
import { sentence, shortHash } from '../i18n/format.ts';
import { IndexFormula } from '../panels/IndexFormula.tsx';
import { useScene } from '../state/scene.tsx';
import { comparisonCommand, regionCommand } from './commands.ts';
import { useCompared, useCompareWords } from './comparison.tsx';
import { DIRECTION_TEXTS, nullModel } from './indices.ts';

/** Who corrected for chance before; what is expected has an author only where dwellings are dealt out. */
const chanceDescriptions = (model: NullModel) =>
  describedIndices.filter(
    ({ id }) =>
      id === 'dissimilarity_debiased' || (model === 'allocation' && id === 'dissimilarity_expected'),
  );

const cited = ({ author, year, work }: Citation) => `${author} (${year}), ${work}`;

/** The commands that give the numbers again, for the region in focus and for the table. */
function Commands() {
  const { t, region: one } = useCompareWords();
  const { ground, question, chance, focus, setting, drawn } = useCompared();
  return (
    <>
      {focus === null ? (
        <dd>{t('compare.how.choose', { region: one })}</dd>
      ) : (
        <>
          <dt>{t('compare.how.regionCommand', { name: focus.name })}</dt>
          <dd data-testid="region-command">
            <Copyable
              label={t('compare.how.regionCommand', { name: focus.name })}
              text={regionCommand({
                ground,
                question,
                chance,
                region: { level: setting.of, code: focus.code },
                metricEpsg: drawn.data?.metricEpsg ?? null,
              })}
            />
          </dd>
        </>
      )}
      <dt>{t('compare.how.tableCommand')}</dt>
      <dd data-testid="table-command">
        <Copyable label={t('compare.how.tableCommand')} text={comparisonCommand(ground, question, chance)} />
      </dd>
    </>
  );
}

/** Everything behind the number: formula, source, range, direction, reading, release, and how to have it again. */
export function HowMeasured() {
  const { t, text, date, count, write } = useCompareWords();
  const { index, focus, chance } = useCompared();
  const { release } = useScene();
  const model = nullModel(index);
  const bound = (value: number) =>
    !Number.isFinite(value)
      ? t('compare.how.unbounded')
      : Number.isInteger(value)
        ? count(value)
        : write(value);
  const value = focus !== null && !Number.isNaN(focus.shown) ? focus.shown : (index.example ?? 0.3);
  return (
    <details className="how" data-testid="how-measured">
      <summary>{t('area.how')}</summary>
      <dl>
        <dt>{t('area.formula')}</dt>
        <dd>
          <IndexFormula {...index} />
        </dd>
        {index.citation !== null && (
          <>
            <dt>{t('area.source')}</dt>
            <dd>{cited(index.citation)}</dd>
          </>
        )}
        <dt>{t('scenario.range')}</dt>
        <dd>
          {t('scenario.rangeText', { low: bound(index.range[0]), high: bound(index.range[1]) })}
          {'; '}
          {text(DIRECTION_TEXTS[index.direction])}
        </dd>
        <dt>
          {t('area.reading')} ({write(value)})
        </dt>
        <dd>{text(index.reading(value))}</dd>
        {index.difference !== undefined && (
          <>
            <dt>{t('compare.how.difference')}</dt>
            <dd>{text(index.difference)}</dd>
          </>
        )}
        <dt>{t('compare.how.chance')}</dt>
        <dd>{t(chance === null ? 'compare.progress.fixed' : `compare.chance.${model}`)}</dd>
        {chance !== null &&
          chanceDescriptions(model).map(each => (
            <dd key={each.id}>
              {sentence(text(each.title))}: <code>{each.formula}</code>
              {each.symbols !== undefined && <p>{sentence(text(each.symbols))}.</p>}
              {each.citation !== null && cited(each.citation)}
            </dd>
          ))}
        <dt>{t('area.release')}</dt>
        <dd>
          <code>{shortHash(release.hash)}</code> <span className="quiet">{date(release.createdAt)}</span>
        </dd>
        <Commands />
      </dl>
    </details>
  );
}
