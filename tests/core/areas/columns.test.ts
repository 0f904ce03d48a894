import { describe, expect, it } from 'vitest';
import { areasFromWire, areasToWire, valuesFromWire, valuesToWire } from '../../../core/areas/columns.ts';
import { densityValues } from '../../../core/areas/derive.ts';
import { rankWithin } from '../../../core/areas/figures.ts';
import { VALUE_STATUS } from '../../../core/areas/types.ts';
import { areaTable, valueColumns } from './region.ts';

describe('columns over the wire', () => {
  const table = areaTable('sector', 'municipality', [
    ['S1', 'M1'],
    ['S2', null],
  ]);
  const values = valueColumns('sector', [
    [1, 4],
    [null, null, 'suppressed'],
  ]);

  it('come back as they were sent, a number that is not there as null', () => {
    const wire = JSON.parse(JSON.stringify(valuesToWire(values)));
    expect(wire).toEqual({
      numerator: [1, null],
      denominator: [4, null],
      value: [0.25, null],
      status: [0, 2],
    });
    const { numerator, denominator, value, status, ...header } = values;
    expect(valuesFromWire(header, wire)).toEqual({ ...header, numerator, denominator, value, status });
  });

  it('carry areas too', () => {
    expect(areasFromWire(JSON.parse(JSON.stringify(areasToWire(table))))).toEqual(table);
  });

  it('are refused when they differ in length', () => {
    const wire = valuesToWire(values);
    expect(() => valuesFromWire(values, { ...wire, value: [1] })).toThrow(
      'The values of social_share have columns of different length: numerator 2, denominator 2, value 1, status 2.',
    );
    expect(() => areasFromWire({ ...areasToWire(table), names: [] })).toThrow('names 0');
  });
});

describe('a density', () => {
  it('is the number per hectare of the whole area', () => {
    const counts = valueColumns('sector', [
      [12, 40],
      [0, 0, 'notApplicable'],
      [null, null, 'suppressed'],
      [3, 9],
    ]);
    const density = densityValues('social_density', counts, Float64Array.of(8, 5, 2, 0));
    expect(density.indicator).toBe('social_density');
    expect(valuesToWire(density)).toEqual({
      numerator: [12, 0, null, 3],
      denominator: [8, 5, 2, 0],
      value: [1.5, 0, null, null],
      status: [VALUE_STATUS.ok, VALUE_STATUS.ok, VALUE_STATUS.suppressed, VALUE_STATUS.notApplicable],
    });
  });

  it('is refused for a published ratio, which has no number', () => {
    const ratio = { ...valueColumns('sector', [[1, 2]]), basis: 'published_ratio' as const };
    expect(() => densityValues('social_density', ratio, Float64Array.of(1))).toThrow(
      'social_density needs the number behind social_share 2023',
    );
  });
});

describe('the rank of an area', () => {
  const values = [0.3, 0.1, Number.NaN, 0.3, 0.2];

  it('is 1 for the highest, shared by equals, among those with a number', () => {
    const all = [0, 1, 2, 3, 4];
    expect(rankWithin(values, all, 0)).toEqual({ position: 1, of: 4 });
    expect(rankWithin(values, all, 3)).toEqual({ position: 1, of: 4 });
    expect(rankWithin(values, all, 4)).toEqual({ position: 3, of: 4 });
    expect(rankWithin(values, [1, 2, 4], 1)).toEqual({ position: 2, of: 2 });
  });

  it('does not exist for an area without a number', () => {
    expect(rankWithin(values, [0, 2], 2)).toBeNull();
  });
});
