import type { AreaRef } from '../../../core/areas/types.ts';
import { Fold } from '../../controls/Fold.tsx';
import { Skeleton } from '../../controls/Skeleton.tsx';
import { type SupplyQuestion, useSupply, useVariety } from '../../data/services.ts';
import { sentence } from '../../i18n/format.ts';
import { FacilitySign } from '../../layers/FacilitySign.tsx';
import { useScene } from '../../state/scene.tsx';
import { useServiceWords } from './words.ts';

/** Functions whose room is counted for each child. */
const WITH_ROOM = ['childcare', 'nursery_school', 'primary_school'] as const;
/** A walk of a quarter of an hour, within which supply is shared. */
const WITHIN_M = 1000;

type Props = { area: AreaRef; withinM: number };

/** How many places each child of an area has, and how many kinds of places are near; asked for when it is opened. */
export function AreaServices({ area, withinM }: Props) {
  const { t } = useServiceWords();
  const { region } = useScene();
  const there = WITH_ROOM.filter(id => region.facilities.some(one => one.functions.includes(id)));
  return (
    <Fold title={t('services.ofArea.title')} testId="area-services">
      {() => (
        <>
          <ul className="reach-list">
            {there.map(id => (
              <SupplyLine key={id} area={area} wanted={id} />
            ))}
            <VarietyLine area={area} withinM={withinM} />
          </ul>
          <details className="how">
            <summary>{t('services.how')}</summary>
            <p>
              {t('services.supply.how')} {t('services.variety.how')}
            </p>
          </details>
        </>
      )}
    </Fold>
  );
}

function SupplyLine({ area, wanted }: { area: AreaRef; wanted: string }) {
  const { t, count, number, counted, functions } = useServiceWords();
  const { ground } = useScene();
  const question: SupplyQuestion = {
    ...{ function: wanted, kind: 'capacity', ages: null, withinM: WITHIN_M, decay: 'even' },
    ...{ level: area.level, scope: area },
  };
  const served = useSupply(ground, question);
  // A region whose children are not counted by age shares the places over all of them, and says so.
  const all = useSupply(ground, served.error === null ? null : { ...question, ages: 'all' });
  const data = served.data ?? all.data;
  const failed = served.error !== null && all.error !== null;
  return (
    <li>
      <strong>
        <FacilitySign name={wanted} /> {sentence(functions([wanted]))}
      </strong>
      {data === undefined && !failed && <Skeleton lines={1} />}
      {failed && <span>{t('services.ofArea.unknown')}</span>}
      {data !== undefined && (
        <span>
          {data.supplying.length === 0
            ? t('services.supply.none')
            : t('services.ofArea.supply', {
                number: number(data.totals.all.perChild),
                metres: count(WITHIN_M),
              })}{' '}
          {counted(data.counted)}
        </span>
      )}
    </li>
  );
}

function VarietyLine({ area, withinM }: Props) {
  const { t, count, number } = useServiceWords();
  const { ground } = useScene();
  const { data, error } = useVariety(ground, { withinM, level: area.level, scope: area });
  return (
    <li>
      <strong>{t('services.variety.title')}</strong>
      {data === undefined && error === null && <Skeleton lines={1} />}
      {error !== null && <span>{t('services.ofArea.unknown')}</span>}
      {data !== undefined && error === null && (
        <span>
          {t('services.variety.mean', {
            metres: count(withinM),
            number: number(data.totals.all.mean, 1),
            of: data.functions.length,
          })}
        </span>
      )}
    </li>
  );
}
