import { answerCurve, answerSiting, type SitingAsked } from '../../core/siting/answer.ts';
import type { Curve } from '../../core/siting/curve.ts';
import type { ProofTime } from '../../core/siting/proof/proof-time.ts';
import type { Siting, SitingProgress } from '../../core/siting/site.ts';
import { tellProgress } from './progress.ts';

/** A search may take so long; the best so far is then the answer, with its bound. */
const SECONDS = 30;
/** The curve goes on beyond the places that are asked for, so that it shows where it flattens. */
const CURVE_PLACES = 50;
/** News goes out so often at most: each better plan has its places worked out in full. */
const NEWS_EVERY_MS = 250;

/** How far a search is; `best` when it is better than what was told before. Numbers that are not finite are null. */
export type SitingNews = {
  seconds: number;
  after: number;
  bound: number | null;
  gap: number | null;
  best: Siting | null;
};

/** The time of a search that begins now, and the solver of this thread for what it leaves open. */
function timeFromNow(): ProofTime {
  const end = performance.now() + 1000 * SECONDS;
  return {
    secondsLeft: () => (end - performance.now()) / 1000,
    // HiGHS takes a while to load, and most searches end without it.
    solver: async () => (await import('../../core/solver/highs.ts')).sharedSolver(),
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

export function siteWithin(asked: SitingAsked): Promise<Siting> {
  const began = performance.now();
  let told = -Infinity;
  let best: number | null = null;
  const onProgress = ({ after, bound, gap, siting }: SitingProgress): void => {
    const now = performance.now();
    if (now - told < NEWS_EVERY_MS) return;
    told = now;
    const news: SitingNews = {
      seconds: (now - began) / 1000,
      ...{ after, bound: finite(bound), gap: finite(gap) },
      best: after === best ? null : siting(),
    };
    best = after;
    tellProgress(news);
  };
  return answerSiting(asked, { gap: 1e-4, ...timeFromNow(), onProgress });
}

export const curveWithin = (asked: SitingAsked): Promise<Curve> =>
  answerCurve(asked, { upTo: CURVE_PLACES, ...timeFromNow() });
