import { codePositions } from '../../core/areas/hierarchy.ts';
import { denominatorTitle } from '../../core/areas/indicator.ts';
import { VALUE_STATUS } from '../../core/areas/types.ts';
import type { AreaDetail, Figure, IndicatorView } from '../data/types.ts';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { agesIn, behind } from '../layers/ages.ts';
import { useScene } from '../state/scene.tsx';
import { useFigureText } from './figureText.ts';

type Props = { figure: Figure; indicator: IndicatorView; detail: AreaDetail };

function FigureLines({ figure, indicator, detail }: Props) {
  const { t, count, decimal, text } = useWords();
  const { numerator, denominator } = figure;
  const noun = text(indicator.numerator);
  if (figure.status !== VALUE_STATUS.ok) {
    return figure.status === VALUE_STATUS.suppressed ? (
      <p className="figure-parts">{t('status.suppressedWhy')}</p>
    ) : null;
  }
  if (figure.basis === 'published_ratio' || numerator === null) {
    return <p className="figure-parts">{t('status.publishedRatio')}</p>;
  }
  const hectare = decimal(detail.areaHa, 1);
  const below = denominatorTitle(indicator, figure.source?.counts);
  const parts =
    indicator.kind === 'density'
      ? t('area.per', { numerator: count(numerator), noun, hectare })
      : denominator !== null && below !== null
        ? t('area.of', {
            numerator: count(numerator),
            denominator: count(denominator),
            noun: text(below),
          })
        : t('area.ofPlain', { numerator: count(numerator), noun });
  const ages = agesIn(behind(figure, indicator)?.categories ?? []);
  return (
    <>
      <p className="figure-parts">{parts}</p>
      {ages !== '' && <p className="figure-parts">{t('area.ages', { ages, year: figure.year })}</p>}
    </>
  );
}

/** The figure of the indicator on screen, with what it is made of, its year, its place among others and its source. */
export function MainFigure({ figure, indicator, detail }: Props) {
  const { t, text, count } = useWords();
  const { columns } = useScene();
  const write = useFigureText();
  const { rank } = figure;
  const within = rank?.within ?? null;
  const scopeName = () => {
    const table = within === null ? undefined : columns.get(within.level);
    const index = within === null || table === undefined ? undefined : codePositions(table).get(within.code);
    return index === undefined ? (within?.code ?? '') : (table?.names[index] ?? '');
  };
  const place =
    rank === null ? null : { position: count(rank.position), of: count(rank.of), within: scopeName() };
  return (
    <div className="main-figure" data-testid="main-figure">
      <h3>
        {sentence(text(indicator.title))} <span className="quiet">{figure.year}</span>
      </h3>
      <p className="figure-value">{write(figure, indicator)}</p>
      <FigureLines figure={figure} indicator={indicator} detail={detail} />
      {place !== null && (
        <p className="figure-rank" title={t('area.rankHelp')}>
          {within === null ? t('area.rankWhole', place) : t('area.rank', place)}
        </p>
      )}
      <p className="quiet">
        {t('area.sourceLine', { source: figure.source?.title ?? text(indicator.source) })}
      </p>
    </div>
  );
}
