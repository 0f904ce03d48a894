import { useValues } from '../data/queries.ts';
import { useScene } from '../state/scene.tsx';
import { useCompared, useCompareWords } from './comparison.tsx';
import { areasOf } from './curves.ts';
import { countTrouble } from './reasons.ts';
import type { CompareRow } from './rows.ts';

/** The values behind the comparison, which the browser has too. */
export function useComparedValues() {
  const { ground, question } = useCompared();
  const { indicator, level, year } = question;
  return useValues(ground, { indicator, level, year });
}

/** Says in the reader's words why a region has no value; null where it has one. */
export function useProblemWords(): (row: CompareRow) => string | null {
  const { t, text } = useCompareWords();
  const { setting, question } = useCompared();
  const { columns } = useScene();
  const { data: values } = useComparedValues();
  return row => {
    if (row.problem === null && row.undefinedBecause === null) return null;
    const trouble =
      row.problem === null || values === undefined
        ? null
        : countTrouble(
            values,
            areasOf(columns, values, { level: setting.of, code: row.code }),
            question.clamp,
          );
    const reason =
      row.undefinedBecause !== null
        ? text(row.undefinedBecause)
        : trouble === null
          ? t('compare.table.otherwise')
          : t(`compare.table.${trouble.kind}`, { count: trouble.areas });
    return t('compare.table.impossible', { reason });
  };
}
