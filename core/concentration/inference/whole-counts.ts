import { ProblemError } from '../../problem.ts';
import type { Counts } from '../types.ts';

/**
 * Chance deals out whole dwellings: throws ProblemError `bad-input` where a count is a fraction. Counts are
 * never rounded in silence, which would give a result on other data than those shown.
 */
export function requireWholeCounts(
  { group, total }: Counts,
  /** What an area is called; by its place where nobody knows a name. */
  nameOf: (place: number) => string = place => `${place + 1} of those with dwellings`,
): void {
  for (let i = 0; i < group.length; i++) {
    const broken = Number.isInteger(group[i]!) ? total[i]! : group[i]!;
    if (!Number.isInteger(broken)) {
      throw new ProblemError(
        'bad-input',
        `Area ${nameOf(i)} counts ${broken}: inference draws whole dwellings, so give whole counts.`,
        { position: i, count: broken },
      );
    }
  }
}

/** Whether chance can deal these counts out at all. */
export function areWholeCounts({ group, total }: Counts): boolean {
  return group.every(Number.isInteger) && total.every(Number.isInteger);
}
