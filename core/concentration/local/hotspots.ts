import type { SpatialWeights } from '../../areas/weights.ts';
import { sumColumn } from '../../summation.ts';
import { deviations, neighbourWeight, type Standardisation } from '../autocorrelation.ts';

export type LocalG = {
  /** Weighted sum of the values around over the sum of all (of all others without `self`). */
  g: Float64Array;
  /** Standard score; above 1.96 a hot spot, below −1.96 a cold spot, before any control for many areas. */
  z: Float64Array;
};

/**
 * Local G of Ord & Getis (1995, Geographical Analysis 27): with `self` the area counts among its own
 * surroundings (G*), without it does not (G). `row` makes the weights around an area add to 1. NaN for an area
 * without surroundings, and where the values do not vary.
 */
export function localG(
  values: Float64Array,
  weights: SpatialWeights,
  { self, standardisation }: { self: boolean; standardisation: Standardisation },
): LocalG {
  const size = values.length;
  const sum = sumColumn(values);
  let squares = 0;
  for (const value of values) squares += value * value;
  const g = new Float64Array(size);
  const z = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const others = weights.starts[i + 1]! - weights.starts[i]!;
    const around = others + Number(self);
    const weight = standardisation === 'row' ? 1 / around : 1;
    let lag = self ? values[i]! : 0;
    for (let e = weights.starts[i]!; e < weights.starts[i + 1]!; e++) lag += values[weights.neighbours[e]!]!;
    const counted = self ? size : size - 1;
    const total = self ? sum : sum - values[i]!;
    const mean = total / counted;
    const variance = (self ? squares : squares - values[i]! * values[i]!) / counted - mean * mean;
    const weightSum = around * weight;
    const spread = (counted * around * weight * weight - weightSum * weightSum) / (counted - 1);
    g[i] = (weight * lag) / total;
    z[i] = (weight * lag - weightSum * mean) / Math.sqrt(variance * spread);
  }
  return { g, z };
}

/**
 * Local Geary: Σⱼ wᵢⱼ (zᵢ − zⱼ)², z in standard deviations, weights of an area adding to 1 (Anselin 1995);
 * NaN for an area without neighbours.
 */
export function localGeary(values: Float64Array, weights: SpatialWeights): Float64Array {
  const apart = deviations(values);
  let squares = 0;
  for (const each of apart) squares += each * each;
  const variance = squares / values.length;
  return apart.map((own, i) => {
    let sum = 0;
    for (let e = weights.starts[i]!; e < weights.starts[i + 1]!; e++) {
      const gap = own - apart[weights.neighbours[e]!]!;
      sum += gap * gap;
    }
    return (sum * neighbourWeight(weights, i, 'row')) / variance;
  });
}
