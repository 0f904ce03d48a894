import { sumTerms } from '../summation.ts';
import { percentTexts } from './percent.ts';
import { comparingInSpace } from './population-in-space.ts';
import type { PopulatedSpace, SpatialIndexDefinition } from './space.ts';
import { aroundSymbols } from './symbols.ts';
import type { Citation } from './types.ts';

const reardon: Citation = {
  author: 'Reardon & O’Sullivan',
  year: 2004,
  work: 'Measures of spatial segregation. Sociological Methodology 34, 121–162',
};

/** With the default decay; `symbols` says what may be chosen. */
const kernel = 'p̃ᵢ = Σⱼ wᵢⱼ xⱼ / Σⱼ wᵢⱼ tⱼ, wᵢⱼ = exp(−2 dᵢⱼ) (dᵢⱼ ≤ r), wᵢᵢ = 1';

const difference = {
  nl: 'PySAL rondt de getelde omgeving af op hele woningen; wij rekenen met breuken.',
  en: 'PySAL rounds the counts of an environment to whole dwellings; we keep the fractions.',
  fr: 'PySAL arrondit les effectifs des environs à des logements entiers ; nous gardons les fractions.',
};

const shared = {
  symbols: aroundSymbols,
  citation: reardon,
  needs: ['geometry'],
  pairwise: 'near',
  difference,
} as const;

/** Sum over areas of `term(share around, own dwellings)`. */
function overSurroundings(
  populated: PopulatedSpace,
  weigh: 'group' | 'total',
  term: (share: number) => number,
): number {
  const sums = populated.surroundings();
  const column = populated.counts[weigh];
  return sumTerms(column.length, i => {
    const around = sums.environmentGroup[i]! + sums.environmentOther[i]!;
    return column[i]! * term(sums.environmentGroup[i]! / around);
  });
}

const entropy = (p: number): number =>
  -(p > 0 ? p * Math.log(p) : 0) - (p < 1 ? (1 - p) * Math.log1p(-p) : 0);

export const environmentTheilH: SpatialIndexDefinition = {
  ...shared,
  id: 'environment_theil_h',
  family: 'spatial_evenness',
  title: {
    nl: 'ruimtelijke Theil H (omgeving)',
    en: 'spatial Theil’s H (surroundings)',
    fr: 'H de Theil spatial (environs)',
  },
  formula: `H̃ = 1 − Σᵢ tᵢ E(p̃ᵢ) / (T E(P)), E(p) = −p ln p − (1 − p) ln(1 − p), ${kernel}`,
  range: [Number.NEGATIVE_INFINITY, 1],
  direction: 'higher_is_more_concentrated',
  example: 0.09,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `De omgeving van een woning is gemiddeld ${share.nl} minder gemengd dan het geheel.`,
      en: `The surroundings of a dwelling are on average ${share.en} less mixed than the whole.`,
      fr: `Les environs d’un logement sont en moyenne ${share.fr} moins mixtes que l’ensemble.`,
    };
  },
  compute: comparingInSpace(populated => {
    const { group: X, total: T } = populated.population;
    return { value: 1 - overSurroundings(populated, 'total', entropy) / (T * entropy(X / T)) };
  }),
};

export const environmentDissimilarity: SpatialIndexDefinition = {
  ...shared,
  id: 'environment_dissimilarity',
  family: 'spatial_evenness',
  title: {
    nl: 'ruimtelijke dissimilariteit (omgeving)',
    en: 'spatial dissimilarity (surroundings)',
    fr: 'dissimilarité spatiale (environs)',
  },
  formula: `D̃ = Σᵢ tᵢ |p̃ᵢ − P| / (2 T P (1 − P)), ${kernel}`,
  range: [0, Number.POSITIVE_INFINITY],
  direction: 'higher_is_more_concentrated',
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `De omgevingen van woningen verschillen van het geheel met ${share.nl} van wat bij volledige scheiding mogelijk is.`,
      en: `The surroundings of dwellings differ from the whole by ${share.en} of what complete separation would make possible.`,
      fr: `Les environs des logements diffèrent de l’ensemble de ${share.fr} de ce que permettrait une séparation complète.`,
    };
  },
  compute: comparingInSpace(populated => {
    const { group: X, other: Y, total: T } = populated.population;
    const apart = overSurroundings(populated, 'total', p => Math.abs(p - X / T));
    return { value: (apart * T) / (2 * X * Y) };
  }),
};

export const environmentRelativeDiversity: SpatialIndexDefinition = {
  ...shared,
  id: 'environment_relative_diversity',
  family: 'spatial_evenness',
  title: {
    nl: 'ruimtelijke relatieve diversiteit (omgeving)',
    en: 'spatial relative diversity (surroundings)',
    fr: 'diversité relative spatiale (environs)',
  },
  formula: `R̃ = 1 − Σᵢ tᵢ p̃ᵢ (1 − p̃ᵢ) / (T P (1 − P)), ${kernel}`,
  range: [Number.NEGATIVE_INFINITY, 1],
  direction: 'higher_is_more_concentrated',
  example: 0.085,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Twee woningen uit één omgeving zijn ${share.nl} minder vaak van verschillende soort dan twee woningen uit het geheel.`,
      en: `Two dwellings of one environment are ${share.en} less often of different kinds than two of the whole.`,
      fr: `Deux logements des mêmes environs sont ${share.fr} moins souvent de catégories différentes que deux de l’ensemble.`,
    };
  },
  compute: comparingInSpace(populated => {
    const { group: X, other: Y, total: T } = populated.population;
    const mixed = overSurroundings(populated, 'total', p => p * (1 - p));
    return { value: 1 - (mixed * T) / (X * Y) };
  }),
};

export const environmentIsolation: SpatialIndexDefinition = {
  ...shared,
  id: 'environment_isolation',
  family: 'spatial_exposure',
  title: {
    nl: 'ruimtelijke isolatie (omgeving)',
    en: 'spatial isolation (surroundings)',
    fr: 'isolement spatial (environs)',
  },
  formula: `P̃xx = Σᵢ (xᵢ/X) p̃ᵢ, ${kernel}`,
  range: [0, 1],
  direction: 'higher_is_more_concentrated',
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `In de omgeving van de gemiddelde sociale woning is ${share.nl} van de woningen sociaal.`,
      en: `In the surroundings of the average social dwelling ${share.en} of the dwellings are social.`,
      fr: `Dans les environs du logement social moyen, ${share.fr} des logements sont sociaux.`,
    };
  },
  compute: comparingInSpace(populated => ({
    value: overSurroundings(populated, 'group', p => p) / populated.population.group,
  })),
};

export const environmentInteraction: SpatialIndexDefinition = {
  ...shared,
  id: 'environment_interaction',
  family: 'spatial_exposure',
  title: {
    nl: 'ruimtelijke interactie (omgeving)',
    en: 'spatial exposure (surroundings)',
    fr: 'exposition spatiale (environs)',
  },
  formula: `P̃xy = Σᵢ (xᵢ/X) (1 − p̃ᵢ) = 1 − P̃xx, ${kernel}`,
  range: [0, 1],
  direction: 'higher_is_less_concentrated',
  example: 0.77,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `In de omgeving van de gemiddelde sociale woning is ${share.nl} van de woningen niet sociaal.`,
      en: `In the surroundings of the average social dwelling ${share.en} of the dwellings are not social.`,
      fr: `Dans les environs du logement social moyen, ${share.fr} des logements ne sont pas sociaux.`,
    };
  },
  compute: comparingInSpace(populated => ({
    value: overSurroundings(populated, 'group', p => 1 - p) / populated.population.group,
  })),
};

export const surroundingsIndices: readonly SpatialIndexDefinition[] = [
  environmentTheilH,
  environmentDissimilarity,
  environmentRelativeDiversity,
  environmentIsolation,
  environmentInteraction,
];
