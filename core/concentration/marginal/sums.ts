import { SUMS_OVER_AREAS } from '../inference/expectation.ts';
import { indexById } from '../registry.ts';
import type { Counts } from '../types.ts';
import type { Way } from './way.ts';

/** How an index follows from a sum over areas, and the sum from the index. */
type OfSum = { value: (sum: number) => number; sum: (value: number) => number };

const itself: OfSum = { value: sum => sum, sum: value => value };

const atkinsonOf = (b: number): OfSum => ({
  value: short => (short >= 1 ? 1 : Math.max(0, -Math.expm1(Math.log1p(-short) / (1 - b)))),
  sum: value => -Math.expm1((1 - b) * Math.log1p(-value)),
});

const followingFromSum: readonly (readonly [string, OfSum])[] = [
  ...[...SUMS_OVER_AREAS].map(id => [id, itself] as const),
  ['density_corrected_dissimilarity', itself],
  // 2D / (1 + D) with D a sum.
  ['min_max', { value: d => (2 * d) / (1 + d), sum: value => value / (2 - value) }],
  ['effective_areas', { value: sum => 1 / sum, sum: value => 1 / value }],
  ...[0.1, 0.5, 0.9].map(b => [`atkinson_${b}`, atkinsonOf(b)] as const),
];

/**
 * An index that is a sum over areas, or follows from one: a term is what the index says of one area among the new sums,
 * and one term is exchanged. All areas take as long as two evaluations.
 */
function exchangingTerms(id: string, { value, sum }: OfSum): Way {
  const { compute } = indexById(id);
  return ({ counts, dwellings, then }) => {
    const sumOver = (given: Counts): number => {
      const outcome = compute(given, then);
      return 'value' in outcome ? sum(outcome.value) : Number.NaN;
    };
    const all = sumOver(counts);
    const area: Counts = { group: new Float64Array(1), total: new Float64Array(1) };
    const term = (x: number, t: number): number => {
      if (t === 0) return 0;
      area.group[0] = x;
      area.total[0] = t;
      return sumOver(area);
    };
    return i => {
      const x = counts.group[i]!;
      const t = counts.total[i]!;
      return value(all - term(x, t) + term(x + dwellings, t + dwellings));
    };
  };
}

/** Dissimilarity, of which other indices take something off. */
export const dissimilarityThen: Way = exchangingTerms('dissimilarity', itself);

export const waysOfSums: readonly (readonly [string, Way])[] = [
  ...followingFromSum.map(([id, ofSum]) => [id, exchangingTerms(id, ofSum)] as const),
  [
    'social_share',
    ({ then }) =>
      () =>
        then.group / then.total,
  ],
];
