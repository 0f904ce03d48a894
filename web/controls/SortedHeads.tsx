import { Button } from 'react-aria-components';
import { sentence } from '../i18n/format.ts';
import { Icon } from './Icon.tsx';
import { type Sort, sortNext } from './sorting.ts';

type Props<Column> = {
  /** The column of names is the one that begins with A. */
  columns: readonly { id: Column; title: string; isName: boolean }[];
  sort: Sort<Column> | null;
  onSort: (sort: Sort<Column>) => void;
};

/** Column heads that sort by a click or a key: the largest first, again for the other way; names from A to Z first. */
export function SortedHeads<Column extends string | number>({ columns, sort, onSort }: Props<Column>) {
  return columns.map(({ id, title, isName }) => {
    const sorted = sort?.column === id ? sort : null;
    return (
      <th
        key={id}
        scope="col"
        className={isName ? 'name' : 'number-cell'}
        aria-sort={sorted === null ? 'none' : sorted.down ? 'descending' : 'ascending'}
      >
        <Button className="sort-button" onPress={() => onSort(sortNext(sort, id, isName))}>
          {sentence(title)}
          {sorted !== null && <Icon name={sorted.down ? 'down' : 'up'} size={14} />}
        </Button>
      </th>
    );
  });
}
