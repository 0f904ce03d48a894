import { useCompared, useCompareWords } from './comparison.tsx';

/** What the signs on a strip mean. */
export function StripKey({ band = false }: { band?: boolean }) {
  const { t, regions, decimal } = useCompareWords();
  const { drawn, rows } = useCompared();
  const expected = rows.some(row => !Number.isNaN(row.expected));
  const interval = drawn.data?.interval ?? null;
  return (
    <ul className="strip-key">
      <li>
        <span className="key-value" aria-hidden="true" />
        {t(drawn.complete ? 'compare.ranking.keyCorrected' : 'compare.ranking.keyRaw')}
      </li>
      {interval !== null && (
        <li>
          <span className="key-interval" aria-hidden="true" />
          {t('compare.ranking.keyInterval', { level: decimal(100 * interval, 0) })}
        </li>
      )}
      {expected && (
        <li>
          <span className="key-expected" aria-hidden="true" />
          {t('compare.ranking.keyExpected')}
        </li>
      )}
      {band && (
        <li>
          <span className="key-band" aria-hidden="true" />
          {t('compare.ranking.keyBand', { regions })}
        </li>
      )}
    </ul>
  );
}
