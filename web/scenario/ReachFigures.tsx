import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { PanelFigure } from '../../core/scenario/figures.ts';
import { DETOUR, type Reach } from '../../core/scenario/reach.ts';
import { useWords } from '../i18n/words.ts';
import { FigureRow } from './FigureRow.tsx';
import { ReachSettings } from './ReachSettings.tsx';

type Props = { scenario: ScenarioDocument; reach: readonly Reach[]; figures: readonly PanelFigure[] };

/** Who has a place to play, and to meet, within reach; nothing where the region has no places. */
export function ReachFigures({ scenario, reach, figures }: Props) {
  const { t, share, count, decimal } = useWords();
  if (reach.length === 0) return null;
  const detour = decimal(scenario.parameters.detour ?? DETOUR, 2);
  return (
    <section aria-label={t('figures.reach.title')} data-testid="reach">
      <ul className="index-rows">
        {reach.map(({ function: wanted, withinM, weighedBy, areasWithout, newDwellings, places }) => (
          <FigureRow
            key={wanted}
            figure={figures.find(one => one.id === `${wanted}_reach`)!}
            also={[`${wanted}_reach_new`]}
            title={t(`figures.reach.${wanted}`, { metres: count(withinM) })}
            how={<p>{t('figures.reach.how', { detour })}</p>}
          >
            <p className="quiet">
              {t(weighedBy === 'children' ? 'figures.reach.ofChildren' : 'figures.reach.ofDwellings')}
            </p>
            {newDwellings !== null && (
              <p>{t('figures.reach.newDwellings', { share: share(newDwellings) })}</p>
            )}
            <p className="quiet">
              {t('figures.reach.places', { before: count(places.before), after: count(places.after) })}
              {areasWithout > 0 && ` ${t('figures.reach.areasWithout', { count: areasWithout })}`}
            </p>
          </FigureRow>
        ))}
      </ul>
      <ReachSettings scenario={scenario} />
    </section>
  );
}
