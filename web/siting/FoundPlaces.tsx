import { Button } from 'react-aria-components';
import { SITING_PREFIX, sitingEdits } from '../../core/siting/edits.ts';
import { announce } from '../controls/Announcer.tsx';
import { sentence } from '../i18n/format.ts';
import { lookAt } from '../map/shared.ts';
import { adoptPlaces, scenarioOf } from '../scenario/steps.ts';
import { newId } from '../state/identity.ts';
import { setView, useView } from '../state/view.ts';
import { SitingCurve } from './SitingCurve.tsx';
import { type FoundSiting, type SitingSearch, useSiting } from './search.ts';
import { useSitingWords } from './words.ts';

/** About 400 m around a new place. */
const AROUND = 0.004;

/** What is aimed at, now and then, where that is not the number of children reached. */
function AimedAt({ siting: { unit, before, after, bound } }: { siting: FoundSiting }) {
  const { t, metres, count } = useSitingWords();
  if (unit === 'weighted-children') return null;
  if (unit === 'places')
    return <p>{t('siting.needed', { places: count(after), bound: count(Math.ceil(bound ?? 0)) })}</p>;
  return (
    <p>
      {t(unit === 'metres' ? 'siting.longest' : 'siting.mean', {
        before: metres(before),
        after: metres(after),
        bound: metres(bound),
      })}
    </p>
  );
}

function Reach({ siting }: { siting: FoundSiting }) {
  const { t, people, count, functions } = useSitingWords();
  return siting.reach.map(({ function: id, withinM, all, before, after }) => (
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
  ));
}

function Places({ siting: { places } }: { siting: FoundSiting }) {
  const { t, functions, reason } = useSitingWords();
  return (
    <ol className="siting-places" data-testid="siting-places">
      {places.map(({ candidate: { id, name, lon, lat }, function: wanted, reason: why }) => (
        <li key={`${id} ${wanted}`}>
          <Button
            className="link-button"
            onPress={() => lookAt([lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND])}
          >
            {sentence(functions([wanted]))}
          </Button>
          {name != null && ` ${t('siting.at', { name })}`}
          <span>{sentence(reason(why))}.</span>
        </li>
      ))}
    </ol>
  );
}

/** What a search found, or found so far, and what it takes to have it in the scenario. */
export function FoundPlaces({ search }: { search: SitingSearch }) {
  const { t, share, people, count, functions, reason } = useSitingWords();
  const { siting, curve, state } = search;
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
  const { gap, leftOut, unreachable } = siting;
  return (
    <section className="spread-found" aria-label={t('siting.found')} data-testid="siting-found">
      <AimedAt siting={siting} />
      <Reach siting={siting} />
      <p data-testid="siting-proof">
        {siting.optimal
          ? t('siting.optimal')
          : gap === null
            ? t('siting.noBound')
            : t('siting.gap', { gap: share(gap, 3) })}
        {gap !== null && ` ${t(`siting.provenBy.${siting.provenBy}`)}`}
      </p>
      {unreachable >= 0.5 && (
        <p className="quiet">{t('siting.unreachable', { children: people(unreachable) })}</p>
      )}
      {leftOut.length > 0 && (
        <p className="quiet">
          {t('siting.leftOut', {
            excluded: count(leftOut.filter(one => one.why === 'excluded').length),
            near: count(leftOut.filter(one => one.why === 'near-existing').length),
          })}
        </p>
      )}
      <Places siting={siting} />
      {stale && <p className="note">{t('siting.stale')}</p>}
      {search.adopted && !stale ? (
        <p className="quiet">{t('siting.adopted', { count: siting.places.length })}</p>
      ) : (
        <Button
          className="button primary"
          isDisabled={stale || state === 'running' || siting.places.length === 0}
          onPress={adopt}
        >
          {t('siting.adopt')}
        </Button>
      )}
      {curve === undefined && state === 'running' && siting.aim === 'cover' && search.news === null && (
        <p className="quiet">{t('siting.curveRunning')}</p>
      )}
      {curve != null && curve.points.length > 0 && <SitingCurve curve={curve} />}
    </section>
  );
}
