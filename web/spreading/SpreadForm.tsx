import type { FormEvent } from 'react';
import { Button } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { WAYS, type Way } from '../../core/spreading/plan-by.ts';
import { isSmoothed } from '../../core/spreading/smoothed-dissimilarity.ts';
import { Choice } from '../controls/Choice.tsx';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { useEvaluation } from '../scenario/evaluation.tsx';
import { AgainstField } from './AgainstField.tsx';
import { BedroomFields } from './BedroomFields.tsx';
import { CouplingFields } from './CouplingFields.tsx';
import { LimitField } from './LimitField.tsx';
import { MunicipalityFields } from './MunicipalityFields.tsx';
import { ObjectiveFields } from './ObjectiveFields.tsx';
import { goesAlone } from './objectiveChoice.ts';
import { cancelSearch, setAsk, setDwellings, setWay, startSearch, useSpreading } from './search.ts';
import { useSpreadWords } from './words.ts';

/** Far above any programme of a municipality. */
const MOST_DWELLINGS = 100_000;

/** A few choices with sensible defaults; the rest is in the scenario: what is locked, excluded or has a capacity. */
export function SpreadForm({ scenario }: { scenario: ScenarioDocument }) {
  const { t } = useSpreadWords();
  const ask = useSpreading(state => state.ask);
  const search = useSpreading(state => state.search);
  const { prepared } = useEvaluation();
  const mine = search?.scenario === scenario.id ? search : null;
  const running = mine?.state === 'running';
  const start = (event: FormEvent) => {
    event.preventDefault();
    if (prepared !== null) startSearch(scenario, prepared.setting);
  };
  const setting = prepared?.setting ?? null;
  const way = ask.way ?? 'build';
  const building = way === 'build';
  const plain = building && !goesAlone(ask.objective);
  return (
    <form className="spread-form" onSubmit={start} aria-label={t('spreading.title')}>
      <Choice
        label={t('spreading.way')}
        options={WAYS.map(id => ({ id, title: t(`spreading.ways.${id}`) }))}
        value={way}
        onChange={id => setWay(id as Way)}
      />
      <SteppedNumber
        label={t(building ? 'spreading.dwellings' : `spreading.mostBy.${way}`)}
        value={ask.dwellings}
        least={1}
        most={MOST_DWELLINGS}
        onChange={setDwellings}
      />
      {plain && (
        <LimitField
          label={t('spreading.dwellingsMost')}
          value={ask.dwellingsMost ?? null}
          usual={Math.min(MOST_DWELLINGS, Math.ceil(ask.dwellings * 1.2))}
          least={ask.dwellings}
          most={MOST_DWELLINGS}
          onChange={dwellingsMost => setAsk({ dwellingsMost })}
        />
      )}
      <ObjectiveFields />
      {isSmoothed(ask.objective) && <p className="quiet">{t('spreading.inSpaceHelp')}</p>}
      <LimitField
        label={t('spreading.perArea')}
        value={ask.perArea}
        usual={20}
        most={MOST_DWELLINGS}
        onChange={perArea => setAsk({ perArea })}
      />
      <LimitField
        label={t('spreading.maxShare')}
        value={ask.maxShare === null ? null : Math.round(ask.maxShare * 100)}
        usual={20}
        most={100}
        onChange={share => setAsk({ maxShare: share === null ? null : share / 100 })}
      />
      {plain && (
        <LimitField
          label={t('spreading.minProject')}
          value={ask.minProject === 1 ? null : ask.minProject}
          usual={5}
          most={1_000}
          onChange={least => setAsk({ minProject: least ?? 1 })}
        />
      )}
      {way !== 'move' && setting !== null && (
        <MunicipalityFields setting={setting} edits={scenario.edits} most={MOST_DWELLINGS} />
      )}
      {building && (!plain || ask.couplings?.familyShare == null) && <BedroomFields />}
      {plain && <AgainstField setting={setting} />}
      {plain && <CouplingFields edits={scenario.edits} />}
      {running ? (
        <Button key="stop" className="button" onPress={cancelSearch}>
          {t('spreading.cancel')}
        </Button>
      ) : (
        <Button key="start" type="submit" className="button primary" isDisabled={prepared === null}>
          {t(mine === null ? 'spreading.search' : 'spreading.searchAgain')}
        </Button>
      )}
    </form>
  );
}
