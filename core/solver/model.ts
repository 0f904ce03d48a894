import { ProblemError } from '../problem.ts';
import type { LinearModel } from './types.ts';

/** A model as it is written down, column by column and row by row. */
export type ModelBuilder = {
  /** Adds a column and gives its place. */
  column(cost: number, lower: number, upper: number): number;
  /** As `column`, for whole numbers only. */
  wholeColumn(cost: number, lower: number, upper: number): number;
  /** Adds lower ≤ Σ values·x ≤ upper and gives its place; a column may be named twice, its values add up. */
  row(lower: number, upper: number, columns: ArrayLike<number>, values: ArrayLike<number>): number;
  readonly columns: number;
  readonly rows: number;
  build(): LinearModel;
};

/** @throws ProblemError `internal` from `row` and `build` for a number that is none, or a column that is not there. */
export function modelBuilder(): ModelBuilder {
  const cost: number[] = [];
  const lower: number[] = [];
  const upper: number[] = [];
  const whole: number[] = [];
  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  const starts: number[] = [0];
  const entries: number[] = [];
  const values: number[] = [];
  const add = (isWhole: 0 | 1, price: number, least: number, most: number): number => {
    if (!Number.isFinite(price) || Number.isNaN(least) || Number.isNaN(most))
      throw unreadable(`column ${cost.length}`);
    cost.push(price);
    lower.push(least);
    upper.push(most);
    whole.push(isWhole);
    return cost.length - 1;
  };
  return {
    column: (price, least, most) => add(0, price, least, most),
    wholeColumn: (price, least, most) => add(1, price, least, most),
    row(least, most, columns, given) {
      const sums = new Map<number, number>();
      for (let k = 0; k < columns.length; k++) {
        const [column, value] = [columns[k]!, given[k]!];
        if (!(column >= 0 && column < cost.length) || !Number.isFinite(value))
          throw unreadable(`row ${rowLower.length}`);
        sums.set(column, (sums.get(column) ?? 0) + value);
      }
      if (Number.isNaN(least) || Number.isNaN(most)) throw unreadable(`row ${rowLower.length}`);
      for (const [column, value] of sums) {
        if (value === 0) continue;
        entries.push(column);
        values.push(value);
      }
      starts.push(entries.length);
      rowLower.push(least);
      rowUpper.push(most);
      return rowLower.length - 1;
    },
    get columns() {
      return cost.length;
    },
    get rows() {
      return rowLower.length;
    },
    build: () => ({
      cost: Float64Array.from(cost),
      lower: Float64Array.from(lower),
      upper: Float64Array.from(upper),
      whole: Uint8Array.from(whole),
      rowLower: Float64Array.from(rowLower),
      rowUpper: Float64Array.from(rowUpper),
      starts: Int32Array.from(starts),
      columns: Int32Array.from(entries),
      values: Float64Array.from(values),
    }),
  };
}

const unreadable = (place: string): ProblemError =>
  new ProblemError('internal', `The model of the solver holds something that is no number in ${place}`);
