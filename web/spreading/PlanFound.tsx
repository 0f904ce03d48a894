import { Button } from 'react-aria-components';
import type { SpreadAnswer } from '../../core/spreading/answer.ts';
import type { CoupledAnswer } from '../../core/spreading/coupled/answer.ts';
import { isLinear } from '../../core/spreading/coupled/objective.ts';
import { sentence } from '../i18n/format.ts';
import { isStale, useAdopting } from './adopting.ts';
import { CoupledValues } from './CoupledValues.tsx';
import { MunicipalTable } from './MunicipalTable.tsx';
import type { Search } from './search.ts';
import { useSpreadWords } from './words.ts';

function Values({ plan }: { plan: SpreadAnswer }) {
  const { t, index, measured, difference, share, objective, count } = useSpreadWords();
  const { before, after, bound, gap, optimal, areas, keptDwellings, way, dwellings, indices, within } = plan;
  const name = sentence(objective(plan.objective));
  const told = way === 'build' ? 'spreading.areas' : (`spreading.changed.${way}` as const);
  const placed = t(told, { count: areas.length, dwellings: count(dwellings) });
  return (
    <>
      <p data-testid="plan-value">
        {before === null
          ? t('spreading.foundFirst', { objective: name, after: measured(plan.objective, after) })
          : t('spreading.found', {
              objective: name,
              before: measured(plan.objective, before),
              after: measured(plan.objective, after),
              difference: difference(after - before, 'index'),
            })}{' '}
        {keptDwellings === 0
          ? placed
          : t('spreading.withKept', {
              count: keptDwellings,
              whole: count(dwellings + keptDwellings),
              placed,
            })}
        .
      </p>
      <p data-testid="plan-proof">
        {areas.length === 0 && `${t('spreading.nothingGained')} `}
        {optimal
          ? t('coupled' in plan ? 'spreading.optimalBySolver' : 'spreading.optimal')
          : t('spreading.gap', { bound: measured(plan.objective, bound), gap: share(gap, 3) })}
      </p>
      {within !== undefined && (
        <p data-testid="plan-within">
          {t('spreading.within', {
            objective: sentence(objective(within.objective)),
            after: index(within.after),
            lowest: index(within.lowest),
            most: index(within.most),
          })}
        </p>
      )}
      {indices.length > 0 && (
        <ul className="spread-prices">
          {indices.map(one => (
            <li key={one.id}>
              {sentence(objective(one.id))}: {one.before === null ? '–' : index(one.before)} →{' '}
              {one.after === null ? '–' : index(one.after)}
            </li>
          ))}
        </ul>
      )}
      <MunicipalTable parts={plan.municipalities} />
      {'coupled' in plan && <CoupledValues plan={plan as CoupledAnswer} />}
      {isLinear(plan.objective) && <p className="quiet">{t('spreading.linearHelp')}</p>}
    </>
  );
}

/** What was found, and the button that takes it over. */
export function PlanFound({ search }: { search: Search }) {
  const { t } = useSpreadWords();
  const adopt = useAdopting();
  const stale = isStale(search);
  if (search.plan === null) return null;
  return (
    <section className="spread-found" aria-label={t('spreading.plan')}>
      <Values plan={search.plan} />
      {stale && <p className="note">{t('spreading.stale')}</p>}
      {search.adopted && !stale ? (
        <p className="quiet">{t('spreading.adoptedHelp')}</p>
      ) : (
        <Button
          className="button primary"
          isDisabled={stale || search.plan.areas.length === 0}
          onPress={() => adopt(search, null)}
        >
          {t('spreading.adopt')}
        </Button>
      )}
    </section>
  );
}
