import { useMemo } from 'react';
import type { SitingReason } from '../../core/siting/reasons.ts';
import { useAccessWords } from '../access/words.ts';

/** How a new place and its reason are told. */
export function useSitingWords() {
  const words = useAccessWords();
  return useMemo(() => {
    const { t, people, count } = words;
    return {
      ...words,
      reason: ({ key, withinM, reached, hadNone, nearest }: SitingReason): string => {
        if (key === 'nearer') return t('siting.reasonNearer', { children: people(nearest?.children ?? 0) });
        return t(key === 'none-had' ? 'siting.reasonNone' : 'siting.reasonSome', {
          children: people(reached.children),
          poverty: people(reached.poverty),
          hadNone: people(hadNone.children),
          metres: count(withinM),
        });
      },
    };
  }, [words]);
}
