import { ProblemError } from '../problem.ts';
import { SUMS_OVER_AREAS } from './inference/expectation.ts';
import { indexById } from './registry.ts';
import type { Counts, Population } from './types.ts';

/** Whether `marginalEffects` can be had for an index: it must be a sum over areas. */
export function hasMarginalEffects(id: string): boolean {
  return SUMS_OVER_AREAS.has(id);
}

export type MarginalEffects = {
  /** The index as it is. */
  value: number;
  /** What it would change by, one cell an area, if that area alone got the new dwellings. */
  change: Float64Array;
};

/**
 * What the same number of new social dwellings would do to an index in each area by itself. They count in the social and
 * in the total column, so that every area has the same new sums: the index is then one sum over areas in which one term
 * is exchanged, and all areas take as long as two evaluations. Counts as `prepareCounts` accepts; areas without dwellings
 * may be among them. Throws ProblemError `bad-parameter` for an index that is not such a sum and for a number of
 * dwellings that is not whole and above 0; `undefined-index` where the index has no value.
 */
export function marginalEffects(counts: Counts, id: string, dwellings: number): MarginalEffects {
  if (!hasMarginalEffects(id)) {
    throw new ProblemError(
      'bad-parameter',
      `${id} is not a sum over areas; choose from ${[...SUMS_OVER_AREAS].join(', ')}.`,
      { index: id },
    );
  }
  if (!Number.isInteger(dwellings) || dwellings < 1) {
    throw new ProblemError(
      'bad-parameter',
      `${dwellings} new dwellings cannot be tried; give a whole number from 1 up, such as 10.`,
      { dwellings },
    );
  }
  const { compute } = indexById(id);
  const now = compute(counts);
  if (!('value' in now)) {
    throw new ProblemError('undefined-index', `${id} has no value: ${now.reason}.`, { reason: now.code });
  }
  const then = populationWith(counts, dwellings);
  const measured = (given: Counts): number => {
    const outcome = compute(given, then);
    return 'value' in outcome ? outcome.value : Number.NaN;
  };
  const all = measured(counts);
  const area: Counts = { group: new Float64Array(1), total: new Float64Array(1) };
  const term = (x: number, t: number): number => {
    area.group[0] = x;
    area.total[0] = t;
    return measured(area);
  };
  const change = counts.group.map((x, i) => {
    const t = counts.total[i]!;
    const own = t === 0 ? 0 : term(x, t);
    return all - own + term(x + dwellings, t + dwellings) - now.value;
  });
  return { value: now.value, change };
}

function populationWith({ group, total }: Counts, dwellings: number): Population {
  let X = dwellings;
  let T = dwellings;
  for (let i = 0; i < group.length; i++) {
    X += group[i]!;
    T += total[i]!;
  }
  return { group: X, total: T, other: T - X };
}
