import type { SpatialWeights } from '../areas/weights.ts';
import { sumColumn } from '../summation.ts';
import { numberTexts } from './number.ts';
import { percentTexts } from './percent.ts';
import { undefinedBecause } from './population.ts';
import { comparingInSpace, definedOr } from './population-in-space.ts';
import { neighboursOf, type PopulatedSpace, type SpatialIndexDefinition } from './space.ts';
import type { IndexOutcome } from './types.ts';

/** `row` divides the weights of an area by their sum; `binary` counts every neighbour as one. */
export type Standardisation = 'row' | 'binary';

/** Weight of each of an area's neighbours. */
export function neighbourWeight(
  { starts }: SpatialWeights,
  i: number,
  standardisation: Standardisation,
): number {
  return standardisation === 'row' ? 1 / (starts[i + 1]! - starts[i]!) : 1;
}

/** Values less their mean. */
export function deviations(values: Float64Array): Float64Array {
  const mean = sumColumn(values) / values.length;
  return values.map(value => value - mean);
}

/** Moran's I: n/S₀ Σᵢ Σⱼ wᵢⱼ zᵢ zⱼ / Σᵢ zᵢ²; NaN where the values do not vary or nobody has a neighbour. */
export function moranI(
  values: Float64Array,
  weights: SpatialWeights,
  standardisation: Standardisation,
): number {
  const z = deviations(values);
  let products = 0;
  let weightSum = 0;
  for (let i = 0; i < z.length; i++) {
    let lag = 0;
    for (let e = weights.starts[i]!; e < weights.starts[i + 1]!; e++) lag += z[weights.neighbours[e]!]!;
    const degree = weights.starts[i + 1]! - weights.starts[i]!;
    if (degree === 0) continue;
    const weight = neighbourWeight(weights, i, standardisation);
    products += weight * lag * z[i]!;
    weightSum += weight * degree;
  }
  let squares = 0;
  for (const each of z) squares += each * each;
  return squares === 0 ? Number.NaN : ((z.length / weightSum) * products) / squares;
}

/** Geary's C: (n − 1)/(2 S₀) Σᵢ Σⱼ wᵢⱼ (zᵢ − zⱼ)² / Σᵢ zᵢ²; NaN as in `moranI`. */
export function gearyC(
  values: Float64Array,
  weights: SpatialWeights,
  standardisation: Standardisation,
): number {
  const z = deviations(values);
  let apart = 0;
  let weightSum = 0;
  for (let i = 0; i < z.length; i++) {
    const degree = weights.starts[i + 1]! - weights.starts[i]!;
    if (degree === 0) continue;
    const weight = neighbourWeight(weights, i, standardisation);
    let squares = 0;
    for (let e = weights.starts[i]!; e < weights.starts[i + 1]!; e++) {
      const gap = z[i]! - z[weights.neighbours[e]!]!;
      squares += gap * gap;
    }
    apart += weight * squares;
    weightSum += weight * degree;
  }
  let squares = 0;
  for (const each of z) squares += each * each;
  return squares === 0 ? Number.NaN : ((z.length - 1) * apart) / (2 * weightSum * squares);
}

/** Getis and Ord's G: Σᵢ Σⱼ wᵢⱼ vᵢ vⱼ / Σᵢ Σⱼ≠ᵢ vᵢ vⱼ, every neighbour weighing 1; NaN where it is 0/0. */
export function getisOrdG(values: Float64Array, { starts, neighbours }: SpatialWeights): number {
  let near = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    let lag = 0;
    for (let e = starts[i]!; e < starts[i + 1]!; e++) lag += values[neighbours[e]!]!;
    near += lag * values[i]!;
    sum += values[i]!;
    squares += values[i]! * values[i]!;
  }
  return near / (sum * sum - squares);
}

/** Share of the group in each area. */
export function sharesOf({ counts }: PopulatedSpace): Float64Array {
  return counts.group.map((x, i) => x / counts.total[i]!);
}

function ofShares(
  measure: (shares: Float64Array, weights: SpatialWeights) => number,
): SpatialIndexDefinition['compute'] {
  return comparingInSpace((populated): IndexOutcome => {
    const weights = neighboursOf(populated);
    if (weights.neighbours.length === 0) return undefinedBecause('no-neighbours');
    const shares = sharesOf(populated);
    if (shares.every(share => share === shares[0])) return undefinedBecause('no-variation');
    return definedOr(measure(shares, weights), 'no-variation');
  });
}

export const moranIndex: SpatialIndexDefinition = {
  id: 'moran_i',
  family: 'autocorrelation',
  title: { nl: 'Moran I', en: 'Moran’s I', fr: 'I de Moran' },
  formula: 'I = (n/S₀) Σᵢ Σⱼ wᵢⱼ zᵢ zⱼ / Σᵢ zᵢ², zᵢ = pᵢ − p̄, wᵢⱼ = cᵢⱼ/kᵢ',
  symbols: {
    nl: 'cᵢⱼ = 1 voor buren, anders 0; kᵢ het aantal buren van gebied i; p̄ het gemiddelde aandeel; S₀ = Σᵢ Σⱼ wᵢⱼ',
    en: 'cᵢⱼ = 1 for neighbours, otherwise 0; kᵢ the number of neighbours of area i; p̄ the mean share; S₀ = Σᵢ Σⱼ wᵢⱼ',
    fr: 'cᵢⱼ = 1 pour des voisines, sinon 0 ; kᵢ le nombre de voisines de la zone i ; p̄ la part moyenne ; S₀ = Σᵢ Σⱼ wᵢⱼ',
  },
  citation: {
    author: 'Moran',
    year: 1950,
    work: 'Notes on continuous stochastic phenomena. Biometrika 37, 17–23; as in Cliff & Ord (1981)',
  },
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  direction: 'higher_is_more_concentrated',
  example: 0.63,
  needs: ['neighbours'],
  pairwise: false,
  reading: value => {
    const text = numberTexts(value);
    const alike = value >= 0;
    return {
      nl: `Buurgebieden hebben eerder ${alike ? 'gelijkende' : 'tegengestelde'} aandelen (${text.nl}; rond 0 is er geen verband, 1 is zeer sterk).`,
      en: `Neighbouring areas tend to have ${alike ? 'similar' : 'opposite'} shares (${text.en}; around 0 there is no relation, 1 is very strong).`,
      fr: `Les zones voisines ont plutôt des parts ${alike ? 'semblables' : 'opposées'} (${text.fr} ; vers 0 il n’y a pas de lien, 1 est très fort).`,
    };
  },
  compute: ofShares((shares, weights) => moranI(shares, weights, 'row')),
};

export const gearyIndex: SpatialIndexDefinition = {
  id: 'geary_c',
  family: 'autocorrelation',
  title: { nl: 'Geary C', en: 'Geary’s C', fr: 'C de Geary' },
  formula: 'C = (n − 1) Σᵢ Σⱼ wᵢⱼ (pᵢ − pⱼ)² / (2 S₀ Σᵢ zᵢ²), zᵢ = pᵢ − p̄, wᵢⱼ = cᵢⱼ/kᵢ',
  symbols: {
    nl: 'cᵢⱼ = 1 voor buren, anders 0; kᵢ het aantal buren van gebied i; p̄ het gemiddelde aandeel; S₀ = Σᵢ Σⱼ wᵢⱼ',
    en: 'cᵢⱼ = 1 for neighbours, otherwise 0; kᵢ the number of neighbours of area i; p̄ the mean share; S₀ = Σᵢ Σⱼ wᵢⱼ',
    fr: 'cᵢⱼ = 1 pour des voisines, sinon 0 ; kᵢ le nombre de voisines de la zone i ; p̄ la part moyenne ; S₀ = Σᵢ Σⱼ wᵢⱼ',
  },
  citation: {
    author: 'Geary',
    year: 1954,
    work: 'The contiguity ratio and statistical mapping. The Incorporated Statistician 5, 115–145',
  },
  range: [0, Number.POSITIVE_INFINITY],
  direction: 'higher_is_less_concentrated',
  example: 0.36,
  needs: ['neighbours'],
  pairwise: false,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Buurgebieden verschillen ${share.nl} van wat gebieden in het algemeen van elkaar verschillen.`,
      en: `Neighbouring areas differ by ${share.en} of what areas differ from each other at large.`,
      fr: `Les zones voisines diffèrent de ${share.fr} de ce que les zones diffèrent en général.`,
    };
  },
  compute: ofShares((shares, weights) => gearyC(shares, weights, 'row')),
};

export const getisOrdIndex: SpatialIndexDefinition = {
  id: 'getis_ord_g',
  family: 'autocorrelation',
  title: { nl: 'Getis–Ord G', en: 'Getis–Ord G', fr: 'G de Getis–Ord' },
  formula: 'G = Σᵢ Σⱼ cᵢⱼ pᵢ pⱼ / Σᵢ Σⱼ≠ᵢ pᵢ pⱼ',
  symbols: {
    nl: 'cᵢⱼ = 1 voor buren, anders 0',
    en: 'cᵢⱼ = 1 for neighbours, otherwise 0',
    fr: 'cᵢⱼ = 1 pour des voisines, sinon 0',
  },
  citation: {
    author: 'Getis & Ord',
    year: 1992,
    work: 'The analysis of spatial association by use of distance statistics. Geographical Analysis 24, 189–206',
  },
  range: [0, 1],
  direction: 'higher_is_more_concentrated',
  example: 0.0197,
  needs: ['neighbours'],
  pairwise: false,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Van het samengaan van hoge aandelen ligt ${share.nl} bij buren; boven het aandeel buurparen klonteren hoge aandelen samen.`,
      en: `Of the joint occurrence of high shares ${share.en} is among neighbours; above the share of pairs that are neighbours, high shares cluster.`,
      fr: `De la coïncidence des parts élevées, ${share.fr} est entre voisines ; au-dessus de la proportion de paires voisines, les parts élevées se regroupent.`,
    };
  },
  compute: ofShares(getisOrdG),
};

export const autocorrelationIndices: readonly SpatialIndexDefinition[] = [
  moranIndex,
  gearyIndex,
  getisOrdIndex,
];
