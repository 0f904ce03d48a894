import type { ValueStatusName } from '../../core/areas/types.ts';
import type { Cell } from './cells.ts';
import type { PlannedMap } from './table-plan.ts';

/** What is stored of one area and category. `value` is null where a ratio has no denominator to divide by. */
export type Observation = {
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  status: ValueStatusName;
};

export type ObservationProblem = { check: string; message: string; value: number };

/**
 * One observation from the cells of a row. The status is that of the first cell that is not there. A share of zero
 * cases keeps its parts, status ok and value null: zero dwellings add nothing to a sum and are no missing number.
 */
export function observe(
  map: PlannedMap,
  numerator: Exclude<Cell, { status: 'problem' }>,
  denominator: Exclude<Cell, { status: 'problem' }> | null,
  percent: boolean,
): Observation | ObservationProblem {
  const { indicator } = map;
  const status = numerator.status !== 'ok' ? numerator.status : (denominator?.status ?? 'ok');
  if (map.basis === 'published_ratio') {
    if (numerator.value === null) return { numerator: null, denominator: null, value: null, status };
    // 18.47 / 100 is 0.18469999999999998: as many digits as a decimal keeps give back 0.1847.
    const value = percent ? Number((numerator.value / 100).toPrecision(15)) : numerator.value;
    // A share of households can pass 1 where vacancy is high; at 2 it is a percentage.
    if (value > (indicator.mayExceedOne ? 2 : 1)) {
      const wayOut = percent ? 'check the column' : 'give --percent if these are percentages';
      return {
        check: 'share-above-one',
        message: `${numerator.value} is no share: ${wayOut}`,
        value: numerator.value,
      };
    }
    return { numerator: null, denominator: null, value, status };
  }
  if (denominator === null)
    return { numerator: numerator.value, denominator: null, value: numerator.value, status };
  if (numerator.value === null || denominator.value === null) {
    return { numerator: numerator.value, denominator: denominator.value, value: null, status };
  }
  if (numerator.value > denominator.value && !indicator.mayExceedOne) {
    return {
      check: 'numerator-above-denominator',
      message: `${map.column} ${numerator.value} is more than ${map.denominatorColumn} ${denominator.value}`,
      value: numerator.value,
    };
  }
  const value = denominator.value === 0 ? null : numerator.value / denominator.value;
  return { numerator: numerator.value, denominator: denominator.value, value, status };
}

export function isProblem(result: Observation | ObservationProblem): result is ObservationProblem {
  return 'check' in result;
}

/** Reasons why a sum is not known, strongest first: one hidden part hides the sum. */
const REASONS: readonly ValueStatusName[] = ['suppressed', 'missing', 'notCovered', 'notApplicable'];

/** The sum of counts, or of the parts of a ratio; not ok as soon as one of them is not. Never for published ratios. */
export function sumObservations(parts: readonly Observation[]): Observation {
  const status = REASONS.find(reason => parts.some(part => part.status === reason)) ?? 'ok';
  if (status !== 'ok') return { numerator: null, denominator: null, value: null, status };
  const isRatio = parts.some(({ denominator }) => denominator !== null);
  let numerator = 0;
  let denominator = 0;
  for (const part of parts) {
    numerator += part.numerator ?? 0;
    denominator += part.denominator ?? 0;
  }
  if (!isRatio) return { numerator, denominator: null, value: numerator, status };
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator, status };
}
