import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { ScenarioEvaluation } from '../../core/scenario/evaluate.ts';
import type { PanelFigure } from '../../core/scenario/figures.ts';
import { useWords } from '../i18n/words.ts';
import { useYearBeside } from './beside.ts';
import { FigureRow } from './FigureRow.tsx';

type Props = { scenario: ScenarioDocument; result: ScenarioEvaluation; figures: readonly PanelFigure[] };

/** What is around the dwellings: how dense, how many areas have many social ones, and how much child poverty there is. */
export function AroundFigures({ scenario, result, figures }: Props) {
  const { t, share } = useWords();
  const povertyYear = useYearBeside(scenario.baseline, 'child_poverty');
  const { exposure, above, density } = result;
  const of = (id: string) => figures.find(one => one.id === id)!;
  return (
    <ul className="index-rows" aria-label={t('figures.around')} data-testid="around">
      {density !== null && <FigureRow figure={of('social_density')} title={t('figures.density')} />}
      <FigureRow figure={of('areas_above')} title={t('figures.above', { share: share(above.share, 0) })} />
      {exposure !== null && exposure.ofPresentDwellings !== null && (
        <FigureRow
          figure={of('poverty_exposure')}
          also={['poverty_exposure_new']}
          title={t('figures.poverty', { year: povertyYear ?? '' })}
        >
          {exposure.ofNewDwellings !== null && (
            <p>{t('figures.povertyNew', { share: share(exposure.ofNewDwellings) })}</p>
          )}
          {exposure.dwellingsWithout > 0 && (
            <p className="quiet">{t('figures.without', { count: exposure.dwellingsWithout })}</p>
          )}
        </FigureRow>
      )}
    </ul>
  );
}
