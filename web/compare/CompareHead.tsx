import { Button } from 'react-aria-components';
import { Icon } from '../controls/Icon.tsx';
import { sentence } from '../i18n/format.ts';
import { type CompareColumn, setView, useView } from '../state/view.ts';
import { useCompared, useCompareWords } from './comparison.tsx';

/** The one year that all regions have, if they have one. */
function oneYear(years: readonly (number | null)[]): number | null {
  const known = new Set(years.filter(year => year !== null));
  return known.size === 1 ? ([...known][0] ?? null) : null;
}

/** Column titles that sort: the largest first, again for the other way; names from A to Z first. */
export function CompareHead({ columns }: { columns: readonly CompareColumn[] }) {
  const { t, region } = useCompareWords();
  const { perHousehold, rows, setting } = useCompared();
  const sort = useView(view => view.sort);
  const year = oneYear(rows.map(row => row.povertyYear));
  const householdsYear = oneYear(rows.map(row => row.householdsYear));
  // Per household of another year than the dwellings are of: that must be said.
  const perHouseholdOf =
    householdsYear === null || householdsYear === setting.year
      ? t('compare.table.ratePerHousehold')
      : t('compare.table.ratePerHouseholdYear', { year: householdsYear });
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
    rate: perHousehold ? perHouseholdOf : t('compare.table.ratePerDwelling'),
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
