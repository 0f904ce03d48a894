import { useMemo } from 'react';
import { ProblemError } from '../../core/problem.ts';
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
      /** Why a question has no answer, in the planner's words; null for what is better told as it is. */
      refusal: (error: unknown): string | null => {
        if (!(error instanceof ProblemError)) return null;
        const { candidates, budget, cheapest, most, options, id } = error.details;
        if (error.code === 'not-found' && typeof candidates === 'string') return t('siting.refused.none');
        if (error.code === 'too-large' && typeof candidates === 'number')
          return t('siting.refused.many', { sites: count(candidates) });
        if (typeof budget === 'number' && typeof cheapest === 'number')
          return t('siting.refused.budget', { budget: count(budget), cheapest: count(cheapest) });
        if (typeof most === 'number' && typeof options === 'number')
          return t('siting.refused.few', { places: count(most), sites: count(options) });
        if (typeof id === 'string') return t('siting.refused.outside', { site: id.replace('point-', '') });
        return null;
      },
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
