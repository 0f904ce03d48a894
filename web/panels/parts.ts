import { useCallback } from 'react';
import { denominatorTitle } from '../../core/areas/indicator.ts';
import { VALUE_STATUS } from '../../core/areas/types.ts';
import type { AreaColumns, Values } from '../data/columns.ts';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';

/** Numerator and denominator in one phrase: "214 van 1 036 woningen". Empty where the source gives none. */
export function usePartsText() {
  const { t, count, decimal, text } = useWords();
  const { indicator } = useScene();
  return useCallback(
    (
      values: Pick<Values, 'numerator' | 'denominator' | 'status' | 'basis' | 'source'>,
      areas: AreaColumns,
      index: number,
    ): string => {
      if (values.status[index] !== VALUE_STATUS.ok) return '';
      const numerator = values.numerator[index] ?? Number.NaN;
      const denominator = values.denominator[index] ?? Number.NaN;
      const noun = text(indicator.numerator);
      if (values.basis === 'published_ratio' || Number.isNaN(numerator)) return t('status.publishedRatio');
      if (indicator.kind === 'density') {
        return t('area.per', {
          numerator: count(numerator),
          noun,
          hectare: decimal(areas.areaHa[index] ?? 0, 1),
        });
      }
      const below = denominatorTitle(indicator, values.source?.counts);
      if (below === null || Number.isNaN(denominator)) {
        return t('area.ofPlain', { numerator: count(numerator), noun });
      }
      return t('area.of', {
        numerator: count(numerator),
        denominator: count(denominator),
        noun: text(below),
      });
    },
    [t, count, decimal, text, indicator],
  );
}
