import type { CallbackData, Highs, HighsCallbackMap, Model } from 'highs';
import { ProblemError } from '../problem.ts';
import type {
  InfeasibleSubset,
  LinearModel,
  RunOptions,
  Solver,
  SolverModel,
  SolverProgress,
  SolverResult,
  SolverStatus,
} from './types.ts';

const GIBIBYTE = 2 ** 30;
/** Seconds between two reports that tell of no better plan. */
const REPORT_SECONDS = 0.25;
const NO_LIMIT_SECONDS = 1e9;

/** HiGHS as the product uses it. */
export function solverOf(highs: Highs): Solver {
  let usable = true;
  return {
    createModel(linear) {
      const model = guarded(() => highs.createModel(modelData(highs, linear)));
      const broken = (): void => {
        usable = false;
      };
      return solverModel(highs, model, linear, broken);
    },
    get memoryBytes() {
      return highs.memoryBytes;
    },
    get usable() {
      return usable;
    },
  };

  function guarded<T>(make: () => T): T {
    try {
      return make();
    } catch (error) {
      usable = false;
      throw tooLarge(error);
    }
  }
}

function modelData(highs: Highs, { whole, ...linear }: LinearModel): Parameters<Highs['createModel']>[0] {
  const { continuous, integer } = highs.constants.variableType;
  const [numRows, numCols] = [linear.rowLower.length, linear.cost.length];
  return {
    numCols,
    numRows,
    colCost: linear.cost,
    colLower: linear.lower,
    colUpper: linear.upper,
    rowLower: linear.rowLower,
    rowUpper: linear.rowUpper,
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: linear.starts,
      indices: linear.columns,
      values: linear.values,
    },
    ...(whole.includes(1)
      ? { integrality: Int32Array.from(whole, one => (one ? integer : continuous)) }
      : {}),
  };
}

function solverModel(highs: Highs, model: Model, { whole }: LinearModel, onBroken: () => void): SolverModel {
  const isWhole = whole.includes(1);
  let isInterrupted = false;
  let isBroken = false;

  function run(options: RunOptions = {}): SolverResult {
    const { secondsLimit = Infinity, gap = 0, absoluteGap = 0, seed = 0, start } = options;
    isInterrupted = false;
    model.zeroAllClocks();
    model.options.set({
      output_flag: false,
      // HiGHS takes finite numbers only.
      time_limit: Math.min(secondsLimit, NO_LIMIT_SECONDS),
      mip_rel_gap: gap,
      mip_abs_gap: absoluteGap,
      random_seed: seed,
    });
    if (start !== undefined) model.setSolution({ colValue: start });
    const watch = watchOf(highs, whole, options, () => isInterrupted);
    try {
      model.run(watch.callbacks);
    } catch (error) {
      // Memory that could not be had leaves the solver in the middle of something.
      isBroken = true;
      onBroken();
      return watch.bestOr('memory', tooLarge(error));
    }
    return resultOf(watch);
  }

  function resultOf(watch: Watch): SolverResult {
    const status = statusOf(watch);
    const seconds = model.getRunTime();
    if (status === 'infeasible' || status === 'unbounded') {
      const bound = status === 'infeasible' ? Infinity : -Infinity;
      return { status, value: null, bound, gap: Infinity, columns: null, rowDuals: null, seconds };
    }
    const { feasible } = highs.constants.solutionStatus;
    const hasColumns = model.info.get('primal_solution_status') === feasible;
    const value = hasColumns ? model.getObjectiveValue() : null;
    if (status === 'memory' && value === null) throw tooLarge(null);
    const solution = hasColumns ? model.getSolution() : null;
    const bound = isWhole
      ? Number(model.info.get('mip_dual_bound'))
      : status === 'optimal'
        ? value!
        : -Infinity;
    return {
      status,
      value,
      bound: value === null ? bound : Math.min(bound, value),
      gap: gapOf(value, bound),
      columns: solution === null ? null : wholeNumbers(solution.colValue, whole),
      rowDuals: isWhole || status !== 'optimal' ? null : (solution?.rowDual ?? null),
      seconds,
    };
  }

  function statusOf(watch: Watch): SolverStatus {
    const codes = highs.constants.modelStatus;
    switch (model.getModelStatus()) {
      case codes.optimal:
      case codes.empty:
        return 'optimal';
      case codes.infeasible:
        return 'infeasible';
      case codes.unbounded:
        return 'unbounded';
      case codes.unboundedOrInfeasible:
        return canBeMet() ? 'unbounded' : 'infeasible';
      case codes.timeLimit:
        return 'time';
      case codes.interrupted:
        return watch.isFull() ? 'memory' : 'interrupted';
      default:
        throw new ProblemError('internal', 'The solver came to no answer; change the question a little.', {
          status: model.getModelStatus(),
        });
    }
  }

  /** Whether any columns are possible at all; the costs are put back. */
  function canBeMet(): boolean {
    const { colCost } = model.getLp();
    const all = { kind: 'range', from: 0, to: colCost.length - 1 } as const;
    model.changeColsCost(all, new Float64Array(colCost.length));
    model.run();
    const met = model.getModelStatus() === highs.constants.modelStatus.optimal;
    model.changeColsCost(all, colCost);
    return met;
  }

  function infeasibleSubset(): InfeasibleSubset | null {
    model.options.set('iis_strategy', highs.constants.iis.strategyRowPriority);
    const { rowIndex, colIndex, colBound } = model.getIis();
    if (rowIndex.length === 0 && colIndex.length === 0) return null;
    const { boundFree } = highs.constants.iis;
    return {
      rows: Array.from(rowIndex),
      columns: Array.from(colIndex).filter((_, k) => colBound[k] !== boundFree),
    };
  }

  return {
    run,
    interrupt() {
      isInterrupted = true;
    },
    addRow: (lower, upper, columns, values) =>
      void model.addRow(lower, upper, {
        indices: Int32Array.from(columns),
        values: Float64Array.from(values),
      }),
    setRowBounds: (row, lower, upper) => void model.changeRowBounds(row, lower, upper),
    setColumnBounds: (column, lower, upper) => void model.changeColBounds(column, lower, upper),
    setCost: (column, cost) => void model.changeColCost(column, cost),
    infeasibleSubset,
    dispose() {
      // What broke off cannot be cleared away either.
      if (!isBroken) model.dispose();
    },
  };
}

type Watch = {
  callbacks: HighsCallbackMap;
  /** Whether the run was ended because it took too much memory. */
  isFull(): boolean;
  /** The best that was reported, as a result; without any the error is thrown. */
  bestOr(status: SolverStatus, error: ProblemError): SolverResult;
};

/** Follows a run: reports it, keeps the best, and ends it when asked or when memory is full. */
function watchOf(highs: Highs, whole: Uint8Array, options: RunOptions, isInterrupted: () => boolean): Watch {
  const { memoryBytes = GIBIBYTE, onProgress, isCancelled } = options;
  let full = false;
  let best: { value: number; columns: Float64Array } | null = null;
  let bound = -Infinity;
  let seconds = 0;
  let reported = -Infinity;

  const report = (data: CallbackData, columns: Float64Array | null): void => {
    seconds = data.running_time ?? seconds;
    bound = Math.max(bound, finite(data.mip_dual_bound, -Infinity));
    if (columns === null && seconds - reported < REPORT_SECONDS) return;
    reported = seconds;
    const value = best?.value ?? null;
    const nodes = Number(data.mip_node_count ?? 0);
    const progress: SolverProgress = { seconds, value, bound, gap: gapOf(value, bound), nodes, columns };
    onProgress?.(progress);
  };
  const mayStop = ({ data, interrupt }: { data: CallbackData; interrupt: () => void }): undefined => {
    report(data, null);
    full ||= highs.memoryBytes > memoryBytes;
    if (full || isInterrupted() || isCancelled?.() === true) interrupt();
  };
  const { simplexInterrupt, ipmInterrupt, mipInterrupt, mipImprovingSolution } = highs.constants.callbackType;
  return {
    callbacks: {
      [simplexInterrupt]: event => mayStop({ data: event.data, interrupt: () => event.interrupt() }),
      [ipmInterrupt]: event => mayStop({ data: event.data, interrupt: () => event.interrupt() }),
      [mipInterrupt]: event => mayStop({ data: event.data, interrupt: () => event.interrupt() }),
      [mipImprovingSolution]: ({ data }): undefined => {
        const { mip_solution: columns, objective_function_value: value } = data;
        if (columns === undefined || value === undefined) return;
        best = { value, columns: wholeNumbers(columns, whole) };
        report(data, best.columns);
      },
    },
    isFull: () => full,
    bestOr(status, error) {
      if (best === null) throw error;
      const { value, columns } = best;
      return { status, value, bound, gap: gapOf(value, bound), columns, rowDuals: null, seconds };
    },
  };
}

/** Whole columns are so up to 1e-6 in the solver, and some are −0. */
const wholeNumbers = (columns: Float64Array, whole: Uint8Array): Float64Array =>
  columns.map((value, column) => (whole[column] === 1 ? Math.round(value) + 0 : value));

const finite = (value: number | undefined, otherwise: number): number =>
  value !== undefined && Number.isFinite(value) ? value : otherwise;

function gapOf(value: number | null, bound: number): number {
  if (value === null || !Number.isFinite(bound)) return Infinity;
  return value <= bound ? 0 : (value - bound) / Math.abs(value);
}

const tooLarge = (cause: unknown): ProblemError =>
  new ProblemError(
    'too-large',
    'The solver takes more memory than there is for it; ask for fewer areas, sites or constraints.',
    {},
    cause,
  );
