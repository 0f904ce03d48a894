import { type CoverAll, coverAll } from './cover-all.ts';
import { mergedRows } from './gains.ts';
import { type LocateOptions, locate } from './locate.ts';
import { optionsOf } from './options.ts';
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

/**
 * How many places would all children need? For 1, 2, 3 … new places, in steps that grow by a fifth, up to a
 * number, what they reach at most within the rules; and the set covering number of all who can be reached. Each point is
 * searched by itself, so that the best two places need not be among the best three.
 * @throws ProblemError as `checkQuestion`.
 */
export function curve(question: SitingQuestion, { upTo, ...options }: CurveOptions = {}): Curve {
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
  const every: CoverAll = coverAll(
    gains,
    ones,
    options.isOver === undefined ? {} : { isOver: options.isOver },
  );
  return {
    points,
    most: part(reachable),
    forAll: every.members === null ? null : { places: every.cost, bound: every.bound },
  };
}
