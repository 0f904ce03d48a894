import type { AccessOrigin } from '../data/access.ts';
import type { useAccessWords } from './words.ts';

type Words = Pick<ReturnType<typeof useAccessWords>, 't' | 'count'>;

/** Where children are taken to live in an answer, in a sentence or two; `level` is the name of their areas. */
export function settledWords(
  { t, count }: Words,
  { settlement, children: { year } }: AccessOrigin,
  level: string,
): string {
  const { sideM, gatheredM, bases } = settlement;
  const known = bases.filter(({ basis }) => basis !== 'surface' && basis !== 'point');
  if (known.length === 0) return t('access.settled', { side: count(sideM), level, year });
  const told = bases.map(({ basis, areas }) =>
    t(`access.settledBy.${basis}`, { side: count(sideM), areas: t('access.settledAreas', { count: areas }) }),
  );
  return [
    t('access.settledKnown', { bases: told.join(', '), year }),
    ...(gatheredM > 0 ? [t('access.gathered', { side: count(gatheredM) })] : []),
  ].join(' ');
}
