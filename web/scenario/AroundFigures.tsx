import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { ScenarioEvaluation } from '../../core/scenario/evaluate.ts';
import { useWords } from '../i18n/words.ts';
import { useYearBeside } from './beside.ts';

type Props = { scenario: ScenarioDocument; result: ScenarioEvaluation };

/** What is around the dwellings: how many areas have many social ones, and how much child poverty there is. */
export function AroundFigures({ scenario, result }: Props) {
  const { t, count, share, difference } = useWords();
  const povertyYear = useYearBeside(scenario.baseline, 'child_poverty');
  const { exposure } = result;
  const { share: many, before, after } = result.above;
  return (
    <ul className="around" aria-label={t('edit.around.title')} data-testid="around">
      <li>
        {t('edit.around.above', { share: share(many, 0) })} <span className="index-now">{count(before)}</span>{' '}
        → <strong>{count(after)}</strong>{' '}
        <span className="quiet">({difference(after - before, 'count')})</span>
      </li>
      {exposure !== null && exposure.ofNewDwellings !== null && (
        <li>
          {t('edit.around.poverty', { year: povertyYear ?? '' })}{' '}
          <strong>{share(exposure.ofNewDwellings)}</strong>{' '}
          {exposure.ofPresentDwellings !== null && (
            <span className="quiet">
              {t('edit.around.present', { share: share(exposure.ofPresentDwellings) })}
            </span>
          )}
          {exposure.dwellingsWithout > 0 && (
            <span className="quiet"> {t('edit.around.without', { count: exposure.dwellingsWithout })}</span>
          )}
        </li>
      )}
    </ul>
  );
}
