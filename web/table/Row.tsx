import { type KeyboardEvent, memo } from 'react';
import { VALUE_STATUS } from '../../core/areas/types.ts';
import { useWords } from '../i18n/words.ts';
import { revealOnMap } from '../map/shared.ts';
import { statusName } from '../panels/areaWords.ts';
import { pin } from '../shell/choose.ts';
import { useScene } from '../state/scene.tsx';
import { toggleSelected } from '../state/selection.ts';
import { setView, useView } from '../state/view.ts';
import type { Column, TableInput } from './rows.ts';

type Props = {
  index: number;
  place: number;
  input: TableInput;
  columns: readonly Column[];
  isSelected: boolean;
  isFocusable: boolean;
  onFocus: () => void;
};

function useCellText(input: TableInput, index: number) {
  const { t, count, value, share, difference } = useWords();
  const { indicator } = useScene();
  const { values, areas } = input;
  const status = values?.status[index] ?? VALUE_STATUS.missing;
  const known = (number: number | undefined, write: (known: number) => string) =>
    number === undefined || Number.isNaN(number) ? '–' : write(number);
  return (column: Column): string => {
    switch (column) {
      case 'name':
        return areas.names[index] ?? '';
      case 'parent':
        return input.parentName(index);
      case 'value':
        if (values === undefined) return '…';
        if (status !== VALUE_STATUS.ok) return t(`status.${statusName(status)}`);
        return known(values.value[index], number => value(number, indicator.unit));
      case 'numerator':
      case 'denominator':
        return status === VALUE_STATUS.ok ? known(values?.[column][index], count) : '–';
      case 'after':
        return known(input.after?.[index], share);
      case 'difference':
        return known(input.difference?.[index], number => difference(number, 'share'));
    }
  };
}

/** One area: a click or Enter shows its figures, the box or the space bar selects it, focus shows it on the map. */
export const Row = memo(function Row({
  index,
  place,
  input,
  columns,
  isSelected,
  isFocusable,
  onFocus,
}: Props) {
  const { t } = useWords();
  const { level } = useScene();
  const cell = useCellText(input, index);
  const { areas } = input;
  const code = areas.codes[index] ?? '';
  const pinned = useView(view => view.pinned?.level === level && view.pinned.code === code);
  const hovered = useView(view => view.hovered?.level === level && view.hovered.code === code);
  const show = () => {
    pin({ level, code });
    revealOnMap(areas.lon[index] ?? 0, areas.lat[index] ?? 0);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter') show();
    else if (event.key === ' ') toggleSelected(level, code);
    else return;
    event.preventDefault();
  };
  return (
    <tr
      tabIndex={isFocusable ? 0 : -1}
      data-row={place}
      data-code={code}
      data-pinned={pinned}
      data-hovered={hovered}
      aria-rowindex={place + 2}
      aria-selected={isSelected}
      onFocus={() => {
        onFocus();
        setView({ hovered: { level, code } });
      }}
      onMouseEnter={() => setView({ hovered: { level, code } })}
      onMouseLeave={() => setView({ hovered: null })}
      onClick={show}
      onKeyDown={keys}
    >
      <td className="check">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          aria-label={t('table.select', { name: areas.names[index] ?? code })}
          onClick={event => event.stopPropagation()}
          onChange={() => toggleSelected(level, code)}
        />
      </td>
      {columns.map(column => (
        <td key={column} className={column === 'name' || column === 'parent' ? column : 'number-cell'}>
          {cell(column)}
        </td>
      ))}
    </tr>
  );
});
