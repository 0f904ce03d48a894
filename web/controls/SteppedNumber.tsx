import { Button, Group, Input, Label, NumberField } from 'react-aria-components';
import { Icon } from './Icon.tsx';

type Props = {
  label: string;
  value: number;
  least: number;
  most: number;
  /** 1, or a part of it where parts count. */
  step?: number;
  onChange: (value: number) => void;
};

/** From so much on the field is wide enough for all its digits. */
const WIDE = 1_000_000;

/** A number that is typed or stepped; it counts once the field is left or Enter is pressed. */
export function SteppedNumber({ label, value, least, most, step = 1, onChange }: Props) {
  return (
    <NumberField
      className="number"
      data-wide={most >= WIDE || undefined}
      value={value}
      minValue={least}
      maxValue={most}
      step={step}
      formatOptions={{ useGrouping: false, maximumFractionDigits: 2 }}
      onChange={next => {
        if (Number.isFinite(next) && next !== value) onChange(next);
      }}
    >
      <Label className="field-label">{label}</Label>
      <Group className="number-group">
        <Button slot="decrement" className="icon-button">
          <Icon name="minus" size={14} />
        </Button>
        <Input className="input" />
        <Button slot="increment" className="icon-button">
          <Icon name="plus" size={14} />
        </Button>
      </Group>
    </NumberField>
  );
}
