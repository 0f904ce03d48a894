import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorUnit, Texts } from '../../core/areas/indicator.ts';
import { useView } from '../state/view.ts';
import * as format from './format.ts';

/** Texts and numbers in the language of the page, for components. */
export function useWords() {
  const { t } = useTranslation();
  const language = useView(view => view.language);
  return useMemo(
    () => ({
      t,
      language,
      text: (texts: Texts) => format.textIn(texts, language),
      count: (value: number) => format.formatCount(value, language),
      share: (value: number, digits?: number) => format.formatShare(value, language, digits),
      index: (value: number) => format.formatIndex(value, language),
      value: (value: number, unit: IndicatorUnit) => format.formatValue(value, unit, language),
      difference: (value: number, unit: IndicatorUnit | 'index') =>
        format.formatDifference(value, unit, language),
      date: (iso: string) => format.formatDate(iso, language),
      dateTime: (iso: string) => format.formatDateTime(iso, language),
      decimal: (value: number, digits: number) => format.formatDecimal(value, digits, language),
    }),
    [t, language],
  );
}
export type Words = ReturnType<typeof useWords>;
