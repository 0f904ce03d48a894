import type { Lack } from '../../core/concentration/inference/ranking.ts';
import { useCompareWords } from './comparison.tsx';

const lacking = {
  zones: 'compare.ranking.lacksZones',
  dwellings: 'compare.ranking.lacksDwellings',
  social: 'compare.ranking.lacksSocial',
  chance: 'compare.ranking.tooMuchChance',
} as const;

/** Says what a region is too small in to be compared with others. */
export function useLackWords(): (lack: Lack) => string {
  const { t, count, share } = useCompareWords();
  return ({ lacks, has, needs }) => {
    const amount = lacks === 'chance' ? share : count;
    return t(lacking[lacks], { has: amount(has), needs: amount(needs) });
  };
}
