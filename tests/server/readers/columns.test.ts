import { describe, expect, it } from 'vitest';
import { column } from '../../../server/readers/columns.ts';

describe('finding a column by its name', () => {
  const fields = ['CD_SECTOR', 'naam', 'Naam', 'CNIS_PROVI', 'Gemeente ', 'Oppervlakte (hÉ)'];

  it.each([
    ['CD_SECTOR', 'CD_SECTOR'],
    ['cd_sector', 'CD_SECTOR'],
    ['naam', 'naam'],
    ['Naam', 'Naam'],
    ['CNIS_PROVI_2025', 'CNIS_PROVI'],
    ['gemeente', 'Gemeente '],
    ['oppervlakte (he)', 'Oppervlakte (hÉ)'],
  ])('%s is the column %s', (wanted, found) => {
    expect(column(fields, wanted)).toBe(found);
  });

  it('names the columns there are when none fits', () => {
    expect(() => column(['code', 'naam'], 'refnis', 'a.csv')).toThrow(
      'a.csv: no column "refnis"; there are code, naam',
    );
    expect(() => column([], 'refnis')).toThrow('no column "refnis"; the file has no columns');
  });

  it('does not choose between two that fit equally', () => {
    expect(() => column(fields, 'NAAM')).toThrow('several columns fit "NAAM"');
  });
});
