import { sumTerms } from '../summation.ts';
import { percentTexts } from './percent.ts';
import { populationOf, undefinedBecause } from './population.ts';
import type { Counts, IndexDefinition } from './types.ts';

/** How large the group is: the one figure of this family that says nothing about where it lies. */
export const socialShare: IndexDefinition = {
  id: 'social_share',
  family: 'stock',
  title: {
    nl: 'aandeel sociale huurwoningen',
    en: 'share of social dwellings',
    fr: 'part de logements sociaux locatifs',
  },
  formula: 'P = X/T',
  citation: null,
  range: [0, 1],
  direction: 'neutral',
  fixedByTotals: true,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `${share.nl} van de woningen is een sociale huurwoning.`,
      en: `${share.en} of the dwellings are social dwellings.`,
      fr: `${share.fr} des logements sont des logements sociaux locatifs.`,
    };
  },
  compute: (counts, population = populationOf(counts)) => {
    const { group, total } = population;
    return total === 0 ? undefinedBecause('no-areas') : { value: group / total };
  },
};

/**
 * Share of the group in the tenth of areas that hold most of it: the ⌈n/10⌉ areas with the largest counts,
 * n being the areas with dwellings. It looks at the group alone, so a group that is everybody has one too.
 */
export const topDecileShare: IndexDefinition = {
  id: 'top_decile_share',
  family: 'stock',
  title: {
    nl: 'aandeel in de tien procent gebieden met de meeste sociale woningen',
    en: 'share in the tenth of areas with most social dwellings',
    fr: 'part dans le dixième des zones les plus dotées',
  },
  formula: 'Σₖ x₍ₖ₎ / X, k = 1 … ⌈n/10⌉, x₍₁₎ ≥ x₍₂₎ ≥ … ≥ x₍ₙ₎',
  citation: null,
  range: [0, 1],
  direction: 'higher_is_more_concentrated',
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `${share.nl} van de sociale huurwoningen ligt in het tiende van de gebieden met de meeste.`,
      en: `${share.en} of the social dwellings lie in the tenth of areas that have most of them.`,
      fr: `${share.fr} des logements sociaux se trouvent dans le dixième des zones qui en comptent le plus.`,
    };
  },
  compute: (counts, population = populationOf(counts)) => {
    const { group, total } = population;
    if (total === 0) return undefinedBecause('no-areas');
    if (group === 0) return undefinedBecause('group-nobody');
    const held = inhabited(counts).sort();
    const areas = Math.ceil(held.length / 10);
    return { value: sumTerms(areas, i => held[held.length - 1 - i]!) / group };
  },
};

function inhabited({ group, total }: Counts): Float64Array {
  return total.every(all => all > 0) ? group.slice() : group.filter((_, i) => total[i]! > 0);
}

export const stockIndices: readonly IndexDefinition[] = [socialShare, topDecileShare];
