import { type CoverAll, coverAll } from './cover-all.ts';
import { mergedRows } from './gains.ts';
import { type LocateOptions, locate } from './locate.ts';
import { optionsOf } from './options.ts';
import type { ProofTime } from './proof/proof-time.ts';
import { proveCover } from './proof/prove-cover.ts';
import { checkQuestion, type SitingQuestion } from './question.ts';
import { coverGains, weightsOf } from './worth-of.ts';

/** What so many new places reach. */
export type CurvePoint = {
  places: number;
  /** Part of the weighted children with a place within reach, existing ones included, 0–1; no choice reaches more than `bound`. */
  share: number;
  bound: number;
};

export type Curve = {
  points: CurvePoint[];
  /** Part that all candidates together reach, 0–1. */
  most: number;
  /** Places that all children need whom some candidate reaches, and the least that it can be; null where no choice reaches all. */
  forAll: { places: number; bound: number } | null;
};

export type CurveOptions = LocateOptions & {
  /** Most places that are looked at; the question's number where it is not said. */
  upTo?: number;
};

export type CurveProvenOptions = Omit<CurveOptions, 'isOver'> & ProofTime;

/**
 * How many places would all children need? For 1, 2, 3 … new places, in steps that grow by a fifth, up to a
 * number, what they reach at most within the rules; and the set covering number of all who can be reached. Each point is
 * searched by itself, so that the best two places need not be among the best three.
 * @throws ProblemError as `checkQuestion`.
 */
export function curve(question: SitingQuestion, options: CurveOptions = {}): Curve {
  return drawn(question, options).curve;
}

/** As `curve`, the places that all children need proven by HiGHS where our own search leaves them open. */
export async function curveProven(
  question: SitingQuestion,
  { solver, secondsLeft, isCancelled = () => false, ...options }: CurveProvenOptions,
): Promise<Curve> {
  const handOver = COVER_PART * secondsLeft();
  const isOver = (): boolean => secondsLeft() <= handOver || isCancelled();
  const { curve: before, every, gains, rules } = drawn(question, { ...options, isOver });
  if (every.optimal || secondsLeft() <= 0 || isCancelled()) return before;
  const proven = proveCover(await solver(), gains, rules, every, { secondsLeft, isOver: isCancelled });
  return { ...before, forAll: forAllOf(proven) };
}

/** Part of the time that is for the solver, over how many places all children need. */
const COVER_PART = 1 / 3;
/** Subproblems of our own over that question: what they do not prove is for the solver. */
const COVER_NODES = 1_000;

function drawn(question: SitingQuestion, { upTo, ...options }: CurveOptions) {
  checkQuestion(question);
  const { options: choices, rules } = optionsOf(question);
  const gains = mergedRows(coverGains(question, choices));
  const weights = weightsOf(question);
  let all = 0;
  let before = 0;
  for (const { withinM, existingM } of question.functions)
    weights.forEach((weight, i) => {
      all += weight;
      if (existingM[i]! <= withinM) before += weight;
    });
  let reachable = 0;
  for (let i = 0; i < gains.rows; i++)
    if (gains.rowStarts[i]! < gains.rowStarts[i + 1]!) reachable += gains.rowGain[gains.rowStarts[i]!]!;
  const part = (value: number): number => (all > 0 ? Math.min(1, (before + value) / all) : 0);
  const points: CurvePoint[] = [{ places: 0, share: part(0), bound: part(0) }];
  for (
    let places = 1;
    places <= (upTo ?? question.most) && !options.isOver?.();
    places += Math.max(1, Math.floor(places / 5))
  ) {
    const found = locate(
      gains,
      { ...rules, most: places },
      { gap: 1e-3, restarts: 2, nodes: 20, ...options },
    );
    // Neither rules nor children are left for one more.
    if (found.members.length < places) break;
    points.push({ places, share: part(found.value), bound: part(Math.min(found.bound, reachable)) });
    if (found.value >= reachable * (1 - 1e-9)) break;
  }
  const ones = { ...rules, cost: new Float64Array(choices.length).fill(1) };
  const { isOver = () => false } = options;
  const every = coverAll(gains, ones, { isOver, nodes: COVER_NODES });
  const found: Curve = { points, most: part(reachable), forAll: forAllOf(every) };
  return { curve: found, every, gains, rules: ones };
}

const forAllOf = ({ members, cost, bound }: CoverAll): Curve['forAll'] =>
  members === null ? null : { places: cost, bound };
