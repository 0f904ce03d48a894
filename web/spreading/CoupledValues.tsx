import type { CoupledAnswer } from '../../core/spreading/coupled/answer.ts';
import { useSpreadWords } from './words.ts';

const sum = (areas: readonly { dwellings: number }[]): number =>
  areas.reduce((all, { dwellings }) => all + dwellings, 0);

/** What goes with a plan of the solver: what it costs, for whom it is, and when. */
export function CoupledValues({ plan }: { plan: CoupledAnswer }) {
  const { t, count, nameOf } = useSpreadWords();
  const { ended, euros, projects, family, playPlaces, years, sites } = plan.coupled;
  return (
    <>
      {ended !== 'optimal' && !plan.optimal && <p>{t(`spreading.ended.${ended}`, { defaultValue: '' })}</p>}
      {euros > 0 && (
        <p data-testid="plan-cost">
          {t('spreading.cost', { euros: `€\u00a0${count(Math.round(euros))}`, projects: count(projects) })}
        </p>
      )}
      {family !== null && <p>{t('spreading.family', { count: sum(family) })}</p>}
      {playPlaces.length > 0 && (
        <p>{t('spreading.playPlaces', { areas: playPlaces.map(code => nameOf(code) ?? code).join(', ') })}</p>
      )}
      {sites !== null && (
        <ul className="spread-prices" data-testid="plan-sites">
          {sites.map(({ code, area, dwellings }) => (
            <li key={code}>
              {t('spreading.siteBuilt', { code, area: nameOf(area) ?? area, count: dwellings })}
            </li>
          ))}
        </ul>
      )}
      {years !== null && (
        <ul className="spread-prices">
          {years.map((built, year) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place
            <li key={year}>{t('spreading.yearsBuilt', { year: year + 1, dwellings: count(sum(built)) })}</li>
          ))}
        </ul>
      )}
    </>
  );
}
