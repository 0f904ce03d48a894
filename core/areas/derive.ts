import { ProblemError } from '../problem.ts';
import { VALUE_STATUS, type ValueColumns, type ValueStatus } from './types.ts';

/**
 * A density: the numerator of `counts` per hectare of the whole area, unbuilt land included. `areaHa` is the
 * table's, aligned with the columns; an area without a surface has no density (not applicable). A cell whose
 * numerator is known has a density even where its ratio is not applicable: no dwellings are 0 per hectare.
 * Throws ProblemError `bad-parameter` for a published ratio, which has no numerator.
 */
export function densityValues(indicator: string, counts: ValueColumns, areaHa: Float64Array): ValueColumns {
  if (counts.basis === 'published_ratio') {
    throw new ProblemError(
      'bad-parameter',
      `${indicator} needs the number behind ${counts.indicator} ${counts.year}, which was published as a ratio only.`,
      { indicator, derivedFrom: counts.indicator },
    );
  }
  if (areaHa.length !== counts.numerator.length) {
    throw new ProblemError(
      'bad-parameter',
      `${counts.indicator} has ${counts.numerator.length} cells for ${areaHa.length} areas.`,
    );
  }
  const status = counts.status.map((given, i): ValueStatus | number => {
    if (Number.isNaN(counts.numerator[i]!)) return given === VALUE_STATUS.ok ? VALUE_STATUS.missing : given;
    return areaHa[i]! > 0 ? VALUE_STATUS.ok : VALUE_STATUS.notApplicable;
  });
  return {
    indicator,
    level: counts.level,
    vintage: counts.vintage,
    year: counts.year,
    category: counts.category,
    basis: counts.basis,
    numerator: Float64Array.from(counts.numerator),
    denominator: Float64Array.from(areaHa),
    value: counts.numerator.map((count, i) =>
      status[i] === VALUE_STATUS.ok ? count / areaHa[i]! : Number.NaN,
    ),
    status,
  };
}
