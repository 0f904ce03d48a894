import type { FormEvent } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { separableObjectives } from '../../core/spreading/objectives.ts';
import { Choice } from '../controls/Choice.tsx';
import { Icon } from '../controls/Icon.tsx';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { sentence } from '../i18n/format.ts';
import { useEvaluation } from '../scenario/evaluation.tsx';
import { cancelSearch, setAsk, startSearch, useSpreading } from './search.ts';
import { useSpreadWords } from './words.ts';

/** Far above any programme of a municipality. */
const MOST_DWELLINGS = 100_000;

type LimitProps = {
  label: string;
  value: number | null;
  /** Taken when the limit is switched on. */
  usual: number;
  most: number;
  onChange: (value: number | null) => void;
};

/** A limit that can be left out. */
function Limit({ label, value, usual, most, onChange }: LimitProps) {
  return (
    <div className="spread-limit">
      <Checkbox className="checkbox" isSelected={value !== null} onChange={on => onChange(on ? usual : null)}>
        <span className="checkbox-mark">
          <Icon name="check" size={14} />
        </span>
        {label}
      </Checkbox>
      {value !== null && (
        <SteppedNumber label={label} value={value} least={1} most={most} onChange={onChange} />
      )}
    </div>
  );
}

/** A few choices with sensible defaults; the rest is in the scenario: what is locked, excluded or has a capacity. */
export function SpreadForm({ scenario }: { scenario: ScenarioDocument }) {
  const { t, objective } = useSpreadWords();
  const ask = useSpreading(state => state.ask);
  const search = useSpreading(state => state.search);
  const { prepared } = useEvaluation();
  const mine = search?.scenario === scenario.id ? search : null;
  const running = mine?.state === 'running';
  const start = (event: FormEvent) => {
    event.preventDefault();
    if (prepared !== null) startSearch(scenario.id, prepared.setting, scenario.edits);
  };
  const objectives = [...separableObjectives.map(one => one.id), 'gini', 'largest_share'].map(id => ({
    id,
    title: sentence(objective(id)),
  }));
  return (
    <form className="spread-form" onSubmit={start} aria-label={t('spreading.title')}>
      <SteppedNumber
        label={t('spreading.dwellings')}
        value={ask.dwellings}
        least={1}
        most={MOST_DWELLINGS}
        onChange={dwellings => setAsk({ dwellings })}
      />
      <Choice
        label={t('spreading.objective')}
        options={objectives}
        value={ask.objective}
        onChange={id => setAsk({ objective: id })}
      />
      <Limit
        label={t('spreading.perArea')}
        value={ask.perArea}
        usual={20}
        most={MOST_DWELLINGS}
        onChange={perArea => setAsk({ perArea })}
      />
      <Limit
        label={t('spreading.maxShare')}
        value={ask.maxShare === null ? null : Math.round(ask.maxShare * 100)}
        usual={20}
        most={100}
        onChange={share => setAsk({ maxShare: share === null ? null : share / 100 })}
      />
      <Limit
        label={t('spreading.minProject')}
        value={ask.minProject === 1 ? null : ask.minProject}
        usual={5}
        most={1_000}
        onChange={least => setAsk({ minProject: least ?? 1 })}
      />
      {running ? (
        <Button className="button" onPress={cancelSearch}>
          {t('spreading.cancel')}
        </Button>
      ) : (
        <Button type="submit" className="button primary" isDisabled={prepared === null}>
          {t(mine === null ? 'spreading.search' : 'spreading.searchAgain')}
        </Button>
      )}
    </form>
  );
}
