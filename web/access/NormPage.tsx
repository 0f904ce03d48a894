import { Button } from 'react-aria-components';
import { AREA_LEVELS } from '../../core/areas/types.ts';
import { Choice } from '../controls/Choice.tsx';
import { Icon } from '../controls/Icon.tsx';
import { Problem } from '../controls/Problem.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import { accessExport, useAreasAccess } from '../data/access.ts';
import { sentence } from '../i18n/format.ts';
import { useScene } from '../state/scene.tsx';
import { setView, useView } from '../state/view.ts';
import { EquityChart } from './EquityChart.tsx';
import { NormControls } from './NormControls.tsx';
import { NormsTable } from './NormsTable.tsx';
import { ReachCurve } from './ReachCurve.tsx';
import { ReachHeadline } from './ReachHeadline.tsx';
import { ReachTable } from './ReachTable.tsx';
import { useRule } from './rule.ts';
import { ServiceFolds } from './services/ServiceFolds.tsx';
import { showPlaceWeb } from './web.ts';
import { useAccessWords } from './words.ts';

const FORMATS = { csv: 'CSV', xlsx: 'XLSX', geojson: 'GeoJSON' } as const;

/** Levels that can be told, coarse to fine; within a municipality the municipality itself says little. */
function useToldLevel() {
  const { levels, scope } = useScene();
  const of = useView(view => view.of);
  const offered = AREA_LEVELS.filter(
    id =>
      id !== 'grid' &&
      levels.some(level => level.id === id) &&
      (scope === null || AREA_LEVELS.indexOf(id) > AREA_LEVELS.indexOf(scope.level)),
  );
  const usual = offered.find(id => id === 'municipality') ?? offered.at(-1) ?? levels[0]!.id;
  return { offered, level: offered.find(id => id === of) ?? usual };
}

const showWeb = () => {
  showPlaceWeb(true);
  setView({ place: 'map' });
};

/** One norm: which children it reaches and which it does not, municipality by municipality. */
export function NormPage() {
  const { t, text } = useAccessWords();
  const { ground, levels, scope } = useScene();
  const { rule } = useRule();
  const { offered, level } = useToldLevel();
  const question = { rule, level, scope };
  const { data, error, isFetching, refetch } = useAreasAccess(ground, question);
  return (
    <>
      <header>
        <h1>{t('access.title')}</h1>
        <p className="quiet">
          {t('access.intro')}{' '}
          <Button className="link-button" onPress={showWeb}>
            {t('access.web.toMap')}
          </Button>
        </p>
      </header>
      <NormControls />
      <Choice
        label={t('access.table.of')}
        options={offered.map(id => ({ id, title: sentence(text(levels.find(one => one.id === id)!.title)) }))}
        value={level}
        onChange={id => setView({ of: offered.find(one => one === id) ?? null })}
      />
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={8} />}
      {data !== undefined && error === null && (
        <div className="access-answer" aria-busy={isFetching} data-testid="norm-answer">
          <ReachHeadline answer={data} />
          <ReachTable key={data.level} answer={data} />
          <div className="compare-pair">
            <ReachCurve answer={data} />
            <EquityChart answer={data} />
          </div>
          <section className="compare-downloads" aria-label={t('access.downloads')}>
            <h2>{t('access.downloads')}</h2>
            <div className="actions">
              {Object.entries(FORMATS).map(([format, title]) => (
                <a key={format} className="button" href={accessExport(ground, question, format)} download>
                  <Icon name="download" size={16} />
                  {t('data.downloadAs', { format: title })}
                </a>
              ))}
            </div>
          </section>
        </div>
      )}
      <NormsTable />
      <ServiceFolds level={level} />
      <details className="how">
        <summary>{t('access.how.title')}</summary>
        <p>{t('access.how.text')}</p>
      </details>
    </>
  );
}
