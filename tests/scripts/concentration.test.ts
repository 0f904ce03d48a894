import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nearly, readSacramento, referenceDir } from '../core/concentration/sacramento.ts';

type Printed = { code: number; out: string; error: string };
type Answer = {
  zones: number;
  dropped: number;
  social: number;
  total: number;
  metricEpsg?: number;
  indices: Record<string, { value: number; expected?: number; interval?: { low: number }; p?: number }>;
};

function cli(...args: string[]): Promise<Printed> {
  return new Promise(resolve => {
    execFile('node', ['scripts/cli.ts', 'concentration', ...args], (error, out, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: stderr });
    });
  });
}

const COLUMNS = ['--id', 'code', '--social', 'social', '--total', 'all'];

/** Unit squares in a row, in degrees or, with `side` 1000, in the metres of Lambert 2008. */
function squares(
  counts: readonly [social: unknown, all: unknown][],
  change: (i: number) => object = () => ({}),
) {
  return {
    type: 'FeatureCollection',
    features: counts.map(([social, all], i) => {
      const [west, south, side] = [3.7 + 0.02 * i, 51, 0.02];
      const ring = [
        [west, south],
        [west + side, south],
        [west + side, south + side],
        [west, south + side],
        [west, south],
      ].map(pair => pair.map(value => Number(value.toFixed(6))));
      return {
        type: 'Feature',
        properties: { code: `A${i + 1}`, social, all, city: i < 2 ? 1 : 0 },
        geometry: { type: 'Polygon', coordinates: [ring] },
        ...change(i),
      };
    }),
  };
}

describe('cli concentration', () => {
  let folder: string;
  const file = async (name: string, content: unknown): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'buurtbalans-cli-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('measures a map with everything it allows, reckoned by hand', async () => {
    const path = await file(
      'row.geojson',
      squares([
        [8, 10],
        [2, 10],
        [0, 10],
        [0, 10],
      ]),
    );
    const { out, code } = await cli(path, ...COLUMNS, '--city-part', 'city', '--format', 'json');
    expect(code).toBe(0);
    const { indices, ...counted } = JSON.parse(out) as Answer;
    expect(counted).toEqual({ zones: 4, dropped: 0, social: 10, total: 40, metricEpsg: 32631 });
    // 8/10 − 2/30 above and 2/10 − 8/30 below.
    expect(indices.dissimilarity?.value).toBeCloseTo(8 / 10 - 2 / 30, 12);
    // Less the mean difference over the three borders: (0.6 + 0.2 + 0)/3.
    expect(indices.spatial_dissimilarity_queen?.value).toBeCloseTo(8 / 10 - 2 / 30 - 0.8 / 3, 12);
    // Nobody social in the fringe: the city part has 10 of 20.
    expect(indices.spread_ratio).toMatchObject({ undefined: true });
    expect(indices.distance_decay_isolation!.value + indices.distance_decay_interaction!.value).toBeCloseTo(
      1,
      12,
    );
  });

  test('a table without polygons gives the indices of counts', async () => {
    const path = await file('row.csv', 'code;social;all\nA1;8;10\nA2;2;10\nA3;0;20\n');
    const { out } = await cli(path, ...COLUMNS, '--inference', '99', '--format', 'csv');
    const [header, ...lines] = out.trim().split('\n');
    expect(header).toBe(
      'index,value,error_bound,expected,corrected,low,high,p,undefined_reason,zones,dropped,social,total',
    );
    const dissimilarity = lines.find(line => line.startsWith('dissimilarity,'))!.split(',');
    expect(Number(dissimilarity[1])).toBeCloseTo(8 / 10 - 2 / 30, 12);
    expect(Number(dissimilarity[7])).toBe(0.01);
    expect(out).not.toContain('moran_i');
    expect((await cli(path, ...COLUMNS, '--indices', 'moran_i')).error).toContain('has no polygons');
  });

  test('a grid lays cells over the areas', async () => {
    // Squares of 1.4 km: two to a cell of 3 km.
    const path = await file(
      'grid.geojson',
      squares([
        [8, 10],
        [2, 10],
        [0, 10],
        [0, 10],
      ]),
    );
    const { out } = await cli(
      path,
      ...COLUMNS,
      '--grid',
      '3000',
      '--indices',
      'dissimilarity',
      '--format',
      'json',
    );
    const { zones } = JSON.parse(out) as Answer;
    expect(zones).toBeLessThan(4);
    expect(zones).toBeGreaterThan(1);
  });

  test('the Lorenz curve, reckoned by hand', async () => {
    const path = await file('curve.csv', 'code;social;all\nA1;50;100\nA2;10;100\nA3;40;100\n');
    const { out } = await cli(path, ...COLUMNS, '--lorenz', '--format', 'json');
    const curve = JSON.parse(out) as { socialAtHalf: number; others: number[]; social: number[] };
    // From the smallest share up: 90, 60 and 50 of 200 others, 10, 40 and 50 of 100 social.
    expect(curve.others).toEqual([0, 0.45, 0.75, 1]);
    expect(curve.social).toEqual([0, 0.1, 0.5, 1]);
    // Half of the others is a sixth of the way from 45 to 75 %.
    expect(curve.socialAtHalf).toBeCloseTo(0.1 + 0.4 / 6, 12);
    expect((await cli(path, ...COLUMNS, '--lorenz', '--format', 'csv')).out).toContain('0.45,0.1\n0.75,0.5');
    expect((await cli(path, ...COLUMNS, '--lorenz')).out).toContain('16.7 %');
    expect((await cli(path, ...COLUMNS, '--lorenz', '--inference', '9')).code).toBe(2);
  });

  test.each<[string, unknown, string[], number, RegExp]>([
    ['no areas', squares([]), [], 1, /holds no features/],
    [
      'a group above its total',
      squares([
        [12, 10],
        [1, 10],
      ]),
      [],
      1,
      /Area A1 \(12 of 10\) has more social dwellings/,
    ],
    [
      'a count that is missing',
      squares([
        [null, 10],
        [1, 10],
      ]),
      [],
      1,
      /Area A1 has no count/,
    ],
    [
      'a count that is a word',
      squares([
        ['veel', 10],
        [1, 10],
      ]),
      [],
      1,
      /feature 1 \(A1\), social: .*veel/,
    ],
    [
      'one id for two areas',
      squares(
        [
          [1, 10],
          [2, 10],
        ],
        () => ({ properties: { code: 'A1', social: 1, all: 10 } }),
      ),
      [],
      1,
      /Area A1 stands there more than once/,
    ],
    [
      'a point among polygons',
      squares(
        [
          [1, 10],
          [2, 10],
        ],
        i => (i === 1 ? { geometry: { type: 'Point', coordinates: [3.7, 51] } } : {}),
      ),
      [],
      1,
      /Area A2 is a Point/,
    ],
    [
      'degrees as metres',
      squares([
        [1, 10],
        [2, 10],
      ]),
      ['--crs-metric', '4326'],
      2,
      /in degrees/,
    ],
    [
      'degrees that are said to be Lambert',
      squares([
        [1, 10],
        [2, 10],
      ]),
      ['--crs', '31370'],
      1,
      /31370/,
    ],
    [
      'an index that is not there',
      squares([
        [1, 10],
        [2, 10],
      ]),
      ['--indices', 'foo'],
      2,
      /choose from dissimilarity/,
    ],
    [
      'moving areas about under an index that does not look where they lie',
      squares([
        [1, 10],
        [2, 10],
      ]),
      ['--indices', 'gini', '--inference', '9', '--null-model', 'places'],
      2,
      /cannot change gini/,
    ],
    [
      'weights that are not there',
      squares([
        [1, 10],
        [2, 10],
      ]),
      ['--weights', 'bishop'],
      2,
      /knn:k/,
    ],
    [
      'a centre of nothing',
      squares([
        [1, 10],
        [2, 10],
      ]),
      ['--centre', ','],
      2,
      /"," is no point/,
    ],
    [
      'no index at all',
      squares([
        [1, 10],
        [2, 10],
      ]),
      ['--indices', ''],
      2,
      /"" lacks a name/,
    ],
    [
      'draws that cannot be',
      squares([
        [1, 10],
        [2, 10],
      ]),
      ['--inference', 'many'],
      2,
      /whole number/,
    ],
  ])('%s is refused in one line', async (name, content, options, exit, says) => {
    const path = await file(`${name.replaceAll(' ', '-')}.geojson`, content);
    const { code, error, out } = await cli(path, ...COLUMNS, ...options);
    expect(error).toMatch(says);
    expect(code).toBe(exit);
    expect(out).toBe('');
    if (exit === 1) expect(error.trim().split('\n')).toHaveLength(1);
  });

  test.each<[string, [number, number][], string]>([
    ['one area', [[3, 10]], 'dissimilarity'],
    [
      'areas where nobody is social',
      [
        [0, 10],
        [0, 20],
      ],
      'dissimilarity',
    ],
    [
      'areas where everybody is',
      [
        [10, 10],
        [20, 20],
      ],
      'dissimilarity',
    ],
    [
      'a million dwellings in one area',
      [
        [250_000, 1_000_000],
        [1, 10],
        [0, 7],
      ],
      'hutchens',
    ],
  ])('%s: a value or the reason why not, never NaN', async (name, counts, id) => {
    const path = await file(`${name.replaceAll(' ', '-')}.geojson`, squares(counts));
    const { out, code } = await cli(path, ...COLUMNS, '--inference', '9', '--format', 'json');
    expect(code).toBe(0);
    const { indices } = JSON.parse(out) as { indices: Record<string, { value?: number; reason?: string }> };
    expect(indices[id]!.value !== undefined || indices[id]!.reason !== undefined).toBe(true);
    for (const outcome of Object.values(indices)) {
      expect(outcome.reason === undefined ? Number.isFinite(outcome.value) : outcome.reason.length > 10).toBe(
        true,
      );
    }
  });

  test('a group above its total is lowered to it when asked, and listed', async () => {
    const path = await file(
      'above.geojson',
      squares([
        [12, 10],
        [1, 10],
      ]),
    );
    const { out } = await cli(path, ...COLUMNS, '--clamp', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ social: 11, total: 20, clamped: ['A1'] });
  });

  test.skipIf(!referenceDir)('meets the literature on the reference data set', async () => {
    const { values } = readSacramento();
    const path = join(referenceDir!, 'sacramento.geojson');
    const columns = ['--id', 'FIPS', '--social', 'HISP', '--total', 'TOT_POP'];
    const { out } = await cli(path, ...columns, '--crs-metric', '32610', '--format', 'json');
    const { indices, ...counted } = JSON.parse(out) as Answer;
    expect(counted).toEqual({ zones: 403, dropped: 0, social: 277574, total: 1796857, metricEpsg: 32610 });
    for (const [id, { value, tolerance }] of Object.entries(values)) {
      if (/_(expected|debiased)$/.test(id)) continue;
      expect(indices[id]?.value, id).toEqual(nearly(value, tolerance));
    }
  });
});
