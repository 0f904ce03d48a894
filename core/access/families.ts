import { type Coverage, coverage } from './coverage.ts';

/** Births within reach of family centres. Births of three birth years, as the child-poverty index counts them. */
export type FamilyReach = {
  withinM: number;
  /** Births in deprived families. */
  deprived: Coverage;
  births: Coverage;
  /** Child-poverty index of the births within reach, and of those beyond; null where there are none. */
  indexWithin: number | null;
  indexBeyond: number | null;
};

/**
 * Births in deprived families within so many metres of a family centre. The index is a share of births; it does not say
 * how many people are poor.
 */
export function familyReach(
  metres: Float64Array,
  deprivedBirths: Float64Array,
  births: Float64Array,
  distancesM: readonly number[],
): FamilyReach[] {
  const deprived = coverage(metres, deprivedBirths, distancesM);
  return coverage(metres, births, distancesM).map((all, k) => {
    const poor = deprived[k]!;
    const beyond = all.all - all.reached;
    return {
      withinM: all.withinM,
      deprived: poor,
      births: all,
      indexWithin: all.reached > 0 ? poor.reached / all.reached : null,
      indexBeyond: beyond > 0 ? (poor.all - poor.reached) / beyond : null,
    };
  });
}
