import { Icon } from '../controls/Icon.tsx';
import { COMPARISON_FORMATS, comparisonAddress } from './commands.ts';
import { useCompared, useCompareWords } from './comparison.tsx';

const titles = { csv: 'CSV', xlsx: 'XLSX', geojson: 'GeoJSON' } as const;

/** The whole table as a file, with the draws that were asked for. */
export function Downloads() {
  const { t } = useCompareWords();
  const { ground, question, chance } = useCompared();
  return (
    <section className="compare-downloads" aria-label={t('compare.download')}>
      <h2>{t('compare.download')}</h2>
      <div className="actions">
        {COMPARISON_FORMATS.map(format => (
          <a
            key={format}
            className="button"
            href={comparisonAddress(ground, question, chance, format)}
            download
          >
            <Icon name="download" size={16} />
            {t('data.downloadAs', { format: titles[format] })}
          </a>
        ))}
      </div>
    </section>
  );
}
