import { Fragment } from 'react';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { PanelFigure } from '../../core/scenario/figures.ts';
import { DETOUR, type Reach } from '../../core/scenario/reach.ts';
import { useWords } from '../i18n/words.ts';
import { DeprivedReachRow } from './DeprivedReachRow.tsx';
import { FigureRow } from './FigureRow.tsx';
import { ReachSettings } from './ReachSettings.tsx';

type Props = { scenario: ScenarioDocument; reach: readonly Reach[]; figures: readonly PanelFigure[] };

/** Who has a place to play, and to meet, within reach; nothing where the region has no places. */
export function ReachFigures({ scenario, reach, figures }: Props) {
  const { t, decimal } = useWords();
  if (reach.length === 0) return null;
  const detour = decimal(scenario.parameters.detour ?? DETOUR, 2);
  return (
    <section aria-label={t('figures.reach.title')} data-testid="reach">
      <ul className="index-rows">
        {reach.map(found => (
          <Fragment key={found.function}>
            <AllReachRow found={found} figures={figures} detour={detour} />
            <DeprivedReachRow found={found} figures={figures} />
          </Fragment>
        ))}
      </ul>
      <ReachSettings scenario={scenario} />
    </section>
  );
}

type RowProps = { found: Reach; figures: readonly PanelFigure[]; detour: string };

function AllReachRow({ found, figures, detour }: RowProps) {
  const { t, share, count } = useWords();
  const { function: wanted, withinM, weighedBy, areasWithout, newDwellings, places, by } = found;
  return (
    <FigureRow
      figure={figures.find(one => one.id === `${wanted}_reach`)!}
      also={[`${wanted}_reach_new`]}
      title={t(`figures.reach.${wanted}`, { metres: count(withinM) })}
    >
      <p className="quiet">
        {t(weighedBy === 'children' ? 'figures.reach.ofChildren' : 'figures.reach.ofDwellings')}{' '}
        {by === 'network' ? t('figures.reach.byNetwork') : t('figures.reach.byStraightLine', { detour })}
        {found.by === 'network' &&
          found.pointsOff > 0 &&
          ` ${t('figures.reach.offNetwork', { count: found.pointsOff, detour })}`}
      </p>
      {newDwellings !== null && <p>{t('figures.reach.newDwellings', { share: share(newDwellings) })}</p>}
      {found.newChildren.all > 0 && (
        <p>
          {t('figures.reach.newChildren', {
            children: count(Math.round(found.newChildren.all)),
            within: count(Math.round(found.newChildren.within)),
          })}
        </p>
      )}
      <p className="quiet">
        {t('figures.reach.places', { before: count(places.before), after: count(places.after) })}
        {areasWithout > 0 && ` ${t('figures.reach.areasWithout', { count: areasWithout })}`}
      </p>
    </FigureRow>
  );
}
