import { afterEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../../core/problem.ts';
import { conflictOfGroups } from '../../../core/solver/conflict.ts';
import { loadHighs, loadSolver, sharedSolver } from '../../../core/solver/highs.ts';
import { type ModelBuilder, modelBuilder } from '../../../core/solver/model.ts';
import type { LinearModel, RunOptions, SolverProgress } from '../../../core/solver/types.ts';

const solver = await loadSolver();

function run(builder: ModelBuilder, options?: RunOptions) {
  const model = solver.createModel(builder.build());
  try {
    return model.run(options);
  } finally {
    model.dispose();
  }
}

/** Make 3 x + 5 y large (so −3 x − 5 y small) with x ≤ 4, 2 y ≤ 12, 3 x + 2 y ≤ 18: x = 2, y = 6 (Hillier & Lieberman, Wyndor Glass). */
function wyndor(whole = false): ModelBuilder {
  const builder = modelBuilder();
  const add = whole ? builder.wholeColumn : builder.column;
  const [x, y] = [add(-3, 0, Infinity), add(-5, 0, Infinity)];
  builder.row(-Infinity, 4, [x], [1]);
  builder.row(-Infinity, 12, [y], [2]);
  builder.row(-Infinity, 18, [x, y], [3, 2]);
  return builder;
}

/** A knapsack of many like things, which branching alone does not finish soon. */
function hard(items: number, rows: number): ModelBuilder {
  const builder = modelBuilder();
  const weight = (i: number, r: number) => 100 + ((i * 7919 + r * 104_729) % 211);
  const columns = Array.from({ length: items }, (_, i) => builder.wholeColumn(-weight(i, 17), 0, 1));
  for (let r = 0; r < rows; r++) {
    const weights = columns.map((_, i) => weight(i, r));
    const half = Math.floor(weights.reduce((sum, w) => sum + w, 0) / 2);
    builder.row(-Infinity, half, columns, weights);
  }
  return builder;
}

describe('The solver', () => {
  it('finds the optimum and the duals of the Wyndor Glass problem', () => {
    const { status, value, bound, gap, columns, rowDuals } = run(wyndor());
    expect(status).toBe('optimal');
    expect(value).toBeCloseTo(-36, 9);
    expect(bound).toBeCloseTo(-36, 9);
    expect(gap).toBe(0);
    expect([...columns!].map(Math.round)).toEqual([2, 6]);
    // The book's shadow prices 0, 3/2 and 1, for a sum that is made small.
    expect(rowDuals![0]).toBeCloseTo(0, 9);
    expect(rowDuals![1]).toBeCloseTo(-1.5, 9);
    expect(rowDuals![2]).toBeCloseTo(-1, 9);
  });

  it('keeps whole columns whole: 5 x + 4 y with 6 x + 4 y ≤ 24 and x + 2 y ≤ 6 is 20, at 4 and 0 (Taha)', () => {
    const builder = modelBuilder();
    const [x, y] = [builder.wholeColumn(-5, 0, Infinity), builder.wholeColumn(-4, 0, Infinity)];
    builder.row(-Infinity, 24, [x, y], [6, 4]);
    builder.row(-Infinity, 6, [x, y], [1, 2]);
    const { value, bound, columns, rowDuals } = run(builder);
    expect(value).toBeCloseTo(-20, 9);
    expect(bound).toBeCloseTo(-20, 6);
    expect([...columns!]).toEqual([4, 0]);
    expect(rowDuals).toBeNull();
  });

  it('tells what cannot be met from what has no end', () => {
    const builder = modelBuilder();
    const x = builder.column(-1, 0, Infinity);
    expect(run(builder).status).toBe('unbounded');
    builder.row(-Infinity, -1, [x], [1]);
    expect(run(builder)).toMatchObject({ status: 'infeasible', value: null, columns: null });
    const whole = modelBuilder();
    const [a, b] = [whole.wholeColumn(-1, 0, Infinity), whole.wholeColumn(0, 0, Infinity)];
    whole.row(0, 0, [a, b], [1, -1]);
    expect(run(whole).status).toBe('unbounded');
  });

  it('takes changed bounds and costs up in the next run', () => {
    const model = solver.createModel(wyndor(true).build());
    model.setRowBounds(1, -Infinity, 8);
    expect(model.run().value).toBeCloseTo(-(3 * 3 + 5 * 4), 9);
    model.setColumnBounds(0, 0, 1);
    expect(model.run().value).toBeCloseTo(-23, 9);
    model.setCost(0, 0);
    expect(model.run().value).toBeCloseTo(-20, 9);
    model.dispose();
  });

  it('gives the same columns for the same seed, and starts from columns that are known', () => {
    const one = run(hard(25, 2), { seed: 7, gap: 0.02 });
    expect(run(hard(25, 2), { seed: 7, gap: 0.02 }).columns).toEqual(one.columns);
    const started = run(hard(60, 8), { start: new Float64Array(60), secondsLimit: 0 });
    expect(started.status).toBe('time');
    expect(started.value).toBe(0);
    expect([...started.columns!]).toEqual(Array(60).fill(0));
  });

  it('refuses what is no number, and a column that is not there', () => {
    const builder = modelBuilder();
    expect(() => builder.column(Number.NaN, 0, 1)).toThrow(ProblemError);
    expect(() => builder.row(0, 1, [0], [1])).toThrow(ProblemError);
  });
});

describe('A run that ends before its proof', () => {
  it('gives the best so far with its bound and gap, at the limit on its time', () => {
    const { status, value, bound, gap, columns } = run(hard(120, 12), { secondsLimit: 1 });
    expect(status).toBe('time');
    expect(bound).toBeLessThanOrEqual(value!);
    expect(gap).toBeCloseTo((value! - bound) / -value!, 12);
    expect(columns).toHaveLength(120);
  });

  it('is followed while it goes on, and ends when it is interrupted or cancelled', () => {
    const model = solver.createModel(hard(120, 12).build());
    const seen: SolverProgress[] = [];
    const ended = model.run({
      secondsLimit: 60,
      onProgress(progress) {
        seen.push(progress);
        if (progress.columns !== null) model.interrupt();
      },
    });
    expect(ended.status).toBe('interrupted');
    expect(ended.value).toBeLessThanOrEqual(seen.at(-1)!.value!);
    expect(seen.every(({ value, bound }) => value === null || bound <= value)).toBe(true);
    const again = model.run({ secondsLimit: 60, isCancelled: () => true });
    expect(again.status).toBe('interrupted');
    model.dispose();
  });

  it('ends at the limit on its memory, with the best so far where there is one', () => {
    const model = solver.createModel(hard(120, 12).build());
    let found = false;
    const options = {
      secondsLimit: 60,
      onProgress({ value }: SolverProgress) {
        found ||= value !== null;
      },
    };
    try {
      expect(model.run({ ...options, memoryBytes: 1 }).status).toBe('memory');
    } catch (error) {
      expect(found).toBe(false);
      expect((error as ProblemError).code).toBe('too-large');
    }
    model.dispose();
  });
});

describe('Memory that cannot be had', () => {
  const { grow } = WebAssembly.Memory.prototype;
  afterEach(() => {
    WebAssembly.Memory.prototype.grow = grow;
  });

  it('in the middle of a run leaves the best so far, and the solver is given up', async () => {
    const real = await loadHighs();
    const breaking = await loadSolver(async () => ({
      ...real,
      constants: real.constants,
      createModel(source) {
        const model = real.createModel(source);
        const { run: runModel } = model;
        // As an allocation that fails after a first plan was found.
        model.run = callbacks => {
          runModel.call(model, callbacks);
          throw new RangeError('Out of memory');
        };
        return model;
      },
    }));
    const { status, value, bound, columns } = breaking.createModel(hard(25, 2).build()).run({ gap: 0.02 });
    expect(status).toBe('memory');
    expect(columns).toHaveLength(25);
    expect(bound).toBeLessThanOrEqual(value!);
    expect(breaking.usable).toBe(false);
  });

  it('is refused by name, and the next question gets a solver that works', async () => {
    const small = await loadSolver(() => loadHighs());
    WebAssembly.Memory.prototype.grow = () => {
      throw new RangeError('Maximum memory size exceeded');
    };
    // 4 million entries take more than the memory a solver begins with.
    const size = 2_000;
    const all = Int32Array.from({ length: size * size }, (_, k) => k % size);
    const large: LinearModel = {
      cost: new Float64Array(size).fill(-1),
      lower: new Float64Array(size),
      upper: new Float64Array(size).fill(1),
      whole: new Uint8Array(size).fill(1),
      rowLower: new Float64Array(size),
      rowUpper: new Float64Array(size).fill(3),
      starts: Int32Array.from({ length: size + 1 }, (_, row) => row * size),
      columns: all,
      values: Float64Array.from(all, (column, k) => 1 + ((column * k) % 7)),
    };
    const refused = (() => {
      try {
        small.createModel(large).run();
      } catch (error) {
        return error;
      }
      return null;
    })();
    expect(refused).toBeInstanceOf(ProblemError);
    expect((refused as ProblemError).code).toBe('too-large');
    expect(small.usable).toBe(false);
    WebAssembly.Memory.prototype.grow = grow;
    const shared = await sharedSolver();
    expect(shared.usable).toBe(true);
    expect(await sharedSolver()).toBe(shared);
  });
});

describe('What cannot be met together', () => {
  it('is named by its rows and bounds, none of them idle', () => {
    // x + y ≥ 10 with x ≤ 4 and y ≤ 5 (bounds); x − y ≤ 3 has no part in it.
    const builder = modelBuilder();
    const [x, y] = [builder.column(1, 0, 4), builder.column(1, 0, 5)];
    builder.row(-Infinity, 3, [x, y], [1, -1]);
    builder.row(10, Infinity, [x, y], [1, 1]);
    const model = solver.createModel(builder.build());
    expect(model.run().status).toBe('infeasible');
    expect(model.infeasibleSubset()).toEqual({ rows: [1], columns: [0, 1] });
    model.dispose();
  });

  it('is named by the groups a person asked for, also where only whole numbers are in conflict', () => {
    // 2 x + 2 y = 5 can be met in fractions alone.
    const builder = modelBuilder();
    const [x, y] = [builder.wholeColumn(0, 0, 9), builder.wholeColumn(0, 0, 9)];
    const rows = [
      builder.row(5, 5, [x, y], [2, 2]),
      builder.row(-Infinity, 3, [x, y], [1, -1]),
      builder.row(0, 4, [x], [1]),
    ];
    const groups = [
      { id: 'idle', rows: [rows[1]!, rows[2]!] },
      { id: 'odd', rows: [rows[0]!] },
    ];
    expect(conflictOfGroups(solver, builder.build(), groups)).toEqual({ ids: ['odd'], irreducible: true });
    expect(conflictOfGroups(solver, wyndor().build(), [])).toBeNull();
  });
});
