import type { AreaLevel } from '../../../../../core/areas/types.ts';
import type { ComparisonQuestion } from '../../../../releases/comparison.ts';
import type { Release } from '../../../../releases/types.ts';
import { measuringOf } from '../concentration/measuring.ts';
import { questionOf } from '../concentration/origin.ts';

export const DEFAULT_INDEX = 'dissimilarity';

type Asked = Parameters<typeof questionOf>[1] &
  Omit<Parameters<typeof measuringOf>[0], 'indices'> & { of: AreaLevel; index?: string };

/** Which regions the parameters compare, and how. Throws as `questionOf` and `measuringOf`. */
export function comparisonOf(release: Release, asked: Asked): ComparisonQuestion {
  const { of, index = DEFAULT_INDEX } = asked;
  return { ...questionOf(release, asked), of, index, measuring: measuringOf(asked) };
}
