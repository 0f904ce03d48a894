import { describe, expect, it } from 'vitest';
import { sitesFromRows } from '../../../../core/spreading/coupled/site-list.ts';

describe('A list of building sites', () => {
  it('is read with what it says and no more', () => {
    expect(
      sitesFromRows([
        { site: ' north ', area: 'A1', most: '12', least: '', cost: '210000,5', from: 2, colour: 'red' },
        { site: 'south', area: '', project_cost: 1e5 },
      ]),
    ).toEqual([
      { code: 'north', area: 'A1', most: 12, eurosPerDwelling: 210_000.5, from: 2 },
      { code: 'south', area: null, eurosPerProject: 100_000 },
    ]);
  });

  it('is refused whole, naming the row and the value', () => {
    const site = { site: 'a', area: 'A1' };
    expect(() => sitesFromRows([])).toThrow('no building sites');
    expect(() => sitesFromRows([{ area: 'A1' }])).toThrow('row 1 has no site');
    expect(() => sitesFromRows([site, site])).toThrow('row 2: site a stands there twice');
    expect(() => sitesFromRows([{ ...site, most: '2.5' }])).toThrow(
      'row 1, most: "2.5" is no whole number from 0 up',
    );
    expect(() => sitesFromRows([{ ...site, cost: '1.000.000' }])).toThrow(
      '"1.000.000" is no number from 0 up',
    );
    expect(() => sitesFromRows([{ ...site, least: -1 }])).toThrow('"-1"');
    expect(() => sitesFromRows(Array.from({ length: 20_001 }, (_, i) => ({ site: i })))).toThrow('20001');
  });
});
