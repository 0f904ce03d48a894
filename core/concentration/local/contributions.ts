import { areaInformation } from '../information.ts';
import { populationOf } from '../population.ts';
import type { Counts } from '../types.ts';

/** Values for each area, in the order of the counts; areas without dwellings give NaN. */
export type LocalColumn = Float64Array;

/** Location quotient: the share of the area over the share of the whole; NaN everywhere when the group is nobody. */
export function locationQuotients(counts: Counts): LocalColumn {
  const { group: X, total: T } = populationOf(counts);
  return counts.group.map((x, i) => (x * T) / (counts.total[i]! * X));
}

/** ½ |xᵢ/X − yᵢ/Y|: what each area adds to dissimilarity; the column sums to D. */
export function dissimilarityContributions({ group, total }: Counts): LocalColumn {
  const { group: X, total: T, other: Y } = populationOf({ group, total });
  return group.map((x, i) => (total[i] === 0 ? Number.NaN : Math.abs(x * T - total[i]! * X) / X / Y / 2));
}

/**
 * Local information: the divergence of the area's mix from the whole, Σ p ln(p / P) over both kinds, in nats
 * (Alonso-Villar & Del Río 2010; Elbers 2021). Weighted by the areas' shares of all dwellings it sums to M.
 */
export function localInformation({ group, total }: Counts): LocalColumn {
  const population = populationOf({ group, total });
  return group.map((x, i) => areaInformation(x, total[i]!, population) / total[i]!);
}

/** What each area adds to Theil's H: its local information, weighted, over the entropy; the column sums to H. */
export function theilContributions(counts: Counts): LocalColumn {
  const { group: X, total: T, other: Y } = populationOf(counts);
  const entropy = X * Math.log(T / X) + Y * Math.log(T / Y);
  return localInformation(counts).map((information, i) => (information * counts.total[i]!) / entropy);
}
