import { sumTerms } from '../summation.ts';
import { type Between, ratioError } from './error-bound.ts';
import { numberTexts } from './number.ts';
import { percentTexts } from './percent.ts';
import { comparingInSpace, definedOr } from './population-in-space.ts';
import { type PopulatedSpace, rookOf, type SpatialIndexDefinition } from './space.ts';
import { massey } from './spatial-concentration.ts';
import { decaySymbols } from './symbols.ts';
import type { Citation, IndexOutcome } from './types.ts';

const white: Citation = {
  author: 'White',
  year: 1986,
  work: 'Segregation and diversity measures in population distribution. Population Index 52, 198–221',
};

/** A ratio of sums, with its error bound where pairs were left out. */
function ratio(numerator: Between, denominator: Between, minus: number, cut: boolean): IndexOutcome {
  const value = numerator.low / denominator.low - minus;
  if (!Number.isFinite(value)) return definedOr(value, 'no-variation');
  return cut ? { value, errorBound: ratioError(value + minus, numerator, denominator) } : { value };
}

/**
 * Mean proximities Σ Σ wᵢ wⱼ cᵢⱼ / W² within the group, within the others and within all, each between what was
 * summed and what the pairs left out could add: no more than the omitted weight.
 */
function proximities(populated: PopulatedSpace): {
  group: Between;
  others: Between;
  all: Between;
  cut: boolean;
} {
  const { group, total } = populated.counts;
  const { group: X, other: Y, total: T } = populated.population;
  const sums = populated.pairs();
  const omitted = sums.omittedWeight;
  const others = (i: number): number => total[i]! - group[i]!;
  const within = sumTerms(group.length, i => group[i]! * sums.group[i]!);
  const among = sumTerms(group.length, i => others(i) * sums.other[i]!);
  const across = sumTerms(group.length, i => group[i]! * sums.other[i]!);
  const between = (sum: number, W: number): Between => ({ low: sum / W / W, high: sum / W / W + omitted });
  return {
    group: between(within, X),
    others: between(among, Y),
    all: between(within + 2 * across + among, T),
    cut: omitted > 0,
  };
}

const distanceDifference = {
  nl: 'PySAL neemt 1 − exp(−d/Σd), waarin groepering omgekeerd telt: een schaakbord scoort er hoger dan twee helften. OasisR rondt op vier decimalen af en neemt meters in exp(−d) als men er geen kilometers geeft. Wij nemen exp(−d) in kilometers.',
  en: 'PySAL takes 1 − exp(−d/Σd), which turns clustering upside down: a checkerboard scores above two halves. OasisR rounds to four decimals and takes metres in exp(−d) unless kilometres are given. We take exp(−d) in kilometres.',
  fr: 'PySAL prend 1 − exp(−d/Σd), ce qui inverse le regroupement : un damier y dépasse deux moitiés. OasisR arrondit à quatre décimales et prend des mètres dans exp(−d) si on ne lui donne pas de kilomètres. Nous prenons exp(−d) en kilomètres.',
};

/** (Σ xᵢ/X · near group − expected) / (Σ xᵢ/X · near all − expected), of Massey & Denton 1988. */
function absoluteClustering(
  populated: PopulatedSpace,
  sums: { group: ArrayLike<number>; all: (i: number) => number; weight: number; omittedWeight: number },
): IndexOutcome {
  const { group } = populated.counts;
  const { group: X, total: T } = populated.population;
  const size = group.length;
  const nearGroup = sumTerms(size, i => (group[i]! / X) * sums.group[i]!);
  const nearAll = sumTerms(size, i => (group[i]! / X) * sums.all(i));
  const expected = (X / size / size) * sums.weight;
  const value = (nearGroup - expected) / (nearAll - expected);
  if (!Number.isFinite(value)) return definedOr(value, 'no-variation');
  if (sums.omittedWeight === 0) return { value };
  const slackGroup = X * sums.omittedWeight;
  const slackAll = T * sums.omittedWeight;
  const errorBound = ratioError(
    value,
    { low: nearGroup - expected - slackGroup, high: nearGroup - expected + slackGroup },
    { low: nearAll - expected - slackGroup, high: nearAll - expected + slackAll },
  );
  return { value, errorBound };
}

export const absoluteClusteringByDistance: SpatialIndexDefinition = {
  id: 'absolute_clustering_distance',
  family: 'clustering',
  title: {
    nl: 'absolute groepering, op afstand (ACL)',
    en: 'absolute clustering, by distance (ACL)',
    fr: 'regroupement absolu, selon la distance (ACL)',
  },
  formula:
    'ACL = [Σᵢ (xᵢ/X) Σⱼ cᵢⱼ xⱼ − (X/n²) Σᵢ Σⱼ cᵢⱼ] / [Σᵢ (xᵢ/X) Σⱼ cᵢⱼ tⱼ − (X/n²) Σᵢ Σⱼ cᵢⱼ], cᵢⱼ = exp(−dᵢⱼ), dᵢᵢ = 0.6 √aᵢ',
  symbols: decaySymbols,
  citation: massey,
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  direction: 'higher_is_more_concentrated',
  example: 0.1,
  needs: ['geometry'],
  pairwise: true,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Van de woningen in de ruime omgeving van een sociale woning is, boven een gelijkmatige ligging, ${share.nl} ook sociaal.`,
      en: `Of the dwellings in the wider surroundings of a social dwelling ${share.en} are social too, beyond an even lie of the land.`,
      fr: `Parmi les logements dans les environs d’un logement social, ${share.fr} sont aussi sociaux, au-delà d’une répartition uniforme.`,
    };
  },
  difference: distanceDifference,
  compute: comparingInSpace(populated => {
    const sums = populated.pairs();
    return absoluteClustering(populated, { ...sums, all: i => sums.group[i]! + sums.other[i]! });
  }),
};

export const absoluteClusteringByContiguity: SpatialIndexDefinition = {
  id: 'absolute_clustering_contiguity',
  family: 'clustering',
  title: {
    nl: 'absolute groepering, bij buren (ACL)',
    en: 'absolute clustering, among neighbours (ACL)',
    fr: 'regroupement absolu, entre voisines (ACL)',
  },
  formula:
    'ACL = [Σᵢ (xᵢ/X) Σⱼ cᵢⱼ xⱼ − (X/n²) Σᵢ Σⱼ cᵢⱼ] / [Σᵢ (xᵢ/X) Σⱼ cᵢⱼ tⱼ − (X/n²) Σᵢ Σⱼ cᵢⱼ], cᵢᵢ = 1',
  symbols: {
    nl: 'cᵢⱼ = 1 voor gebieden met een gemeenschappelijke grens, anders 0',
    en: 'cᵢⱼ = 1 for areas that share a border, otherwise 0',
    fr: 'cᵢⱼ = 1 pour des zones qui partagent une frontière, sinon 0',
  },
  citation: massey,
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  direction: 'higher_is_more_concentrated',
  example: 0.07,
  needs: ['contiguity'],
  pairwise: false,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Van de woningen in en naast het gebied van een sociale woning is, boven een gelijkmatige ligging, ${share.nl} ook sociaal.`,
      en: `Of the dwellings in and next to the area of a social dwelling ${share.en} are social too, beyond an even lie of the land.`,
      fr: `Parmi les logements dans et à côté de la zone d’un logement social, ${share.fr} sont aussi sociaux, au-delà d’une répartition uniforme.`,
    };
  },
  compute: comparingInSpace(populated => {
    const { starts, neighbours } = rookOf(populated);
    const withNeighbours = (column: Float64Array): Float64Array =>
      column.map((own, i) => {
        let sum = own;
        for (let e = starts[i]!; e < starts[i + 1]!; e++) sum += column[neighbours[e]!]!;
        return sum;
      });
    const all = withNeighbours(populated.counts.total);
    return absoluteClustering(populated, {
      group: withNeighbours(populated.counts.group),
      all: i => all[i]!,
      weight: all.length + neighbours.length,
      omittedWeight: 0,
    });
  }),
};

export const relativeClustering: SpatialIndexDefinition = {
  id: 'relative_clustering',
  family: 'clustering',
  title: {
    nl: 'relatieve groepering (RCL)',
    en: 'relative clustering (RCL)',
    fr: 'regroupement relatif (RCL)',
  },
  formula:
    'RCL = Pxx/Pyy − 1, Pxx = Σᵢ Σⱼ xᵢ xⱼ cᵢⱼ / X², Pyy = Σᵢ Σⱼ yᵢ yⱼ cᵢⱼ / Y², cᵢⱼ = exp(−dᵢⱼ), dᵢᵢ = 0.6 √aᵢ',
  symbols: decaySymbols,
  citation: massey,
  range: [-1, Number.POSITIVE_INFINITY],
  direction: 'higher_is_more_concentrated',
  example: 0.7,
  needs: ['geometry'],
  pairwise: true,
  reading: value => {
    const share = percentTexts(Math.abs(value));
    const nearer = value >= 0;
    return {
      nl: `Sociale woningen liggen gemiddeld ${share.nl} ${nearer ? 'dichter' : 'minder dicht'} bij elkaar dan de andere woningen onderling.`,
      en: `Social dwellings are on average ${share.en} ${nearer ? 'closer' : 'less close'} to each other than the other dwellings are among themselves.`,
      fr: `Les logements sociaux sont en moyenne ${share.fr} ${nearer ? 'plus' : 'moins'} proches entre eux que les autres logements.`,
    };
  },
  difference: distanceDifference,
  compute: comparingInSpace(populated => {
    const { group, others, cut } = proximities(populated);
    return ratio(group, others, 1, cut);
  }),
};

export const spatialProximity: SpatialIndexDefinition = {
  id: 'spatial_proximity',
  family: 'clustering',
  title: {
    nl: 'ruimtelijke nabijheid (SP)',
    en: 'spatial proximity (SP)',
    fr: 'proximité spatiale (SP)',
  },
  formula:
    'SP = (X Pxx + Y Pyy) / (T Ptt), Pxx = Σᵢ Σⱼ xᵢ xⱼ cᵢⱼ / X², Pyy = Σᵢ Σⱼ yᵢ yⱼ cᵢⱼ / Y², Ptt = Σᵢ Σⱼ tᵢ tⱼ cᵢⱼ / T², cᵢⱼ = exp(−dᵢⱼ), dᵢᵢ = 0.6 √aᵢ',
  symbols: decaySymbols,
  citation: white,
  range: [0, Number.POSITIVE_INFINITY],
  direction: 'higher_is_more_concentrated',
  example: 1.07,
  needs: ['geometry'],
  pairwise: true,
  reading: value => {
    const times = numberTexts(value);
    return {
      nl: `Woningen liggen ${times.nl} keer zo dicht bij hun eigen soort als bij woningen in het algemeen; 1 is geen verschil.`,
      en: `Dwellings lie ${times.en} times as close to their own kind as to dwellings at large; 1 is no difference.`,
      fr: `Les logements sont ${times.fr} fois aussi proches de leur propre catégorie que de l’ensemble ; 1 signifie aucune différence.`,
    };
  },
  difference: distanceDifference,
  compute: comparingInSpace(populated => {
    const { group: X, other: Y, total: T } = populated.population;
    const { group, others, all, cut } = proximities(populated);
    const own = (side: keyof Between): number => X * group[side] + Y * others[side];
    return ratio({ low: own('low'), high: own('high') }, { low: T * all.low, high: T * all.high }, 0, cut);
  }),
};

export const clusteringIndices: readonly SpatialIndexDefinition[] = [
  absoluteClusteringByContiguity,
  absoluteClusteringByDistance,
  relativeClustering,
  spatialProximity,
];
