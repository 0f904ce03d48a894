import { ProblemError } from '../../problem.ts';
import type { AimSearch, Found } from '../aims.ts';
import { type CoverAll, coverAll } from '../cover-all.ts';
import { mergedRows } from '../gains.ts';
import { proveCover } from '../proof/prove-cover.ts';
import type { ProvenBy } from '../proof/proven-by.ts';
import type { Rules } from '../rules.ts';
import { coverGains } from '../worth-of.ts';
import { refuseCapacity, refuseMoney } from './refusals.ts';

/** Subproblems of our own, where the solver goes on afterwards: it proves in seconds what more of them would not. */
const NODES_BEFORE_SOLVER = 1_000;

type Reached = Pick<CoverAll, 'cost' | 'bound'> & {
  members: readonly number[];
  optimal?: boolean;
  provenBy?: ProvenBy;
};

/** All children whom some site reaches, with as few places as can be (Toregas et al. 1971). */
export const every: AimSearch = (question, choices, rules, { onFound, isHandOver, ...options }) => {
  refuseCapacity(question, 'all');
  refuseMoney(question, 'all');
  const gains = mergedRows(coverGains(question, choices));
  const ones: Rules = { ...rules, cost: new Float64Array(choices.length).fill(1) };
  const told = ({ members, cost, bound, optimal = false, provenBy = 'search' }: Reached): Found => ({
    ...{ members: members.toSorted((a, b) => a - b), unit: 'places', optimal, provenBy },
    ...{ before: 0, after: cost, bound },
  });
  const onProgress = (soFar: Reached): void => onFound?.(told(soFar));
  const answer = ({ members, ...found }: CoverAll & { provenBy?: ProvenBy }): Found => {
    if (members !== null) return told({ members, ...found });
    throw new ProblemError(
      'bad-parameter',
      'No choice of sites reaches every child that some site reaches, with this spacing and one function a site; make the spacing smaller.',
      { spacingM: question.spacingM },
    );
  };
  const found = coverAll(gains, ones, {
    ...(isHandOver && { nodes: NODES_BEFORE_SOLVER }),
    ...options,
    ...(isHandOver && { isOver: isHandOver }),
    onProgress,
  });
  if (found.optimal || isHandOver === undefined) return { found: answer(found), goOn: null };
  return {
    found: answer(found),
    goOn: (solver, limits) => answer(proveCover(solver, gains, ones, found, { ...limits, onProgress })),
  };
};
