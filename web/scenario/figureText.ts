import type { FigureUnit } from '../../core/scenario/figures.ts';
import { useWords } from '../i18n/words.ts';

/** How a difference is written. A density of a whole town moves in its third decimal, as an index does. */
const shownAs = {
  share: 'share',
  index: 'index',
  count: 'count',
  people: 'count',
  per_hectare: 'index',
} as const;

/** Figures of a scenario and their differences as they are written everywhere. */
export function useFigureText() {
  const { share, index, decimal, count, difference } = useWords();
  const value = (given: number | null, unit: FigureUnit): string => {
    if (given === null) return '–';
    if (unit === 'share') return share(given);
    if (unit === 'index') return index(given);
    if (unit === 'people') return decimal(given, 0);
    return unit === 'count' ? count(given) : `${index(given)}\u00a0/\u00a0ha`;
  };
  const change = (given: number | null, unit: FigureUnit): string =>
    given === null ? '–' : difference(given, shownAs[unit]);
  return { value, change };
}
