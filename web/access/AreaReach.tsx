import type { AreaRef } from '../../core/areas/types.ts';
import { Skeleton } from '../controls/Skeleton.tsx';
import { useAreaProfile } from '../data/access.ts';
import { sentence } from '../i18n/format.ts';
import { FacilitySign } from '../layers/FacilitySign.tsx';
import { useScene } from '../state/scene.tsx';
import { useRule } from './rule.ts';
import { AreaServices } from './services/AreaServices.tsx';
import { walkedWords } from './walked.ts';
import { useAccessWords } from './words.ts';

/** Farthest walk within which kinds of places are counted. */
const MOST_VARIETY_M = 3000;

/** What the children of an area have near, function by function; nothing where the region has no places. */
export function AreaReach({ area }: { area: AreaRef }) {
  const words = useAccessWords();
  const { t, count, people } = words;
  const { ground, region } = useScene();
  const { rule } = useRule();
  const wanted = region.facilities.length > 0 && area.level !== 'grid';
  const { data, error } = useAreaProfile(ground, wanted ? area : null, rule.withinM);
  // A region whose children are not counted, or an area beside them, says nothing here.
  if (!wanted || error !== null) return null;
  const reachedIn = (coverage: NonNullable<typeof data>['functions'][number]['children']) =>
    coverage.find(one => one.withinM === rule.withinM);
  return (
    <details className="fold area-reach" data-testid="area-reach">
      <summary>{t('access.area.title')}</summary>
      {data === undefined ? (
        <Skeleton lines={4} />
      ) : (
        <>
          <ul className="reach-list">
            {data.functions.map(({ function: id, nearest, medianM, inReach, children }) => {
              const reached = reachedIn(children);
              const lines = [
                nearest !== null &&
                  t('access.area.nearest', {
                    name: nearest.name ?? t('access.area.noName'),
                    metres: count(Math.round(nearest.metres)),
                  }),
                medianM !== null && t('access.area.median', { metres: count(Math.round(medianM)) }),
                reached !== undefined &&
                  reached.all > 0 &&
                  t('access.area.reached', {
                    reached: people(reached.reached),
                    children: people(reached.all),
                    metres: count(reached.withinM),
                  }),
                t('access.area.inReach', { count: inReach }),
              ];
              return (
                <li key={id}>
                  <strong>
                    <FacilitySign name={id} /> {sentence(t(`facility.${id}`, { defaultValue: id }))}
                  </strong>
                  <span>{lines.filter(Boolean).join(' · ')}</span>
                </li>
              );
            })}
          </ul>
          <AreaServices area={area} withinM={Math.min(rule.withinM, MOST_VARIETY_M)} />
          <details className="how">
            <summary>{t('area.how')}</summary>
            <p>
              {t('access.area.how')} {walkedWords(words, data)}
            </p>
          </details>
        </>
      )}
    </details>
  );
}
