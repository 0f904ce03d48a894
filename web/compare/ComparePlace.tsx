import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { NormPage } from '../access/NormPage.tsx';
import { useWords } from '../i18n/words.ts';
import { chooseScope } from '../shell/choose.ts';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import { CompareControls } from './CompareControls.tsx';
import { CompareTable } from './CompareTable.tsx';
import { COMPARED_INDICATOR, ComparisonProvider, useCompared, useCompareWords } from './comparison.tsx';
import { Downloads } from './Downloads.tsx';
import { DrawProgress } from './DrawProgress.tsx';
import { EmptyComparison } from './EmptyComparison.tsx';
import { IndexReading } from './IndexReading.tsx';
import { LorenzChart } from './LorenzChart.tsx';
import { PovertyScatter } from './PovertyScatter.tsx';
import { RankingChart } from './RankingChart.tsx';
import { comparisonSetting } from './setting.ts';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { YearsChart } from './YearsChart.tsx';
import { ZonesStrip } from './ZonesStrip.tsx';

function Heading() {
  const { t, count, region: one, regions, levelTitle } = useCompareWords();
  const { rows, setting, drawn } = useCompared();
  const { region, columns } = useScene();
  const number = drawn.data === undefined ? (columns.get(setting.of)?.codes.length ?? 0) : rows.length;
  return (
    <header>
      <h1>{t('compare.title')}</h1>
      <p className="quiet">
        {t('compare.subtitle', {
          number: count(number),
          regions: number === 1 ? one : regions,
          region: region.title,
          level: levelTitle(setting.level),
          year: setting.year,
        })}
      </p>
    </header>
  );
}

function Answered() {
  const { t, region } = useCompareWords();
  const { drawn, rows } = useCompared();
  if (drawn.data === undefined) return null;
  if (rows.length === 0) {
    return (
      <div className="choose-first">
        <p>{t('compare.empty.none', { region })}</p>
        <Button className="button" onPress={() => chooseScope(null)}>
          {t('command.wholeRegion')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <IndexReading />
      <CompareTable />
      <div className="compare-pair">
        <RankingChart />
        <PovertyScatter />
      </div>
      <div className="compare-pair">
        <LorenzChart />
        <YearsChart />
      </div>
      <ZonesStrip />
      <Downloads />
    </>
  );
}

/** Regions side by side: what the index says of each, what chance would, and how sure that is. */
export function ComparePlace() {
  const { t } = useWords();
  const { levels, indicators } = useScene();
  const about = useView(view => view.about);
  const of = useView(view => view.of);
  const level = useView(view => view.level);
  const year = useView(view => view.year);
  const setting = useMemo(() => {
    const available = indicators.find(one => one.id === COMPARED_INDICATOR)?.available ?? [];
    return comparisonSetting(levels, available, { of, level, year });
  }, [levels, indicators, of, level, year]);
  return (
    <main id="content" className="compare-place" tabIndex={-1}>
      <ThemeSwitch />
      {about === 'places' ? (
        <NormPage />
      ) : typeof setting === 'string' ? (
        <EmptyComparison lacks={setting} />
      ) : (
        <ComparisonProvider setting={setting}>
          <Heading />
          <section className="compare-controls" aria-label={t('compare.controls')}>
            <CompareControls />
          </section>
          <DrawProgress />
          <Answered />
        </ComparisonProvider>
      )}
    </main>
  );
}
