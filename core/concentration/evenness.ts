import { sumTerms } from '../summation.ts';
import { informationOf } from './information.ts';
import { percentTexts } from './percent.ts';
import { comparingGroups } from './population.ts';
import type { IndexDefinition } from './types.ts';

/**
 * Index of dissimilarity. Computed as ½ Σ|x/X − y/Y| brought to one denominator, Σ|x·T − t·X| / 2XY: with
 * integer counts every term is an integer, so that nothing is lost by subtracting two nearly equal shares.
 */
export const dissimilarity: IndexDefinition = {
  id: 'dissimilarity',
  family: 'evenness',
  title: {
    nl: 'dissimilariteit (Duncan)',
    en: 'dissimilarity (Duncan)',
    fr: 'dissimilarité (Duncan)',
  },
  formula: 'D = ½ Σᵢ |xᵢ/X − yᵢ/Y|',
  citation: {
    author: 'Duncan & Duncan',
    year: 1955,
    work: 'A methodological analysis of segregation indexes. American Sociological Review 20, 210–217',
  },
  range: [0, 1],
  direction: 'higher_is_more_concentrated',
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `${share.nl} van de sociale huurwoningen zou naar gebieden met te weinig moeten verhuizen voor een gelijke spreiding.`,
      en: `${share.en} of the social dwellings would have to move to areas with too few for an even spread.`,
      fr: `${share.fr} des logements sociaux devraient passer dans des zones qui en ont trop peu pour une répartition égale.`,
    };
  },
  compute: comparingGroups(({ group, total }, { group: X, total: T, other: Y }) => {
    const apart = sumTerms(group.length, i => Math.abs(group[i]! * T - total[i]! * X));
    return apart / X / Y / 2;
  }),
};

/**
 * Gini coefficient: the mean distance between the shares of all pairs of dwellings, relative to its largest
 * value. With the areas ordered by share it is twice the area between the Lorenz curve and the diagonal,
 * which takes one sort instead of all pairs; areas of equal share may stand in any order.
 */
export const gini: IndexDefinition = {
  id: 'gini',
  family: 'evenness',
  title: { nl: 'Gini-coëfficiënt', en: 'Gini coefficient', fr: 'coefficient de Gini' },
  formula: 'G = Σᵢ Σⱼ tᵢ tⱼ |xᵢ/tᵢ − xⱼ/tⱼ| / (2 T² P (1 − P)), P = X/T',
  citation: {
    author: 'Duncan & Duncan',
    year: 1955,
    work: 'A methodological analysis of segregation indexes. American Sociological Review 20, 210–217',
  },
  range: [0, 1],
  direction: 'higher_is_more_concentrated',
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `De verschillen tussen gebieden zijn ${share.nl} van wat ze bij volledige scheiding zouden zijn.`,
      en: `The differences between areas are ${share.en} of what they would be under complete separation.`,
      fr: `Les écarts entre zones valent ${share.fr} de ce qu’ils seraient en cas de séparation complète.`,
    };
  },
  compute: comparingGroups(({ group, total }, { group: X, other: Y }) => {
    const order = orderByShare(group, total);
    let before = 0;
    const twiceArea = sumTerms(order.length, position => {
      const i = order[position]!;
      const x = group[i]!;
      const othersBefore = before;
      const others = total[i]! - x;
      before += others;
      return x * (othersBefore + before - Y);
    });
    return Math.max(0, twiceArea / X / Y);
  }),
};

/** Positions of the areas with dwellings, from the smallest share of the group to the largest. */
function orderByShare(group: Float64Array, total: Float64Array): Uint32Array {
  const share = new Float64Array(group.length);
  const order = new Uint32Array(group.length);
  let zones = 0;
  for (let i = 0; i < group.length; i++) {
    if (total[i]! === 0) continue;
    share[i] = group[i]! / total[i]!;
    order[zones++] = i;
  }
  return order.subarray(0, zones).sort((a, b) => share[a]! - share[b]!);
}

/**
 * Theil's information theory index. The entropy lost by knowing the area is summed as the divergence of each
 * area from the whole, whose terms hardly cancel, instead of as a difference of entropies.
 */
export const theilH: IndexDefinition = {
  id: 'theil_h',
  family: 'evenness',
  title: { nl: 'Theil H (entropie)', en: 'Theil’s H (entropy)', fr: 'H de Theil (entropie)' },
  formula: 'H = Σᵢ tᵢ (E − Eᵢ) / (E T), E = e(P), Eᵢ = e(xᵢ/tᵢ), e(p) = −p ln p − (1 − p) ln(1 − p)',
  citation: {
    author: 'Theil & Finizza',
    year: 1971,
    work: 'A note on the measurement of racial integration of schools by means of informational concepts. Journal of Mathematical Sociology 1, 187–193',
  },
  range: [0, 1],
  direction: 'higher_is_more_concentrated',
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `De gebieden zijn gemiddeld ${share.nl} minder gemengd dan het geheel.`,
      en: `The areas are on average ${share.en} less mixed than the whole.`,
      fr: `Les zones sont en moyenne ${share.fr} moins mixtes que l’ensemble.`,
    };
  },
  compute: comparingGroups((counts, population) => {
    const { group: X, total: T, other: Y } = population;
    const entropy = X * Math.log(T / X) + Y * Math.log(T / Y);
    return Math.max(0, informationOf(counts, population) / entropy);
  }),
};

/**
 * Hutchens' square root index, the one Flemish research uses. 1 − Σ√(x/X · y/Y) is computed as half the
 * squared distance between the two distributions of square roots, which does not cancel when they are alike.
 */
export const hutchens: IndexDefinition = {
  id: 'hutchens',
  family: 'evenness',
  title: {
    nl: 'vierkantswortelindex (Hutchens)',
    en: 'square root index (Hutchens)',
    fr: 'indice de la racine carrée (Hutchens)',
  },
  formula: 'R = 1 − Σᵢ √(xᵢ/X · yᵢ/Y)',
  citation: {
    author: 'Hutchens',
    year: 2004,
    work: 'One measure of segregation. International Economic Review 45, 555–578',
  },
  range: [0, 1],
  direction: 'higher_is_more_concentrated',
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `De spreiding ligt op ${share.nl} van de weg tussen overal hetzelfde aandeel en volledige scheiding.`,
      en: `The spread lies ${share.en} of the way from the same share everywhere to complete separation.`,
      fr: `La répartition se situe à ${share.fr} du chemin entre une part égale partout et la séparation complète.`,
    };
  },
  compute: comparingGroups(({ group, total }, { group: X, other: Y }) => {
    const squared = sumTerms(group.length, i => {
      const gap = Math.sqrt(group[i]! / X) - Math.sqrt((total[i]! - group[i]!) / Y);
      return gap * gap;
    });
    return squared / 2;
  }),
};

export const evennessIndices: readonly IndexDefinition[] = [dissimilarity, gini, theilH, hutchens];
