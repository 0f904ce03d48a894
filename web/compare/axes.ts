import type { AnyIndex } from '../../core/concentration/spatial-registry.ts';
import { type Axis, axisAround } from '../charts/scale.ts';
import type { Benchmark } from '../data/comparison.ts';
import type { CompareRow } from './rows.ts';

/** An axis for values of an index: from nought where the index begins there, so that lengths can be compared. */
export function indexAxis(index: AnyIndex, values: readonly number[], count = 5): Axis {
  return axisAround(values, count, index.range[0] === 0 ? [0] : []);
}

/** Everything about regions that must lie on one axis. */
export const rowValues = (rows: readonly CompareRow[], benchmark: Benchmark | null): number[] => [
  ...rows.flatMap(row => [row.value, row.expected, row.corrected, row.low, row.high]),
  ...(benchmark === null ? [] : [benchmark.low, benchmark.high]),
];
