import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeatureCollection, Polygon } from 'geojson';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type Answer, COLUMNS, cli, filesFor } from './spread-command.ts';

const TABLE = 'code,town,social,all,room\nA1,north,1,10,\nA2,north,1,19,1\nA3,south,40,50,5\n';

describe('cli spread', () => {
  const file = filesFor();

  it('takes the best number of a range, a sum of indices and two in order', async () => {
    // Social 0 and 10 beside 20 others each: ten more in the first make both alike.
    const areas = await file('two.csv', 'code,social,all\nA1,0,20\nA2,10,30\n');
    const range = await cli(areas, ...COLUMNS, '--dwellings', '2', '--dwellings-most', '11');
    expect(JSON.parse(range.out)).toMatchObject({ dwellings: 10, allocation: [{ id: 'A1', dwellings: 10 }] });
    const sum = ['--dwellings', '10', '--objective', '3*hutchens+isolation'];
    const both = JSON.parse((await cli(areas, ...COLUMNS, ...sum)).out) as {
      after: number;
      indices: object[];
    };
    // Even: the square root index is 0 and isolation 20 of 60.
    expect(both.after).toBeCloseTo(0.25 / 3, 12);
    expect(both.indices).toMatchObject([
      { id: 'hutchens' },
      { id: 'isolation', before: expect.closeTo(1 / 3, 12) },
    ]);
    const order = await cli(areas, ...COLUMNS, '--dwellings', '10', '--objective', 'gini,hutchens');
    expect(order.code).toBe(2);
    expect(order.error).toContain('gini cannot go before another');
    const table = await cli(areas, ...COLUMNS, '--dwellings', '9', '--way', 'move', '--format', 'csv');
    expect(table.error).toContain('--format csv goes with --way build');
  });

  it('converts and moves at most so many dwellings, and none from what is locked', async () => {
    const areas = await file('stock.csv', 'code,social,all\nA1,8,18\nA2,0,10\nA3,0,10\n');
    const dwellings = ['--dwellings', '9'];
    const moved = await cli(areas, ...COLUMNS, ...dwellings, '--way', 'move', '--locked', 'A3');
    expect(JSON.parse(moved.out)).toMatchObject({
      way: 'move',
      dwellings: 4,
      allocation: [
        { id: 'A1', dwellings: -4 },
        { id: 'A2', dwellings: 4 },
      ],
    });
    const pinned = await cli(areas, ...COLUMNS, ...dwellings, '--way', 'move', '--locked', 'A1');
    expect(JSON.parse(pinned.out)).toMatchObject({ dwellings: 0, allocation: [], optimal: true });
    // Eight of eighteen social: 4 of 10 converted in each of the others comes nearest, 4/10 against 8/18.
    const converted = await cli(areas, ...COLUMNS, ...dwellings, '--way', 'convert');
    expect(JSON.parse(converted.out)).toMatchObject({
      allocation: [
        { id: 'A2', dwellings: 4 },
        { id: 'A3', dwellings: 4 },
      ],
    });
  });

  it('places dwellings within capacities and quotas, and says why', async () => {
    const areas = await file('areas.csv', TABLE);
    const quotas = await file('quotas.csv', 'quota,min,max\nsouth,1,\nnorth,,4\n');
    const { out, error, code } = await cli(
      ...[
        areas,
        ...COLUMNS,
        '--dwellings',
        '4',
        '--capacity',
        'room',
        '--quota',
        quotas,
        '--part-of',
        'town',
        '--prices',
        '1',
      ],
    );
    expect(error).toBe('');
    expect(code).toBe(0);
    const answer = JSON.parse(out) as Answer;
    // South must have one; of the other three A2 has room for one.
    expect(answer.allocation.map(({ id, dwellings }) => [id, dwellings])).toEqual([
      ['A1', 2],
      ['A2', 1],
      ['A3', 1],
    ]);
    // Social 3, 2 and 41 of 46 beside 9, 18 and 10 of 37 others.
    const after = 1 - (Math.sqrt(3 * 9) + Math.sqrt(2 * 18) + Math.sqrt(41 * 10)) / Math.sqrt(46 * 37);
    expect(answer.after).toBeCloseTo(after, 12);
    expect(answer).toMatchObject({ objective: 'hutchens', gap: 0, optimal: true, bound: answer.after });
    const { yardsticks, prices } = JSON.parse(out) as Record<string, { id?: string; constraint?: object }[]>;
    expect(yardsticks!.map(({ id }) => id)).toEqual(['proportional', 'largest-sites']);
    expect(prices![0]!.constraint).toEqual({ kind: 'quota-min', id: 'south' });
    expect(answer.allocation[1]!.reason).toMatch(
      /lower hutchens by 0\.0\d+; the limit capacity stops it here\.$/,
    );
  });

  it('spreads in space from polygons, as reckoned by hand, and needs them', async () => {
    // Four squares in a row, all social dwellings in the first one; the second touches it, the others do not.
    const square = (west: number) => {
      const [south, east] = [200_000, west + 100];
      const ring = [
        [west, south],
        [east, south],
        [east, south + 100],
        [west, south + 100],
        [west, south],
      ];
      return { type: 'Polygon', coordinates: [ring] };
    };
    const collection = {
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::31370' } },
      features: [12, 0, 0, 0].map((social, i) => ({
        type: 'Feature',
        properties: { code: `A${i + 1}`, social, all: 24 },
        geometry: square(100_000 + 100 * i),
      })),
    };
    const row = await file('row.geojson', JSON.stringify(collection));
    const asked = ['--dwellings', '4', '--objective', 'smoothed_dissimilarity_queen'];
    const { out, error } = await cli(row, ...COLUMNS, ...asked);
    expect(error).toBe('');
    const answer = JSON.parse(out) as Answer & { indices: { id: string }[] };
    /** The ends keep half, the two in the middle a third, and give the rest to those they touch alike. */
    const smoothed = (social: number[]) => {
      const all = social.reduce((sum, x) => sum + x, 0);
      const [a, b, c, d] = social.map((x, i) => x / all - (i === 0 ? 12 : 24) / 84) as [
        number,
        number,
        number,
        number,
      ];
      const gaps = [a / 2 + b / 3, a / 2 + b / 3 + c / 3, b / 3 + c / 3 + d / 2, c / 3 + d / 2];
      return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / 2;
    };
    // Of all 35 plans the best; it leaves out the first two areas, as those share the dwellings that are there.
    const numbers = [0, 1, 2, 3, 4];
    const values = numbers.flatMap(a =>
      numbers.flatMap(b =>
        numbers.flatMap(c => (a + b + c > 4 ? [] : [smoothed([12 + a, b, c, 4 - a - b - c])])),
      ),
    );
    expect(values).toHaveLength(35);
    expect(answer.after).toBeCloseTo(Math.min(...values), 12);
    expect(answer.before).toBeCloseTo(smoothed([12, 0, 0, 0]), 12);
    expect(answer.bound).toBeLessThanOrEqual(answer.after);
    expect(answer.allocation.every(({ id }) => id === 'A3' || id === 'A4')).toBe(true);
    expect(answer.indices.map(({ id }) => id)).toContain('moran_i');
    const flat = await cli(await file('areas.csv', TABLE), ...COLUMNS, ...asked);
    expect(flat.code).toBe(2);
    expect(flat.error).toContain('areas.csv has no polygons, which smoothed_dissimilarity_queen needs');
  });

  it('lets the first of two objectives give some percent, as reckoned by hand', async () => {
    const areas = await file('give.csv', 'code,social,all\nA,2,10\nB,0,10\n');
    const asked = ['--dwellings', '3', '--objective', 'largest_share~20%,herfindahl'];
    const { out, error } = await cli(areas, ...COLUMNS, ...asked);
    expect(error).toBe('');
    // At best all three in B, 3/13; a fifth more lets one in A, 3/11, and then 3 and 2 are most even: 13/25.
    expect(JSON.parse(out)).toMatchObject({
      after: expect.closeTo(13 / 25, 12),
      optimal: true,
      within: {
        objective: 'largest_share',
        lowest: expect.closeTo(3 / 13, 12),
        after: expect.closeTo(3 / 11, 12),
      },
      allocation: [
        { id: 'A', dwellings: 1 },
        { id: 'B', dwellings: 2 },
      ],
    });
    const moved = await cli(areas, ...COLUMNS, ...asked, '--way', 'move');
    expect(moved.error).toContain('goes with one number of new dwellings');
  });

  it('prints a table, and a map in degrees with every area', async () => {
    const csv = await cli(await file('areas.csv', TABLE), ...COLUMNS, '--dwellings', '3', '--format', 'csv');
    expect(csv.out.split('\n')[0]).toBe(
      'id,dwellings,social_before,total_before,social_after,total_after,reason,objective,before,after,bound,gap,optimal',
    );
    const square = (west: number) => [
      [
        [west, 200_000],
        [west + 100, 200_000],
        [west + 100, 200_100],
        [west, 200_100],
        [west, 200_000],
      ],
    ];
    const collection = {
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::31370' } },
      features: [100_000, 100_100].map((west, i) => ({
        type: 'Feature',
        properties: { code: `A${i + 1}`, social: i * 9, all: 20 },
        geometry: { type: 'Polygon', coordinates: square(west) },
      })),
    };
    const path = await file('areas.geojson', JSON.stringify(collection));
    const { out, error } = await cli(path, ...COLUMNS, '--dwellings', '5', '--format', 'geojson');
    expect(error).toBe('');
    const map = JSON.parse(out) as FeatureCollection<Polygon> & { spread: Answer };
    expect(map.features.map(({ properties }) => properties)).toMatchObject([
      { id: 'A1', dwellings: 5, social_before: 0, social_after: 5, total_after: 25 },
      { id: 'A2', dwellings: 0, reason: null },
    ]);
    expect(map.spread.optimal).toBe(true);
    // Belgian Lambert 72 (100 km, 200 km) lies west of Gent.
    const [lon, lat] = map.features[0]!.geometry.coordinates[0]![0]!;
    expect(lon).toBeCloseTo(3.65, 1);
    expect(lat).toBeCloseTo(51.1, 1);
  });

  it('prints the plans between an index and the mean of a column', async () => {
    const areas = await file('far.csv', 'code,social,all,metres\nA1,1,10,400\nA2,1,10,100\n');
    const { out } = await cli(areas, ...COLUMNS, '--dwellings', '2', '--frontier', 'metres');
    expect(JSON.parse(out)).toMatchObject({
      aims: ['hutchens', 'metres'],
      extent: 'all',
      points: [
        {
          values: [expect.closeTo(0, 12), 250],
          allocation: [
            { id: 'A1', dwellings: 1 },
            { id: 'A2', dwellings: 1 },
          ],
        },
        { values: [expect.any(Number), 100], allocation: [{ id: 'A2', dwellings: 2 }] },
      ],
    });
  });

  it('refuses what cannot be, in one line', async () => {
    const areas = await file('areas.csv', TABLE);
    const refused = async (...args: string[]) => {
      const { code, error, out } = await cli(areas, ...COLUMNS, ...args);
      expect(out).toBe('');
      expect(error.trim().split('\n')).toHaveLength(1);
      return `${code} ${error.trim()}`;
    };
    expect(await refused('--dwellings', '9', '--per-area', '2')).toBe(
      '1 error: No plan meets all of: 9 new dwellings, the limit per-area. Relax one of them, by 3 dwellings at least.',
    );
    expect(await refused('--dwellings', '9', '--locked', 'A1,A9')).toMatch(/^2 error: There is no area A9/);
    const quotas = await file('wrong.csv', 'quota,min,max\nwest,1,\n');
    expect(await refused('--dwellings', '9', '--quota', quotas, '--part-of', 'town')).toBe(
      '1 error: wrong.csv: row 1: no area of the file is part of west',
    );
    const half = await file('half.csv', 'quota,area,min,max\nwest,A1,1.5,\n');
    expect(await refused('--dwellings', '9', '--quota', half)).toBe(
      '1 error: half.csv: row 1, min: "1.5" is no whole number from 0 up',
    );
  });
});

const realDir = process.env.REAL_DATA_DIR;

describe.skipIf(realDir === undefined)('cli spread on Greater Manchester', () => {
  it('places 5,000 dwellings, at most 60 an area, and no exchange of one betters the plan', async () => {
    const path = join(realDir!, 'greater-manchester', 'gm_lsoa21_attributes.csv');
    const { out, error } = await cli(
      ...[path, '--id', 'lsoa21_code', '--social', 'social_rented_households', '--total', 'total_households'],
      ...['--dwellings', '5000', '--per-area', '60'],
    );
    expect(error).toBe('');
    const answer = JSON.parse(out) as Answer;
    const given = new Map(answer.allocation.map(({ id, dwellings }) => [id, dwellings]));
    const { data } = Papa.parse<Record<string, string>>(await readFile(path, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    const areas = data.map(row => {
      const social = Number(row.social_rented_households);
      const built = given.get(row.lsoa21_code!) ?? 0;
      return { after: social + built, built, other: Number(row.total_households) - social };
    });
    const sum = (value: (area: (typeof areas)[number]) => number) =>
      areas.reduce((total, area) => total + value(area), 0);
    expect(sum(area => area.built)).toBe(5000);
    expect(Math.max(...areas.map(area => area.built))).toBeLessThanOrEqual(60);
    // The square root index by its definition.
    const alike = sum(({ after, other }) => Math.sqrt(after * other));
    const index = 1 - alike / Math.sqrt(sum(({ after }) => after) * sum(({ other }) => other));
    expect(answer.after).toBeCloseTo(index, 12);
    // One dwelling less anywhere costs at least what one more anywhere brings.
    const cost = areas
      .filter(({ built }) => built > 0)
      .map(a => Math.sqrt(a.other) * (Math.sqrt(a.after) - Math.sqrt(a.after - 1)));
    const gain = areas
      .filter(({ built }) => built < 60)
      .map(a => Math.sqrt(a.other) * (Math.sqrt(a.after + 1) - Math.sqrt(a.after)));
    expect(Math.min(...cost)).toBeGreaterThanOrEqual(Math.max(...gain) - 1e-12);
    expect(answer.optimal).toBe(true);
  });
});
