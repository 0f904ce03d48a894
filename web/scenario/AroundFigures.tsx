import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { ScenarioEvaluation } from '../../core/scenario/evaluate.ts';
import { povertyExposure } from '../../core/scenario/exposure.ts';
import { areasAbove, MANY_SOCIAL } from '../../core/scenario/threshold.ts';
import { useValues } from '../data/queries.ts';
import { useWords } from '../i18n/words.ts';
import { availableOf, showingAt, yearShown } from '../layers/availability.ts';
import { useScene } from '../state/scene.tsx';

const POVERTY = 'child_poverty';

/** The child-poverty index of the areas of a result, of the scenario's year or the nearest before. */
function usePoverty(areas: ScenarioEvaluation['areas']): { year: number; cells: Float64Array } | null {
  const { ground, indicators, level, year } = useScene();
  const indicator = indicators.find(one => one.id === POVERTY);
  const showing = indicator === undefined ? null : showingAt(level, availableOf(indicator, indicators));
  const of = showing === null || showing.level !== level ? null : yearShown(year, showing.years);
  const { data } = useValues(ground, of === null ? null : { indicator: POVERTY, level, year: of });
  if (data === undefined || of === null) return null;
  return { year: of, cells: Float64Array.from(areas.index, index => data.value[index] ?? Number.NaN) };
}

type Props = { scenario: ScenarioDocument; result: ScenarioEvaluation };

/** What is around the dwellings: how many areas have many social ones, and how much child poverty there is. */
export function AroundFigures({ scenario, result }: Props) {
  const { t, count, share, difference } = useWords();
  const poverty = usePoverty(result.areas);
  const many = scenario.parameters.manySocial ?? MANY_SOCIAL;
  const { before, after } = areasAbove(result.areas, many);
  const exposure = poverty === null ? null : povertyExposure(result.areas, poverty.cells);
  return (
    <ul className="around" aria-label={t('edit.around.title')} data-testid="around">
      <li>
        {t('edit.around.above', { share: share(many, 0) })} <span className="index-now">{count(before)}</span>{' '}
        → <strong>{count(after)}</strong>{' '}
        <span className="quiet">({difference(after - before, 'count')})</span>
      </li>
      {exposure !== null && exposure.ofNewDwellings !== null && poverty !== null && (
        <li>
          {t('edit.around.poverty', { year: poverty.year })} <strong>{share(exposure.ofNewDwellings)}</strong>{' '}
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
