import type { AccessOrigin } from '../data/access.ts';
import type { useAccessWords } from './words.ts';

type Words = Pick<ReturnType<typeof useAccessWords>, 't' | 'decimal'>;

/** How the walks of an answer were measured, in a sentence or two. */
export function walkedWords({ t, decimal }: Words, { walking, settlement }: AccessOrigin): string {
  const detour = decimal(walking.detour, 2);
  if (walking.by === 'straight-line') return t('access.walked.straightLine', { detour });
  const off = settlement.pointsOff;
  return [
    t('access.walked.network'),
    ...(off > 0 ? [t('access.walked.off', { count: off, detour })] : []),
  ].join(' ');
}
