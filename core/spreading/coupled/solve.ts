import { ProblemError } from '../../problem.ts';
import type { Solver, SolverModel, SolverStatus } from '../../solver/types.ts';
import { allocate } from '../allocation.ts';
import { hasPlan } from '../conflict.ts';
import { emptyRooms } from '../rooms.ts';
import type { Allocation, Spread } from '../types.ts';
import { refuseCoupledConflict } from './conflict.ts';
import { type Lines, linesOf } from './lines.ts';
import { type CoupledObjective, coupledObjective } from './objective.ts';
import { type Program, planOf, programOf } from './program.ts';
import { checkCoupling } from './sites.ts';
import type { CoupledProblem, SitePlan } from './types.ts';

/** A gap the solver's own rounding may leave. */
export const SOLVER_ROUNDING = 1e-6;
/** Rows are met and whole numbers are whole up to this in the solver. */
const TOLERANCE = 1e-6;
const RELAXED_ROUNDS = 40;
const NOTHING_BUILT = { dwellings: new Float64Array(), byType: [], playPlaces: [], euros: 0, projects: 0 };

export type CoupledProgress = {
  seconds: number;
  /** Best value so far; null while there is no plan. */
  value: number | null;
  bound: number | null;
  gap: number | null;
  /** The plan, where it is better than the one last told. */
  better: CoupledSpread | null;
};

export type CoupledOptions = {
  /** The search ends with the best plan so far; 60 where not said. */
  secondsLimit?: number;
  /** A gap that is small enough; that of the solver's rounding where not said. */
  gap?: number;
  seed?: number;
  /** Asks what each coupling costs, relaxed by what so many dwellings take; none where not said. */
  pricedDwellings?: number;
  memoryBytes?: number;
  onProgress?: (progress: CoupledProgress) => void;
  isCancelled?: () => boolean;
};

/** What the objective would be lower by in the relaxation in fractions, with one coupling relaxed by so many of a unit. */
export type CoupledPrice = {
  constraint: { kind: 'limit' | 'quota-min' | 'quota-max'; id: string };
  more: number;
  unit: 'dwellings' | 'euros' | 'projects';
  lowersBy: number;
  ofRelaxation: true;
};

/** As a plan without couplings; what is optimal is proven up to the solver's tolerance. */
export type CoupledSpread = Spread & {
  plan: SitePlan;
  prices: CoupledPrice[];
  /** Why the search ended: `optimal` within the gap, or what cut it short. */
  ended: SolverStatus;
  seconds: number;
};

/**
 * The best plan under constraints that tie areas together, by HiGHS on a program whose convex terms are lines below them:
 * first in fractions, drawing lines until they follow the terms; then in whole dwellings; then again as long as the plan
 * lies above its lines (outer approximation, Duran & Grossmann 1986). The lines lie nowhere above the terms, so the bound
 * of the program is one of the problem, up to the solver's tolerance of 1e-6.
 * @throws ProblemError as `checkCoupling` and `coupledObjective`; `conflict` naming an irreducible set of constraints and
 * what would relax it; `too-large` where time or memory ended the search before any plan.
 */
export function spreadCoupled(
  solver: Solver,
  problem: CoupledProblem,
  objectiveId: string,
  options: CoupledOptions = {},
): CoupledSpread {
  checkCoupling(problem);
  const objective = coupledObjective(problem, objectiveId);
  const program = programOf(problem, objective);
  const search = new Search(solver, problem, objective, program, options);
  return search.found();
}

type Best = { plan: SitePlan; value: number; sum: number; columns: Float64Array };

class Search {
  readonly solver: Solver;
  readonly problem: CoupledProblem;
  readonly objective: CoupledObjective;
  readonly program: Program;
  readonly options: CoupledOptions;
  readonly lines: Lines | null;
  readonly areas: number[];
  /** Lower bound of the sum, not scaled. */
  boundSum = -Infinity;
  best: Best | null = null;
  withoutCouplings: { value: number; sum: number } | null = null;
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
    this.areas = Array.from(program.height.keys()).filter(area => program.height[area] !== -1);
  }

  found(): CoupledSpread {
    let ended = this.relaxed();
    let proven = false;
    while (ended === 'optimal') {
      const { status, exact } = this.whole();
      ended = status;
      proven = exact && status === 'optimal' && this.absoluteGap() === 0;
      if (exact || this.gap() <= this.gapAsked) break;
    }
    if (this.best === null) throw this.without(ended);
    const prices = ended === 'optimal' ? this.prices() : [];
    return { ...this.soFar(ended), prices, optimal: proven || this.isProven() };
  }

  /** The best plan as an answer. */
  soFar(ended: SolverStatus): CoupledSpread {
    const { best, objective } = this;
    const { value: after, plan } = best!;
    const bound = Math.max(0, Math.min(after, this.bound() ?? 0));
    const gap = after === 0 ? 0 : (after - bound) / after;
    return {
      objective: objective.id,
      before: objective.before,
      after,
      bound,
      gap,
      optimal: this.isProven(),
      allocation: plan.allocation,
      plan,
      prices: [],
      ended,
      seconds: this.seconds,
    };
  }

  get gapAsked(): number {
    return this.options.gap ?? SOLVER_ROUNDING;
  }

  get scale(): number {
    return this.lines?.scale ?? 1;
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
        this.raiseBound(value);
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

  /** What each coupling of one row costs, dearest first: the relaxation with it relaxed, against the one as it is. */
  prices(): CoupledPrice[] {
    const { pricedDwellings: more } = this.options;
    const { best, objective, problem, program } = this;
    if (more === undefined || best === null) return [];
    const linear = program.builder.build();
    const model = this.solver.createModel({ ...linear, whole: new Uint8Array(linear.whole.length) });
    try {
      const now = this.followed(model, () => {}).value;
      if (now === null) return [];
      return program.asked
        .flatMap(({ constraint, rows }): CoupledPrice[] => {
          const [row] = rows;
          if (rows.length !== 1 || row === undefined || constraint.kind === 'dwellings') return [];
          const step = this.stepOf(constraint.id, more, problem.dwellings);
          const [lower, upper] = [linear.rowLower[row]!, linear.rowUpper[row]!];
          model.setRowBounds(row, lower - step.more, upper + step.more);
          const { value } = this.followed(model, () => {});
          model.setRowBounds(row, lower, upper);
          const by = value === null ? 0 : (now - value) / this.scale;
          const lowersBy = by <= TOLERANCE ? 0 : best.value - objective.lowered(best.value, by);
          const { kind, id } = constraint;
          return lowersBy > 0 ? [{ constraint: { kind, id }, ...step, lowersBy, ofRelaxation: true }] : [];
        })
        .sort((one, other) => other.lowersBy - one.lowersBy);
    } finally {
      model.dispose();
    }
  }

  stepOf(id: string, more: number, dwellings: number): Pick<CoupledPrice, 'more' | 'unit'> {
    if (id === 'max-projects') return { more: 1, unit: 'projects' };
    if (id !== 'budget') return { more, unit: 'dwellings' };
    return { more: Math.round((more * this.best!.plan.euros) / dwellings), unit: 'euros' };
  }

  /** A search in whole dwellings; `exact` where the plan found lies on its lines. */
  whole(): { status: SolverStatus; exact: boolean } {
    const { program } = this;
    const model = this.solver.createModel(program.builder.build());
    const before = this.seconds;
    let nodesSeconds = 0;
    try {
      const { status, bound, columns, seconds } = model.run({
        ...this.limits(),
        secondsLimit: this.left(),
        absoluteGap: this.absoluteGap(),
        ...(this.best === null ? {} : { start: this.best.columns }),
        onProgress: progress => {
          nodesSeconds = progress.seconds;
          this.seconds = before + nodesSeconds;
          if (progress.columns !== null) this.take(progress.columns);
          this.raiseBound(progress.bound);
          this.report();
        },
      });
      this.seconds = before + seconds;
      if (status === 'infeasible') throw this.conflict();
      this.raiseBound(bound);
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
    const { problem, program, objective, lines } = this;
    const plan = planOf(problem, program, columns);
    const value = objective.value(plan);
    if (value === null || value >= (this.best?.value ?? Infinity)) return;
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
    this.best = { plan, value, sum, columns: known };
  }

  draw(area: number, dwellings: number, model: SolverModel | null): boolean {
    const row = this.lines?.through(area, dwellings) ?? null;
    if (row === null) return false;
    this.program.builder.row(row.lower, Infinity, row.columns, row.values);
    model?.addRow(row.lower, Infinity, row.columns, row.values);
    return true;
  }

  raiseBound(ofProgram: number): void {
    if (!Number.isFinite(ofProgram)) return;
    const safe = ofProgram - TOLERANCE * Math.max(1, Math.abs(ofProgram) * 1e-3);
    this.boundSum = Math.max(this.boundSum, safe / this.scale);
  }

  /** The bound as a value of the objective; null while there is no plan to measure it from. */
  bound(): number | null {
    const { best, objective, boundSum } = this;
    if (best === null || boundSum === -Infinity) return null;
    return objective.lowered(best.value, Math.max(0, best.sum - boundSum));
  }

  /** Whether nothing but the solver's tolerance lies between plan and bound. */
  isProven(): boolean {
    const { best, boundSum, scale } = this;
    if (best === null) return false;
    const tolerance = TOLERANCE * Math.max(1, Math.abs(best.sum * scale) * 1e-3);
    return (best.sum - boundSum) * scale <= 2 * tolerance || this.gap() <= SOLVER_ROUNDING;
  }

  gap(): number {
    const bound = this.bound();
    if (bound === null) return Infinity;
    const { value } = this.best!;
    return value === 0 ? 0 : (value - Math.max(0, bound)) / value;
  }

  /** Half the gap that was asked, in the sum of the program: the other half is left to the lines. */
  absoluteGap(): number {
    const { objective, gapAsked } = this;
    const from = this.best ?? this.withoutCouplings;
    if (from === null || gapAsked <= SOLVER_ROUNDING) return 0;
    const step = Math.max(1, Math.abs(from.sum)) * 1e-6;
    const perSum = (from.value - objective.lowered(from.value, step)) / step;
    return perSum > 0 ? (0.5 * gapAsked * from.value * this.scale) / perSum : 0;
  }

  report(): void {
    const { seconds, best } = this;
    const bound = this.bound();
    const gap = bound === null ? null : this.gap();
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
    if (value !== null) this.withoutCouplings = { value, sum };
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
