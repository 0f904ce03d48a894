import type { ObjectiveProgress, TargetProgress } from '../../core/scenario/objective.ts';
import { SOCIAL_KINDS } from '../../core/scenario/social-kinds.ts';
import { useWords } from '../i18n/words.ts';
import { useObjectiveParts } from './objectiveWords.ts';

/** Parts of what is asked, one after the other: realised, planned, of this scenario; what is left is open. */
function ProgressBar({ dwellings, realised, pipeline, scenario }: TargetProgress) {
  const parts = [
    { kind: 'realised', part: realised ?? 0 },
    { kind: 'pipeline', part: pipeline ?? 0 },
    { kind: 'scenario', part: scenario },
  ];
  const whole = Math.max(
    dwellings,
    parts.reduce((sum, { part }) => sum + Math.max(0, part), 0),
  );
  if (whole <= 0) return null;
  return (
    <div className="progress" aria-hidden="true">
      {parts.map(({ kind, part }) => (
        <span key={kind} data-part={kind} style={{ width: `${(100 * Math.max(0, part)) / whole}%` }} />
      ))}
    </div>
  );
}

function Target({ target }: { target: TargetProgress }) {
  const { t, count, difference } = useWords();
  const { kinds, apart } = useObjectiveParts();
  const { year, dwellings, pipeline, realised, scenario, remainingBefore, remaining } = target;
  const counting = kinds(target);
  const open = (left: number) => count(Math.max(0, left));
  return (
    <>
      <p className="index-line">
        <span>{t('figures.objective.remaining', { year })}</span>
        <span className="unseen">: {t('scenario.now')} </span>
        <span className="index-now">{open(remainingBefore)}</span>
        <span aria-hidden="true">→</span>
        <span className="unseen"> {t('scenario.after')} </span>
        <strong className="index-then">{open(remaining)}</strong>
        {remaining < 0 && (
          <span className="quiet">({t('figures.objective.surplus', { count: -remaining })})</span>
        )}
      </p>
      <ProgressBar {...target} />
      <dl className="objective-parts">
        <dt>{t('figures.objective.asked', { year })}</dt>
        <dd>{count(dwellings)}</dd>
        {counting !== null && <dd className="objective-apart">{counting}</dd>}
        <dt>{t('figures.objective.realised')}</dt>
        <dd>{realised === null ? t('figures.objective.realisedUnknown') : count(realised)}</dd>
        <dt>{t('figures.objective.pipeline')}</dt>
        <dd>{pipeline === null ? t('figures.objective.unknown') : count(pipeline)}</dd>
        <dt>{t('figures.objective.scenario')}</dt>
        <dd>{difference(scenario, 'count')}</dd>
        {apart(target).map(words => (
          <dd key={words} className="objective-apart">
            {words}
          </dd>
        ))}
      </dl>
    </>
  );
}

/** One municipality: its stock, and what remains of each target. */
export function ObjectiveRow({ progress, name }: { progress: ObjectiveProgress; name: string }) {
  const { t, count, difference } = useWords();
  const { municipality, stock, stockByKind, scenario, targets } = progress;
  const kinds = SOCIAL_KINDS.flatMap(kind => {
    const held = stockByKind[kind];
    return held === undefined ? [] : [`${t(`figures.objective.kind.${kind}`)} ${count(held)}`];
  });
  return (
    <li className="index-row" data-testid={`objective-${municipality}`}>
      <h4>{name}</h4>
      <p className="quiet">
        {t('figures.objective.stock', {
          stock: stock === null ? t('figures.objective.unknown') : count(stock),
        })}
        {targets.length === 0 && `; ${t('figures.objective.none')}`}
        {targets.length === 0 &&
          scenario !== 0 &&
          `; ${t('figures.objective.scenario')} ${difference(scenario, 'count')}`}
      </p>
      {kinds.length > 0 && (
        <p className="quiet">{t('figures.objective.byKind', { kinds: kinds.join(', ') })}</p>
      )}
      {targets.map(target => (
        <Target key={target.year} target={target} />
      ))}
    </li>
  );
}
