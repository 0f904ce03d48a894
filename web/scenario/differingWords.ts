import type { Differing } from '../../core/scenario/differing.ts';
import { useWords } from '../i18n/words.ts';

const EDITS = ['added', 'removed', 'changed'] as const;
const OTHERS = ['reordered', 'parameters', 'baseline', 'texts'] as const;

/** What differs between two scenarios in a few words. */
export function useDifferingWords() {
  const { t } = useWords();
  const short = (differing: Differing): string => {
    const parts = [
      ...EDITS.filter(name => differing[name].length > 0).map(name =>
        t(`sharing.part.${name}`, { count: differing[name].length }),
      ),
      ...OTHERS.filter(name => differing[name].length > 0).map(name => t(`sharing.part.${name}`)),
    ];
    return parts.length === 0 ? t('sharing.nothing') : parts.join(', ');
  };
  return { short };
}
