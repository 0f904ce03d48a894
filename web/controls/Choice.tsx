import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { Icon } from './Icon.tsx';

export type Option = { id: string; title: string; detail?: string };
type Props = {
  label: string;
  options: readonly Option[];
  value: string;
  onChange: (id: string) => void;
  /** The label is read but not drawn. */
  quiet?: boolean;
};

/** One of several, folded away until asked for. */
export function Choice({ label, options, value, onChange, quiet = false }: Props) {
  return (
    <Select
      className="choice"
      value={value}
      onChange={key => key !== null && onChange(String(key))}
      {...(quiet ? { 'aria-label': label } : {})}
    >
      {!quiet && <Label className="field-label">{label}</Label>}
      <Button className="choice-button">
        <SelectValue className="choice-value">{({ selectedText }) => selectedText}</SelectValue>
        <Icon name="chevronDown" size={16} />
      </Button>
      <Popover className="popover choice-popover" offset={4}>
        <ListBox className="options" items={options}>
          {option => (
            <ListBoxItem id={option.id} textValue={option.title} className="option">
              <span className="option-title">{option.title}</span>
              {option.detail !== undefined && <span className="option-detail">{option.detail}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
