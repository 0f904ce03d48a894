import { ProblemError } from '../../problem.ts';
import type { Counts } from '../types.ts';

/**
 * Chance deals out whole dwellings: throws ProblemError `bad-input` where a count is a fraction. Counts are
 * never rounded in silence, which would give a result on other data than those shown.
 */
export function requireWholeCounts({ group, total }: Counts): void {
  for (let i = 0; i < group.length; i++) {
    const broken = Number.isInteger(group[i]!) ? total[i]! : group[i]!;
    if (!Number.isInteger(broken)) {
      throw new ProblemError(
        'bad-input',
        `Area ${i + 1} of those with dwellings counts ${broken}: inference draws whole dwellings, so give whole counts.`,
        { position: i, count: broken },
      );
    }
  }
}

/** Whether chance can deal these counts out at all. */
export function areWholeCounts({ group, total }: Counts): boolean {
  return group.every(Number.isInteger) && total.every(Number.isInteger);
}
