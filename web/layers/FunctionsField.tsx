import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import { Icon } from '../controls/Icon.tsx';
import { useWords } from '../i18n/words.ts';
import { FacilitySign } from './FacilitySign.tsx';

type Props = {
  label: string;
  functions: readonly string[];
  value: readonly string[];
  onChange: (functions: string[]) => void;
};

/** Functions of places to tick, each with its sign as on the map. */
export function FunctionsField({ label, functions, value, onChange }: Props) {
  const { t } = useWords();
  return (
    <CheckboxGroup className="facilities" value={[...value]} onChange={onChange}>
      <Label className="field-label">{label}</Label>
      {functions.map(one => (
        <Checkbox key={one} value={one} className="checkbox">
          <span className="checkbox-mark">
            <Icon name="check" size={14} />
          </span>
          <FacilitySign name={one} />
          {t(`facility.${one}`, { defaultValue: one })}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
