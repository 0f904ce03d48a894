import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

type Props<Id extends string> = {
  label: string;
  options: readonly { id: Id; title: string }[];
  value: Id;
  onChange: (id: Id) => void;
};

/** One of a few, all in sight. */
export function Segments<Id extends string>({ label, options, value, onChange }: Props<Id>) {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={keys => {
        const chosen = options.find(option => keys.has(option.id));
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      {options.map(option => (
        <ToggleButton key={option.id} id={option.id} className="segment">
          {option.title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
