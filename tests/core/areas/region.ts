import type { AreaTables } from '../../../core/areas/hierarchy.ts';
import type { AreaLevel, AreaTable, ValueColumns, ValueStatusName } from '../../../core/areas/types.ts';
import { VALUE_STATUS } from '../../../core/areas/types.ts';

/** A table of areas from [code, parent code] pairs, every area of one hectare. */
export function areaTable(
  level: AreaLevel,
  parentLevel: AreaLevel | null,
  areas: readonly (readonly [string, string | null])[],
): AreaTable {
  return {
    level,
    vintage: 2024,
    hash: `hash-${level}`,
    codes: areas.map(([code]) => code),
    names: areas.map(([code]) => `name of ${code}`),
    parentLevel,
    parentCodes: areas.map(([, parent]) => parent),
    areaHa: new Float64Array(areas.length).fill(1),
    lon: new Float64Array(areas.length),
    lat: new Float64Array(areas.length),
  };
}

/** One province, two municipalities, five sectors (one without a municipality) and a grid of its own. */
export function smallRegion(): AreaTables {
  const tables = [
    areaTable('province', null, [['P', null]]),
    areaTable('municipality', 'province', [
      ['M1', 'P'],
      ['M2', 'P'],
      ['M3', null],
    ]),
    areaTable('sector', 'municipality', [
      ['S1', 'M1'],
      ['S2', 'M2'],
      ['S3', 'M1'],
      ['S4', 'M2'],
      ['S5', null],
    ]),
    areaTable('grid', null, [['G1', null]]),
  ];
  return new Map(tables.map(table => [table.level, table]));
}

/** Values from cells of [numerator, denominator, status], null being a number that is not there. */
export function valueColumns(
  level: AreaLevel,
  cells: readonly (readonly [number | null, number | null, ValueStatusName?])[],
): ValueColumns {
  const column = (pick: (cell: readonly [number | null, number | null, ValueStatusName?]) => number | null) =>
    Float64Array.from(cells, cell => pick(cell) ?? Number.NaN);
  return {
    indicator: 'social_share',
    level,
    vintage: 2024,
    year: 2023,
    category: null,
    basis: 'counts',
    numerator: column(([numerator]) => numerator),
    denominator: column(([, denominator]) => denominator),
    value: column(([numerator, denominator]) =>
      numerator === null ? null : denominator === null ? numerator : numerator / denominator,
    ),
    status: Uint8Array.from(cells, ([, , status]) => VALUE_STATUS[status ?? 'ok']),
  };
}
