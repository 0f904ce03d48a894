import { VALUE_STATUS } from '../../core/areas/types.ts';
import type { Figure, IndicatorView } from '../data/types.ts';
import { useWords } from '../i18n/words.ts';
import { statusName } from './areaWords.ts';

/** A figure with its unit, or the word for why there is none. */
export function useFigureText() {
  const { t, value } = useWords();
  return (figure: Figure, indicator: IndicatorView) => {
    if (figure.status !== VALUE_STATUS.ok || figure.value === null)
      return t(`status.${statusName(figure.status)}`);
    return value(figure.value, indicator.unit);
  };
}
