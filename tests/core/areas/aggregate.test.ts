import { describe, expect, it } from 'vitest';
import { aggregateValues } from '../../../core/areas/aggregate.ts';
import { valuesToWire } from '../../../core/areas/columns.ts';
import { VALUE_STATUS } from '../../../core/areas/types.ts';
import { smallRegion, valueColumns } from './region.ts';

const tables = smallRegion();
const { ok, missing, suppressed, notApplicable, notCovered } = VALUE_STATUS;

describe('values of a coarser level', () => {
  it('sum the parts and then take the ratio, never an average of ratios', () => {
    // M1 holds S1 and S3: (10 + 0) / (20 + 80) = 10 %, where the mean of 50 % and 0 % would be 25 %.
    const sectors = valueColumns('sector', [
      [10, 20],
      [3, 30],
      [0, 80],
      [6, 60],
      [99, 99],
    ]);
    const result = aggregateValues(tables, sectors, 'municipality', 'ratio');
    expect(result).toMatchObject({
      level: 'municipality',
      basis: 'aggregated',
      year: 2023,
      indicator: 'social_share',
    });
    expect(valuesToWire(result)).toEqual({
      numerator: [10, 9, null],
      denominator: [100, 90, null],
      value: [0.1, 0.1, null],
      status: [ok, ok, notCovered],
    });
  });

  it('skip levels along the parent links and leave out areas without a parent', () => {
    const sectors = valueColumns('sector', [
      [10, 20],
      [3, 30],
      [0, 80],
      [6, 60],
      [99, 99],
    ]);
    expect(valuesToWire(aggregateValues(tables, sectors, 'province', 'ratio'))).toMatchObject({
      numerator: [19],
      denominator: [190],
      status: [ok],
    });
  });

  it('sum a count without a denominator', () => {
    const sectors = valueColumns('sector', [
      [10, null],
      [3, null],
      [5, null],
      [6, null],
      [1, null],
    ]);
    expect(valuesToWire(aggregateValues(tables, sectors, 'municipality', 'count'))).toEqual({
      numerator: [15, 9, null],
      denominator: [null, null, null],
      value: [15, 9, null],
      status: [ok, ok, notCovered],
    });
  });

  it('are missing when one cell below is missing, and suppressed when one is suppressed, which wins', () => {
    const sectors = valueColumns('sector', [
      [null, null, 'missing'],
      [null, null, 'suppressed'],
      [1, 2],
      [null, null, 'missing'],
      [1, 2],
    ]);
    expect(valuesToWire(aggregateValues(tables, sectors, 'municipality', 'ratio'))).toEqual({
      numerator: [null, null, null],
      denominator: [null, null, null],
      value: [null, null, null],
      status: [missing, suppressed, notCovered],
    });
  });

  it('are missing when a part that should be there is not, or when the source covers only some areas', () => {
    const sectors = valueColumns('sector', [
      [5, null],
      [1, 2],
      [1, 2],
      [null, null, 'notCovered'],
      [1, 2],
    ]);
    expect([...aggregateValues(tables, sectors, 'municipality', 'ratio').status]).toEqual([
      missing,
      missing,
      notCovered,
    ]);
  });

  it('let a cell that is not applicable add nothing', () => {
    const sectors = valueColumns('sector', [
      [null, null, 'notApplicable'],
      [null, null, 'notApplicable'],
      [1, 4],
      [null, null, 'notApplicable'],
      [1, 2],
    ]);
    expect(valuesToWire(aggregateValues(tables, sectors, 'municipality', 'ratio'))).toMatchObject({
      value: [0.25, null, null],
      status: [ok, notApplicable, notCovered],
    });
  });

  it('have no ratio where nobody lives, but known parts', () => {
    const sectors = valueColumns('sector', [
      [0, 0],
      [1, 2],
      [0, 0],
      [1, 2],
      [1, 2],
    ]);
    expect(valuesToWire(aggregateValues(tables, sectors, 'municipality', 'ratio'))).toMatchObject({
      numerator: [0, 2, null],
      denominator: [0, 4, null],
      value: [null, 0.5, null],
      status: [notApplicable, ok, notCovered],
    });
  });

  it('are refused for a published ratio and for columns of another table', () => {
    const sectors = valueColumns('sector', [
      [1, 2],
      [1, 2],
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    expect(() =>
      aggregateValues(tables, { ...sectors, basis: 'published_ratio' }, 'municipality', 'ratio'),
    ).toThrow('social_share 2023 was published as a ratio without its denominator');
    expect(() => aggregateValues(tables, valueColumns('sector', [[1, 2]]), 'municipality', 'ratio')).toThrow(
      'social_share has 1 cells for the 5 areas of level sector.',
    );
  });
});
