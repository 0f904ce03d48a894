import type { SpatialWeights } from '../areas/weights.ts';
import { sumColumn } from '../summation.ts';
import {
  deviations,
  gearyC,
  getisOrdG,
  moranI,
  neighbourWeight,
  type Standardisation,
} from './autocorrelation.ts';
import { normalUpperTail } from './normal.ts';
import type { Counts } from './types.ts';

/** A statistic against its moments where the values lie at random; `p` is two-sided under the normal curve. */
export type MomentTest = { value: number; expected: number; variance: number; z: number; p: number };

/** What is taken as random: `normal` values, or `randomisation` of the values that are there over the areas. */
export type MomentAssumption = 'normal' | 'randomisation';

function momentTest(value: number, expected: number, variance: number): MomentTest {
  const z = (value - expected) / Math.sqrt(variance);
  return { value, expected, variance, z, p: Math.min(1, 2 * normalUpperTail(Math.abs(z))) };
}

/** S₀ = Σ Σ w, S₁ = ½ Σ Σ (wᵢⱼ + wⱼᵢ)², S₂ = Σ (wᵢ. + w.ᵢ)². */
function weightSums(
  weights: SpatialWeights,
  standardisation: Standardisation,
): Record<'s0' | 's1' | 's2', number> {
  const { starts, neighbours } = weights;
  const size = starts.length - 1;
  const incoming = new Float64Array(size);
  let s0 = 0;
  for (let i = 0; i < size; i++) {
    for (let e = starts[i]!; e < starts[i + 1]!; e++) {
      const weight = neighbourWeight(weights, i, standardisation);
      incoming[neighbours[e]!]! += weight;
      s0 += weight;
    }
  }
  let s1 = 0;
  let s2 = 0;
  for (let i = 0; i < size; i++) {
    const degree = starts[i + 1]! - starts[i]!;
    const own = degree === 0 ? 0 : neighbourWeight(weights, i, standardisation);
    s2 += (own * degree + incoming[i]!) ** 2;
    for (let e = starts[i]!; e < starts[i + 1]!; e++) {
      const j = neighbours[e]!;
      const back = isNeighbour(weights, j, i) ? neighbourWeight(weights, j, standardisation) : 0;
      // A pair that goes both ways is met twice, one that goes one way once.
      s1 += back > 0 ? (own + back) ** 2 / 2 : own ** 2;
    }
  }
  return { s0, s1, s2 };
}

function isNeighbour({ starts, neighbours }: SpatialWeights, of: number, candidate: number): boolean {
  let low = starts[of]!;
  let high = starts[of + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (neighbours[middle]! < candidate) low = middle + 1;
    else high = middle;
  }
  return low < starts[of + 1]! && neighbours[low] === candidate;
}

/** Fourth moment over the square of the second. */
function kurtosis(values: Float64Array): number {
  let second = 0;
  let fourth = 0;
  for (const z of deviations(values)) {
    second += z * z;
    fourth += z ** 4;
  }
  return (values.length * fourth) / (second * second);
}

/** Moran's I against its moments (Cliff & Ord 1981, "Spatial processes", section 2.3). */
export function moranTest(
  values: Float64Array,
  weights: SpatialWeights,
  standardisation: Standardisation,
  assumption: MomentAssumption,
): MomentTest {
  const n = values.length;
  const { s0, s1, s2 } = weightSums(weights, standardisation);
  const expected = -1 / (n - 1);
  const square = s0 * s0;
  const b = kurtosis(values);
  const second =
    assumption === 'normal'
      ? (n * n * s1 - n * s2 + 3 * square) / ((n * n - 1) * square)
      : (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * square) -
          b * ((n * n - n) * s1 - 2 * n * s2 + 6 * square)) /
        ((n - 1) * (n - 2) * (n - 3) * square);
  return momentTest(moranI(values, weights, standardisation), expected, second - expected * expected);
}

/** Geary's C against its moments (Cliff & Ord 1981, section 2.3). */
export function gearyTest(
  values: Float64Array,
  weights: SpatialWeights,
  standardisation: Standardisation,
  assumption: MomentAssumption,
): MomentTest {
  const n = values.length;
  const { s0, s1, s2 } = weightSums(weights, standardisation);
  const square = s0 * s0;
  const b = kurtosis(values);
  const variance =
    assumption === 'normal'
      ? ((2 * s1 + s2) * (n - 1) - 4 * square) / (2 * (n + 1) * square)
      : ((n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * b) -
          ((n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * b)) / 4 +
          square * (n * n - 3 - (n - 1) ** 2 * b)) /
        (n * (n - 2) * (n - 3) * square);
  return momentTest(gearyC(values, weights, standardisation), 1, variance);
}

/** Getis and Ord's G of binary weights against its moments under randomisation (Getis & Ord 1992, appendix). */
export function getisOrdTest(values: Float64Array, weights: SpatialWeights): MomentTest {
  const n = values.length;
  const { s0, s1, s2 } = weightSums(weights, 'binary');
  const square = s0 * s0;
  const power = (k: number): number => sumColumn(values.map(value => value ** k));
  const [m1, m2, m3, m4] = [power(1), power(2), power(3), power(4)];
  const b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * square;
  const b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * square);
  const b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * square);
  const b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * square;
  const b4 = s1 - s2 + square;
  const expected = s0 / (n * (n - 1));
  const second =
    (b0 * m2 * m2 + b1 * m4 + b2 * m1 * m1 * m2 + b3 * m1 * m3 + b4 * m1 ** 4) /
    ((m1 * m1 - m2) ** 2 * n * (n - 1) * (n - 2) * (n - 3));
  return momentTest(getisOrdG(values, weights), expected, second - expected * expected);
}

/**
 * Shares in standard scores that allow for the size of each area (Assunção & Reis 1999, "A new proposal to
 * adjust Moran's I for population density", Statistics in Medicine 18): Moran's I of these is Moran's I of rates.
 */
export function steadiedShares({ group, total }: Counts): Float64Array {
  const T = sumColumn(total);
  const P = sumColumn(group) / T;
  let spread = 0;
  for (let i = 0; i < group.length; i++) spread += (total[i]! * (group[i]! / total[i]! - P) ** 2) / T;
  const between = spread - P / (T / group.length);
  return group.map((x, i) => {
    const chance = P / total[i]!;
    const variance = between + chance;
    return (x / total[i]! - P) / Math.sqrt(variance > 0 ? variance : chance);
  });
}

/** Global autocorrelation of the shares against its moments under randomisation. */
export type AutocorrelationTests = Record<
  'moran_i' | 'moran_i_of_rates' | 'geary_c' | 'getis_ord_g',
  MomentTest
>;

/**
 * Moran's I, the same of rates that allow for the size of areas, Geary's C (row-standardised) and Getis and Ord's G
 * (binary) with their moments; null for fewer than four areas, where there are none, and where shares do not vary.
 */
export function autocorrelationTests(counts: Counts, weights: SpatialWeights): AutocorrelationTests | null {
  const shares = counts.group.map((x, i) => x / counts.total[i]!);
  const varies = shares.some(share => share !== shares[0]);
  if (shares.length < 4 || !varies || weights.neighbours.length === 0) return null;
  return {
    moran_i: moranTest(shares, weights, 'row', 'randomisation'),
    moran_i_of_rates: moranTest(steadiedShares(counts), weights, 'row', 'randomisation'),
    geary_c: gearyTest(shares, weights, 'row', 'randomisation'),
    getis_ord_g: getisOrdTest(shares, weights),
  };
}
