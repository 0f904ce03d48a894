import type { EvaluatedAreas } from './evaluated.ts';

/** Share of social dwellings above which an area counts as having many, unless the scenario says otherwise. */
export const MANY_SOCIAL = 0.2;

/** How many areas of the scope have a larger share of social dwellings than `share`, before and after. */
export function areasAbove(areas: EvaluatedAreas, share: number): { before: number; after: number } {
  const above = (social: Float64Array, total: Float64Array): number => {
    let found = 0;
    // Without dividing: an area without dwellings has no share, and a bound that is met is not passed.
    for (let i = 0; i < social.length; i++) if (total[i]! > 0 && social[i]! > share * total[i]!) found++;
    return found;
  };
  return {
    before: above(areas.socialBefore, areas.totalBefore),
    after: above(areas.socialAfter, areas.totalAfter),
  };
}
