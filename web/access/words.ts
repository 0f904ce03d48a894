import { useMemo } from 'react';
import type { Ages } from '../../core/access/ages.ts';
import { facilityFunctions } from '../../data/facility-functions.ts';
import { useWords } from '../i18n/words.ts';

const HECTARE_M2 = 10_000;

/** Words of reach: places, ages, surfaces. */
export function useAccessWords() {
  const words = useWords();
  return useMemo(() => {
    const { t, count, decimal, language } = words;
    const list = new Intl.ListFormat(language, { type: 'disjunction' });
    const plural = (id: string) => {
      const found = facilityFunctions.find(one => one.id === id);
      return found === undefined ? id : words.text(found.title);
    };
    return {
      ...words,
      functions: (ids: readonly string[]) => list.format(ids.map(plural)),
      ages: (ages: Ages | null) => (ages === null ? t('access.allAges') : t('access.agesOf', ages)),
      metres: (value: number | null) =>
        value === null
          ? t('access.table.none')
          : t('access.table.metres', { metres: count(Math.round(value)) }),
      surface: (areaM2: number) =>
        areaM2 >= HECTARE_M2 / 2
          ? t('access.norms.hectares', {
              number: decimal(areaM2 / HECTARE_M2, areaM2 % HECTARE_M2 === 0 ? 0 : 1),
            })
          : t('access.norms.squareMetres', { number: count(areaM2) }),
      people: (value: number | null) => (value === null ? t('access.table.none') : count(Math.round(value))),
    };
  }, [words]);
}
