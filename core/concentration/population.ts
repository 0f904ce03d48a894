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
