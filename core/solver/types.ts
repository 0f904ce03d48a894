/**
 * A linear program with some whole columns, to be made small: Σ cost·x with lower ≤ x ≤ upper, and every row between
 * its bounds. Infinity and −Infinity where there is no bound. Rows are compressed (CSR).
 */
export type LinearModel = {
  cost: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  /** 1 where a column takes whole numbers only. */
  whole: Uint8Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  /** Where each row begins in `columns` and `values`; one more than there are rows. */
  starts: Int32Array;
  columns: Int32Array;
  values: Float64Array;
};

/**
 * How a run ended: `optimal` within the gap that was asked; `time`, `memory` and `interrupted` with the best that was
 * found until then, if anything was.
 */
export type SolverStatus = 'optimal' | 'infeasible' | 'unbounded' | 'time' | 'memory' | 'interrupted';

export type SolverResult = {
  status: SolverStatus;
  /** Σ cost·x of the best columns; null where none were found. */
  value: number | null;
  /** No columns have a lower Σ cost·x; −Infinity where nothing was proved. */
  bound: number;
  /** (value − bound) / |value|; 0 for a proven optimum, Infinity where there is no value or no bound. */
  gap: number;
  /** The best columns; they meet rows and bounds up to 1e-6. */
  columns: Float64Array | null;
  /** What Σ cost·x rises by for one more in the bound that holds a row; null for models with whole columns. */
  rowDuals: Float64Array | null;
  seconds: number;
};

/** What is known while a run goes on. */
export type SolverProgress = {
  seconds: number;
  value: number | null;
  bound: number;
  gap: number;
  /** Subproblems looked at. */
  nodes: number;
  /** The best columns so far, where the value became better since the last report. */
  columns: Float64Array | null;
};

export type RunOptions = {
  /** Ends the run with the best so far. */
  secondsLimit?: number;
  /** A relative gap that is small enough; 0 where not said, which asks for a proven optimum. */
  gap?: number;
  /** A difference between value and bound that is small enough, whatever the value; 0 where not said. */
  absoluteGap?: number;
  /** The same seed gives the same answer, unless time or memory ended the run. */
  seed?: number;
  /** A limit on the memory of the solver as a whole, in bytes; 1 GiB where not said. */
  memoryBytes?: number;
  /** Columns known to be possible, to start from. */
  start?: Float64Array;
  /** At most four times a second, and for every better plan. */
  onProgress?: (progress: SolverProgress) => void;
  /** Asked again and again while the run goes on; true ends it with the best so far. */
  isCancelled?: () => boolean;
};

/** Rows and columns that no values meet together, none of which can be left out. */
export type InfeasibleSubset = { rows: number[]; columns: number[] };

/** A model that lives in the memory of the solver until `dispose`. */
export type SolverModel = {
  /** Throws ProblemError `too-large` where memory ended before anything was found. */
  run(options?: RunOptions): SolverResult;
  /** Ends the run that goes on; to be called from `onProgress`. */
  interrupt(): void;
  /** Adds lower ≤ Σ values·x ≤ upper; its place is after all rows there are. */
  addRow(lower: number, upper: number, columns: ArrayLike<number>, values: ArrayLike<number>): void;
  setRowBounds(row: number, lower: number, upper: number): void;
  setColumnBounds(column: number, lower: number, upper: number): void;
  setCost(column: number, cost: number): void;
  /** Of the relaxation in fractions, after an infeasible run; null where the relaxation can be met. */
  infeasibleSubset(): InfeasibleSubset | null;
  dispose(): void;
};

export type Solver = {
  createModel(model: LinearModel): SolverModel;
  /** Memory taken; it never shrinks. */
  readonly memoryBytes: number;
  /** False once a run broke off in the middle of its memory: load another solver. */
  readonly usable: boolean;
};
