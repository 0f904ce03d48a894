import { describe, expect, it } from 'vitest';
import type { AreaLevel, AreaTable } from '../../core/areas/types.ts';
import { addDwellings } from '../../core/scenario/edits.ts';
import { outsideOf, scopeAround } from '../../web/scenario/outside.ts';

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
const insideA = Uint8Array.of(1, 1, 0, 0);

describe('dwellings outside the scope', () => {
  it('are counted, with their edits; an edit that is off, and a code that does not exist, count for nothing', () => {
    const edits = [
      addDwellings({ id: 'one', areas: ['A1', 'B1', 'C1'], socialPerArea: 20 }),
      addDwellings({ id: 'two', areas: ['A2'], socialPerArea: 5 }),
      addDwellings({ id: 'three', areas: ['B1', 'gone'], socialPerArea: 1 }),
      { ...addDwellings({ id: 'off', areas: ['C1'], socialPerArea: 100 }), enabled: false },
    ];
    expect(outsideOf(sectors, insideA, edits)).toEqual({
      codes: ['B1', 'C1'],
      edits: 2,
      dwellings: 20 + 20 + 1,
      added: 60 + 5 + 2,
    });
  });

  it('come in with the nearest wider scope that holds them, the whole region where none does', () => {
    const scope = { level: 'municipality', code: 'A' } as const;
    expect(scopeAround(tables, scope, 'sector', ['B1'])).toEqual({ level: 'province', code: 'P1' });
    expect(scopeAround(tables, scope, 'sector', ['B1', 'C1'])).toBeNull();
  });
});
