import { FACILITY_FUNCTION_IDS } from '../../data/facility-functions.ts';
import { useWords } from '../i18n/words.ts';
import { FunctionsField } from '../layers/FunctionsField.tsx';

type Props = { value: readonly string[]; onChange: (functions: string[]) => void };

/** What one place is for; it can be for several things, and a function that another source brought is kept. */
export function PlaceFunctions({ value, onChange }: Props) {
  const { t } = useWords();
  const functions = [...new Set([...FACILITY_FUNCTION_IDS, ...value])];
  return (
    <div className="functions">
      <FunctionsField
        label={t('drawing.functions')}
        functions={functions}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
