import { ProblemError } from '../../problem.ts';
import type { AimSearch, Found } from '../aims.ts';
import { type Centred, type CoverQuestion, centre } from '../centre.ts';
import { proveCover } from '../proof/prove-cover.ts';
import type { ProvenBy } from '../proof/proven-by.ts';
import { walksOf } from '../walks.ts';
import { refuseCapacity, refuseMoney } from './refusals.ts';

/** Subproblems of our own for each distance, where the solver goes on afterwards. */
const NODES_BEFORE_SOLVER = 200;

type Walked = Omit<Centred, 'optimal'>;

/** As short a longest walk as can be (Hakimi 1964). */
export const longest: AimSearch = (question, choices, rules, { onFound, isHandOver, ...options }) => {
  refuseCapacity(question, 'centre');
  refuseMoney(question, 'centre');
  const walks = walksOf(question, choices);
  const before = walks.nowM.reduce(
    (far, metres) => Math.max(far, Math.min(metres, question.distances.maxMetres)),
    0,
  );
  const told = (
    { members, farthestM, boundM }: Walked,
    optimal = false,
    provenBy: ProvenBy = 'search',
  ): Found => ({
    ...{ members, unit: 'metres', optimal, provenBy },
    ...{ before, after: farthestM, bound: boundM },
  });
  const found = centre(walks, rules, {
    ...(isHandOver && { nodes: NODES_BEFORE_SOLVER }),
    ...options,
    ...(isHandOver && { isOver: isHandOver }),
    onProgress: soFar => onFound?.(told(soFar)),
  });
  if (found === null)
    throw new ProblemError(
      'bad-parameter',
      `No ${question.most} places reach every child within ${question.distances.maxMetres} m; ask for more places or measure farther.`,
      { most: question.most },
    );
  if (found.optimal || isHandOver === undefined) return { found: told(found, found.optimal), goOn: null };
  return {
    found: told(found),
    goOn(solver, { secondsLeft, isOver }) {
      // Each distance takes half of what is left, so that a hard one does not take it all.
      const cover: CoverQuestion = (gains, ones, { within }) =>
        proveCover(
          solver,
          gains,
          ones,
          { members: null, bound: 0 },
          { within, isOver, secondsLeft: () => secondsLeft() / 2 },
        );
      const onProgress = (soFar: Walked): void => onFound?.(told(soFar, false, 'solver'));
      const more = centre(walks, rules, { ...options, isOver, cover, known: found, onProgress })!;
      return told(more, more.optimal, more.boundM > found.boundM || more.optimal ? 'solver' : 'search');
    },
  };
};
