import { Checkbox } from 'react-aria-components';
import { Icon } from '../controls/Icon.tsx';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';

type Props = {
  label: string;
  value: number | null;
  /** Taken when the limit is switched on. */
  usual: number;
  least?: number;
  most: number;
  onChange: (value: number | null) => void;
};

/** A limit that can be left out. */
export function LimitField({ label, value, usual, least = 1, most, onChange }: Props) {
  return (
    <div className="spread-limit">
      <Checkbox className="checkbox" isSelected={value !== null} onChange={on => onChange(on ? usual : null)}>
        <span className="checkbox-mark">
          <Icon name="check" size={14} />
        </span>
        {label}
      </Checkbox>
      {value !== null && (
        <SteppedNumber label={label} value={value} least={least} most={most} onChange={onChange} />
      )}
    </div>
  );
}
