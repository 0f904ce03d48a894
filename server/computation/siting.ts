import { answerCurve, answerSiting, type SitingAsked } from '../../core/siting/answer.ts';

/** A search may take so long; the best so far is then the answer, with its bound. */
const SECONDS = 30;

function clock(): () => boolean {
  const end = performance.now() + 1000 * SECONDS;
  return () => performance.now() > end;
}

export const siteWithin = (asked: SitingAsked) => answerSiting(asked, { gap: 1e-4, isOver: clock() });
export const curveWithin = (asked: SitingAsked) => answerCurve(asked, { isOver: clock() });
