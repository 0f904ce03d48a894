import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { Fold } from '../controls/Fold.tsx';
import { Problem } from '../controls/Problem.tsx';
import { PlanBeside } from './PlanBeside.tsx';
import { PlanFound } from './PlanFound.tsx';
import { SpreadForm } from './SpreadForm.tsx';
import { type Search, useSpreading } from './search.ts';
import { useSpreadWords } from './words.ts';

function Progress({ search }: { search: Search }) {
  const { t, measured, share, count } = useSpreadWords();
  const { state, plan, onServer, news, ask } = search;
  if (state === 'cancelled')
    return (
      <p className="quiet">{t(plan === null ? 'spreading.cancelled' : 'spreading.cancelledWithPlan')}</p>
    );
  if (state !== 'running') return null;
  // The solver tells of better plans; any other search has its plan once, and then what stands beside it.
  if (!onServer || (plan !== null && !('coupled' in plan)))
    return <p role="status">{t(plan === null ? 'spreading.running' : 'spreading.besideRunning')}</p>;
  return (
    <>
      <p role="status">{t(plan === null ? 'spreading.serverRunning' : 'spreading.serverBetter')}</p>
      {news !== null && news.value !== null && (
        <p className="quiet" data-testid="search-news">
          {t('spreading.soFar', {
            value: measured(ask.objective, news.value),
            gap: share(news.gap ?? 1, 2),
            seconds: count(Math.round(news.seconds)),
          })}
        </p>
      )}
    </>
  );
}

function Refused({ search }: { search: Search }) {
  const { t, refusal } = useSpreadWords();
  if (search.onServer && search.error instanceof ProblemError && search.error.code === 'unavailable') {
    return (
      <div className="problem" role="alert">
        <p className="problem-title">{t('spreading.needsServer')}</p>
        <p>{t('spreading.needsServerText')}</p>
      </div>
    );
  }
  const known = refusal(search.error);
  if (known === null) return <Problem error={search.error} />;
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{t('spreading.conflict')}</p>
      <p>{known}</p>
    </div>
  );
}

/** Looking for the best places for new dwellings, and what was found. */
export function SpreadPanel({ scenario }: { scenario: ScenarioDocument }) {
  const { t } = useSpreadWords();
  const search = useSpreading(state => state.search);
  const mine = search?.scenario === scenario.id ? search : null;
  return (
    <Fold className="spread" testId="spread-panel" title={t('spreading.title')}>
      {() => (
        <>
          <p className="quiet">{t('spreading.intro')}</p>
          <SpreadForm scenario={scenario} />
          {mine !== null && (
            <>
              <Progress search={mine} />
              {mine.error !== null && <Refused search={mine} />}
              <PlanFound search={mine} />
              <PlanBeside search={mine} />
            </>
          )}
          <details className="how">
            <summary>{t('spreading.how')}</summary>
            <p>{t('spreading.howText')}</p>
          </details>
        </>
      )}
    </Fold>
  );
}
