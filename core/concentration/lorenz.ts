import { populationOf } from './population.ts';
import type { Counts } from './types.ts';

/** Cumulative shares of the others and of the group, areas from the smallest share of the group to the largest. */
export type LorenzCurve = { others: Float64Array; group: Float64Array };

/**
 * The segregation curve (Duncan & Duncan 1955): one point for each area and the origin. Its largest vertical
 * distance to the diagonal is the dissimilarity, twice the area between them the Gini coefficient. Null where the
 * group is nobody or everybody.
 */
export function lorenzCurve({ group, total }: Counts): LorenzCurve | null {
  const { group: X, other: Y } = populationOf({ group, total });
  if (X === 0 || Y <= 0) return null;
  const order = Uint32Array.from(total.keys())
    .filter(i => total[i]! > 0)
    .sort((a, b) => group[a]! * total[b]! - group[b]! * total[a]!);
  const curve = { others: new Float64Array(order.length + 1), group: new Float64Array(order.length + 1) };
  let sumX = 0;
  let sumY = 0;
  order.forEach((i, k) => {
    sumX += group[i]!;
    sumY += total[i]! - group[i]!;
    curve.group[k + 1] = sumX / X;
    curve.others[k + 1] = sumY / Y;
  });
  return curve;
}

/** Share of the group beside the first half of the others, read off the curve between its points. */
export function groupAtHalf({ others, group }: LorenzCurve): number {
  const after = others.findIndex(share => share >= 0.5);
  const [x0, x1] = [others[after - 1] ?? 0, others[after] ?? 1];
  const [y0, y1] = [group[after - 1] ?? 0, group[after] ?? 1];
  return x1 === x0 ? y1 : y0 + ((0.5 - x0) / (x1 - x0)) * (y1 - y0);
}
