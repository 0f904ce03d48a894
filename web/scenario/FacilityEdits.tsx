import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { changeFacility, closeFacility } from '../../core/scenario/new-edits.ts';
import { announce } from '../controls/Announcer.tsx';
import { useWords } from '../i18n/words.ts';
import { lookAt } from '../map/shared.ts';
import { newId } from '../state/identity.ts';
import { useScene } from '../state/scene.tsx';
import { type ChosenFacility, chooseFacility, useChosenFacility } from './chosenFacility.ts';
import { useFacilityName } from './facilityWords.ts';
import { PickFacility } from './PickFacility.tsx';
import { PlaceFunctions } from './PlaceFunctions.tsx';
import { addEdits } from './steps.ts';

function ChosenPlace({ scenario, facility }: { scenario: string; facility: ChosenFacility }) {
  const { t } = useWords();
  const name = useFacilityName()(facility);
  const [functions, setFunctions] = useState<readonly string[]>(facility.functions);
  const first = useRef<HTMLDivElement>(null);
  const same = [...functions].sort().join() === [...facility.functions].sort().join();
  useEffect(() => {
    announce(t('drawing.facility.chosen', { name }));
    first.current?.focus();
  }, [t, name]);
  const [west, south, east, north] = facility.box;
  const at: [number, number] = [(west + east) / 2, (south + north) / 2];
  const done = (said: string) => {
    announce(said);
    chooseFacility(null);
  };
  return (
    <>
      <div ref={first} tabIndex={-1}>
        <strong data-testid="chosen-facility">{name}</strong>
      </div>
      <PlaceFunctions value={functions} onChange={setFunctions} />
      <div className="actions">
        <Button
          className="button"
          isDisabled={same || functions.length === 0}
          onPress={() => {
            addEdits(scenario, [changeFacility(newId(), facility.id, functions, at)]);
            done(t('drawing.facility.changed', { name }));
          }}
        >
          {t('drawing.facility.change')}
        </Button>
        <Button
          className="button"
          onPress={() => {
            addEdits(scenario, [closeFacility(newId(), facility.id, at)]);
            done(t('drawing.facility.closed', { name }));
          }}
        >
          {t('drawing.facility.close')}
        </Button>
        <Button className="link-button" onPress={() => lookAt(facility.box)}>
          {t('drawing.facility.show')}
        </Button>
        <Button className="link-button" onPress={() => chooseFacility(null)}>
          {t('drawing.facility.let')}
        </Button>
      </div>
    </>
  );
}

/** A place of the release that changes or goes away. It unfolds when one is chosen on the map or in a list. */
export function FacilityEdits({ scenario }: { scenario: string }) {
  const { t } = useWords();
  const { region } = useScene();
  const chosen = useChosenFacility(state => state.chosen);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (chosen !== null) setOpen(true);
  }, [chosen]);
  // Another scenario begins with nothing in the hand.
  // biome-ignore lint/correctness/useExhaustiveDependencies: that is what the scenario is for
  useEffect(() => () => chooseFacility(null), [scenario]);
  if (region.facilities.length === 0) return null;
  return (
    <details className="add-site" open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('drawing.facility.title')}</summary>
      <div className="site-fields">
        {chosen !== null && <ChosenPlace key={chosen.id} scenario={scenario} facility={chosen} />}
        {chosen === null && open && <PickFacility />}
      </div>
    </details>
  );
}
