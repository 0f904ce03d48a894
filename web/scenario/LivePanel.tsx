import { ProblemError } from '../../core/problem.ts';
import { panelFigures } from '../../core/scenario/figures.ts';
import { Problem } from '../controls/Problem.tsx';
import { Segments } from '../controls/Segments.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import { useWords } from '../i18n/words.ts';
import { changesNothing } from '../layers/shown.ts';
import { useScene } from '../state/scene.tsx';
import { type Shown, setView, useView } from '../state/view.ts';
import { AroundFigures } from './AroundFigures.tsx';
import { useAreaNames, useEvaluation } from './evaluation.tsx';
import { IndexRows } from './IndexRows.tsx';
import { MarginalSentence } from './MarginalSentence.tsx';
import { ObjectiveFigures } from './ObjectiveFigures.tsx';
import { OutsideNote } from './OutsideNote.tsx';
import { ProgrammeFigures } from './ProgrammeFigures.tsx';
import { ReachFigures } from './ReachFigures.tsx';
import { ReactingProvider } from './Reacts.tsx';
import { ScenarioExports } from './ScenarioExports.tsx';
import { ScenarioProblems } from './ScenarioProblems.tsx';
import { useScopeName } from './scopeName.ts';

/** Counts that are missing or larger than their total stop every index; the areas are named. */
function Refused({ error }: { error: unknown }) {
  const { t } = useWords();
  const name = useAreaNames();
  if (error instanceof ProblemError && error.code === 'not-found' && Array.isArray(error.details.years)) {
    const { years, value } = error.details;
    return (
      <div className="problem" role="alert">
        <p className="problem-title">{t('scenario.refused')}</p>
        <p>
          {years.length === 0
            ? t('scenario.noNumbers')
            : t('scenario.noNumbersOfYear', { year: String(value), years: years.join(', ') })}
        </p>
      </div>
    );
  }
  if (!(error instanceof ProblemError) || error.code !== 'undefined-index') return <Problem error={error} />;
  const areas = Array.isArray(error.details.areas) ? error.details.areas.map(String) : [];
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{t('scenario.refused')}</p>
      <p>{t('scenario.refusedText', { areas: areas.map(code => name(code) ?? code).join(', ') })}</p>
      <details>
        <summary>{t('error.detail')}</summary>
        <code>{error.message}</code>
      </details>
    </div>
  );
}

/** What the scenario does, for the scope: each figure now, then, and the difference. */
export function LivePanel() {
  const { t, text, count, difference } = useWords();
  const { scenario, result, error } = useEvaluation();
  const { levels, level, year } = useScene();
  const shown = useView(view => view.shown);
  const scope = useScopeName();
  if (scenario === null) return null;
  const figures = result === null ? [] : panelFigures(result);
  const levelTitle = levels.find(one => one.id === level)?.title;
  const shownOptions: readonly { id: Shown; title: string }[] = [
    { id: 'before', title: t('scenario.showBefore') },
    { id: 'after', title: t('scenario.showAfter') },
    { id: 'difference', title: t('scenario.showDifference') },
    { id: 'marginal', title: t('scenario.showMarginal') },
  ];
  return (
    <section className="panel live-panel" aria-label={t('scenario.live')} data-testid="live-panel">
      <header>
        <h2>{t('scenario.live')}</h2>
        <p className="quiet">
          {t('scenario.liveFor', {
            scope,
            level: levelTitle === undefined ? level : text(levelTitle),
            year: year ?? '',
          })}
        </p>
      </header>
      <Segments
        label={t('scenario.show')}
        options={shownOptions}
        value={shown}
        onChange={id => setView({ shown: id })}
      />
      {shown === 'difference' && changesNothing(result) && (
        <p className="quiet">{t('scenario.noDifference')}</p>
      )}
      <MarginalSentence />
      {error !== null && <Refused error={error} />}
      {result === null && error === null && <Skeleton lines={8} />}
      {result !== null && (
        <>
          <p className="live-added">
            <strong>{difference(result.after.social - result.before.social, 'count')}</strong>{' '}
            {t('scenario.addedTotal', {
              before: count(result.before.social),
              after: count(result.after.social),
            })}
          </p>
          <OutsideNote scopeName={scope} />
          <ScenarioProblems scenario={scenario} problems={result.problems} />
          <ReactingProvider>
            <IndexRows scenario={scenario} result={result} figures={figures} />
            <AroundFigures scenario={scenario} result={result} figures={figures} />
            <ReachFigures scenario={scenario} reach={result.reach} figures={figures} />
            <ProgrammeFigures scenario={scenario} programme={result.programme} />
            <ObjectiveFigures scenario={scenario} objectives={result.objectives} />
          </ReactingProvider>
          <ScenarioExports scenario={scenario} />
        </>
      )}
    </section>
  );
}
