import { describe, expect, it } from 'vitest';
import { sortedRows, sortNext } from '../../web/controls/sorting.ts';

describe('a sorted table', () => {
  const rows = [
    { name: 'Zele', share: 0.5 },
    { name: 'Aalst', share: null },
    { name: 'Mol', share: 0.2 },
    { name: 'Ieper', share: 0.5 },
  ];
  const names = (down: boolean, cellOf: (row: (typeof rows)[number]) => number | string | null) =>
    sortedRows(rows, { cellOf, nameOf: row => row.name, down }).map(row => row.name);

  it('has the largest first, equals by name, and what has no number below whichever way', () => {
    expect(names(true, row => row.share)).toEqual(['Ieper', 'Zele', 'Mol', 'Aalst']);
    expect(names(false, row => row.share)).toEqual(['Mol', 'Ieper', 'Zele', 'Aalst']);
    expect(names(false, row => row.name)).toEqual(['Aalst', 'Ieper', 'Mol', 'Zele']);
    expect(names(true, row => row.name)).toEqual(['Zele', 'Mol', 'Ieper', 'Aalst']);
  });

  it('turns round when the same column is asked again, and begins anew at another', () => {
    const first = sortNext<string>(null, 'share', false);
    expect(first).toEqual({ column: 'share', down: true });
    expect(sortNext(first, 'share', false)).toEqual({ column: 'share', down: false });
    expect(sortNext(first, 'name', true)).toEqual({ column: 'name', down: false });
  });
});
