import type { AnyIndex } from '../../core/concentration/spatial-registry.ts';
import { sentence } from '../i18n/format.ts';
import { useCompared, useCompareWords } from './comparison.tsx';
import { HowMeasured } from './HowMeasured.tsx';
import { comparableRows } from './rows.ts';

/**
 * Which way small areas lead an index astray: noise between neighbours hides what they share, and around a centre or
 * over distances it goes either way.
 */
function biasText({ family, direction }: AnyIndex) {
  if (family === 'autocorrelation') return 'compare.reading.biasBlur' as const;
  const eitherWay = family === 'concentration' || family === 'centralization' || family === 'clustering';
  if (eitherWay || direction === 'neutral') return 'compare.reading.biasEither' as const;
  return direction === 'higher_is_less_concentrated'
    ? ('compare.reading.biasDown' as const)
    : ('compare.reading.bias' as const);
}

/** The index in a sentence, for the region in focus or else the highest, and what no table may leave unsaid. */
export function IndexReading() {
  const { t, text, write, regions, indexTitle } = useCompareWords();
  const { index, rows, focus } = useCompared();
  const [highest] = comparableRows(rows);
  const example = [focus, highest].find(row => row != null && !Number.isNaN(row.shown));
  return (
    <section className="compare-reading" aria-label={t('compare.reading.title')}>
      <h2>{sentence(indexTitle)}</h2>
      {example != null && (
        <p className="index-says">
          <strong>
            {t(Number.isNaN(example.corrected) ? 'compare.reading.raw' : 'compare.reading.corrected', {
              name: example.name,
              value: write(example.shown),
            })}
          </strong>{' '}
          {text(index.reading(example.shown))}
        </p>
      )}
      <p className="quiet">
        {index.fixedByTotals
          ? t('compare.progress.fixed')
          : `${t(biasText(index), { regions })} ${t('compare.reading.together')}`}{' '}
        {index.dependsOnAreas && `${t('compare.reading.dependsOnAreas', { regions })} `}
        {t('compare.reading.contested')}
      </p>
      <HowMeasured />
    </section>
  );
}
