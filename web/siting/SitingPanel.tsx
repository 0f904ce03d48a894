import { useEffect } from 'react';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { announce } from '../controls/Announcer.tsx';
import { Fold } from '../controls/Fold.tsx';
import { Problem } from '../controls/Problem.tsx';
import { FoundPlaces } from './FoundPlaces.tsx';
import { SitingForm } from './SitingForm.tsx';
import { type SitingSearch, useSearchFor } from './search.ts';
import { useSitingWords } from './words.ts';

function Progress({ search: { state, siting, news } }: { search: SitingSearch }) {
  const { t, share, valued } = useSitingWords();
  if (state === 'cancelled')
    return <p className="quiet">{t(siting === null ? 'siting.cancelled' : 'siting.cancelledWithBest')}</p>;
  if (state !== 'running') return null;
  if (siting === null || news === null) return <p role="status">{t('siting.running')}</p>;
  return (
    <>
      <p role="status">{t('siting.better')}</p>
      <p className="quiet" data-testid="siting-news">
        {t(news.gap === null ? 'siting.soFarNoBound' : 'siting.soFar', {
          after: valued(siting.unit, news.after),
          gap: news.gap === null ? '' : share(news.gap, 2),
        })}
      </p>
    </>
  );
}

function Refused({ error }: { error: unknown }) {
  const { t, refusal } = useSitingWords();
  const known = refusal(error);
  if (known === null) return <Problem error={error} />;
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{t('siting.refused.title')}</p>
      <p>{known}</p>
    </div>
  );
}

/** Looking for where new places reach most children, and what was found. */
export function SitingPanel({ scenario }: { scenario: ScenarioDocument }) {
  const { t } = useSitingWords();
  const search = useSearchFor(scenario.id);
  const done = search?.state === 'done' ? search.siting : null;
  const places = done?.places.length ?? null;
  useEffect(() => {
    if (places !== null) announce(t('siting.foundCount', { count: places }));
  }, [places, t]);
  return (
    <Fold className="spread" testId="siting" title={t('siting.title')}>
      {() => (
        <>
          <p className="quiet">{t('siting.intro')}</p>
          <SitingForm scenario={scenario} />
          {search !== null && (
            <>
              <Progress search={search} />
              {search.error !== null && <Refused error={search.error} />}
              <FoundPlaces search={search} />
            </>
          )}
          <details className="how">
            <summary>{t('siting.how')}</summary>
            <p>{t('siting.howText')}</p>
          </details>
        </>
      )}
    </Fold>
  );
}
