import { type Lines, TOLERANCE } from './lines.ts';
import type { CoupledObjective } from './objective.ts';
import type { SitePlan } from './types.ts';

/** A gap the solver's own rounding may leave. */
export const SOLVER_ROUNDING = 1e-6;

/** A plan, its value, the sum the program makes small, and the columns it stands in. */
export type Best = { plan: SitePlan; value: number; sum: number; columns: Float64Array };

/** How far a search is: the best plan so far, and the highest bound below every plan. */
export class Standing {
  readonly objective: CoupledObjective;
  readonly scale: number;
  readonly gapAsked: number;
  /** Lower bound of the sum, not scaled. */
  boundSum = -Infinity;
  best: Best | null = null;
  /** The best plan without couplings, which no plan with them betters. */
  withoutCouplings: { value: number; sum: number } | null = null;

  constructor(objective: CoupledObjective, lines: Lines | null, gapAsked: number) {
    this.objective = objective;
    this.scale = lines?.scale ?? 1;
    this.gapAsked = gapAsked;
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
}
