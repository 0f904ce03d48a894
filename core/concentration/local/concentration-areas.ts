import { ProblemError } from '../../problem.ts';
import type { Counts } from '../types.ts';

/** A concentration area holds more than `shareAbove` social dwellings and more than `povertyAbove` child poverty. */
export type ConcentrationRule = { shareAbove: number; povertyAbove: number };

/** 1 for a concentration area, 0 for another, 255 where the share or the child-poverty index is not known. */
export type ConcentrationAreas = Uint8Array;

export const UNKNOWN_CONCENTRATION = 255;

/**
 * Areas in which both thresholds (0–1) are passed. `poverty` is the child-poverty index of each area, 0–1, NaN
 * where there is none. Throws ProblemError `bad-parameter` for a threshold outside 0–1.
 */
export function concentrationAreas(
  { group, total }: Counts,
  poverty: Float64Array,
  { shareAbove, povertyAbove }: ConcentrationRule,
): ConcentrationAreas {
  for (const threshold of [shareAbove, povertyAbove]) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new ProblemError(
        'bad-parameter',
        `Threshold ${threshold} is not a share; give a number from 0 to 1, such as 0.2 for 20%.`,
        { threshold },
      );
    }
  }
  return Uint8Array.from(group, (x, i) => {
    const share = x / total[i]!;
    if (Number.isNaN(share) || Number.isNaN(poverty[i]!)) return UNKNOWN_CONCENTRATION;
    return share > shareAbove && poverty[i]! > povertyAbove ? 1 : 0;
  });
}
