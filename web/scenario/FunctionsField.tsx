import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import { FACILITY_FUNCTION_IDS } from '../../data/facility-functions.ts';
import { Icon } from '../controls/Icon.tsx';
import { useWords } from '../i18n/words.ts';
import { FacilitySign } from '../layers/FacilitySign.tsx';

type Props = { value: readonly string[]; onChange: (functions: string[]) => void };

/** What a place is for; a place can be for several things. */
export function FunctionsField({ value, onChange }: Props) {
  const { t } = useWords();
  // A function that another source brought is kept, and can be taken away.
  const others = value.filter(one => !(FACILITY_FUNCTION_IDS as readonly string[]).includes(one));
  return (
    <CheckboxGroup className="facilities functions" value={[...value]} onChange={onChange}>
      <Label className="field-label">{t('drawing.functions')}</Label>
      {[...FACILITY_FUNCTION_IDS, ...others].map(one => (
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
