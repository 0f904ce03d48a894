import type { SpreadBeside } from '../../core/spreading/answer.ts';
import { separableObjective } from '../../core/spreading/objectives.ts';
import { isSmoothed } from '../../core/spreading/smoothed-dissimilarity.ts';
import { FrontierChart } from './FrontierChart.tsx';
import type { Search } from './search.ts';
import { useSpreadWords } from './words.ts';

/** Most prices that are listed. */
const LISTED = 6;

function Compared({ beside, after }: { beside: SpreadBeside; after: number }) {
  const { t, index } = useSpreadWords();
  if (beside.yardsticks.length === 0) return null;
  const rows = [
    { id: 'plan', title: t('spreading.plan'), value: after },
    ...beside.yardsticks.map(({ id, value }) => ({ id, title: t(`spreading.yardsticks.${id}`), value })),
    { id: 'own', title: t('spreading.own'), value: beside.own },
  ];
  return (
    <table className="plain-table">
      <caption>{t('spreading.besides')}</caption>
      <tbody>
        {rows.map(({ id, title, value }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td className="number-cell">{value === null ? '–' : index(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Prices({ prices }: { prices: SpreadBeside['prices'] }) {
  const { t, price } = useSpreadWords();
  return (
    <>
      <h4>{t('spreading.prices')}</h4>
      {prices.length === 0 && <p className="quiet">{t('spreading.noPrices')}</p>}
      <ul className="spread-prices">
        {prices.slice(0, LISTED).map(one => (
          <li key={JSON.stringify(one.constraint)}>{price(one)}</li>
        ))}
      </ul>
    </>
  );
}

/** Plain plans, prices of limits and the frontier, so that a council can see what the plan gains and costs. */
export function PlanBeside({ search }: { search: Search }) {
  const { beside, plan, ask } = search;
  if (beside === null || plan === null) return null;
  const priced =
    'coupled' in plan ||
    (plan.way === 'build' &&
      ask.minProject === 1 &&
      !isSmoothed(ask.objective) &&
      separableObjective(ask.objective) !== null);
  return (
    <>
      <Compared beside={beside} after={plan.after} />
      {priced && <Prices prices={beside.prices} />}
      {beside.frontier !== null && <FrontierChart search={search} frontier={beside.frontier} />}
    </>
  );
}
