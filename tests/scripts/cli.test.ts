import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDwellings } from '../../core/scenario/edits.ts';
import { openDatabase } from '../../server/database/open.ts';
import type { Database } from '../../server/database/types.ts';
import { requestedRelease } from '../../server/releases/catalogue.ts';
import { areasItemOf } from '../../server/releases/select.ts';
import { importTestRegion } from '../api/region.ts';
import { scenarioOn } from '../api/scenario.ts';
import { CATCHMENTS, importServices } from '../api/services.ts';
import { createDataDirectory } from '../database.ts';
import { readPath } from '../server/readers/fixtures.ts';

type Printed = { code: number; out: string; error: string };

const square = (west: number, side = 0.02) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 51],
      [west + side, 51],
      [west + side, 51.02],
      [west, 51.02],
      [west, 51],
    ].map(pair => pair.map(value => Number(value.toFixed(6)))),
  ],
});
const collection = (features: [properties: object, geometry: object][]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(([properties, geometry]) => ({ type: 'Feature', properties, geometry })),
  });

/** The commands one after another on one data directory, as a data steward gives them. */
describe('the command line', () => {
  let dataDir: string;
  let folder: string;
  const cli = (...args: string[]): Promise<Printed> =>
    new Promise(resolve => {
      const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' };
      execFile('node', ['scripts/cli.ts', ...args], { env }, (error, out, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: stderr });
      });
    });
  const file = async (name: string, content: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  beforeAll(async () => {
    dataDir = await createDataDirectory();
    folder = await mkdtemp(join(tmpdir(), 'buurtbalans-cli-'));
  });
  afterAll(async () => {
    await rm(dataDir, { recursive: true });
    await rm(folder, { recursive: true });
  });

  it.each([
    '',
    'import',
    'import areas',
    'import table',
    'import facilities',
    'releases',
    'concentration',
    'compare',
    'evaluate',
    'export',
    'export areas',
    'serve',
    'demo',
  ])('cli %s --help says what there is', async command => {
    const { code, out } = await cli(...command.split(' ').filter(Boolean), '--help');
    expect(code).toBe(0);
    expect(out).toContain('Usage:');
  });

  it.each([
    ['a command that is not there', ['frobnicate'], /unknown command/],
    ['a missing option', ['import', 'areas', 'x.geojson'], /required option/],
    [
      'a level that is not there',
      ['import', 'areas', 'x.geojson', '--level', 'street', '--id', 'a'],
      /street/,
    ],
    ['a region that cannot be', ['releases', '--region', 'A B'], /unknown option|region/],
  ])('%s is wrong usage: exit 2', async (_, args, says) => {
    const { code, error } = await cli(...args);
    expect(code).toBe(2);
    expect(error).toMatch(says);
  });

  it('imports towns, then sectors that lie in them', async () => {
    const towns = await file(
      'towns.geojson',
      collection([
        [{ nis: 'T1', naam: 'Westdorp' }, square(3.7, 0.04)],
        [{ nis: 'T2', naam: 'Oostdorp' }, square(3.74, 0.04)],
      ]),
    );
    const first = await cli(
      'import',
      'areas',
      towns,
      '--level',
      'municipality',
      '--id',
      'nis',
      '--name',
      'naam',
    );
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('municipality') });
    const sectors = await file(
      'sectors.geojson',
      collection([0, 1, 2, 3].map(i => [{ code: `S${i + 1}` }, square(3.7 + 0.02 * i)])),
    );
    const second = await cli(
      ...['import', 'areas', sectors, '--level', 'sector', '--id', 'code', '--parent-within', 'municipality'],
    );
    expect(second.error).not.toContain('error');
    expect(second.out).toMatch(/sector\/\d+: 4 rows/);
  });

  describe('beside a running product, whose database they use', () => {
    let running: Database;
    beforeAll(async () => {
      running = await openDatabase({ databaseUrl: null, dataDir });
    });
    afterAll(() => running.close());

    it('imports a table with its own mark for missing and its categories', async () => {
      const table = await file(
        'woningen.csv',
        'code;vorm;woningen;sociaal\nS1;;100;50\nS1;huur;60;50\nS2;;100;x\nS3;;50;20\nS4;;50;0\n',
      );
      const { code, out } = await cli(
        ...['import', 'table', table, '--level', 'sector', '--id', 'code', '--year', '2023'],
        ...['--map', 'social_share=sociaal/woningen', '--category', 'tenure=vorm', '--missing', 'x'],
      );
      expect(code).toBe(0);
      expect(out).toContain('social_share/sector');
    });

    it('refuses thousands that could be decimals, until it is told', async () => {
      const table = await file('punten.csv', 'code;n\nS1;1.234\nS2;20\nS3;0\nS4;7\n');
      const asked = ['import', 'table', table, '--level', 'sector', '--id', 'code', '--year', '2023'];
      const refused = await cli(...asked, '--map', 'households=n');
      expect(refused.code).toBe(1);
      expect(refused.error).toContain('"1.234" is ambiguous');
      expect((await cli(...asked, '--map', 'households=n', '--decimal', ',')).code).toBe(0);
      const out = join(folder, 'huishoudens.csv');
      await cli(
        'export',
        'areas',
        '--level',
        'sector',
        '--indicators',
        'households',
        '--format',
        'csv',
        '--out',
        out,
      );
      expect(await readFile(out, 'utf8')).toContain('1234');
    });

    it('lists releases, newest first, and says which one is served', async () => {
      const { out } = await cli('releases');
      const lines = out.trim().split('\n');
      expect(lines).toHaveLength(4);
      expect(lines[0]).toMatch(/^\* [0-9a-f]{64}/);
    });

    it('compares, and leaves out what is missing with the reason', async () => {
      const { out, code } = await cli(
        ...['compare', '--of', 'municipality', '--level', 'sector', '--draws', '19', '--format', 'csv'],
      );
      expect(code).toBe(0);
      const [header, west, east] = out
        .trim()
        .split(/\r?\n/)
        .map(line => line.split(','));
      const at = (name: string) => header!.indexOf(name);
      expect(west![at('code')]).toBe('T1');
      // S2 of Westdorp has no count; Oostdorp has 20 of 50 and 0 of 50: 1 − 30/80.
      expect(out).toContain('Area S2 has no count');
      expect(Number(east![at('dissimilarity')])).toBeCloseTo(1 - 30 / 80, 12);
    });

    const records = (out: string) => {
      const [header, ...lines] = out
        .trim()
        .split(/\r?\n/)
        .map(line => line.split(','));
      return lines.map(cells => Object.fromEntries(header!.map((name, at) => [name, cells[at]])));
    };

    it('compares two, and says what the others are, reckoned by hand', async () => {
      const table = await file(
        'vorige.csv',
        'code;woningen;sociaal\nS1;100;50\nS2;100;0\nS3;50;20\nS4;50;0\n',
      );
      await cli(
        ...['import', 'table', table, '--level', 'sector', '--id', 'code', '--year', '2022'],
        ...['--map', 'social_share=sociaal/woningen'],
      );
      const asked = ['compare', '--of', 'municipality', '--level', 'sector', '--year', '2022'];
      const pair = await cli(...asked, '--draws', '99', '--pair', 'T1', 'T2');
      const [row] = records(pair.out);
      expect(row).toMatchObject({
        first: 'T1',
        second: 'T2',
        year: '2022',
        index: 'dissimilarity',
        seed: '1',
      });
      // Westdorp 50 social in one of two areas, 50 and 100 others: 1 − 50/150. Oostdorp 1 − 30/80.
      expect(Number(row!.first_value)).toBeCloseTo(2 / 3, 12);
      expect(Number(row!.second_value)).toBeCloseTo(5 / 8, 12);
      expect(Number(row!.difference)).toBeCloseTo(1 / 24, 12);
      // S1 with S4 and S2 with S3 differ by more, S1 with S3 leaves the others without social dwellings.
      expect(Number(row!.p)).toBe(1);
      expect(Number(row!.low)).toBeLessThan(Number(row!.high));
      expect((await cli(...asked, '--pair', 'T1')).error).toContain('two codes');
      expect((await cli(...asked, '--pair', 'T1', 'T2', '--benchmark')).code).toBe(2);
      const own = [...asked, '--draws', '0', '--scope', 'municipality:T1'];
      expect(records((await cli(...own)).out).map(each => each.own)).toEqual(['true', 'false']);
      const [others] = records((await cli(...own, '--benchmark')).out);
      // Oostdorp has two sectors only, too few to be a measure for others.
      expect(row).toMatchObject({ first_lacks: 'zones', second_lacks: 'zones' });
      expect(others).toMatchObject({
        own: 'municipality:T1',
        compared_by: 'value',
        regions: '0',
        median: '',
      });
      expect((await cli(...asked, '--benchmark')).error).toContain('scope of municipality:CODE');
    });

    it('says in one line what is wrong with a file, and imports nothing', async () => {
      const broken = await file('broken.geojson', '{"type":"FeatureCollection","features":[');
      const { code, error } = await cli('import', 'areas', broken, '--level', 'sector', '--id', 'code');
      expect(code).toBe(1);
      const errors = error.split('\n').filter(line => line.startsWith('error'));
      expect(errors).toHaveLength(1);
      expect(errors[0]).toContain('broken.geojson');
      expect((await cli('releases')).out.trim().split('\n')).toHaveLength(5);
    });

    it('says one finding in one line, and several with a line that closes them', async () => {
      const one = await file('een.csv', 'code;n\nS1;10\nZ9;20\n');
      const asked = ['--level', 'sector', '--id', 'code', '--year', '2021', '--map', 'households=n'];
      const refused = await cli('import', 'table', one, ...asked);
      expect(refused.code).toBe(1);
      const lines = (error: string) => error.trim().split('\n');
      expect(lines(refused.error).filter(line => line.includes('Z9'))).toEqual([
        expect.stringMatching(
          /^error: een\.csv: row 2 \(Z9\): "Z9" in code is no area of level sector; nothing was imported$/,
        ),
      ]);
      const two = await file('twee.csv', 'code;n\nS1;10\nS2;veel\nS3;weinig\n');
      const { error } = await cli('import', 'table', two, ...asked);
      expect(lines(error).filter(line => line.includes('weinig'))).toHaveLength(1);
      expect(lines(error).filter(line => line.startsWith('error:'))).toEqual([
        expect.stringMatching(/row 2 \(S2\).*veel.*\(and 1 more\); nothing was imported$/),
      ]);
    });

    it('names the nearest indicator to one that is not there', async () => {
      const { code, error } = await cli('export', 'areas', '--level', 'sector', '--indicators', 'houshold');
      expect(code).toBe(1);
      expect(error).toMatch(/^error: .*"houshold".*did you mean "households"\?/m);
    });

    it('tells the reach of a region, and where its next place does most', async () => {
      await importTestRegion(running);
      const region = ['--region', 'test', '--detour', '1'];
      const reach = JSON.parse((await cli('access', ...region, '--within', '900')).out);
      expect(reach).toMatchObject({ walking: { by: 'straight-line', detour: 1 }, rule: { withinM: 900 } });
      // Nobody in S01 is farther than 895 m from the playground in its middle.
      expect(reach.columns.reached[reach.columns.code.indexOf('S01')]).toBe(100);
      const towns = await cli('access', ...region, '--level', 'municipality', '--format', 'csv');
      expect(towns.out).toMatch(/M1[\s\S]*M2/);
      const asked = ['site', ...region, '--most', '1', '--function', 'play=900', '--candidates'];
      const found = JSON.parse((await cli(...asked, 'lattice:500')).out);
      expect(found.places).toMatchObject([{ function: 'play', reason: expect.stringContaining('reaches') }]);
      expect((await cli(...asked, 'parks')).error).toContain('"parks" is no choice of sites');
    });

    it('tells what families of a region have around them', async () => {
      const region = ['access', '--region', 'test', '--detour', '1'];
      const kinds = await cli(...region, '--variety', '--function', 'play,green', '--within', '500');
      expect(JSON.parse(kinds.out)).toMatchObject({ functions: ['play', 'green'], withinM: 500 });
      const births = await cli(...region, '--families', '--function', 'play', '--format', 'csv');
      expect(births.out).toMatch(
        /births,births_reached,deprived,[\s\S]*\r\nS01,Sector 1,[^\n]*,2022,400,100,/,
      );
      const green = await cli(...region, '--supply', 'area', '--function', 'green', '--ages', 'all');
      expect(JSON.parse(green.out)).toMatchObject({ kind: 'areaM2', places: 1, decay: { withinM: 1000 } });
      const schools = await cli(...region, '--schools', '--ages', 'all');
      expect(schools.error).toContain('There are no places of primary_school');
      expect((await cli(...region, '--schools', '--variety')).error).toContain('at a time');
      expect((await cli(...region, '--scenario', 'none.json')).error).toContain('goes with --schools');
      const sheet = await cli(...region, '--families', '--rows', 'places', '--format', 'csv');
      expect(sheet.error).toContain('"places" is nothing that has rows here; there are: areas, distances');
    });

    it('tells pupils by drawn catchment after a scenario, and staff by place as a workbook', async () => {
      const release = await requestedRelease(running, (await importServices(running)).release);
      const scenario = scenarioOn(release.hash, areasItemOf(release, 'test', 'sector').hash);
      // 30 dwellings of three bedrooms in S11: 60 children, none of them in a family that scores as deprived.
      scenario.edits = [
        { ...addDwellings({ id: 'a', areas: ['S11'], socialPerArea: 0 }), social: { '3': 30 } },
      ];
      const drawn = CATCHMENTS.map(({ school, geometry }): [object, object] => [{ school }, geometry]);
      const asked = [
        ...['--catchments', await file('drawn.geojson', collection(drawn))],
        ...['--scenario', await file('new.scenario.json', JSON.stringify(scenario))],
      ];
      const schools = await cli('access', '--schools', '--ages', 'all', ...asked);
      expect(schools.error).toBe('');
      const pupils = (count: number) => ({ pupils: expect.closeTo(count, 6) });
      // 100 + 4 · 10 in the left half, 40 + 3 · 10 in the right one.
      expect(JSON.parse(schools.out)).toMatchObject({
        by: 'catchments',
        schools: [
          { id: 'services/s1', before: pupils(140), after: pupils(140) },
          { id: 'services/s3', before: pupils(70), after: pupils(130) },
        ],
      });
      const out = join(folder, 'staff.xlsx');
      const supply = await cli(
        ...['access', '--region', 'test', '--detour', '1', '--supply', 'staff', '--within', '900'],
        ...['--rows', 'places', '--format', 'xlsx', '--out', out],
      );
      expect([supply.error, supply.out]).toEqual(['', '']);
      const places = await readPath(out);
      // Ten in full-time equivalents for the 20 children under three of S01.
      expect(places.map(({ properties }) => properties)).toMatchObject([
        {
          id: 'services/c1',
          kind: 'staff',
          supply: 10,
          children: expect.closeTo(20, 6),
          per_child: expect.closeTo(0.5, 6),
        },
      ]);
    });
  });
});
