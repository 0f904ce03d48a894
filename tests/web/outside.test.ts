import { expect, it } from 'vitest';
import type { AreaLevel, AreaTable } from '../../core/areas/types.ts';
import { scopeAround } from '../../web/scenario/outside.ts';

/** Two provinces; P1 has towns A and B, P2 has town C; each town has the sectors named after it. */
const table = (level: AreaLevel, parentLevel: AreaLevel | null, rows: [string, string | null][]) =>
  ({
    level,
    parentLevel,
    codes: rows.map(([code]) => code),
    parentCodes: rows.map(([, parent]) => parent),
  }) as unknown as AreaTable;
const sectors = table('sector', 'municipality', [
  ['A1', 'A'],
  ['A2', 'A'],
  ['B1', 'B'],
  ['C1', 'C'],
]);
const tables = new Map<AreaLevel, AreaTable>([
  ['sector', sectors],
  [
    'municipality',
    table('municipality', 'province', [
      ['A', 'P1'],
      ['B', 'P1'],
      ['C', 'P2'],
    ]),
  ],
  [
    'province',
    table('province', null, [
      ['P1', null],
      ['P2', null],
    ]),
  ],
]);

it('dwellings outside the scope come in with the nearest wider scope that holds them, the whole region where none does', () => {
  const scope = { level: 'municipality', code: 'A' } as const;
  expect(scopeAround(tables, scope, 'sector', ['B1'])).toEqual({ level: 'province', code: 'P1' });
  expect(scopeAround(tables, scope, 'sector', ['B1', 'C1'])).toBeNull();
});
