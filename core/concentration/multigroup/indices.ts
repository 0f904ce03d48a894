import { numberTexts } from '../number.ts';
import { percentTexts } from '../percent.ts';
import { groupSymbols } from '../symbols.ts';
import type { Citation } from '../types.ts';
import {
  type Composition,
  comparingAll,
  entropyOf,
  interactionOf,
  type MultigroupIndexDefinition,
  sumOverCells,
} from './groups.ts';

const firebaugh: Citation = {
  author: 'Reardon & Firebaugh',
  year: 2002,
  work: 'Measures of multigroup segregation. Sociological Methodology 32, 33–67',
};

const concentrated = {
  family: 'multigroup',
  direction: 'higher_is_more_concentrated',
  range: [0, 1],
} as const;
const described = { family: 'multigroup', direction: 'neutral' } as const;

const multigroupDissimilarity: MultigroupIndexDefinition = {
  ...concentrated,
  id: 'multigroup_dissimilarity',
  title: {
    nl: 'dissimilariteit van meer groepen',
    en: 'multigroup dissimilarity',
    fr: 'dissimilarité de plusieurs groupes',
  },
  formula: 'D = Σₘ Σᵢ tᵢ |πᵢₘ − πₘ| / (2 T I), I = Σₘ πₘ (1 − πₘ)',
  symbols: groupSymbols,
  citation: { ...firebaugh, work: `${firebaugh.work}; after Morgan (1975) and Sakoda (1981)` },
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `${share.nl} van wat bij volledige scheiding zou moeten verhuizen, zou voor een gelijke spreiding van alle groepen moeten verhuizen.`,
      en: `For an even spread of all groups ${share.en} would have to move of what would under complete separation.`,
      fr: `Pour une répartition égale de tous les groupes, il faudrait déménager ${share.fr} de ce qu’exigerait une séparation complète.`,
    };
  },
  compute: comparingAll(composition => {
    const apart = sumOverCells(composition, (p, overall, t) => t * Math.abs(p - overall));
    return apart / (2 * composition.sum * interactionOf(composition.shares));
  }),
};

/** Σᵢ Σⱼ tᵢ tⱼ |pᵢ − pⱼ| by one sort: with the areas in order of share every area counts once for all before it. */
function meanDifference(group: Float64Array, total: Float64Array): number {
  const order = Uint32Array.from(total.keys()).sort((a, b) => group[a]! * total[b]! - group[b]! * total[a]!);
  let groupBefore = 0;
  let totalBefore = 0;
  let sum = 0;
  for (const i of order) {
    sum += group[i]! * totalBefore - total[i]! * groupBefore;
    groupBefore += group[i]!;
    totalBefore += total[i]!;
  }
  return 2 * sum;
}

const multigroupGini: MultigroupIndexDefinition = {
  ...concentrated,
  id: 'multigroup_gini',
  title: { nl: 'Gini van meer groepen', en: 'multigroup Gini', fr: 'Gini de plusieurs groupes' },
  formula: 'G = Σₘ Σᵢ Σⱼ tᵢ tⱼ |πᵢₘ − πⱼₘ| / (2 T² I), I = Σₘ πₘ (1 − πₘ)',
  symbols: groupSymbols,
  citation: { ...firebaugh, work: `${firebaugh.work}; after Reardon (1998)` },
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `De verschillen tussen gebieden, over alle groepen, zijn ${share.nl} van wat ze bij volledige scheiding zouden zijn.`,
      en: `The differences between areas, over all groups, are ${share.en} of what they would be under complete separation.`,
      fr: `Les écarts entre zones, tous groupes confondus, valent ${share.fr} de ce qu’ils seraient en cas de séparation complète.`,
    };
  },
  compute: comparingAll(({ groups, total, sum, shares }) => {
    const apart = groups.reduce((all, group) => all + meanDifference(group, total), 0);
    return apart / (2 * sum * sum * interactionOf(shares));
  }),
};

/** Mutual information of area and group in nats: Σ tᵢ πᵢₘ ln(πᵢₘ / πₘ) / T. */
export function multigroupInformation(composition: Composition): number {
  const information = sumOverCells(composition, (p, overall, t) =>
    p > 0 ? t * p * Math.log(p / overall) : 0,
  );
  return Math.max(0, information / composition.sum);
}

const multigroupMutualInformation: MultigroupIndexDefinition = {
  ...concentrated,
  id: 'multigroup_mutual_information',
  title: {
    nl: 'wederzijdse informatie van meer groepen (M, divergentie)',
    en: 'multigroup mutual information (M, divergence)',
    fr: 'information mutuelle de plusieurs groupes (M, divergence)',
  },
  formula: 'M = Σᵢ Σₘ tᵢ πᵢₘ ln(πᵢₘ/πₘ) / T',
  symbols: groupSymbols,
  citation: {
    author: 'Mora & Ruiz-Castillo',
    year: 2011,
    work: 'Entropy-based segregation indices. Sociological Methodology 41, 159–194',
  },
  range: [0, Number.POSITIVE_INFINITY],
  example: 0.17,
  reading: value => {
    const nats = numberTexts(value * 1000);
    return {
      nl: `Wie weet in welk gebied een woning ligt, weet ${nats.nl} duizendsten nat meer over de groep.`,
      en: `Knowing the area of a dwelling tells ${nats.en} thousandths of a nat about its group.`,
      fr: `Connaître la zone d’un logement apporte ${nats.fr} millièmes de nat sur son groupe.`,
    };
  },
  compute: comparingAll(multigroupInformation),
};

const multigroupTheilH: MultigroupIndexDefinition = {
  ...concentrated,
  id: 'multigroup_theil_h',
  title: {
    nl: 'Theil H van meer groepen (informatietheorie)',
    en: 'multigroup Theil’s H (information theory)',
    fr: 'H de Theil de plusieurs groupes (théorie de l’information)',
  },
  formula: 'H = M / E, M = Σᵢ Σₘ tᵢ πᵢₘ ln(πᵢₘ/πₘ) / T, E = −Σₘ πₘ ln πₘ',
  symbols: groupSymbols,
  citation: { ...firebaugh, work: `${firebaugh.work}; after Theil & Finizza (1971)` },
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `De gebieden zijn gemiddeld ${share.nl} minder gemengd dan het geheel.`,
      en: `The areas are on average ${share.en} less mixed than the whole.`,
      fr: `Les zones sont en moyenne ${share.fr} moins mixtes que l’ensemble.`,
    };
  },
  compute: comparingAll(composition => multigroupInformation(composition) / entropyOf(composition.shares)),
};

const squaredGap = (p: number, overall: number, t: number): number => t * (p - overall) * (p - overall);

const multigroupVariation: MultigroupIndexDefinition = {
  ...concentrated,
  id: 'multigroup_squared_coefficient_of_variation',
  title: {
    nl: 'gekwadrateerde variatiecoëfficiënt',
    en: 'squared coefficient of variation',
    fr: 'carré du coefficient de variation',
  },
  formula: 'C = Σₘ Σᵢ tᵢ (πᵢₘ − πₘ)² / (T (g − 1) πₘ)',
  symbols: groupSymbols,
  citation: firebaugh,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `De aandelen van de groepen lopen uiteen met ${share.nl} van het grootst mogelijke; kleine groepen tellen even zwaar als grote.`,
      en: `The shares of the groups vary by ${share.en} of the most possible; small groups count as much as large ones.`,
      fr: `Les parts des groupes varient de ${share.fr} du maximum ; les petits groupes comptent autant que les grands.`,
    };
  },
  compute: comparingAll(composition => {
    const gaps = sumOverCells(composition, (p, overall, t) => squaredGap(p, overall, t) / overall);
    return gaps / (composition.sum * (composition.groups.length - 1));
  }),
};

const multigroupRelativeDiversity: MultigroupIndexDefinition = {
  ...concentrated,
  id: 'multigroup_relative_diversity',
  title: { nl: 'relatieve diversiteit', en: 'relative diversity', fr: 'diversité relative' },
  formula: 'R = Σₘ Σᵢ tᵢ (πᵢₘ − πₘ)² / (T I), I = Σₘ πₘ (1 − πₘ)',
  symbols: groupSymbols,
  citation: { ...firebaugh, work: `${firebaugh.work}; after Carlson (1992)` },
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Twee woningen uit één gebied zijn ${share.nl} minder vaak van verschillende groep dan twee uit het geheel.`,
      en: `Two dwellings of one area are ${share.en} less often of different groups than two of the whole.`,
      fr: `Deux logements d’une même zone sont ${share.fr} moins souvent de groupes différents que deux de l’ensemble.`,
    };
  },
  compute: comparingAll(
    composition =>
      sumOverCells(composition, squaredGap) / (composition.sum * interactionOf(composition.shares)),
  ),
};

const multigroupExposure: MultigroupIndexDefinition = {
  ...concentrated,
  id: 'multigroup_normalized_exposure',
  title: { nl: 'genormeerde blootstelling', en: 'normalised exposure', fr: 'exposition normalisée' },
  formula: 'P = Σₘ Σᵢ tᵢ (πᵢₘ − πₘ)² / (T (1 − πₘ))',
  symbols: groupSymbols,
  citation: { ...firebaugh, work: `${firebaugh.work}; after James (1986)` },
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Groepen komen elkaar ${share.nl} minder tegen dan bij een gelijke spreiding.`,
      en: `Groups meet each other ${share.en} less than in an even spread.`,
      fr: `Les groupes se rencontrent ${share.fr} moins qu’avec une répartition égale.`,
    };
  },
  compute: comparingAll(
    composition =>
      sumOverCells(composition, (p, overall, t) => squaredGap(p, overall, t) / (1 - overall)) /
      composition.sum,
  ),
};

const diversity: MultigroupIndexDefinition = {
  ...described,
  id: 'multigroup_diversity',
  title: { nl: 'diversiteit (entropie)', en: 'diversity (entropy)', fr: 'diversité (entropie)' },
  formula: 'E = −Σₘ πₘ ln πₘ',
  symbols: groupSymbols,
  citation: { ...firebaugh, work: `${firebaugh.work}; after Shannon (1948)` },
  range: [0, Number.POSITIVE_INFINITY],
  example: 0.97,
  reading: value => {
    const groups = numberTexts(Math.exp(value));
    return {
      nl: `Het geheel is zo gemengd als ${groups.nl} groepen van gelijke grootte.`,
      en: `The whole is as mixed as ${groups.en} groups of equal size.`,
      fr: `L’ensemble est aussi mixte que ${groups.fr} groupes de taille égale.`,
    };
  },
  compute: comparingAll(({ shares }) => entropyOf(shares)),
};

const normalizedDiversity: MultigroupIndexDefinition = {
  ...described,
  id: 'multigroup_normalized_diversity',
  title: { nl: 'genormeerde diversiteit', en: 'normalised diversity', fr: 'diversité normalisée' },
  formula: 'E / ln g, E = −Σₘ πₘ ln πₘ',
  symbols: groupSymbols,
  citation: { ...firebaugh, work: `${firebaugh.work}; after Shannon (1948)` },
  range: [0, 1],
  example: 0.7,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Het geheel is voor ${share.nl} zo gemengd als wanneer alle groepen even groot waren.`,
      en: `The whole is ${share.en} as mixed as if all groups were of one size.`,
      fr: `L’ensemble est à ${share.fr} aussi mixte que si tous les groupes avaient la même taille.`,
    };
  },
  compute: comparingAll(({ shares }) => entropyOf(shares) / Math.log(shares.length)),
};

const simpsonConcentration: MultigroupIndexDefinition = {
  ...described,
  id: 'simpson_concentration',
  title: { nl: 'concentratie van Simpson', en: 'Simpson’s concentration', fr: 'concentration de Simpson' },
  formula: 'λ = Σₘ πₘ²',
  symbols: groupSymbols,
  citation: { author: 'Simpson', year: 1949, work: 'Measurement of diversity. Nature 163, 688' },
  range: [0, 1],
  example: 0.49,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Twee lukraak gekozen woningen zijn met een kans van ${share.nl} van dezelfde groep.`,
      en: `Two dwellings picked at random are of the same group with a chance of ${share.en}.`,
      fr: `Deux logements pris au hasard sont du même groupe avec une chance de ${share.fr}.`,
    };
  },
  compute: comparingAll(({ shares }) => 1 - interactionOf(shares)),
};

const simpsonInteraction: MultigroupIndexDefinition = {
  ...described,
  id: 'simpson_interaction',
  title: { nl: 'interactie van Simpson', en: 'Simpson’s interaction', fr: 'interaction de Simpson' },
  formula: 'I = Σₘ πₘ (1 − πₘ) = 1 − λ',
  symbols: groupSymbols,
  citation: {
    author: 'Lieberson',
    year: 1969,
    work: 'Measuring population diversity. American Sociological Review 34, 850–862',
  },
  range: [0, 1],
  example: 0.51,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Twee lukraak gekozen woningen zijn met een kans van ${share.nl} van verschillende groep.`,
      en: `Two dwellings picked at random are of different groups with a chance of ${share.en}.`,
      fr: `Deux logements pris au hasard sont de groupes différents avec une chance de ${share.fr}.`,
    };
  },
  compute: comparingAll(({ shares }) => interactionOf(shares)),
};

/** Every index of several groups that needs no map. */
export const multigroupIndices: readonly MultigroupIndexDefinition[] = [
  multigroupDissimilarity,
  multigroupGini,
  multigroupTheilH,
  multigroupMutualInformation,
  multigroupVariation,
  multigroupRelativeDiversity,
  multigroupExposure,
  diversity,
  normalizedDiversity,
  simpsonConcentration,
  simpsonInteraction,
];
