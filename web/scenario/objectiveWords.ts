import type { TargetProgress } from '../../core/scenario/objective.ts';
import { useWords } from '../i18n/words.ts';

/** What counts for a target and what does not, the same on screen and on paper. */
export function useObjectiveParts() {
  const { t, count } = useWords();
  /** Which kinds count, and their stock; null where nobody says. */
  const kinds = ({ kinds: counting, stock }: TargetProgress): string | null =>
    counting === null
      ? null
      : t('figures.objective.countingKinds', {
          kinds: counting.map(kind => t(`figures.objective.kind.${kind}`)).join(', '),
          stock: stock === null ? t('figures.objective.unknown') : count(stock),
        });
  /** What is to be known of the part of the scenario. */
  const apart = ({ undated, otherKinds, later, year }: TargetProgress): string[] => [
    ...(undated === 0 ? [] : [t('figures.objective.undated', { count: undated })]),
    ...(otherKinds === 0 ? [] : [t('figures.objective.otherKinds', { count: otherKinds })]),
    ...(later === 0 ? [] : [t('figures.objective.later', { count: later, year })]),
  ];
  return { kinds, apart };
}
