import { Button } from 'react-aria-components';
import { Icon } from '../controls/Icon.tsx';
import { sentence } from '../i18n/format.ts';
import { type CompareColumn, setView, useView } from '../state/view.ts';
import { useCompared, useCompareWords } from './comparison.tsx';

/** The year of the child-poverty index where all regions have the same. */
function usePovertyYear(): number | null {
  const { rows } = useCompared();
  const years = new Set(rows.map(row => row.povertyYear).filter(year => year !== null));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

/** Column titles that sort: the largest first, again for the other way; names from A to Z first. */
export function CompareHead({ columns }: { columns: readonly CompareColumn[] }) {
  const { t, region } = useCompareWords();
  const { perHousehold } = useCompared();
  const sort = useView(view => view.sort);
  const year = usePovertyYear();
  const titles: Record<CompareColumn, string> = {
    name: region,
    value: t('compare.table.value'),
    expected: t('compare.table.expected'),
    corrected: t('compare.table.corrected'),
    spread: t('compare.table.spread'),
    zones: t('compare.table.zones'),
    dwellings: t('compare.table.dwellings'),
    social: t('compare.table.social'),
    poverty: year === null ? t('compare.table.poverty') : t('compare.table.povertyYear', { year }),
    rate: t(perHousehold ? 'compare.table.ratePerHousehold' : 'compare.table.ratePerDwelling'),
  };
  return (
    <thead>
      <tr>
        <td className="check" />
        {columns.map(column => {
          const sorted = sort.column === column;
          const down = sorted ? !sort.down : column !== 'name';
          return (
            <th
              key={column}
              scope="col"
              className={column === 'name' ? 'name' : 'number-cell'}
              aria-sort={sorted ? (sort.down ? 'descending' : 'ascending') : 'none'}
            >
              <Button className="sort-button" onPress={() => setView({ sort: { column, down } })}>
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
