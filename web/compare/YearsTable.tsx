import { sentence } from '../i18n/format.ts';
import { useCompareWords } from './comparison.tsx';
import type { RegionYears } from './years.ts';

/** The same lines as numbers. */
export function YearsTable({
  years,
  regions,
}: {
  years: readonly number[];
  regions: readonly RegionYears[];
}) {
  const { t, write } = useCompareWords();
  return (
    <details className="years-table">
      <summary>{t('compare.years.asTable')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table that scrolls must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={t('compare.years.title')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{sentence(t('compare.years.year'))}</th>
              {regions.map(region => (
                <th key={region.code} scope="col" className="number-cell">
                  {region.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((year, k) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {regions.map(region => (
                  <td key={region.code} className="number-cell">
                    {write(region.values[k] ?? Number.NaN)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
