import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { useWords } from '../i18n/words.ts';
import { renameScenario } from './steps.ts';

/** The name, to be changed where it stands: Enter or leaving the field keeps it, Escape puts it back. */
export function ScenarioTitle({ scenario }: { scenario: ScenarioDocument }) {
  const { t } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const done = () => {
    if (typed !== null) renameScenario(scenario.id, typed);
    setTyped(null);
  };
  return (
    <TextField
      className="scenario-title"
      value={typed ?? scenario.title}
      onChange={setTyped}
      onBlur={done}
      onKeyDown={event => {
        if (event.key === 'Enter') done();
        if (event.key === 'Escape') setTyped(null);
      }}
      maxLength={200}
    >
      <Label className="field-label">{t('scenario.name')}</Label>
      <Input className="input" />
    </TextField>
  );
}
