import { Button } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { SITING_PREFIX, sitingEdits } from '../../core/siting/edits.ts';
import { announce } from '../controls/Announcer.tsx';
import { Problem } from '../controls/Problem.tsx';
import { sentence } from '../i18n/format.ts';
import { lookAt } from '../map/shared.ts';
import { adoptPlaces, scenarioOf } from '../scenario/steps.ts';
import { newId } from '../state/identity.ts';
import { setView, useView } from '../state/view.ts';
import { SitingForm } from './SitingForm.tsx';
import { type SitingSearch, useSiting } from './search.ts';
import { useSitingWords } from './words.ts';

/** About 400 m around a new place. */
const AROUND = 0.004;

function Found({ search }: { search: SitingSearch }) {
  const { t, share, people, count, functions, reason } = useSitingWords();
  const { siting, curve } = search;
  if (siting === null) return null;
  const stale = scenarioOf(search.scenario)?.edits !== search.edits;
  const adopt = () => {
    const edits = sitingEdits(
      siting.places,
      {
        title: places => t('siting.placeTitle', { functions: functions(places.map(one => one.function)) }),
        note: places => sentence(places.map(one => reason(one.reason)).join('; ')),
      },
      newId,
    );
    adoptPlaces(search.scenario, edits, SITING_PREFIX);
    useSiting.setState(({ search: now }) => ({
      search: now && { ...now, edits: scenarioOf(search.scenario)?.edits ?? [], adopted: true },
    }));
    const shown = useView.getState().facilities;
    const wanted = siting.places.map(one => one.function);
    setView({ facilities: [...new Set([...shown, ...wanted])] });
    announce(t('siting.adopted', { count: edits.length }));
  };
  return (
    <section className="spread-found" aria-label={t('siting.found')} data-testid="siting-found">
      {siting.reach.map(({ function: id, withinM, all, before, after }) => (
        <p key={id}>
          {t('siting.reach', {
            function: sentence(functions([id])),
            metres: count(withinM),
            all: people(all.children),
            before: people(before.children),
            after: people(after.children),
          })}{' '}
          {all.poverty !== null &&
            t('siting.reachPoverty', {
              all: people(all.poverty),
              before: people(before.poverty),
              after: people(after.poverty),
            })}
        </p>
      ))}
      <p data-testid="siting-proof">
        {siting.optimal ? t('siting.optimal') : t('siting.gap', { gap: share(siting.gap, 3) })}
      </p>
      <ol className="reach-list" data-testid="siting-places">
        {siting.places.map(({ candidate: { id, lon, lat }, function: wanted, reason: why }) => (
          <li key={`${id} ${wanted}`}>
            <Button
              className="link-button"
              onPress={() => lookAt([lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND])}
            >
              {sentence(functions([wanted]))}
            </Button>
            <span>{sentence(reason(why))}.</span>
          </li>
        ))}
      </ol>
      {stale && <p className="note">{t('siting.stale')}</p>}
      {search.adopted && !stale ? (
        <p className="quiet">{t('siting.adopted', { count: siting.places.length })}</p>
      ) : (
        <Button className="button primary" isDisabled={stale} onPress={adopt}>
          {t('siting.adopt')}
        </Button>
      )}
      {curve !== null && (
        <details className="how">
          <summary>{t('siting.curve')}</summary>
          {curve.forAll !== null && (
            <p>
              {t('siting.curveForAll', {
                places: count(curve.forAll.places),
                bound: count(Math.ceil(curve.forAll.bound)),
              })}
            </p>
          )}
          <ul>
            {curve.points.map(point => (
              <li key={point.places}>
                {t('siting.curvePoint', { places: count(point.places), share: share(point.share) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Looking for where new places reach most children, and what was found. */
export function SitingPanel({ scenario }: { scenario: ScenarioDocument }) {
  const { t } = useSitingWords();
  const search = useSiting(state => state.search);
  const mine = search?.scenario === scenario.id ? search : null;
  return (
    <details className="fold spread" data-testid="siting">
      <summary>{t('siting.title')}</summary>
      <p className="quiet">{t('siting.intro')}</p>
      <SitingForm scenario={scenario} />
      {mine?.state === 'running' && <p role="status">{t('siting.running')}</p>}
      {mine?.state === 'cancelled' && <p className="quiet">{t('siting.cancelled')}</p>}
      {mine !== null && mine.error !== null && <Problem error={mine.error} />}
      {mine !== null && <Found search={mine} />}
      <details className="how">
        <summary>{t('siting.how')}</summary>
        <p>{t('siting.howText')}</p>
      </details>
    </details>
  );
}
