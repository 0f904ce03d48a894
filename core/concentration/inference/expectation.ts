import { hypergeometricMasses } from '../../random/binomial.ts';
import { populationOf } from '../population.ts';
import type { Counts, IndexDefinition } from '../types.ts';
import { requireWholeCounts } from './whole-counts.ts';

/**
 * Indices that are a sum over areas once the sums X and T are known. Their expected value under chance needs no
 * simulation.
 */
export const SUMS_OVER_AREAS: ReadonlySet<string> = new Set([
  'dissimilarity',
  'gorard',
  'theil_h',
  'mutual_information',
  'hutchens',
  'concentration_profile',
  'isolation',
  'interaction',
  'eta_squared',
  'herfindahl',
]);

export function hasExactExpectation(index: Pick<IndexDefinition, 'id'>): boolean {
  return SUMS_OVER_AREAS.has(index.id);
}

/**
 * Expected value of an index if the group lay over the dwellings at random, X and every tᵢ as they are: the
 * number in an area is then hypergeometric, and the expectation of the sum is the sum of expectations. Areas of
 * one size have the same, so that the work grows with the number of sizes. NaN where the index is undefined.
 * Errors as in `requireWholeCounts`; an index outside `hasExactExpectation` must be simulated.
 */
export function exactExpectation(index: IndexDefinition, counts: Counts): number {
  requireWholeCounts(counts);
  const population = populationOf(counts);
  const areasOfSize = new Map<number, number>();
  for (const t of counts.total) areasOfSize.set(t, (areasOfSize.get(t) ?? 0) + 1);
  const area: Counts = { group: new Float64Array(1), total: new Float64Array(1) };
  let expected = 0;
  for (const [t, areas] of areasOfSize) {
    const { from, mass } = hypergeometricMasses(population.total, population.group, t);
    area.total[0] = t;
    let ofArea = 0;
    for (let k = 0; k < mass.length; k++) {
      area.group[0] = from + k;
      const outcome = index.compute(area, population);
      ofArea += mass[k]! * ('value' in outcome ? outcome.value : Number.NaN);
    }
    expected += areas * ofArea;
  }
  return expected;
}
