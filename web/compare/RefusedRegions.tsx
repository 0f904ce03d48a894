import { useCompared, useCompareWords } from './comparison.tsx';
import { useLackWords } from './lackWords.ts';
import { useProblemWords } from './problemWords.ts';
import type { CompareRow } from './rows.ts';

type Refused = { row: CompareRow; why: string };
const IN_SIGHT = 8;

function RefusedList({ refused }: { refused: readonly Refused[] }) {
  return (
    <ul>
      {refused.map(({ row, why }) => (
        <li key={row.code}>
          {row.name} <span className="quiet">{why}</span>
        </li>
      ))}
    </ul>
  );
}

/** Regions that are not ranked, each with what it lacks or why it has no value. */
export function RefusedRegions() {
  const { t, count } = useCompareWords();
  const { rows } = useCompared();
  const problemOf = useProblemWords();
  const lackText = useLackWords();
  const small = rows.flatMap(row => (row.lack === null ? [] : [{ row, why: lackText(row.lack) }]));
  const unknown = rows.flatMap(row => {
    const why = problemOf(row);
    return why === null ? [] : [{ row, why }];
  });
  const refused = [...small, ...unknown];
  if (refused.length === 0) return null;
  return (
    <div className="refused" data-testid="refused">
      <h3>{t('compare.ranking.refused')}</h3>
      {small.length > 0 && <p className="quiet">{t('compare.ranking.refusedHelp')}</p>}
      <RefusedList refused={refused.slice(0, IN_SIGHT)} />
      {refused.length > IN_SIGHT && (
        <details>
          <summary>{t('compare.ranking.refusedMore', { number: count(refused.length - IN_SIGHT) })}</summary>
          <RefusedList refused={refused.slice(IN_SIGHT)} />
        </details>
      )}
    </div>
  );
}
