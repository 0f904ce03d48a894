import type { FormEvent } from 'react';
import { Button } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { Choice } from '../controls/Choice.tsx';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { FunctionsField } from '../layers/FunctionsField.tsx';
import { CANDIDATES, cancelSiting, setSitingAsk, startSiting, useSiting } from './search.ts';

/** What can be placed by a municipality; schools and childcare have other planners. */
const PLACEABLE = ['play', 'meeting', 'recreation', 'green', 'huis_van_het_kind', 'youth', 'wifi'];
const MOST_PLACES = 50;

/** A few choices with sensible defaults; what is closed or opened already is in the scenario. */
export function SitingForm({ scenario }: { scenario: ScenarioDocument }) {
  const { t } = useWords();
  const ask = useSiting(state => state.ask);
  const search = useSiting(state => state.search);
  const mine = search?.scenario === scenario.id ? search : null;
  const start = (event: FormEvent) => {
    event.preventDefault();
    void startSiting(scenario);
  };
  return (
    <form className="spread-form" onSubmit={start} aria-label={t('siting.title')}>
      <FunctionsField
        label={t('siting.functions')}
        functions={PLACEABLE}
        value={ask.functions}
        onChange={functions => functions.length > 0 && setSitingAsk({ functions })}
      />
      <SteppedNumber
        label={t('siting.places')}
        value={ask.places}
        least={1}
        most={MOST_PLACES}
        onChange={places => setSitingAsk({ places })}
      />
      <SteppedNumber
        label={t('siting.within')}
        value={ask.withinM}
        least={50}
        most={5000}
        step={50}
        onChange={withinM => setSitingAsk({ withinM })}
      />
      <SteppedNumber
        label={t('siting.povertyWeight')}
        value={ask.povertyWeight}
        least={0}
        most={100}
        step={0.5}
        onChange={povertyWeight => setSitingAsk({ povertyWeight })}
      />
      <Choice
        label={t('siting.candidates')}
        options={CANDIDATES.map(id => ({ id, title: sentence(t(`siting.candidate.${id}`)) }))}
        value={ask.candidates}
        onChange={id => setSitingAsk({ candidates: CANDIDATES.find(one => one === id) ?? 'lattice' })}
      />
      {ask.candidates === 'lattice' && (
        <SteppedNumber
          label={t('siting.side')}
          value={ask.sideM}
          least={50}
          most={2000}
          step={50}
          onChange={sideM => setSitingAsk({ sideM })}
        />
      )}
      <SteppedNumber
        label={t('siting.spacing')}
        value={ask.spacingM}
        least={0}
        most={10_000}
        step={50}
        onChange={spacingM => setSitingAsk({ spacingM })}
      />
      {mine?.state === 'running' ? (
        <Button className="button" onPress={cancelSiting}>
          {t('siting.cancel')}
        </Button>
      ) : (
        <Button type="submit" className="button primary">
          {t(mine === null ? 'siting.search' : 'siting.searchAgain')}
        </Button>
      )}
    </form>
  );
}
