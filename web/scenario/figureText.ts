import type { FigureUnit } from '../../core/scenario/figures.ts';
import { useWords } from '../i18n/words.ts';

/** Figures of a scenario and their differences as they are written everywhere. */
export function useFigureText() {
  const words = useWords();
  const value = (number: number | null, unit: FigureUnit): string => {
    if (number === null) return '–';
    if (unit === 'share') return words.share(number);
    if (unit === 'index') return words.index(number);
    return unit === 'per_hectare' ? words.value(number, unit) : words.count(number);
  };
  const change = (number: number | null, unit: FigureUnit): string =>
    number === null ? '–' : words.difference(number, unit === 'people' ? 'count' : unit);
  return { value, change };
}
