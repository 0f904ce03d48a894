import type { Texts } from '../areas/indicator.ts';
import { indexById } from '../concentration/registry.ts';
import type { Counts } from '../concentration/types.ts';
import { ProblemError } from '../problem.ts';
import { objectiveTerms, toldTerms } from './objective-terms.ts';

/** Sums after all new dwellings are placed; they are the same for every plan. */
export type SumsAfter = { group: number; other: number };

/**
 * What one more social dwelling adds to the sum that is made small, in an area with `social` social and `other` other
 * dwellings. It never falls as `social` grows, which makes the sum convex; the scale may be any.
 */
export type Marginal = (social: number, other: number) => number;

/** An objective that is a sum of one convex term an area, or rises with such a sum: its whole optimum is exact. */
export type SeparableObjective = {
  id: string;
  title: Texts;
  marginal: (after: SumsAfter) => Marginal;
  /** The objective where it has `value` and the sum becomes smaller by `by`. */
  lowered: (after: SumsAfter) => (value: number, by: number) => number;
  /** What the objective falls by for each unit the sum does; absent where it is no line in the sum. */
  unit?: (after: SumsAfter) => number;
  /** Whether a step is the same however many dwellings are placed in all, so that a plan grows into that of one more. */
  grows?: true;
  /** Decides between plans of equal value, which for dissimilarity are many. */
  tie?: (after: SumsAfter) => Marginal;
};

/** −Σ√(x y): the root's difference is written without subtracting two nearly equal roots. */
export const hutchensMarginal: Marginal = (social, other) =>
  -Math.sqrt(other) / (Math.sqrt(social + 1) + Math.sqrt(social));

/**
 * ½ Σ|x/X − y/Y| with both denominators taken out: whole numbers for whole counts, so that equal steps are equal and
 * the tie is decided by the second objective and not by rounding.
 */
const dissimilarityMarginal =
  ({ group, other: others }: SumsAfter): Marginal =>
  (social, other) => {
    const gap = others * social - group * other;
    return Math.abs(gap + others) - Math.abs(gap);
  };

/** Σ x²/t = Σ (x − y + y²/t): what remains of the step is exact where shares are small. */
const isolationMarginal: Marginal = (social, other) => {
  const total = social + other;
  return other === 0 ? 1 : 1 - (other / total) * (other / (total + 1));
};

/** n ↦ (n + 1) ln(n + 1) − n ln n, without subtracting two large numbers. */
export const stepOfEntropy = (n: number): number => (n === 0 ? 0 : Math.log1p(n) + n * Math.log1p(1 / n));

/** Σ [x ln x − t ln t], the part of Theil's H (and of M) that the plan decides. */
const theilMarginal: Marginal = (social, other) => stepOfEntropy(social) - stepOfEntropy(social + other);

/** T E, by which Theil's H divides. */
const entropyOf = ({ group, other }: SumsAfter): number =>
  group * Math.log1p(other / group) + other * Math.log1p(group / other);

/** Σ x². */
const herfindahlMarginal: Marginal = social => 2 * social + 1;

/** −Σ xᵇ y¹⁻ᵇ, in which Atkinson's index rises. */
const atkinsonMarginal =
  (b: number): Marginal =>
  (social, other) =>
    -(other ** (1 - b)) * (social === 0 ? 1 : social ** b * Math.expm1(b * Math.log1p(1 / social)));

/** A = 1 − (Σ xᵇ y¹⁻ᵇ / Xᵇ Y¹⁻ᵇ)^(1/(1−b)). */
const loweredAtkinson =
  (b: number) =>
  ({ group, other }: SumsAfter) =>
  (value: number, by: number): number => {
    const alike = (1 - value) ** (1 - b) + by / (group ** b * other ** (1 - b));
    return 1 - Math.max(0, alike) ** (1 / (1 - b));
  };

/** An objective that is the sum times a unit, and a constant. */
const linear = (unit: (after: SumsAfter) => number): Pick<SeparableObjective, 'lowered' | 'unit'> => ({
  unit,
  lowered: after => {
    const one = unit(after);
    return (value, by) => value - one * by;
  },
});

const always = (marginal: Marginal): Pick<SeparableObjective, 'marginal' | 'grows'> => ({
  marginal: () => marginal,
  grows: true,
});
const titled = (id: string): Pick<SeparableObjective, 'id' | 'title'> => ({ id, title: indexById(id).title });

/** The first is the default: its optimum is unique but for equal areas, and reaches the best dissimilarity too. */
export const separableObjectives: readonly SeparableObjective[] = [
  {
    ...titled('hutchens'),
    ...always(hutchensMarginal),
    ...linear(({ group, other }) => 1 / Math.sqrt(group * other)),
  },
  {
    ...titled('dissimilarity'),
    marginal: dissimilarityMarginal,
    ...linear(({ group, other }) => 1 / (2 * group * other)),
    tie: () => hutchensMarginal,
  },
  { ...titled('theil_h'), ...always(theilMarginal), ...linear(sums => 1 / entropyOf(sums)) },
  { ...titled('isolation'), ...always(isolationMarginal), ...linear(({ group }) => 1 / group) },
  {
    ...titled('herfindahl'),
    ...always(herfindahlMarginal),
    ...linear(({ group }) => 1 / group ** 2),
    tie: () => hutchensMarginal,
  },
];

export const DEFAULT_OBJECTIVE = 'hutchens';
export const LARGEST_SHARE = 'largest_share';
export const GINI = 'gini';

/** Ids that `spread` knows; any `atkinson_b` besides. */
export const objectiveIds: readonly string[] = [
  ...separableObjectives.map(one => one.id),
  'atkinson_0.5',
  GINI,
  LARGEST_SHARE,
];

/**
 * The separable objective of an id as `objectiveTerms` reads it, or null for one that needs another method, as one with a tolerance does. A weighted
 * sum of sums of convex terms is one itself; of two in order the second decides between equals of the first.
 * @throws ProblemError `bad-parameter` for an index that is not known, or has no place in a sum or an order.
 */
export function separableObjective(id: string): SeparableObjective | null {
  const { sum, then, tolerance } = objectiveTerms(id);
  if (tolerance !== null) return null;
  const parts = sum.map(({ id: term, weight }) => ({ objective: separableIndex(term), weight, term }));
  const second = then === null ? null : separableIndex(then);
  if (then !== null && second === null) throw noSum(then, 'be the second of two in order');
  if (parts.length === 1) {
    const [{ objective, term }] = parts as [(typeof parts)[number]];
    if (objective === null && then !== null && term !== LARGEST_SHARE) throw noSum(term, 'go before another');
    if (objective === null || second === null) return objective;
    const { grows: _, ...rest } = objective;
    return { ...(second.grows ? objective : rest), id, tie: second.marginal };
  }
  const terms = parts.map(({ objective, weight, term }) => {
    if (objective?.unit === undefined) throw noSum(term, 'be part of a weighted sum');
    return { ...objective, unit: objective.unit, weight };
  });
  const marginal = (after: SumsAfter): Marginal => {
    const steps = terms.map(term => ({ step: term.marginal(after), by: term.weight * term.unit(after) }));
    return (social, other) => steps.reduce((all, { step, by }) => all + by * step(social, other), 0);
  };
  const title = terms[0]!.title;
  return { id, title, marginal, ...linear(() => 1), ...(second === null ? {} : { tie: second.marginal }) };
}

/** The separable objective of one index, or null for one that needs another method. */
function separableIndex(id: string): SeparableObjective | null {
  const listed = separableObjectives.find(one => one.id === id);
  if (listed !== undefined) return listed;
  if (id === GINI || id === LARGEST_SHARE) return null;
  const b = /^atkinson_(0?\.\d+)$/.exec(id)?.[1];
  if (b !== undefined) return atkinsonObjective(id, Number(b));
  throw new ProblemError(
    'bad-parameter',
    `There is no objective "${id}"; choose from ${objectiveIds.join(', ')}.`,
    { objective: id, known: objectiveIds },
  );
}

const noSum = (id: string, what: string): ProblemError =>
  new ProblemError(
    'bad-parameter',
    `${id} cannot ${what}; take ${separableObjectives.map(one => one.id).join(', ')}.`,
    { objective: id },
  );

const atkinsonObjective = (id: string, b: number): SeparableObjective => ({
  ...titled(id),
  ...always(atkinsonMarginal(b)),
  lowered: loweredAtkinson(b),
});

/** Value of an objective on counts, of two in order that of `toldTerms`; null where it has none. */
export function objectiveValue(id: string, counts: Counts): number | null {
  let all = 0;
  for (const { id: term, weight } of toldTerms(id)) {
    const value = indexValue(term, counts);
    if (value === null) return null;
    all += weight * value;
  }
  return all;
}

/** Value of one index on counts; null where it has none. The largest share is that of an area with dwellings. */
export function indexValue(id: string, counts: Counts): number | null {
  if (id === LARGEST_SHARE) {
    let largest = 0;
    for (let i = 0; i < counts.total.length; i++) {
      if (counts.total[i]! > 0) largest = Math.max(largest, counts.group[i]! / counts.total[i]!);
    }
    return largest;
  }
  const outcome = indexById(id).compute(counts);
  return 'value' in outcome ? outcome.value : null;
}
