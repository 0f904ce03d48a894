import type { AimSearch, Found } from '../aims.ts';
import { locate } from '../locate.ts';
import { isDone, isForSolver, proveGains } from '../proof/prove-worth.ts';
import { medianGains, walkNow, weightsOf } from '../worth-of.ts';
import { refuseCapacity } from './refusals.ts';
import { type Worth, worthSearched } from './worth-searched.ts';

/** As short a walk on average as can be (Hakimi 1964), of children as they are weighed. */
export const median: AimSearch = (question, choices, rules, { onFound, isHandOver, ...options }) => {
  refuseCapacity(question, 'median');
  const weights = weightsOf(question);
  let walked = 0;
  let people = 0;
  question.functions.forEach((_, id) => {
    weights.forEach((weight, i) => {
      walked += weight * walkNow(question, id, i);
      people += weight;
    });
  });
  const mean = (saved: number): number => (people > 0 ? (walked - saved) / people : 0);
  const gains = medianGains(question, choices);
  const told = ({ members, value, bound, optimal = false, provenBy = 'search' }: Worth): Found => ({
    ...{ members, unit: 'mean-metres', optimal, provenBy },
    ...{ before: mean(0), after: mean(value), bound: Math.max(0, mean(bound)) },
  });
  const onProgress = (soFar: Worth): void => onFound?.(told(soFar));
  // A gap of the mean walk, and not of the metres saved.
  const { gap = 0 } = options;
  const enough = (saved: number): number => gap * (walked - saved);
  const isForIt = isHandOver !== undefined && isForSolver(gains, rules);
  const { isOver = () => false } = options;
  const found = locate(gains, rules, {
    ...options,
    gap: 0,
    isOver: isForIt ? isHandOver : isOver,
    isEnough: soFar => isDone(soFar, enough),
    onProgress,
  });
  return worthSearched(told, found, isForIt && !isDone(found, enough), (solver, limits) =>
    proveGains(solver, gains, rules, found, { ...limits, enough, onProgress }),
  );
};
