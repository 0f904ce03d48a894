import type { CoupledPrice } from './found.ts';
import { TOLERANCE } from './lines.ts';
import type { Search } from './search.ts';

/** What each coupling of one row costs, dearest first: the relaxation with it relaxed, against the one as it is. */
export function pricesOf(search: Search, more: number): CoupledPrice[] {
  const { solver, objective, problem, program, standing } = search;
  const { best, scale } = standing;
  if (best === null) return [];
  const linear = program.builder.build();
  const model = solver.createModel({ ...linear, whole: new Uint8Array(linear.whole.length) });
  try {
    const now = search.followed(model, () => {}).value;
    if (now === null) return [];
    return program.asked
      .flatMap(({ constraint, rows }): CoupledPrice[] => {
        const [row] = rows;
        if (rows.length !== 1 || row === undefined || constraint.kind === 'dwellings') return [];
        const step = stepOf(constraint.id, more, best.plan.euros / problem.dwellings);
        const [lower, upper] = [linear.rowLower[row]!, linear.rowUpper[row]!];
        model.setRowBounds(row, lower - step.more, upper + step.more);
        const { value } = search.followed(model, () => {});
        model.setRowBounds(row, lower, upper);
        const by = value === null ? 0 : (now - value) / scale;
        const lowersBy = by <= TOLERANCE ? 0 : best.value - objective.lowered(best.value, by);
        const { kind, id } = constraint;
        return lowersBy > 0 ? [{ constraint: { kind, id }, ...step, lowersBy, ofRelaxation: true }] : [];
      })
      .sort((one, other) => other.lowersBy - one.lowersBy);
  } finally {
    model.dispose();
  }
}

function stepOf(id: string, more: number, eurosPerDwelling: number): Pick<CoupledPrice, 'more' | 'unit'> {
  if (id === 'max-projects') return { more: 1, unit: 'projects' };
  if (id !== 'budget') return { more, unit: 'dwellings' };
  return { more: Math.round(more * eurosPerDwelling), unit: 'euros' };
}
