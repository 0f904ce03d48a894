import type { MunicipalPart } from '../../core/spreading/municipal-quotas.ts';
import { useSpreadWords } from './words.ts';

/** The first of two stages: how many each municipality gets, within its quota, and what remains of its objective. */
export function MunicipalTable({ parts }: { parts: readonly MunicipalPart[] }) {
  const { t, count, municipality } = useSpreadWords();
  const told = parts.filter(({ dwellings, min, max }) => dwellings !== 0 || min > 0 || max !== null);
  if (parts.length < 2 && told.every(({ min, max }) => min === 0 && max === null)) return null;
  const quota = ({ min, max }: MunicipalPart): string => {
    if (min === 0 && max === null) return t('spreading.noQuota');
    if (max === null) return t('spreading.quotaFrom', { min: count(min) });
    return t('spreading.quotaBetween', { min: count(min), max: count(max) });
  };
  const bound = ({ dwellings, min, max }: MunicipalPart): string | null =>
    max !== null && dwellings === max
      ? t('spreading.atMost')
      : min > 0 && dwellings === min
        ? t('spreading.atLeast')
        : null;
  const details = (part: MunicipalPart): string =>
    [
      t('spreading.quota', { quota: [quota(part), bound(part)].filter(one => one !== null).join(' ') }),
      ...(part.remaining === null ? [] : [t('spreading.remainder', { dwellings: count(part.remaining) })]),
    ].join('; ');
  return (
    <table className="plain-table" data-testid="municipal-parts">
      <caption>{t('spreading.municipalParts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('spreading.municipality')}</th>
          <th scope="col" className="number-cell">
            {t('spreading.gets')}
          </th>
        </tr>
      </thead>
      <tbody>
        {told.map(part => (
          <tr key={part.code}>
            <th scope="row">
              {municipality(part.code)}
              <span className="quiet spread-detail">{details(part)}</span>
            </th>
            <td className="number-cell">{count(part.dwellings)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
