import { quantileOf } from './summary.ts';

/** How other regions fare: the quartiles of their values. */
export type Benchmark = { regions: number; low: number; median: number; high: number };

/** Quartiles (linear between neighbours) of the values that are numbers; null where there is none. */
export function benchmarkOf(values: readonly (number | null)[]): Benchmark | null {
  const known = Float64Array.from(values.filter(value => value !== null && !Number.isNaN(value)) as number[]);
  if (known.length === 0) return null;
  known.sort();
  const [low, median, high] = [0.25, 0.5, 0.75].map(p => quantileOf(known, p)) as [number, number, number];
  return { regions: known.length, low, median, high };
}
