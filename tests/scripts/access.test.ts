import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Printed = { code: number; out: string; error: string };

function cli(...args: string[]): Promise<Printed> {
  return new Promise(resolve => {
    execFile('node', ['scripts/cli.ts', ...args], { maxBuffer: 1e8 }, (error, out, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: stderr });
    });
  });
}

// Homes and sites on the parallel of 51°, along which 0.001° is 70.2 m (WGS84), and 91.2 m on foot.
const HOMES =
  'id,lon,lat,kids,poor\na,4.0,51.0,60,2\nb,4.004,51.0,40,3\nc,4.02,51.0,30,20\nd,4.024,51.0,25,20\n';
const PLACES = 'id,lon,lat,m2,what\nswings,4.0045,51.0,300,play\npark,4.021,51.0,,"green, play"\n';
const SITES = 'id,lon,lat,price\nwest,4.002,51.0,10\neast,4.022,51.0,4\n';

describe('cli access and site', () => {
  let folder: string;
  const files: Record<string, string> = {};
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'buurtbalans-access-'));
    for (const [name, content] of Object.entries({ homes: HOMES, places: PLACES, sites: SITES })) {
      files[name] = join(folder, `${name}.csv`);
      await writeFile(files[name], content);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));
  const demand = () => [files.homes!, '--children', 'kids', '--poverty', 'poor'];

  it('tells who has a place within a walk, and what each child can reach', async () => {
    const { out, error } = await cli(
      ...['access', ...demand(), '--places', files.places!, '--functions', 'what', '--area', 'm2'],
      ...['--within', '100,400', '--norm', 'lap', '--supply', 'area'],
    );
    expect(error).toBe('');
    const answer = JSON.parse(out) as {
      coverage: { share: number }[];
      groups: { poverty: { coverage: { reached: number; all: number }[] } };
      norms: { norm: string; share: number; placesWithoutArea: number }[];
      records: { id: string; nearest: string | null; nearest_m: number; supply_per_child: number }[];
    };
    expect(answer.coverage.map(({ share }) => share)).toEqual([70 / 155, 95 / 155]);
    expect(answer.groups.poverty.coverage[1]).toMatchObject({ reached: 43, all: 45 });
    // The park has no surface, so that it cannot count for a norm that asks one.
    expect(answer.norms).toEqual([{ norm: 'lap', share: 40 / 155, exactAges: true, placesWithoutArea: 1 }]);
    expect(answer.records[0]).toMatchObject({ id: 'a', nearest: null });
    expect(answer.records[1]).toMatchObject({ nearest: 'swings', supply_per_child: 7.5 });
    expect(answer.records[1]!.nearest_m).toBeCloseTo(0.5 * 91.2, 0);
  });

  it('shares staff over children who choose', async () => {
    const two = join(folder, 'two.csv');
    // On foot 183 m lie between the homes and 91 m from b to either place: a has the west one alone, b both.
    await writeFile(two, 'id,lon,lat,fte\nwest,4.003,51.0,16\neast,4.005,51.0,4\n');
    const homes = join(folder, 'two-homes.csv');
    await writeFile(homes, 'id,lon,lat,kids\na,4.002,51.0,60\nb,4.004,51.0,40\n');
    const asked = ['access', homes, '--children', 'kids', '--places', two, '--within', '150'];
    const staff = [...asked, '--supply', 'staff', '--staff', 'fte', '--format', 'csv'];
    const perChild = async (...more: string[]) => {
      const { out, error } = await cli(...staff, ...more);
      expect(error).toBe('');
      const { data } = Papa.parse<Record<string, number>>(out.trim(), { header: true, dynamicTyping: true });
      return data.map(row => row.supply_per_child);
    };
    // 16 for 100 children, and 4 for the 40 of b.
    expect(await perChild()).toEqual([expect.closeTo(0.16, 12), expect.closeTo(0.26, 12)]);
    // Half of b goes to each: 16 for 60 + 20, 4 for 20, and b has half of both.
    expect(await perChild('--choosing')).toEqual([expect.closeTo(0.2, 12), expect.closeTo(0.2, 12)]);
  });

  it('prints the same records as CSV and as GeoJSON', async () => {
    const asked = ['access', ...demand(), '--places', files.places!, '--within', '100,400', '--format'];
    const { data } = Papa.parse((await cli(...asked, 'csv')).out.trim(), {
      header: true,
      dynamicTyping: true,
    });
    const { features } = JSON.parse((await cli(...asked, 'geojson')).out) as FeatureCollection;
    expect(features.map(({ properties }) => properties)).toEqual(data);
    expect(features[3]).toMatchObject({ geometry: { type: 'Point' }, properties: { within_400_m: 25 } });
  });

  it('says where the next place does most, and why', async () => {
    const asked = ['site', ...demand(), '--candidates', files.sites!];
    const one = await cli(...asked, '--most', '1', '--format', 'geojson');
    expect(one.error).toBe('');
    const { features } = JSON.parse(one.out) as FeatureCollection;
    expect(features[0]!.properties).toMatchObject({
      id: 'west',
      reason: 'reaches 100 children of whom 5 in poverty; none had a place within 400 m.',
      optimal: true,
    });
    const poorFirst = [...asked, '--most', '2', '--cost', 'price', '--budget', '5', '--poverty-weight', '2'];
    const { out } = await cli(...poorFirst, '--format', 'csv');
    expect(Papa.parse(out.trim(), { header: true, dynamicTyping: true }).data).toMatchObject([
      { id: 'east', children: 55, children_in_poverty: 40, after: 135, proven_by: 'search' },
    ]);
    const curve = JSON.parse((await cli(...asked, '--most', '2', '--curve')).out);
    expect(curve).toMatchObject({ most: 1, forAll: { places: 2, bound: 2 } });
    // 4 buys the site of 60 for 3, which greedy takes, or both others for 2 each, who are 65 together.
    const prices = join(folder, 'prices.csv');
    await writeFile(prices, 'id,lon,lat,price,room\na,4.0,51,3,60\nb,4.004,51,2,40\nd,4.024,51,2,25\n');
    const hard = ['site', ...demand(), '--candidates', prices, '--cost', 'price', '--capacity', 'room'];
    const solved = await cli(...hard, '--budget', '4', '--most', '3', '--function', 'play=100');
    expect(JSON.parse(solved.out)).toMatchObject({ after: 65, bound: 65, optimal: true, provenBy: 'solver' });
    const median = await cli(...asked, '--most', '1', '--aim', 'median', '--places', files.places!);
    expect(JSON.parse(median.out)).toMatchObject({ unit: 'mean-metres', optimal: true });
  });

  it('walks on the streets of a file', async () => {
    // Homes and places stand along one street that breaks off between b and c.
    const line = (id: number, from: number, to: number) => ({
      type: 'Feature',
      properties: { fromNode: 2 * id, toNode: 2 * id + 1, lengthM: (to - from) * 70_200, kind: 'street' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [from, 51],
          [to, 51],
        ],
      },
    });
    const streets = join(folder, 'streets.geojson');
    const features = [line(0, 4, 4.01), line(1, 4.019, 4.03)];
    await writeFile(streets, JSON.stringify({ type: 'FeatureCollection', features }));
    const asked = ['access', ...demand(), '--places', files.places!, '--functions', 'what', '--network'];
    const { out, error } = await cli(...asked, streets, '--within', '400');
    expect(error).toBe('');
    const answer = JSON.parse(out);
    expect(answer.walking).toEqual({ by: 'network', detour: 1.3, network: 'streets.geojson' });
    // 0.0005° and 0.0045° of longitude along the street, without a detour.
    expect(answer.records[1].nearest_m).toBeCloseTo(35.1, 0);
    expect(answer.records[0].nearest_m).toBeCloseTo(316, 0);
    const sited = await cli(
      'site',
      ...demand(),
      '--candidates',
      files.sites!,
      '--most',
      '1',
      '--network',
      streets,
    );
    expect(JSON.parse(sited.out).places).toMatchObject([{ id: 'west' }]);
    const noStreets = await cli(...asked, files.homes!);
    expect(noStreets.code).toBe(1);
    expect(noStreets.error).toContain('homes.csv: holds no edges that can be used');
  });

  it('names what is wrong with files and options', async () => {
    const site = (...more: string[]) => cli('site', ...demand(), '--candidates', files.sites!, ...more);
    expect(await site('--most', '3')).toMatchObject({
      code: 2,
      error: 'error: 3 places are asked for and 2 candidates can have one; ask for 2 at most.\n',
    });
    expect((await site('--most', '1', '--function', 'play')).code).toBe(2);
    const wrong = join(folder, 'wrong.csv');
    await writeFile(wrong, HOMES.replace('30,20', '30,31'));
    const tooMany = await cli(
      'access',
      wrong,
      '--children',
      'kids',
      '--poverty',
      'poor',
      '--places',
      files.places!,
    );
    expect(tooMany.error).toBe('error: wrong.csv: c has 31 children in poverty of 30 children\n');
    await writeFile(wrong, HOMES.replace('4.02,51.0,30', '204.02,51.0,30'));
    const sea = await cli('access', wrong, '--children', 'kids', '--places', files.places!);
    expect(sea.error).toBe(
      'error: wrong.csv: c lies at 204.02, 51; give longitude and latitude in degrees\n',
    );
    expect((await cli('access', ...demand())).error).toContain('give --places');
    const both = await cli('access', ...demand(), '--places', files.places!, '--region', 'demo');
    expect(both.error).toContain('--region is of a region');
    expect((await cli('access', '--places', files.places!)).error).toContain('--places goes with a file');
    const norm = await cli('access', ...demand(), '--places', files.places!, '--norm', 'london_play');
    expect(norm.error).toContain('Norm london_play asks for square metres');
    const weight = await cli(
      'site',
      files.homes!,
      '--children',
      'kids',
      '--candidates',
      files.sites!,
      '--most',
      '1',
      '--poverty-weight',
      '2',
    );
    expect(weight.error).toContain('give --poverty');
  });
});
