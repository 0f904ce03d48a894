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
  return (
    <table className="plain-table" data-testid="municipal-parts">
      <caption>{t('spreading.municipalParts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('spreading.municipality')}</th>
          <th scope="col" className="number-cell">
            {t('spreading.gets')}
          </th>
          <th scope="col">{t('spreading.quota')}</th>
          <th scope="col" className="number-cell">
            {t('spreading.remainder')}
          </th>
        </tr>
      </thead>
      <tbody>
        {told.map(part => (
          <tr key={part.code}>
            <th scope="row">{municipality(part.code)}</th>
            <td className="number-cell">{count(part.dwellings)}</td>
            <td>
              {quota(part)}
              {bound(part) !== null && <span className="quiet"> {bound(part)}</span>}
            </td>
            <td className="number-cell">{part.remaining === null ? '–' : count(part.remaining)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
