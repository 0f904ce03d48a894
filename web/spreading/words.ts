import { indexById } from '../../core/concentration/registry.ts';
import { ProblemError } from '../../core/problem.ts';
import type { AnsweredArea, AnsweredPrice } from '../../core/spreading/answer.ts';
import type { Conflict, Constraint } from '../../core/spreading/conflict.ts';
import { LARGEST_SHARE } from '../../core/spreading/objectives.ts';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { useAreaNames } from '../scenario/evaluation.tsx';

/** Decimals of what a few dwellings do to an index. */
const FINE = 5;

/** How plans, reasons, prices and conflicts are told. */
export function useSpreadWords() {
  const words = useWords();
  const { t, text, decimal, count } = words;
  const nameOf = useAreaNames();
  const objective = (id: string): string =>
    id === LARGEST_SHARE ? t('spreading.largestShare') : text(indexById(id).title);
  const limit = (id: string): string => t(`spreading.limits.${id}`, { defaultValue: id });
  const small = (value: number): string => decimal(Math.abs(value), FINE);

  /** Why an area gets what it gets, in one sentence. */
  const reason = ({ dwellings, lowersBy, stoppedBy }: Omit<AnsweredArea, 'code'>): string => {
    const kind = lowersBy === null ? 'plain' : lowersBy >= 0 ? 'lowers' : 'raises';
    const effect = t(`spreading.reason.${kind}`, { count: dwellings, by: small(lowersBy ?? 0) });
    const stopped = t(`spreading.reason.${stoppedBy.kind}`, {
      limit: 'id' in stoppedBy ? limit(stoppedBy.id) : '',
    });
    return sentence(t('spreading.reason.whole', { effect, stopped }));
  };

  const constraint = (one: Constraint): string =>
    one.kind === 'limit'
      ? limit(one.id)
      : t(`spreading.constraint.${one.kind}`, {
          dwellings: count(one.dwellings),
          id: 'id' in one ? one.id : '',
        });

  const price = ({ constraint: one, more, lowersBy }: AnsweredPrice): string =>
    t('spreading.priceText', {
      more: count(more),
      by: small(lowersBy),
      constraint:
        one.kind === 'area'
          ? (nameOf(one.code) ?? one.code)
          : t('spreading.everywhere', { limit: limit(one.id) }),
    });

  /** What a refusal says; null where nothing is known beyond the general words. */
  const refusal = (error: unknown): string | null => {
    if (!(error instanceof ProblemError)) return null;
    const { conflict, minProject, kept } = error.details as {
      conflict?: Conflict;
      minProject?: number;
      kept?: number;
    };
    if (conflict !== undefined) {
      return t('spreading.conflictText', {
        constraints: conflict.constraints.map(constraint).join(', '),
        count: conflict.dwellings,
      });
    }
    if (kept !== undefined) return t('spreading.lockedConflict', { kept: count(kept) });
    if (minProject === undefined) return null;
    return error.code === 'conflict'
      ? t('spreading.projectsConflict', { least: count(minProject) })
      : t('spreading.onlySums');
  };
  return { ...words, objective, reason, price, refusal, nameOf };
}
