import type { Texts } from '../areas/indicator.ts';
import { sumColumn } from '../summation.ts';
import type { Counts, IndexDefinition, IndexOutcome, Population, UndefinedReason } from './types.ts';

/** Why an index has no value, in the reader's words. */
export const undefinedReasons: Readonly<Record<UndefinedReason, Texts>> = {
  'no-areas': {
    nl: 'er is geen gebied met woningen',
    en: 'there is no area with dwellings',
    fr: 'aucune zone ne compte de logements',
  },
  'group-nobody': {
    nl: 'er is geen enkele sociale woning, dus er valt niets te spreiden',
    en: 'the group is nobody: there is not one social dwelling to spread',
    fr: 'il n’y a aucun logement social à répartir',
  },
  'group-everybody': {
    nl: 'alle woningen zijn sociaal, dus er is geen andere groep om mee te vergelijken',
    en: 'the group is everybody: there is no other dwelling to compare with',
    fr: 'tous les logements sont sociaux : il n’y a pas d’autre groupe à comparer',
  },
  'no-neighbours': {
    nl: 'geen enkel gebied heeft een buur',
    en: 'no area has a neighbour',
    fr: 'aucune zone n’a de voisine',
  },
  'no-variation': {
    nl: 'het aandeel is in alle gebieden hetzelfde, dus er kan niets samenklonteren',
    en: 'the share is the same in every area, so that nothing can cluster',
    fr: 'la part est la même dans toutes les zones : rien ne peut se regrouper',
  },
  'areas-alike': {
    nl: 'de kleinste en de grootste gebieden zijn even groot, dus er is geen schaal om op te meten',
    en: 'the smallest and the largest areas are of one size, so that there is no scale to measure on',
    fr: 'les zones les plus petites et les plus grandes ont la même taille : il n’y a pas d’échelle de mesure',
  },
  'empty-part': {
    nl: 'het stadsdeel of de rand telt geen sociale woningen of geen woningen om mee te vergelijken',
    en: 'the city part or the fringe has no social dwellings or no dwellings to compare with',
    fr: 'la partie urbaine ou la périphérie n’a pas de logements sociaux ou pas de logements à comparer',
  },
};

/** The outcome of an index that cannot be computed. */
export function undefinedBecause(code: UndefinedReason): IndexOutcome {
  return { undefined: true, reason: undefinedReasons[code].en, code };
}

/** Sums over all areas: X (group), T (everybody) and Y = T − X (the others). */
export function populationOf({ group, total }: Counts): Population {
  const groupSum = sumColumn(group);
  const totalSum = sumColumn(total);
  return { group: groupSum, total: totalSum, other: totalSum - groupSum };
}

/**
 * The `compute` of an index that compares the group with the others: runs `measure` where the group is somebody
 * and not everybody, and answers why not where it is, so that all such indices are undefined alike.
 */
export function comparingGroups(
  measure: (counts: Counts, population: Population) => number,
): IndexDefinition['compute'] {
  return (counts, population = populationOf(counts)) => {
    if (population.total === 0) return undefinedBecause('no-areas');
    if (population.group === 0) return undefinedBecause('group-nobody');
    if (population.other <= 0) return undefinedBecause('group-everybody');
    return { value: measure(counts, population) };
  };
}
