import { Button } from 'react-aria-components';
import { codePositions } from '../../core/areas/hierarchy.ts';
import { VALUE_STATUS } from '../../core/areas/types.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { Problem } from '../controls/Problem.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import { useAreaDetail } from '../data/queries.ts';
import type { AreaDetail, Figure, IndicatorView } from '../data/types.ts';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { atLevel } from '../layers/scope.ts';
import { lookAt } from '../map/shared.ts';
import { chooseScope, pin } from '../shell/choose.ts';
import { useScene } from '../state/scene.tsx';
import { setView, useView } from '../state/view.ts';
import { statusName } from './areaWords.ts';
import { EmptyArea } from './EmptyArea.tsx';
import { HowComputed } from './HowComputed.tsx';
import { Trend } from './Trend.tsx';

function FigureLines({
  figure,
  indicator,
  detail,
}: {
  figure: Figure;
  indicator: IndicatorView;
  detail: AreaDetail;
}) {
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
  const parts =
    indicator.kind === 'density'
      ? t('area.per', { numerator: count(numerator), noun, hectare })
      : denominator !== null && indicator.denominator !== null
        ? t('area.of', {
            numerator: count(numerator),
            denominator: count(denominator),
            noun: text(indicator.denominator),
          })
        : t('area.ofPlain', { numerator: count(numerator), noun });
  return <p className="figure-parts">{parts}</p>;
}

function useFigureText() {
  const { t, value } = useWords();
  return (figure: Figure, indicator: IndicatorView) => {
    if (figure.status !== VALUE_STATUS.ok || figure.value === null)
      return t(`status.${statusName(figure.status)}`);
    return value(figure.value, indicator.unit);
  };
}

function MainFigure({
  figure,
  indicator,
  detail,
}: {
  figure: Figure;
  indicator: IndicatorView;
  detail: AreaDetail;
}) {
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
    </div>
  );
}

function OtherFigures({ detail }: { detail: AreaDetail }) {
  const { t, text } = useWords();
  const { indicators, indicator } = useScene();
  const write = useFigureText();
  const others = detail.figures.flatMap(figure => {
    const of = indicators.find(one => one.id === figure.indicator);
    return of === undefined || of.id === indicator.id ? [] : [{ figure, of }];
  });
  if (others.length === 0) return null;
  return (
    <div className="other-figures">
      <h3>{t('area.others')}</h3>
      <dl>
        {others.map(({ figure, of }) => (
          <div key={of.id}>
            <dt>
              <Button className="plain-link" onPress={() => setView({ indicator: of.id })}>
                {sentence(text(of.title))}
              </Button>
            </dt>
            <dd>
              {write(figure, of)} <span className="quiet">{figure.year}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The figures of the area that was clicked, with what a reader needs to trust them. */
export function AreaPanel() {
  const { t, text, decimal } = useWords();
  const { ground, indicator, level, year, levels, columns } = useScene();
  const pinned = useView(view => view.pinned);
  const place = useView(view => view.place);
  const { data, error, refetch } = useAreaDetail(ground, pinned?.level ?? level, pinned?.code ?? null, year);
  if (pinned === null) return place === 'scenario' ? null : <EmptyArea />;
  const shown = data?.code === pinned.code ? data : undefined;
  const figure = shown?.figures.find(one => one.indicator === indicator.id);
  const town = atLevel(pinned, 'municipality', columns);
  const levelTitle = levels.find(one => one.id === pinned.level)?.title;
  return (
    <section className="panel area-panel" aria-label={t('area.panel')} data-testid="area-panel">
      <header className="panel-head">
        <div>
          <h2>{shown?.name ?? pinned.code}</h2>
          {shown !== undefined && (
            <p className="quiet">
              {[
                levelTitle === undefined ? null : sentence(text(levelTitle)),
                shown.parents.map(one => one.name).join(', ') || null,
                t('area.hectare', { value: decimal(shown.areaHa, 1) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          )}
        </div>
        <IconButton icon="close" label={t('area.close')} onPress={() => pin(null)} />
      </header>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {shown === undefined && error === null && <Skeleton lines={5} />}
      {shown !== undefined && (
        <>
          {figure !== undefined && <MainFigure figure={figure} indicator={indicator} detail={shown} />}
          {figure !== undefined && <HowComputed figure={figure} indicator={indicator} area={pinned} />}
          <Trend code={pinned.code} />
          <OtherFigures detail={shown} />
          <div className="actions">
            {town !== null && (
              <Button className="button" onPress={() => chooseScope(town)}>
                {t('area.makeScope')}
              </Button>
            )}
            <Button className="button" onPress={() => lookAt(shown.bbox)}>
              {t('area.zoom')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
