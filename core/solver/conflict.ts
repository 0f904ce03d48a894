import type { LinearModel, RunOptions, Solver } from './types.ts';

/** What a person asked, as the rows and the column bounds that say it. */
export type ConstraintGroup = {
  id: string;
  rows: readonly number[];
  /** Columns whose bounds are freed when the group is left out. */
  columns?: readonly { column: number; lower: number; upper: number }[];
};

/** Whether a set of groups can be met; `unknown` where the limit ended the question. */
type Answer = 'met' | 'not-met' | 'unknown';

export type GroupConflict = {
  /** Ids of groups that cannot be met together, none of which can be left out. */
  ids: string[];
  /** False where a limit ended a question, so that one of them may be left out after all. */
  irreducible: boolean;
};

/**
 * An irreducible set among groups of constraints that cannot all be met, whole numbers included; null where they can,
 * or where the limit ended the first question. Each group is left out in turn and stays out where the rest still cannot
 * be met (deletion filter, Chinneck & Dravnieks 1991), so name first what should rather not be blamed. What is in no
 * group always holds. The limit of `options` holds for each question.
 */
export function conflictOfGroups(
  solver: Solver,
  model: LinearModel,
  groups: readonly ConstraintGroup[],
  options: RunOptions = {},
): GroupConflict | null {
  const loaded = solver.createModel({ ...model, cost: new Float64Array(model.cost.length) });
  const answer = (): Answer => {
    const { status, columns } = loaded.run(options);
    if (columns !== null) return 'met';
    return status === 'infeasible' ? 'not-met' : 'unknown';
  };
  const free = ({ rows, columns = [] }: ConstraintGroup): void => {
    for (const row of rows) loaded.setRowBounds(row, -Infinity, Infinity);
    for (const { column, lower, upper } of columns) loaded.setColumnBounds(column, lower, upper);
  };
  const hold = ({ rows, columns = [] }: ConstraintGroup): void => {
    for (const row of rows) loaded.setRowBounds(row, model.rowLower[row]!, model.rowUpper[row]!);
    for (const { column } of columns)
      loaded.setColumnBounds(column, model.lower[column]!, model.upper[column]!);
  };
  try {
    if (answer() !== 'not-met') return null;
    const ids: string[] = [];
    let irreducible = true;
    for (const group of groups) {
      free(group);
      const without = answer();
      if (without === 'not-met') continue;
      if (without === 'unknown') irreducible = false;
      hold(group);
      ids.push(group.id);
    }
    return { ids, irreducible };
  } finally {
    loaded.dispose();
  }
}
