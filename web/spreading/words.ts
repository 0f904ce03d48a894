import { codePositions } from '../../core/areas/hierarchy.ts';
import { anyIndexById } from '../../core/concentration/spatial-registry.ts';
import { ProblemError } from '../../core/problem.ts';
import type { AgainstId } from '../../core/spreading/against.ts';
import type { AnsweredArea, AnsweredPrice } from '../../core/spreading/answer.ts';
import type { Conflict, Constraint } from '../../core/spreading/conflict.ts';
import type { CoupledConflict } from '../../core/spreading/coupled/conflict.ts';
import { isLinear, LINEAR_TITLES } from '../../core/spreading/coupled/objective.ts';
import { objectiveTerms } from '../../core/spreading/objective-terms.ts';
import { LARGEST_SHARE } from '../../core/spreading/objectives.ts';
import { isSmoothed, SMOOTHED_TITLES } from '../../core/spreading/smoothed-dissimilarity.ts';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { useAreaNames } from '../scenario/evaluation.tsx';
import { useScene } from '../state/scene.tsx';

/** Decimals of what a few dwellings do to an index. */
const FINE = 5;

/** How plans, reasons, prices and conflicts are told. */
export function useSpreadWords() {
  const words = useWords();
  const { t, text, decimal, count } = words;
  const nameOf = useAreaNames();
  const { columns } = useScene();
  const index = (id: string): string => {
    if (id === LARGEST_SHARE) return t('spreading.largestShare');
    if (isLinear(id)) return text(LINEAR_TITLES[id]);
    return text(isSmoothed(id) ? SMOOTHED_TITLES[id] : anyIndexById(id).title);
  };
  /** One index, a sum of them, or two in order. */
  const objective = (id: string): string => {
    const { sum, then, tolerance } = objectiveTerms(id);
    const first =
      sum.length === 1
        ? index(sum[0]!.id)
        : t('spreading.sumOf', {
            terms: sum.map(term => `${count(Math.round(term.weight * 100))} % ${index(term.id)}`).join(' + '),
          });
    if (then === null) return first;
    const second = index(then);
    const percent = Math.round((tolerance ?? 0) * 1e4) / 100;
    return tolerance === null
      ? t('spreading.thenOther', { first, second })
      : t('spreading.withinOther', {
          first,
          second,
          percent: decimal(percent, Number.isInteger(percent) ? 0 : 1),
        });
  };
  /** Name of a municipality. */
  const municipality = (code: string): string => {
    const table = columns.get('municipality');
    return table?.names[codePositions(table).get(code) ?? -1] ?? code;
  };
  /** A mean over the new dwellings, with its unit. */
  const amount = (against: AgainstId, mean: number): string =>
    against === 'child_poverty'
      ? words.share(mean)
      : t(against === 'dwelling_cost' ? 'spreading.euros' : 'spreading.metres', {
          amount: count(Math.round(mean)),
        });
  /** A value of an objective with its unit. */
  const measured = (id: string, value: number): string => {
    if (!isLinear(id)) return words.index(value);
    if (id === 'family_poverty') return words.share(value);
    const rounded = count(Math.round(value));
    return id === 'cost_per_dwelling' ? `€\u00a0${rounded}` : `${rounded}\u00a0m`;
  };
  const limit = (id: string): string => t(`spreading.limits.${id}`, { defaultValue: id });
  const small = (value: number): string => decimal(Math.abs(value), FINE);

  /** Why an area gets what it gets, in one sentence. */
  const reason = ({ dwellings, lowersBy, stoppedBy }: Omit<AnsweredArea, 'code'>): string => {
    const kind = lowersBy === null ? 'plain' : lowersBy >= 0 ? 'lowers' : 'raises';
    const effect = t(`spreading.reason.${kind}`, { count: dwellings, by: small(lowersBy ?? 0) });
    const stopped = t(`spreading.reason.${stoppedBy.kind}`, {
      limit: !('id' in stoppedBy)
        ? ''
        : stoppedBy.kind === 'quota'
          ? municipality(stoppedBy.id)
          : limit(stoppedBy.id),
    });
    return sentence(t('spreading.reason.whole', { effect, stopped }));
  };

  const constraint = (one: Constraint): string =>
    one.kind === 'limit'
      ? limit(one.id)
      : t(`spreading.constraint.${one.kind}`, {
          dwellings: count(one.dwellings),
          id: 'id' in one ? municipality(one.id) : '',
        });

  const price = ({
    constraint: one,
    more,
    unit = 'dwellings',
    lowersBy,
    ofRelaxation,
  }: AnsweredPrice): string => {
    const plain = one.kind === 'quota-min' ? 'spreading.priceFewer' : 'spreading.priceText';
    const told = unit === 'dwellings' ? plain : (`spreading.priceOf.${unit}` as const);
    const whole = t(told, {
      count: more,
      more: count(more),
      by: small(lowersBy),
      constraint:
        one.kind === 'area'
          ? (nameOf(one.code) ?? one.code)
          : one.kind !== 'limit'
            ? municipality(one.id)
            : ofRelaxation
              ? limit(one.id)
              : t('spreading.everywhere', { limit: limit(one.id) }),
    });
    return ofRelaxation ? `${whole} ${t('spreading.ofRelaxation')}` : whole;
  };

  /** The constraints in conflict, with what of one of them would be enough. */
  const coupledRefusal = ({ constraints, relaxations }: CoupledConflict): string => {
    const enough = relaxations.flatMap(one =>
      one.enough === null
        ? []
        : [t('spreading.enough', { constraint: constraint(one.constraint), enough: count(one.enough) })],
    );
    return [
      t('spreading.coupledConflict', { constraints: constraints.map(constraint).join(', ') }),
      ...(enough.length === 0 ? [] : [t('spreading.enoughText', { enough: enough.join('; ') })]),
    ].join(' ');
  };

  /** What a refusal says; null where nothing is known beyond the general words. */
  const refusal = (error: unknown): string | null => {
    if (!(error instanceof ProblemError)) return null;
    const { conflict, minProject, kept } = error.details as {
      conflict?: Conflict | CoupledConflict;
      minProject?: number;
      kept?: number;
    };
    if (conflict !== undefined && 'relaxations' in conflict) return coupledRefusal(conflict);
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
  return { ...words, objective, measured, reason, price, refusal, nameOf, municipality, amount };
}
