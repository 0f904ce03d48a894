import { sumTerms } from '../summation.ts';
import type { Counts, Population } from './types.ts';

/**
 * x ln(x T / (t X)) + y ln(y T / (t Y)) of one area: its divergence from the whole, in nats times dwellings; 0 without
 * dwellings. By way of the excess x T − t X where it is small, so that nearly even areas stay exact.
 */
export function areaInformation(x: number, t: number, { group: X, total: T, other: Y }: Population): number {
  const y = t - x;
  const excess = x * T - t * X;
  const ofGroup = x > 0 ? x * logRatio(excess, t * X, x * T) : 0;
  const ofOthers = y > 0 ? y * logRatio(-excess, t * Y, y * T) : 0;
  return ofGroup + ofOthers;
}

/** ln(whole / base), whole = base + excess; the sum loses what is left of a small whole. */
function logRatio(excess: number, base: number, whole: number): number {
  return Math.abs(excess) <= base / 2 ? Math.log1p(excess / base) : Math.log(whole / base);
}

/** Σ of `areaInformation`: divided by T it is M, by the entropy of the whole Theil's H. */
export function informationOf({ group, total }: Counts, population: Population): number {
  return sumTerms(group.length, i => areaInformation(group[i]!, total[i]!, population));
}
