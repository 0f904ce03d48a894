import type { AreaGeometry } from '../areas/geometry.ts';
import { cellLayout } from './cells.ts';
import { decay } from './decay.ts';
import type { Counts } from './types.ts';

/**
 * How weight falls with the distance d within the radius r: exp(−decayPerKm · d), not at all, or as the
 * biweight (1 − (d/r)²)².
 */
export const KERNELS = ['exponential', 'uniform', 'biweight'] as const;
export type Kernel = (typeof KERNELS)[number];

/** The surroundings of an area: everything within the radius, weighted by the kernel (exponential where not said). */
export type Environment = { radiusKm: number; decayPerKm: number; kernel?: Kernel | undefined };

/**
 * Sums over all pairs of areas, themselves included, with the weight c = exp(−d), d in kilometres between
 * centroids and 0.6 √area within an area (Massey & Denton 1988).
 */
export type PairSums = {
  /** Σⱼ cᵢⱼ xⱼ and Σⱼ cᵢⱼ yⱼ for each area i. */
  group: Float64Array;
  other: Float64Array;
  /** Σᵢ Σⱼ cᵢⱼ */
  weight: number;
  /** The same with the weights of the environment, which are 1 within the area itself. */
  environmentGroup: Float64Array;
  environmentOther: Float64Array;
  /** Largest c of a pair left out: e^−cutoff, or 0 where every pair was summed. */
  omittedWeight: number;
};

/**
 * One pass over half the pairs, which serves every index of clustering and of spatial exposure; memory grows
 * with the areas, not with the pairs. With `cutoffKm` only pairs at that distance or nearer are sure to be
 * summed. The environment is exact as long as its radius is within the cut-off, which is widened to it.
 */
export function sumPairs(
  { group, total }: Counts,
  geometry: Pick<AreaGeometry, 'areaM2' | 'x' | 'y'>,
  environment: Environment,
  cutoffKm: number | null,
): PairSums {
  const size = group.length;
  const reach = cutoffKm === null ? null : Math.max(cutoffKm, environment.radiusKm);
  const layout =
    reach === null || reach === Number.POSITIVE_INFINITY
      ? null
      : cellLayout(
          geometry.x.map(metres => metres / 1000),
          geometry.y.map(metres => metres / 1000),
          reach,
        );
  const order = layout?.order ?? Uint32Array.from(group.keys());
  const px = Float64Array.from(order, i => geometry.x[i]! / 1000);
  const py = Float64Array.from(order, i => geometry.y[i]! / 1000);
  const xs = Float64Array.from(order, i => group[i]!);
  const ys = Float64Array.from(order, i => total[i]! - group[i]!);
  const own = Float64Array.from(order, i => decay(0.6 * Math.sqrt(geometry.areaM2[i]! / 1e6)));
  const { radiusKm, kernel } = environment;
  // Without decay the exponential kernel is the uniform one.
  const decayPerKm = kernel === 'uniform' ? 0 : environment.decayPerKm;
  const biweight = kernel === 'biweight';
  const perRadius = 1 / (radiusKm * radiusKm);

  const sumX = xs.map((x, i) => own[i]! * x);
  const sumY = ys.map((y, i) => own[i]! * y);
  const nearX = xs.slice();
  const nearY = ys.slice();
  let halfWeight = 0;
  const addRun = (i: number, from: number, to: number): void => {
    const xi = xs[i]!;
    const yi = ys[i]!;
    const pxi = px[i]!;
    const pyi = py[i]!;
    let x = 0;
    let y = 0;
    let weight = 0;
    let nearXi = 0;
    let nearYi = 0;
    for (let j = from; j < to; j++) {
      const dx = px[j]! - pxi;
      const dy = py[j]! - pyi;
      const d = Math.sqrt(dx * dx + dy * dy);
      const c = decay(d);
      x += c * xs[j]!;
      y += c * ys[j]!;
      sumX[j] = sumX[j]! + c * xi;
      sumY[j] = sumY[j]! + c * yi;
      weight += c;
      if (d <= radiusKm) {
        const inner = 1 - d * d * perRadius;
        const near = biweight ? inner * inner : decay(decayPerKm * d);
        nearXi += near * xs[j]!;
        nearYi += near * ys[j]!;
        nearX[j] = nearX[j]! + near * xi;
        nearY[j] = nearY[j]! + near * yi;
      }
    }
    sumX[i] = sumX[i]! + x;
    sumY[i] = sumY[i]! + y;
    nearX[i] = nearX[i]! + nearXi;
    nearY[i] = nearY[i]! + nearYi;
    halfWeight += weight;
  };
  for (let i = 0; i < size; i++) {
    if (layout) layout.forRunsAfter(i, (from, to) => addRun(i, from, to));
    else addRun(i, i + 1, size);
  }

  let ownWeight = 0;
  for (const weight of own) ownWeight += weight;
  const inPlace = (sorted: Float64Array): Float64Array => {
    const placed = new Float64Array(size);
    for (let k = 0; k < size; k++) placed[order[k]!] = sorted[k]!;
    return placed;
  };
  return {
    group: inPlace(sumX),
    other: inPlace(sumY),
    weight: 2 * halfWeight + ownWeight,
    environmentGroup: inPlace(nearX),
    environmentOther: inPlace(nearY),
    omittedWeight: layout ? Math.exp(-reach!) : 0,
  };
}
