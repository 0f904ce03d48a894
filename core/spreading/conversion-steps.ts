import { objectiveTerms } from './objective-terms.ts';
import { type Marginal, type SumsAfter, separableObjective, stepOfEntropy } from './objectives.ts';

/** What putting one other dwelling to social use adds to the sum of an index, in an area with so many of both. */
type Conversion = (after: SumsAfter) => Marginal;

const hutchens: Marginal = (social, other) =>
  Math.sqrt(social * other) - Math.sqrt((social + 1) * (other - 1));

const conversions: Readonly<Record<string, Conversion>> = {
  hutchens: () => hutchens,
  dissimilarity:
    ({ group, other: others }) =>
    (social, other) => {
      const gap = others * social - group * other;
      return Math.abs(gap + others + group) - Math.abs(gap);
    },
  theil_h: () => (social, other) => stepOfEntropy(social) - stepOfEntropy(other - 1),
  isolation: () => (social, other) => (2 * social + 1) / (social + other),
  herfindahl: () => social => 2 * social + 1,
};

const atkinson =
  (b: number): Conversion =>
  () =>
  (social, other) =>
    social ** b * other ** (1 - b) - (social + 1) ** b * (other - 1) ** (1 - b);

/** Indices whose steps depend on how many are converted in all. */
const DEPENDS = new Set(['dissimilarity']);

export type ConversionSteps = {
  step: Conversion;
  /** Decides between plans of equal value. */
  tie: Conversion;
  /** Whether a step is the same however many are converted in all. */
  grows: boolean;
};

/**
 * The steps of conversions for an objective as `separableObjective` reads it. The total of an area stays, so with n
 * conversions the terms are −√((x+n)(y−n)), |…| of a line in n, (x+n)²/t, (x+n) ln(x+n) + (y−n) ln(y−n), (x+n)² and
 * −(x+n)ᵇ(y−n)¹⁻ᵇ: each is convex in n. Null where `separableObjective` is.
 */
export function conversionSteps(objective: string): ConversionSteps | null {
  if (separableObjective(objective) === null) return null;
  const { sum, then } = objectiveTerms(objective);
  const tie = then === null ? conversions.hutchens! : conversionOf(then);
  if (sum.length === 1) {
    const { id } = sum[0]!;
    return { step: conversionOf(id), tie, grows: !DEPENDS.has(id) && !DEPENDS.has(then ?? '') };
  }
  const step: Conversion = after => {
    const terms = sum.map(({ id, weight }) => ({
      by: weight * separableObjective(id)!.unit!(after),
      add: conversionOf(id)(after),
    }));
    return (social, other) => terms.reduce((all, { by, add }) => all + by * add(social, other), 0);
  };
  return { step, tie, grows: false };
}

function conversionOf(id: string): Conversion {
  return conversions[id] ?? atkinson(Number(/^atkinson_(.+)$/.exec(id)![1]));
}
