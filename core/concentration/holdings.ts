import { sumTerms } from '../summation.ts';
import { numberTexts } from './number.ts';
import { percentTexts } from './percent.ts';
import { populationOf, undefinedBecause } from './population.ts';
import type { Counts, IndexDefinition, IndexOutcome, Population } from './types.ts';

/** Runs `measure` where the group is somebody; these indices look at the group alone. */
function ofGroup(measure: (counts: Counts, group: number) => number): IndexDefinition['compute'] {
  return (counts: Counts, population: Population = populationOf(counts)): IndexOutcome => {
    if (population.total === 0) return undefinedBecause('no-areas');
    if (population.group === 0) return undefinedBecause('group-nobody');
    return { value: measure(counts, population.group) };
  };
}

const sumOfSquares = ({ group }: Counts, X: number): number =>
  sumTerms(group.length, i => (group[i]! / X) * (group[i]! / X));

/** Sum of squared shares of the stock: the chance that two social dwellings lie in one area. */
export const herfindahl: IndexDefinition = {
  id: 'herfindahl',
  family: 'stock',
  title: { nl: 'Herfindahl-index', en: 'Herfindahl index', fr: 'indice de Herfindahl' },
  formula: 'HHI = Σᵢ (xᵢ/X)²',
  citation: {
    author: 'Herfindahl',
    year: 1950,
    work: 'Concentration in the steel industry. Columbia University; after Hirschman (1945)',
  },
  range: [0, 1],
  direction: 'higher_is_more_concentrated',
  dependsOnAreas: true,
  example: 0.0045,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Twee lukraak gekozen sociale woningen liggen met een kans van ${share.nl} in hetzelfde gebied.`,
      en: `Two social dwellings picked at random lie in the same area with a chance of ${share.en}.`,
      fr: `Deux logements sociaux pris au hasard se trouvent dans la même zone avec une chance de ${share.fr}.`,
    };
  },
  compute: ofGroup(sumOfSquares),
};

/** The number of equally stocked areas that would give the same Herfindahl index. */
export const effectiveAreas: IndexDefinition = {
  id: 'effective_areas',
  family: 'stock',
  title: { nl: 'effectief aantal gebieden', en: 'effective number of areas', fr: 'nombre effectif de zones' },
  formula: 'N = 1 / Σᵢ (xᵢ/X)²',
  citation: {
    author: 'Adelman',
    year: 1969,
    work: 'Comment on the ‘H’ concentration measure as a numbers-equivalent. Review of Economics and Statistics 51, 99–101',
  },
  range: [1, Number.POSITIVE_INFINITY],
  direction: 'higher_is_less_concentrated',
  dependsOnAreas: true,
  example: 224,
  reading: value => {
    const areas = numberTexts(value);
    return {
      nl: `De sociale woningen liggen zo geconcentreerd alsof ze gelijk over ${areas.nl} gebieden verdeeld waren.`,
      en: `The social dwellings are as concentrated as if they were spread equally over ${areas.en} areas.`,
      fr: `Les logements sociaux sont aussi concentrés que s’ils étaient répartis également sur ${areas.fr} zones.`,
    };
  },
  compute: ofGroup((counts, X) => 1 / sumOfSquares(counts, X)),
};

const TOP = 10;

/** Share of the group in the ten areas that hold most of it; all of it where there are no more than ten. */
export const topTenShare: IndexDefinition = {
  id: 'top10_share',
  family: 'stock',
  title: {
    nl: 'aandeel in de tien gebieden met de meeste sociale woningen',
    en: 'share in the ten areas with most social dwellings',
    fr: 'part dans les dix zones les plus dotées',
  },
  formula: 'Σₖ x₍ₖ₎ / X, k = 1 … 10, x₍₁₎ ≥ x₍₂₎ ≥ … ≥ x₍ₙ₎',
  citation: null,
  range: [0, 1],
  direction: 'higher_is_more_concentrated',
  dependsOnAreas: true,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `${share.nl} van de sociale huurwoningen ligt in de tien gebieden met de meeste.`,
      en: `${share.en} of the social dwellings lie in the ten areas that have most of them.`,
      fr: `${share.fr} des logements sociaux se trouvent dans les dix zones qui en comptent le plus.`,
    };
  },
  compute: ofGroup(({ group }, X) => {
    const held = group.slice().sort();
    return sumTerms(Math.min(TOP, held.length), i => held[held.length - 1 - i]!) / X;
  }),
};

export const holdingsIndices: readonly IndexDefinition[] = [herfindahl, effectiveAreas, topTenShare];
