import { denominatorTitle } from '../../core/areas/indicator.ts';
import type { AreaRef } from '../../core/areas/types.ts';
import { Copyable } from '../controls/Copyable.tsx';
import type { Figure, IndicatorView } from '../data/types.ts';
import { sentence, shortHash } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { agesIn, behind } from '../layers/ages.ts';
import { exportCommand } from '../publication/commands.ts';
import { useScene } from '../state/scene.tsx';

type Props = { figure: Figure; indicator: IndicatorView; area: AreaRef };

/** Where a number comes from: what it means, the formula, the source, the release, and how to get it again. */
export function HowComputed({ figure, indicator, area }: Props) {
  const { t, text, date } = useWords();
  const { release, region } = useScene();
  const below = denominatorTitle(indicator, figure.source?.counts);
  const formula =
    below === null ? text(indicator.numerator) : `${text(indicator.numerator)} ÷ ${text(below)}`;
  const source = figure.source;
  const births = source?.counts?.birthYears;
  const ages = agesIn(behind(figure, indicator)?.categories ?? []);
  return (
    <details className="how">
      <summary>{t('area.how')}</summary>
      <dl>
        <dt>{t('area.reading')}</dt>
        <dd>{text(indicator.reading)}</dd>
        <dt>{t('area.formula')}</dt>
        <dd>{sentence(formula)}</dd>
        <dt>{t('layers.year')}</dt>
        <dd>
          {figure.year}
          {ages !== '' && `, ${t('area.ageBand', { ages })}`}
        </dd>
        {births !== undefined && (
          <>
            <dt>{t('area.births')}</dt>
            <dd data-testid="births">{t('area.birthYears', { first: births[0], last: births[1] })}</dd>
          </>
        )}
        <dt>{t('area.source')}</dt>
        <dd>
          {source === null
            ? text(indicator.source)
            : [source.title, source.publisher].filter(Boolean).join(', ')}
          {source?.licence != null && <span className="quiet"> ({source.licence})</span>}
          {figure.basis === 'aggregated' && <span> {t('area.summed')}</span>}
        </dd>
        {source?.note != null && (
          <>
            <dt>{t('area.note')}</dt>
            <dd>{source.note}</dd>
          </>
        )}
        <dt>{t('area.release')}</dt>
        <dd>
          <code>{shortHash(release.hash)}</code> <span className="quiet">{date(release.createdAt)}</span>
        </dd>
        <dt>{t('area.command')}</dt>
        <dd>
          <Copyable
            label={t('area.command')}
            text={exportCommand({
              layer: 'areas',
              region: region.id,
              release: release.hash,
              level: area.level,
              indicators: [indicator.id],
              year: figure.year,
              scope: area,
              format: 'csv',
            })}
          />
        </dd>
      </dl>
    </details>
  );
}
