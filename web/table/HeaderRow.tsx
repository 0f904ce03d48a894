import { Button } from 'react-aria-components';
import { Icon } from '../controls/Icon.tsx';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import type { Column, Sort } from './rows.ts';

type Props = {
  columns: readonly Column[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  allChosen: boolean;
  onAll: () => void;
};

/** Column titles that sort: once for the largest first, again for the other way. */
export function HeaderRow({ columns, sort, onSort, allChosen, onAll }: Props) {
  const { t, text } = useWords();
  const { indicator } = useScene();
  const scenario = columns.includes('after');
  const titles: Record<Column, string> = {
    name: t('table.name'),
    parent: t('table.parent'),
    value: scenario ? t('table.before') : text(indicator.title),
    numerator: text(indicator.numerator),
    denominator: indicator.denominator === null ? '' : text(indicator.denominator),
    after: t('table.after'),
    difference: t('table.difference'),
  };
  return (
    <div role="rowgroup" className="table-head">
      {/* biome-ignore lint/a11y/useFocusableInteractive: the buttons within take the focus */}
      <div role="row" className="table-row" aria-rowindex={1}>
        {/* biome-ignore lint/a11y/useFocusableInteractive: the box within takes the focus */}
        <div role="columnheader" className="cell check">
          <input type="checkbox" checked={allChosen} onChange={onAll} aria-label={t('table.selectAll')} />
        </div>
        {columns.map(column => {
          const sorted = sort.column === column;
          const textual = column === 'name' || column === 'parent';
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the button within takes the focus
            <div
              key={column}
              role="columnheader"
              className={`cell ${textual ? column : 'number-cell'}`}
              aria-sort={sorted ? (sort.down ? 'descending' : 'ascending') : 'none'}
            >
              <Button
                className="sort-button"
                onPress={() => onSort({ column, down: sorted ? !sort.down : !textual })}
              >
                {sentence(titles[column])}
                {sorted && <Icon name={sort.down ? 'down' : 'up'} size={14} />}
              </Button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
