import type { SpatialWeights } from '../../areas/weights.ts';
import { randomGenerator, shuffle } from '../../random/generator.ts';
import { deviations } from '../autocorrelation.ts';

/** Where an area lies in Moran's scatter plot; `none` for an area without neighbours and where values do not vary. */
export const QUADRANTS = ['none', 'high-high', 'low-high', 'low-low', 'high-low'] as const;

export type LocalMoran = {
  /** Iᵢ = zᵢ Σⱼ wᵢⱼ zⱼ / m₂ with row-standardised weights and m₂ = Σ z²/n (Anselin 1995); NaN where values do not vary. */
  value: Float64Array;
  /** Index into QUADRANTS: of itself and its neighbours, above or below the mean. */
  quadrant: Uint8Array;
  /** Pseudo-significance in the direction of the value, (r + 1)/(n + 1); 1 for an area without neighbours. */
  p: Float64Array;
};

/**
 * Local Moran with conditional permutation (Anselin 1995, Geographical Analysis 27): the area keeps its value,
 * its neighbours get values drawn without replacement from all other areas. Every neighbour weighs the same, so
 * that one random order of areas a draw serves all of them: the first k of it, the area itself skipped, are k
 * neighbours drawn from the others. p counts the draws at least as extreme on the nearer side, as esda and GeoDa
 * do; draws equal to the value count on both sides, so that an area whose value cannot vary has p = 1.
 */
export function localMoran(
  values: Float64Array,
  weights: SpatialWeights,
  { draws, seed }: { draws: number; seed: number },
): LocalMoran {
  const { starts, neighbours } = weights;
  const size = values.length;
  const z = deviations(values);
  let squares = 0;
  for (const each of z) squares += each * each;
  const variance = squares / size;
  const result: LocalMoran = {
    value: new Float64Array(size),
    quadrant: new Uint8Array(size),
    p: new Float64Array(size).fill(1),
  };
  // Equal values leave only rounding to divide by.
  if (values.every(value => value === values[0])) {
    result.value.fill(Number.NaN);
    return result;
  }
  let mostNeighbours = 0;
  for (let i = 0; i < size; i++) mostNeighbours = Math.max(mostNeighbours, starts[i + 1]! - starts[i]!);
  const orders = randomOrders(z, Math.min(size, mostNeighbours + 1), draws, seed);

  for (let i = 0; i < size; i++) {
    const degree = starts[i + 1]! - starts[i]!;
    if (degree === 0) continue;
    let lag = 0;
    for (let e = starts[i]!; e < starts[i + 1]!; e++) lag += z[neighbours[e]!]!;
    result.value[i] = (z[i]! * lag) / degree / variance;
    result.quadrant[i] = z[i]! > 0 ? (lag > 0 ? 1 : 4) : lag > 0 ? 2 : 3;
    result.p[i] = pseudoSignificance(i, z[i]!, lag, degree, Math.sqrt(variance), orders);
  }
  return result;
}

type RandomOrders = {
  draws: number;
  length: number;
  /** Sum of the first k values of each order: `sums[k · draws + draw]`. */
  sums: Float64Array;
  /** Places of an area in the orders: draw · length + position, ascending, as compressed rows. */
  starts: Uint32Array;
  places: Uint32Array;
};

function randomOrders(z: Float64Array, length: number, draws: number, seed: number): RandomOrders {
  const random = randomGenerator(seed);
  const areas = Uint32Array.from(z.keys());
  const sums = new Float64Array((length + 1) * draws);
  const drawn = new Uint32Array(length * draws);
  for (let draw = 0; draw < draws; draw++) {
    shuffle(areas, random, length);
    let sum = 0;
    for (let k = 0; k < length; k++) {
      sum += z[areas[k]!]!;
      sums[(k + 1) * draws + draw] = sum;
      drawn[draw * length + k] = areas[k]!;
    }
  }
  const starts = new Uint32Array(z.length + 1);
  for (const area of drawn) starts[area + 1]!++;
  for (let i = 0; i < z.length; i++) starts[i + 1]! += starts[i]!;
  const filled = starts.slice();
  const places = new Uint32Array(drawn.length);
  drawn.forEach((area, place) => {
    places[filled[area]!++] = place;
  });
  return { draws, length, sums, starts, places };
}

function pseudoSignificance(
  area: number,
  own: number,
  lag: number,
  degree: number,
  scale: number,
  { draws, length, sums, starts, places }: RandomOrders,
): number {
  // Sums of equal values taken in another order differ by rounding; they are ties.
  const tie = 1e-12 * degree * scale;
  const row = degree * draws;
  let above = 0;
  let below = 0;
  for (let draw = 0; draw < draws; draw++) {
    const difference = sums[row + draw]! - lag;
    if (difference >= -tie) above++;
    if (difference <= tie) below++;
  }
  // In the few orders that hold the area itself among its own neighbours it makes room for the next one.
  for (let k = starts[area]!; k < starts[area + 1]!; k++) {
    const draw = Math.floor(places[k]! / length);
    if (places[k]! % length >= degree) continue;
    const wrong = sums[row + draw]! - lag;
    const right = sums[row + draws + draw]! - own - lag;
    above += Number(right >= -tie) - Number(wrong >= -tie);
    below += Number(right <= tie) - Number(wrong <= tie);
  }
  if (own === 0) return 1;
  return (Math.min(above, below) + 1) / (draws + 1);
}
