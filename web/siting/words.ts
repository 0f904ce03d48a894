import { useMemo } from 'react';
import type { SitingUnit } from '../../core/siting/aims.ts';
import type { SitingReason } from '../../core/siting/reasons.ts';
import { useAccessWords } from '../access/words.ts';

/** How a new place and its reason are told. */
export function useSitingWords() {
  const words = useAccessWords();
  return useMemo(() => {
    const { t, people, count, metres } = words;
    return {
      ...words,
      /** A value of what is aimed at. */
      valued: (unit: SitingUnit, value: number): string => {
        if (unit === 'weighted-children') return t('siting.weighted', { children: people(value) });
        return unit === 'places' ? t('siting.placesOf', { places: count(value) }) : metres(value);
      },
      reason: ({ key, withinM, reached, hadNone, nearest }: SitingReason): string => {
        if (key === 'nearer') return t('siting.reasonNearer', { children: people(nearest?.children ?? 0) });
        const numbers = {
          children: people(reached.children),
          hadNone: people(hadNone.children),
          metres: count(withinM),
        };
        if (reached.poverty === null)
          return t(key === 'none-had' ? 'siting.reasonNonePlain' : 'siting.reasonSomePlain', numbers);
        return t(key === 'none-had' ? 'siting.reasonNone' : 'siting.reasonSome', {
          ...numbers,
          poverty: people(reached.poverty),
        });
      },
    };
  }, [words]);
}
