import type { Indicator } from '../../core/areas/indicator.ts';
import { ProblemError } from '../../core/problem.ts';
import { indicators } from '../../data/indicators.ts';
import type { TableStep } from './types.ts';

/** One indicator to read from a table, checked against what the product knows of it. */
export type PlannedMap = {
  indicator: Indicator;
  column: string;
  denominatorColumn: string | null;
  basis: 'counts' | 'published_ratio';
};

/** Checks what was asked before the file is opened. Throws `bad-parameter` with the way out. */
export function planTable(step: TableStep): PlannedMap[] {
  if ((step.year === undefined) === (step.yearColumn === undefined)) {
    throw new ProblemError(
      'bad-parameter',
      'give the year of the values or the column that holds it, one of the two',
    );
  }
  if (step.maps.length === 0) throw new ProblemError('bad-parameter', 'say which column is which indicator');
  const planned = step.maps.map(({ indicator: id, column, denominatorColumn }): PlannedMap => {
    const indicator = indicators.find(entry => entry.id === id);
    if (indicator === undefined) {
      const known = indicators.filter(entry => entry.derivedFrom === null).map(entry => entry.id);
      throw new ProblemError('bad-parameter', `"${id}" is no indicator: give one of ${known.join(', ')}`);
    }
    if (indicator.derivedFrom !== null) {
      throw new ProblemError(
        'bad-parameter',
        `${id} is computed from ${indicator.derivedFrom}: import that instead`,
      );
    }
    if (indicator.kind === 'count' && denominatorColumn !== undefined) {
      throw new ProblemError(
        'bad-parameter',
        `${id} is a count and has no denominator: leave out /${denominatorColumn}`,
      );
    }
    const published = indicator.kind === 'ratio' && denominatorColumn === undefined;
    if (published && step.repeats === 'sum') {
      throw new ProblemError(
        'bad-parameter',
        `${id} without a denominator is a ratio, and ratios cannot be summed`,
      );
    }
    return {
      indicator,
      column,
      denominatorColumn: denominatorColumn ?? null,
      basis: published ? 'published_ratio' : 'counts',
    };
  });
  const ids = planned.map(({ indicator }) => indicator.id);
  const double = ids.find((id, index) => ids.indexOf(id) !== index);
  if (double !== undefined)
    throw new ProblemError('bad-parameter', `${double} is mapped twice: keep one column`);
  return planned;
}
