import { Button } from 'react-aria-components';
import { denominatorTitle } from '../../core/areas/indicator.ts';
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
  const { indicator, values } = useScene();
  const below = denominatorTitle(indicator, values?.source?.counts);
  const scenario = columns.includes('after');
  const titles: Record<Column, string> = {
    name: t('table.name'),
    parent: t('table.parent'),
    value: scenario ? t('table.before') : text(indicator.title),
    numerator: text(indicator.numerator),
    denominator: below === null ? '' : text(below),
    after: t('table.after'),
    difference: t('table.difference'),
  };
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className="check">
          <input type="checkbox" checked={allChosen} onChange={onAll} aria-label={t('table.selectAll')} />
        </th>
        {columns.map(column => {
          const sorted = sort.column === column;
          const textual = column === 'name' || column === 'parent';
          return (
            <th
              key={column}
              scope="col"
              className={textual ? column : 'number-cell'}
              aria-sort={sorted ? (sort.down ? 'descending' : 'ascending') : 'none'}
            >
              <Button
                className="sort-button"
                onPress={() => onSort({ column, down: sorted ? !sort.down : !textual })}
              >
                {sentence(titles[column])}
                {sorted && <Icon name={sort.down ? 'down' : 'up'} size={14} />}
              </Button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
