import type { Texts } from '../areas/indicator.ts';
import { indexById } from '../concentration/registry.ts';
import type { Counts } from '../concentration/types.ts';
import { ProblemError } from '../problem.ts';

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
const stepOfEntropy = (n: number): number => (n === 0 ? 0 : Math.log1p(n) + n * Math.log1p(1 / n));

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
const linear = (unit: (after: SumsAfter) => number) => (after: SumsAfter) => {
  const one = unit(after);
  return (value: number, by: number) => value - one * by;
};

const always = (marginal: Marginal) => () => marginal;
const titled = (id: string): Pick<SeparableObjective, 'id' | 'title'> => ({ id, title: indexById(id).title });

/** The first is the default: its optimum is unique but for equal areas, and reaches the best dissimilarity too. */
export const separableObjectives: readonly SeparableObjective[] = [
  {
    ...titled('hutchens'),
    marginal: always(hutchensMarginal),
    lowered: linear(({ group, other }) => 1 / Math.sqrt(group * other)),
  },
  {
    ...titled('dissimilarity'),
    marginal: dissimilarityMarginal,
    lowered: linear(({ group, other }) => 1 / (2 * group * other)),
    tie: always(hutchensMarginal),
  },
  { ...titled('theil_h'), marginal: always(theilMarginal), lowered: linear(sums => 1 / entropyOf(sums)) },
  { ...titled('isolation'), marginal: always(isolationMarginal), lowered: linear(({ group }) => 1 / group) },
  {
    ...titled('herfindahl'),
    marginal: always(herfindahlMarginal),
    lowered: linear(({ group }) => 1 / group ** 2),
    tie: always(hutchensMarginal),
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

/** The separable objective of an id, or null for one that needs another method. @throws ProblemError `bad-parameter`. */
export function separableObjective(id: string): SeparableObjective | null {
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

const atkinsonObjective = (id: string, b: number): SeparableObjective => ({
  ...titled(id),
  marginal: always(atkinsonMarginal(b)),
  lowered: loweredAtkinson(b),
});

/** Value of an objective on counts; null where it has none. The largest share is that of an area with dwellings. */
export function objectiveValue(id: string, counts: Counts): number | null {
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
