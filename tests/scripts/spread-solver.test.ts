import { describe, expect, it } from 'vitest';
import { COLUMNS, cli, filesFor } from './spread-command.ts';

/** What the solver is for: budgets, sites, sizes of homes, and proof of every plan of a frontier. */
describe('cli spread by the solver', () => {
  const file = filesFor();

  it('keeps a budget, a number of sites, types and years by the solver, as reckoned by hand', async () => {
    // Four areas alike but for their price: 3 in each of two, of which 330 euros leave the first pair only.
    const areas = await file(
      'priced.csv',
      'code,social,all,euros,from\na,0,100,100,1\nb,0,100,10,2\nc,0,100,120,1\nd,0,100,110,1\n',
    );
    const asked = ['--dwellings', '6', '--objective', 'isolation', '--cost', 'euros'];
    const printed = await cli(areas, ...COLUMNS, ...asked, '--budget', '330', '--max-projects', '2');
    expect(JSON.parse(printed.out)).toMatchObject({
      after: expect.closeTo(3 / 103, 12),
      optimal: true,
      ended: 'optimal',
      euros: 330,
      projects: 2,
      allocation: [
        { id: 'a', dwellings: 3 },
        { id: 'b', dwellings: 3 },
      ],
    });
    const phased = [
      '--budget',
      '1000',
      '--per-year',
      '2,4',
      '--available-from',
      'from',
      '--family-share',
      '0.5',
    ];
    const years = JSON.parse((await cli(areas, ...COLUMNS, ...asked, ...phased)).out) as {
      years: Record<string, number>[];
      types: { family: Record<string, number> };
    };
    const sum = (one: Record<string, number>) => Object.values(one).reduce((all, n) => all + n, 0);
    expect(years.years.map(sum)).toEqual([2, 4]);
    expect(years.years[0]!.b).toBeUndefined();
    expect(sum(years.types.family)).toBeGreaterThanOrEqual(3);
    const short = await cli(areas, ...COLUMNS, ...asked, '--budget', '50');
    expect(short.code).toBe(1);
    expect(short.error).toContain('No plan meets all of: the limit budget, 6 new dwellings.');
    expect(short.error).toContain('60 for budget');
  });

  it('builds on sites of a table, and refuses an option that says nothing', async () => {
    const areas = await file('two-areas.csv', 'code,social,all,room\na,0,100,9\nb,50,100,20\n');
    const sites = await file('sites.csv', 'site,area,most,least\na1,a,6,4\na2,a,6,5\nb1,b,20,\n');
    const asked = ['--dwellings', '12', '--capacity', 'room', '--sites', sites];
    expect(JSON.parse((await cli(areas, ...COLUMNS, ...asked)).out)).toMatchObject({
      sites: { a1: 4, a2: 5, b1: 3 },
      allocation: [
        { id: 'a', dwellings: 9 },
        { id: 'b', dwellings: 3 },
      ],
    });
    const idle = await cli(areas, ...COLUMNS, '--dwellings', '3', '--cost-per-dwelling', '5');
    expect(idle.error).toContain('--cost-per-dwelling says nothing without');
  });

  it('gives dwellings by number of bedrooms, as reckoned by hand', async () => {
    const areas = await file('homes.csv', 'code,social,all\nA,2,10\nB,0,8\n');
    const asked = ['--dwellings', '4', '--bedrooms', '1:0.5,5+:0.25'];
    // Three social dwellings in each for eight others: one in A, three in B. Two with one bedroom, one with five.
    expect(JSON.parse((await cli(areas, ...COLUMNS, ...asked)).out)).toMatchObject({
      after: expect.closeTo(0, 12),
      allocation: [
        { id: 'A', dwellings: 1, homes: { '1': 1 } },
        { id: 'B', dwellings: 3, homes: { '1': 1, '5+': 1, unspecified: 1 } },
      ],
    });
    expect((await cli(areas, ...COLUMNS, ...asked, '--format', 'csv')).error).toContain('--format json');
    expect((await cli(areas, ...COLUMNS, '--dwellings', '4', '--bedrooms', '6:1')).error).toContain(
      '1:0.4,3:0.2',
    );
  });

  it('proves every plan of a frontier by the solver, within the time that is given', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `A${i},${(i * 7) % 23},${40 + ((i * 11) % 60)},${(i * 37) % 1500}`,
    );
    const areas = await file('thirty.csv', `code,social,all,metres\n${rows.join('\n')}\n`);
    const asked = ['--dwellings', '120', '--min-project', '6', '--per-area', '25', '--frontier', 'metres'];
    const exact = ['--points', '6', '--exact', '--seconds', '60'];
    type Points = { points: { values: [number, number]; proof: string; gap: number }[] };
    const found = JSON.parse((await cli(areas, ...COLUMNS, ...asked, '--points', '6')).out) as Points;
    const proven = JSON.parse((await cli(areas, ...COLUMNS, ...asked, ...exact)).out) as Points;
    expect(proven.points.every(({ proof, gap }) => proof !== 'bounded' && gap === 0)).toBe(true);
    // No worse than without, at every mean that it has.
    for (const { values, gap } of found.points) {
      const better = proven.points.filter(one => one.values[1] <= values[1] + 1e-9);
      const lowest = Math.min(...better.map(one => one.values[0]));
      expect(lowest).toBeLessThanOrEqual(values[0] + 1e-9);
      expect(lowest).toBeGreaterThanOrEqual(values[0] * (1 - gap) - 1e-9);
    }
  });
});
