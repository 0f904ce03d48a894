import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { AreaReach } from '../access/AreaReach.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { Problem } from '../controls/Problem.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import { useAreaDetail } from '../data/queries.ts';
import type { AreaDetail } from '../data/types.ts';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { FacilityList } from '../layers/FacilityList.tsx';
import { atLevel } from '../layers/scope.ts';
import { lookAt } from '../map/shared.ts';
import { chooseScope, pin } from '../shell/choose.ts';
import { useScene } from '../state/scene.tsx';
import { selectedCodes, toggleSelected } from '../state/selection.ts';
import { useView } from '../state/view.ts';
import { EmptyArea } from './EmptyArea.tsx';
import { HowComputed } from './HowComputed.tsx';
import { MainFigure } from './MainFigure.tsx';
import { OtherFigures } from './OtherFigures.tsx';
import { Trend } from './Trend.tsx';

/** The same as a click with Shift on the map, for whoever has no Shift key or no pointer. */
function ChooseButton({ area }: { area: AreaDetail }) {
  const { t } = useWords();
  const selection = useView(view => view.selection);
  const chosen = selectedCodes(selection, area.level).includes(area.code);
  return (
    <Button className="button" onPress={() => toggleSelected(area.level, area.code)}>
      {t(chosen ? 'selection.remove' : 'selection.add')}
    </Button>
  );
}

/** Figures that were just asked for must not stay hidden above what was scrolled to. */
function useInSight(code: string | undefined) {
  const panel = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each area that is chosen brings the panel in sight
  useEffect(() => {
    panel.current?.parentElement?.scrollTo({ top: 0 });
  }, [code]);
  return panel;
}

/** The figures of the area that was clicked, with what a reader needs to trust them; short beside a scenario. */
export function AreaPanel() {
  const { t, text, decimal } = useWords();
  const { ground, indicator, level, year, levels, columns } = useScene();
  const pinned = useView(view => view.pinned);
  const place = useView(view => view.place);
  const panel = useInSight(pinned?.code);
  const { data, error, refetch } = useAreaDetail(ground, pinned?.level ?? level, pinned?.code ?? null, year);
  if (pinned === null) return place === 'scenario' ? null : <EmptyArea />;
  const shown = data?.code === pinned.code ? data : undefined;
  const figure = shown?.figures.find(one => one.indicator === indicator.id);
  const town = atLevel(pinned, 'municipality', columns);
  const levelTitle = levels.find(one => one.id === pinned.level)?.title;
  const more = shown !== undefined && (
    <>
      {pinned.level === level && <ChooseButton area={shown} />}
      {figure !== undefined && <HowComputed figure={figure} indicator={indicator} area={pinned} />}
      <Trend code={pinned.code} />
      <OtherFigures detail={shown} />
      <AreaReach key={`reach ${pinned.code}`} area={pinned} />
      <FacilityList key={pinned.code} area={pinned} />
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
  );
  return (
    <section ref={panel} className="panel area-panel" aria-label={t('area.panel')} data-testid="area-panel">
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
          {place === 'scenario' ? (
            <details className="fold">
              <summary>{t('area.more')}</summary>
              {more}
            </details>
          ) : (
            more
          )}
        </>
      )}
    </section>
  );
}
