import { useWords } from '../i18n/words.ts';
import { Icon } from './Icon.tsx';

const TITLES = { csv: 'CSV', xlsx: 'XLSX', geojson: 'GeoJSON' } as const;
export type FileFormat = keyof typeof TITLES;

type Props = {
  /** What is downloaded, for those who cannot see what stands beside. */
  label: string;
  formats: readonly FileFormat[];
  addressOf: (format: FileFormat) => string;
  /** Whether the label is shown too: where nothing beside the links says what they are of. */
  told?: boolean;
};

/** A link for each format in which the server writes a table. */
export function FileLinks({ label, formats, addressOf, told = false }: Props) {
  const { t } = useWords();
  return (
    <section className="actions file-links" aria-label={label}>
      {told && <p className="quiet">{label}</p>}
      {formats.map(format => (
        <a key={format} className="button" href={addressOf(format)} download>
          <Icon name="download" size={16} />
          {t('data.downloadAs', { format: TITLES[format] })}
        </a>
      ))}
    </section>
  );
}
