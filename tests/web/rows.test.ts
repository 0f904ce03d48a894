import { describe, expect, it } from 'vitest';
import { VALUE_STATUS } from '../../core/areas/types.ts';
import type { AreaColumns, Values } from '../../web/data/columns.ts';
import { areasByRule } from '../../web/panels/RuleSelect.tsx';
import { filterRows, sortRows, type TableInput } from '../../web/table/rows.ts';

const names = ['Duinhove', 'Ëkermeer', 'Achterzele', 'Brielhoek'];
const value = Float64Array.of(0.2, Number.NaN, 0.5, 0.1);
const input: TableInput = {
  areas: { codes: ['44021A', '44021B', '11002A', '11002B'], names } as unknown as AreaColumns,
  values: {
    value,
    numerator: value,
    denominator: value,
    status: Uint8Array.of(0, VALUE_STATUS.missing, 0, 0),
  } as unknown as Values,
  inside: Uint8Array.of(1, 1, 1, 0),
  parentName: () => '',
  after: null,
  difference: null,
};

describe('The table', () => {
  it('shows the areas in scope only', () => {
    expect(filterRows(input, '', null)).toEqual([0, 1, 2]);
  });

  it('filters on a part of the name without minding accents, and on the start of the code', () => {
    expect(filterRows(input, 'ekerm', null)).toEqual([1]);
    expect(filterRows(input, '44021', null)).toEqual([0, 1]);
    expect(filterRows(input, '021', null)).toEqual([]);
  });

  it('can be narrowed to the selection', () => {
    expect(filterRows(input, '', new Set(['11002A', '11002B']))).toEqual([2]);
  });

  it('sorts either way and keeps areas without a number last', () => {
    expect(sortRows([0, 1, 2, 3], input, { column: 'value', down: true })).toEqual([2, 0, 3, 1]);
    expect(sortRows([0, 1, 2, 3], input, { column: 'value', down: false })).toEqual([3, 0, 2, 1]);
    expect(sortRows([0, 1, 2, 3], input, { column: 'name', down: false })).toEqual([2, 3, 0, 1]);
  });
});

describe('A rule', () => {
  it('selects what lies above or below a bound, within the scope', () => {
    expect(areasByRule(value, input.inside, 'above', 0.15)).toEqual([0, 2]);
    expect(areasByRule(value, input.inside, 'below', 0.3)).toEqual([0]);
  });
});
