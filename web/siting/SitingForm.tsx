import { type FormEvent, useEffect } from 'react';
import { Button } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { SITING_AIMS } from '../../core/siting/aims.ts';
import { Choice } from '../controls/Choice.tsx';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { FunctionsField } from '../layers/FunctionsField.tsx';
import { rulesOf, setSitingAsk, useSitingAsk } from './ask.ts';
import { CandidateFields } from './CandidateFields.tsx';
import { openPoints, usePoints } from './points.ts';
import { RuleFields, SeveralFields } from './RuleFields.tsx';
import { cancelSiting, startSiting, useSearchFor } from './search.ts';

/** What can be placed by a municipality; schools and childcare have other planners. */
const PLACEABLE = ['play', 'meeting', 'recreation', 'green', 'huis_van_het_kind', 'youth', 'wifi'];
const MOST_PLACES = 50;

/** A few choices with sensible defaults; what is closed or opened already is in the scenario. */
export function SitingForm({ scenario }: { scenario: ScenarioDocument }) {
  const { t } = useWords();
  const { aim, functions, places, withinM, povertyWeight, candidates } = useSitingAsk();
  const points = usePoints();
  const search = useSearchFor(scenario.id);
  useEffect(() => openPoints(scenario.id), [scenario.id]);
  const lacksPoints = candidates === 'points' && points.length === 0;
  const start = (event: FormEvent) => {
    event.preventDefault();
    if (!lacksPoints) startSiting(scenario);
  };
  return (
    <form className="spread-form" onSubmit={start} aria-label={t('siting.title')}>
      <FunctionsField
        label={t('siting.functions')}
        functions={PLACEABLE}
        value={functions}
        onChange={next => next.length > 0 && setSitingAsk({ functions: next })}
      />
      <Choice
        label={t('siting.aim')}
        options={SITING_AIMS.map(id => ({
          id,
          title: t(`siting.aims.${id}`),
          detail: t(`siting.aimHelp.${id}`),
        }))}
        value={aim}
        onChange={id => setSitingAsk({ aim: SITING_AIMS.find(one => one === id) ?? 'cover' })}
      />
      {rulesOf(aim).number && (
        <SteppedNumber
          label={t('siting.places')}
          value={places}
          least={1}
          most={MOST_PLACES}
          onChange={next => setSitingAsk({ places: next })}
        />
      )}
      <SteppedNumber
        label={t('siting.within')}
        value={withinM}
        least={50}
        most={5000}
        step={50}
        onChange={next => setSitingAsk({ withinM: next })}
      />
      <SteppedNumber
        label={t('siting.povertyWeight')}
        value={povertyWeight}
        least={0}
        most={100}
        step={0.5}
        onChange={next => setSitingAsk({ povertyWeight: next })}
      />
      <SeveralFields />
      <CandidateFields scenario={scenario.id} />
      <RuleFields scenario={scenario} />
      {lacksPoints && <p className="note">{t('siting.needPoints')}</p>}
      {search?.state === 'running' ? (
        <Button key="stop" className="button" onPress={cancelSiting}>
          {t('siting.cancel')}
        </Button>
      ) : (
        <Button key="start" type="submit" className="button primary" isDisabled={lacksPoints}>
          {sentence(t(search === null ? 'siting.search' : 'siting.searchAgain'))}
        </Button>
      )}
    </form>
  );
}
