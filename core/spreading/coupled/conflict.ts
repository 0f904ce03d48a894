import { ProblemError } from '../../problem.ts';
import { conflictOfGroups } from '../../solver/conflict.ts';
import type { LinearModel, RunOptions, Solver } from '../../solver/types.ts';
import { type Constraint, constraintWords } from '../conflict.ts';
import { type AskedRows, programOf } from './program.ts';
import type { CoupledProblem } from './types.ts';

/** Seconds for each of the questions a conflict takes. */
const SECONDS = 5;

/** A constraint in a conflict, and what of it would be enough while all others hold; null where that cannot be said. */
export type Relaxation = { constraint: Constraint; asked: number | null; enough: number | null };

export type CoupledConflict = {
  constraints: Constraint[];
  relaxations: Relaxation[];
  /** False where a limit on time ended a question, so that one of the constraints may have no part in it. */
  irreducible: boolean;
};

/** Tried last to be left out, so that they are named where several sets are in conflict. */
const NAMED_FIRST = ['budget', 'max-projects', 'dwellings'];

/** The problem that names an irreducible set of constraints no plan meets, and what of each would be enough. */
export function refuseCoupledConflict(
  solver: Solver,
  problem: CoupledProblem,
  limits: RunOptions,
): ProblemError {
  const conflict = coupledConflict(solver, problem, limits);
  if (conflict === null) {
    return new ProblemError(
      'conflict',
      'No plan meets all constraints together; relax one of them. Which are in conflict could not be found in time.',
    );
  }
  const named = conflict.constraints.map(constraintWords).join(', ');
  const enough = conflict.relaxations.flatMap(one => (one.enough === null ? [] : [enoughWords(one)]));
  const way = enough.length === 0 ? 'Relax one of them.' : `Enough would be: ${enough.join(', or ')}.`;
  return new ProblemError('conflict', `No plan meets all of: ${named}. ${way}`, { conflict });
}

/** An irreducible conflict, whole dwellings included; null where there is none, or none was proved in time. */
export function coupledConflict(
  solver: Solver,
  problem: CoupledProblem,
  limits: RunOptions = {},
): CoupledConflict | null {
  const { builder, asked } = programOf(problem, null, true);
  const model = builder.build();
  const rank = ({ constraint }: AskedRows) => NAMED_FIRST.indexOf(constraint.id);
  const keyOf = ({ constraint }: AskedRows) => `${constraint.kind} ${constraint.id}`;
  const groups = asked
    .toSorted((one, other) => rank(one) - rank(other))
    .map(rows => ({ id: keyOf(rows), rows: rows.rows }));
  const options = { ...limits, secondsLimit: SECONDS };
  const found = conflictOfGroups(solver, model, groups, options);
  if (found === null) return null;
  const inConflict = asked.filter(rows => found.ids.includes(keyOf(rows)));
  const relaxations = inConflict.map(rows => relaxationOf(solver, problem, model, rows, options));
  return { constraints: relaxations.map(one => one.constraint), relaxations, irreducible: found.irreducible };
}

/** What a constraint of one row would have to be: its least excess while every other one holds. */
function relaxationOf(
  solver: Solver,
  problem: CoupledProblem,
  model: LinearModel,
  { constraint, rows }: AskedRows,
  options: RunOptions,
): Relaxation {
  const [row] = rows;
  const lower = row === undefined ? Number.NaN : model.rowLower[row]!;
  const upper = row === undefined ? Number.NaN : model.rowUpper[row]!;
  const isFloor = lower > -Infinity;
  const asked = rows.length === 1 ? (isFloor ? lower : upper) : null;
  const named = constraintOf(constraint, asked);
  if (row === undefined || asked === null) return { constraint: named, asked: null, enough: null };
  const cost = new Float64Array(model.cost.length);
  for (let at = model.starts[row]!; at < model.starts[row + 1]!; at++)
    cost[model.columns[at]!] = (isFloor ? -1 : 1) * model.values[at]!;
  const loaded = solver.createModel({ ...model, cost });
  try {
    loaded.setRowBounds(
      row,
      constraint.kind === 'dwellings' ? 1 : -Infinity,
      constraint.kind === 'dwellings' ? problem.dwellings : Infinity,
    );
    const { status, value } = loaded.run(options);
    const enough =
      status === 'optimal' && value !== null ? Math.round((isFloor ? -value : value) * 100) / 100 : null;
    return { constraint: named, asked, enough };
  } finally {
    loaded.dispose();
  }
}

function constraintOf({ kind, id }: AskedRows['constraint'], asked: number | null): Constraint {
  if (kind === 'dwellings') return { kind, dwellings: asked ?? 0 };
  return kind === 'limit' ? { kind, id } : { kind, id, dwellings: asked ?? 0 };
}

function enoughWords({ constraint, enough }: Relaxation): string {
  const named = constraint.kind === 'dwellings' ? 'new dwellings' : constraint.id;
  return `${enough} for ${named} instead of what was asked`;
}
