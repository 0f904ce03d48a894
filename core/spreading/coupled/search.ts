import { ProblemError } from '../../problem.ts';
import type { Solver, SolverModel, SolverStatus } from '../../solver/types.ts';
import { allocate } from '../allocation.ts';
import { hasPlan } from '../conflict.ts';
import { emptyRooms } from '../rooms.ts';
import type { Allocation } from '../types.ts';
import { refuseCoupledConflict } from './conflict.ts';
import type { CoupledOptions, CoupledSpread } from './found.ts';
import { type Lines, linesOf, TOLERANCE } from './lines.ts';
import type { CoupledObjective } from './objective.ts';
import { type Program, planOf } from './program.ts';
import { type Best, SOLVER_ROUNDING, Standing } from './standing.ts';
import type { CoupledProblem } from './types.ts';

const RELAXED_ROUNDS = 40;
const NOTHING_BUILT = { dwellings: new Float64Array(), byType: [], playPlaces: [], euros: 0, projects: 0 };

/** Outer approximation of one problem: its program, the lines drawn so far, and how far it is. */
export class Search {
  readonly solver: Solver;
  readonly problem: CoupledProblem;
  readonly objective: CoupledObjective;
  readonly program: Program;
  readonly options: CoupledOptions;
  readonly lines: Lines | null;
  /** Areas whose terms are lines of the program. */
  readonly areas: number[];
  readonly standing: Standing;
  told: Best | null = null;
  seconds = 0;

  constructor(
    solver: Solver,
    problem: CoupledProblem,
    objective: CoupledObjective,
    program: Program,
    options: CoupledOptions,
  ) {
    this.solver = solver;
    this.problem = problem;
    this.objective = objective;
    this.program = program;
    this.options = options;
    const sitesIn = Array.from(problem.codes, (): number[] => []);
    for (const [site, area] of problem.coupling.sites.area.entries()) sitesIn[area]!.push(site);
    this.lines = objective.step === null ? null : linesOf(problem, sitesIn, program, objective.step);
    this.standing = new Standing(objective, this.lines, options.gap ?? SOLVER_ROUNDING);
    this.areas = Array.from(program.height.keys()).filter(area => program.height[area] !== -1);
  }

  found(): CoupledSpread {
    let ended = this.relaxed();
    let proven = false;
    while (ended === 'optimal') {
      const { status, exact } = this.whole();
      ended = status;
      proven = exact && status === 'optimal' && this.standing.absoluteGap() === 0;
      if (exact || this.standing.gap() <= this.standing.gapAsked) break;
    }
    if (this.standing.best === null) throw this.without(ended);
    return { ...this.soFar(ended), optimal: proven || this.standing.isProven() };
  }

  /** The best plan as an answer. */
  soFar(ended: SolverStatus): CoupledSpread {
    const { objective, standing } = this;
    const { value: after, plan } = standing.best!;
    const bound = Math.max(0, Math.min(after, standing.bound() ?? 0));
    const gap = after === 0 ? 0 : (after - bound) / after;
    return {
      objective: objective.id,
      before: objective.before,
      after,
      bound,
      gap,
      optimal: standing.isProven(),
      allocation: plan.allocation,
      plan,
      prices: [],
      ended,
      seconds: this.seconds,
    };
  }

  left(): number {
    return Math.max(0, (this.options.secondsLimit ?? 60) - this.seconds);
  }

  /** Draws lines below the terms where a plan in fractions lies; its bound is the first one. */
  relaxed(): SolverStatus {
    const { program } = this;
    if (this.lines === null) return 'optimal';
    const near = this.findWithoutCouplings();
    for (const area of this.areas) {
      for (const at of [0, near[area]! - 1, near[area]!, 2 * near[area]!]) this.draw(area, at, null);
    }
    const linear = program.builder.build();
    const model = this.solver.createModel({ ...linear, whole: new Uint8Array(linear.whole.length) });
    try {
      const { status } = this.followed(model, value => {
        this.standing.raiseBound(value);
        this.report();
      });
      if (status === 'infeasible') throw this.conflict();
      return status;
    } finally {
      model.dispose();
    }
  }

  /** Solves a program in fractions, drawing lines until they follow the terms; the sum it ends with, scaled. */
  followed(
    model: SolverModel,
    onRound: (value: number) => void,
  ): { status: SolverStatus; value: number | null } {
    let last: number | null = null;
    for (let round = 0; round < RELAXED_ROUNDS; round++) {
      const run = model.run({ ...this.limits(), secondsLimit: this.left() });
      const { status, value, columns } = run;
      this.seconds += run.seconds;
      if (status !== 'optimal' || columns === null || value === null) return { status, value: null };
      last = value;
      onRound(value);
      const lifted = this.areas.filter(area => {
        const { by, dwellings } = this.lines!.below(area, columns);
        return by > TOLERANCE && this.draw(area, dwellings, model);
      });
      if (lifted.length === 0) break;
    }
    return { status: 'optimal', value: last };
  }

  /** A search in whole dwellings; `exact` where the plan found lies on its lines. */
  whole(): { status: SolverStatus; exact: boolean } {
    const { program, standing } = this;
    const model = this.solver.createModel(program.builder.build());
    const before = this.seconds;
    let nodesSeconds = 0;
    try {
      const { status, bound, columns, seconds } = model.run({
        ...this.limits(),
        secondsLimit: this.left(),
        absoluteGap: standing.absoluteGap(),
        ...(standing.best === null ? {} : { start: standing.best.columns }),
        onProgress: progress => {
          nodesSeconds = progress.seconds;
          this.seconds = before + nodesSeconds;
          if (progress.columns !== null) this.take(progress.columns);
          standing.raiseBound(progress.bound);
          this.report();
        },
      });
      this.seconds = before + seconds;
      if (status === 'infeasible') throw this.conflict();
      standing.raiseBound(bound);
      if (columns === null) return { status, exact: true };
      this.take(columns);
      const lifted = this.areas.filter(area => {
        const { by, dwellings } = this.lines!.below(area, columns);
        return by > TOLERANCE && this.draw(area, dwellings, null);
      });
      this.report();
      return { status, exact: lifted.length === 0 };
    } finally {
      model.dispose();
    }
  }

  /** Takes columns of the program as the best plan where they are. */
  take(columns: Float64Array): void {
    const { problem, program, objective, lines, standing } = this;
    const plan = planOf(problem, program, columns);
    const value = objective.value(plan);
    if (value === null || value >= (standing.best?.value ?? Infinity)) return;
    const known = columns.slice();
    let sum = 0;
    if (lines === null) {
      const { cost } = program.builder.build();
      for (const [column, price] of cost.entries()) sum += price * columns[column]!;
    }
    for (const area of this.areas) {
      const term = lines!.sumAt(area, plan.allocation[area]!);
      known[program.height[area]!] = term * lines!.scale;
      sum += term;
    }
    standing.best = { plan, value, sum, columns: known };
  }

  draw(area: number, dwellings: number, model: SolverModel | null): boolean {
    const row = this.lines?.through(area, dwellings) ?? null;
    if (row === null) return false;
    this.program.builder.row(row.lower, Infinity, row.columns, row.values);
    model?.addRow(row.lower, Infinity, row.columns, row.values);
    return true;
  }

  report(): void {
    const { seconds, standing } = this;
    const { best } = standing;
    const bound = standing.bound();
    const gap = bound === null ? null : standing.gap();
    const better = best === this.told ? null : this.soFar('interrupted');
    this.told = best;
    this.options.onProgress?.({
      seconds,
      value: best?.value ?? null,
      bound: bound && Math.max(0, bound),
      gap,
      better,
    });
  }

  limits() {
    const { seed = 0, memoryBytes, isCancelled } = this.options;
    return {
      seed,
      ...(memoryBytes === undefined ? {} : { memoryBytes }),
      ...(isCancelled === undefined ? {} : { isCancelled }),
    };
  }

  /** The best plan without couplings: the first lines are drawn there, and no plan with them is better. */
  findWithoutCouplings(): Allocation {
    const { problem, objective, lines } = this;
    const { codes, dwellings } = problem;
    if (!hasPlan(problem)) return new Float64Array(codes.length);
    const allocation = allocate(problem, dwellings, emptyRooms(problem), objective.step!);
    const value = objective.value({ ...NOTHING_BUILT, allocation });
    const sum = allocation.reduce((all, number, area) => all + lines!.sumAt(area, number), 0);
    if (value !== null) this.standing.withoutCouplings = { value, sum };
    return allocation;
  }

  conflict(): ProblemError {
    return refuseCoupledConflict(this.solver, this.problem, this.limits());
  }

  without(ended: SolverStatus): ProblemError {
    const why: Record<string, string> = {
      time: `within ${this.options.secondsLimit ?? 60} s; give it more time`,
      memory: 'within the memory there is; ask for fewer areas',
      interrupted: 'before the search was ended; let it run longer',
    };
    return new ProblemError(
      ended === 'interrupted' ? 'unavailable' : 'too-large',
      `No plan was found ${why[ended] ?? 'by the solver'}, or relax a constraint.`,
      { ended },
    );
  }
}
