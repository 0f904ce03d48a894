import { ProblemError } from '../problem.ts';
import { type AreaTables, ancestorPositions, requireTable } from './hierarchy.ts';
import { type AreaLevel, VALUE_STATUS, type ValueColumns, type ValueStatus } from './types.ts';

/**
 * Values of a coarser level, summed from a finer one along the parent links: numerators and denominators are
 * summed and the ratio is taken afterwards, never the other way round. One suppressed cell below makes the sum
 * suppressed, one missing cell makes it missing (suppressed wins); a cell that is not applicable adds nothing;
 * an area without children, or whose children are all not covered, is not covered.
 *
 * `kind` is the indicator's: a count has no denominator, and a density is derived from the aggregated counts.
 * Throws ProblemError `bad-parameter` for a published ratio, whose parts nobody knows, and for columns that do
 * not fit the table of their level; `not-found` or `bad-parameter` where the links do not lead to `level`.
 */
export function aggregateValues(
  tables: AreaTables,
  values: ValueColumns,
  level: AreaLevel,
  kind: 'ratio' | 'count',
): ValueColumns {
  if (values.basis === 'published_ratio') {
    throw new ProblemError(
      'bad-parameter',
      `${values.indicator} ${values.year} was published as a ratio without its denominator, so it cannot be summed from ${values.level} to ${level}.`,
      { indicator: values.indicator, level },
    );
  }
  const coarse = requireTable(tables, level);
  const parents = ancestorPositions(tables, values.level, level);
  if (parents.length !== values.status.length) {
    throw new ProblemError(
      'bad-parameter',
      `${values.indicator} has ${values.status.length} cells for the ${parents.length} areas of level ${values.level}.`,
    );
  }
  const size = coarse.codes.length;
  const sums = { numerator: new Float64Array(size), denominator: new Float64Array(size) };
  const below = { ok: new Uint32Array(size), all: new Uint32Array(size), notCovered: new Uint32Array(size) };
  const hidden = new Uint8Array(size);
  const missing = new Uint8Array(size);
  for (let i = 0; i < parents.length; i++) {
    const at = parents[i]!;
    if (at < 0) continue;
    below.all[at]!++;
    const cell = cellStatus(values, i, kind);
    if (cell === VALUE_STATUS.suppressed) hidden[at] = 1;
    else if (cell === VALUE_STATUS.missing) missing[at] = 1;
    else if (cell === VALUE_STATUS.notCovered) below.notCovered[at]!++;
    else if (cell === VALUE_STATUS.ok) {
      below.ok[at]!++;
      sums.numerator[at]! += values.numerator[i]!;
      sums.denominator[at]! += values.denominator[i]!;
    }
  }
  const status = Uint8Array.from({ length: size }, (_, at): ValueStatus => {
    if (hidden[at]) return VALUE_STATUS.suppressed;
    if (missing[at]) return VALUE_STATUS.missing;
    if (below.notCovered[at] === below.all[at]) return VALUE_STATUS.notCovered;
    if (below.notCovered[at]! > 0) return VALUE_STATUS.missing;
    if (below.ok[at] === 0) return VALUE_STATUS.notApplicable;
    // A share of nothing does not exist; its parts, both 0, are still known.
    return kind === 'ratio' && sums.denominator[at] === 0 ? VALUE_STATUS.notApplicable : VALUE_STATUS.ok;
  });
  const known = (at: number): boolean =>
    status[at] === VALUE_STATUS.ok || (below.ok[at]! > 0 && status[at] === VALUE_STATUS.notApplicable);
  const numerator = sums.numerator.map((sum, at) => (known(at) ? sum : Number.NaN));
  const denominator = sums.denominator.map((sum, at) => (kind === 'ratio' && known(at) ? sum : Number.NaN));
  const value = numerator.map((sum, at) => {
    if (status[at] !== VALUE_STATUS.ok) return Number.NaN;
    return kind === 'ratio' ? sum / denominator[at]! : sum;
  });
  return {
    indicator: values.indicator,
    level,
    vintage: coarse.vintage,
    year: values.year,
    category: values.category,
    basis: 'aggregated',
    numerator,
    denominator,
    value,
    status,
  };
}

/** A cell whose parts are known counts, whatever became of its ratio; one whose parts are not is missing. */
function cellStatus(values: ValueColumns, i: number, kind: 'ratio' | 'count'): number {
  const status = values.status[i]!;
  if (status === VALUE_STATUS.suppressed || status === VALUE_STATUS.missing) return status;
  const known =
    !Number.isNaN(values.numerator[i]!) && (kind === 'count' || !Number.isNaN(values.denominator[i]!));
  if (known) return VALUE_STATUS.ok;
  return status === VALUE_STATUS.ok ? VALUE_STATUS.missing : status;
}
