import { Button, Group, Input, Label, NumberField } from 'react-aria-components';
import { MAX_DWELLINGS } from '../../core/scenario/homes.ts';
import { Icon } from '../controls/Icon.tsx';

type Props = { label: string; value: number; onChange: (dwellings: number) => void };

/** A number of dwellings, with buttons for one more and one fewer. */
export function DwellingsField({ label, value, onChange }: Props) {
  return (
    <NumberField
      value={value}
      onChange={next => onChange(Number.isNaN(next) ? 0 : Math.round(next))}
      minValue={0}
      maxValue={MAX_DWELLINGS}
      step={1}
      className="number"
      data-add-dwellings
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
