import { expect, test } from 'vitest';
import type { Edit } from '../../core/scenario/edit.ts';
import { newAreaEdit } from '../../core/scenario/edits.ts';
import { describeOnDatabases } from '../database.ts';
import { get, getJson, withTestRegion } from './app.ts';
import { HEIGHT, SOUTH, WEST, WIDTH } from './region.ts';
import { testScenario } from './scenario.ts';

type Group = { children: number; reached: number; share: number; curve: number[] };
type Areas = {
  release: string;
  walking: object;
  settlement: object;
  rule: object;
  counted: object[];
  exactAges: boolean;
  places: number;
  placesWithoutArea: number;
  areasWithout: number;
  areasWithoutIndex: number;
  curveM: number[];
  equity: { index: number; curve: { children: number[] } } | null;
  totals: { all: Group; deprived: Group; others: Group };
  columns: Record<string, (number | null)[]> & { code: string[] };
};

/** A sector of the test region in metres: 0.02° by 0.01° at 51° north. */
const SECTOR_M2 = 1404 * 1112.6;
const api = (path: string) => `/api/v1${path}`;

describeOnDatabases('reach of places', open => {
  const setup = withTestRegion(open);
  const areas = (query: string) => getJson<Areas>(setup.app, api(`/access/areas?${query}`));

  test('is told by area, of all children and of those in families that score as deprived', async () => {
    const answer = await areas('withinM=900&detour=1');
    expect(answer).toMatchObject({
      release: setup.release,
      walking: { by: 'straight-line', detour: 1, network: null },
      settlement: { level: 'sector', sideM: 100, pointsOff: 0 },
      rule: { functions: ['play'], withinM: 900, minAreaM2: null, ages: null },
      places: 2,
      placesWithoutArea: 0,
      // S02's children are protected, S04's not given.
      areasWithout: 2,
      areasWithoutIndex: 0,
      children: { year: 2023, deprivedBy: 'child_poverty' },
    });
    const of = (code: string, column: string) => answer.columns[column]![answer.columns.code.indexOf(code)];
    // Nobody in S01 is farther than its half diagonal, 895 m, from the playground in its middle; S09 begins at 1,669 m.
    expect([of('S01', 'children'), of('S01', 'reached'), of('S01', 'share')]).toEqual([100, 100, 1]);
    expect([of('S09', 'children'), of('S09', 'reached'), of('S09', 'share')]).toEqual([10, 0, 0]);
    expect(of('S05', 'share')).toBeGreaterThan(0);
    expect(of('S05', 'share')).toBeLessThan(1);
    expect(of('S02', 'share')).toBeNull();
    // Three tenths of S01's births are in such families: 30 of 100 children.
    expect(of('S01', 'deprived')).toBeCloseTo(30, 9);
    expect(of('S01', 'deprived_reached')).toBeCloseTo(30, 9);
    // Half of the children of S01 live in a circle of half its surface, which fits in it.
    expect(of('S01', 'median_m')).toBeGreaterThan(Math.sqrt(SECTOR_M2 / 2 / Math.PI) - 20);
    expect(of('S01', 'median_m')).toBeLessThan(Math.sqrt(SECTOR_M2 / 2 / Math.PI) + 20);
    expect(answer.totals.all.children).toBeCloseTo(210, 9);
    expect(answer.totals.deprived.children).toBeCloseTo(40.5, 9);
    expect(answer.totals.others.children).toBeCloseTo(169.5, 9);
    const reached = answer.columns.reached!.reduce((sum, each) => sum! + (each ?? 0), 0);
    expect(answer.totals.all.reached).toBeCloseTo(reached!, 9);
    // Children with a place live where the index is highest, S01 with 0.3.
    expect(answer.equity!.index).toBeLessThan(0);
    expect(answer.equity!.curve.children.at(-1)).toBeCloseTo(1, 12);
    const at900 = answer.curveM.indexOf(900);
    expect(answer.totals.all.curve[at900]).toBeCloseTo(answer.totals.all.share, 12);
  });

  test('adds up to the areas above, and looks within a scope', async () => {
    const sectors = await areas('withinM=900&scope=municipality:M1');
    const towns = await areas('withinM=900&level=municipality');
    expect(sectors.columns.code).toEqual(['S01', 'S02', 'S05', 'S06', 'S09', 'S10']);
    expect(towns.columns.code).toEqual(['M1', 'M2']);
    const sum = sectors.columns.reached!.reduce((so, each) => so! + (each ?? 0), 0);
    expect(towns.columns.reached![0]).toBeCloseTo(sum!, 9);
  });

  test('follows a norm and what is changed of it', async () => {
    expect((await areas('norm=leap')).rule).toEqual({
      ...{ functions: ['play'], withinM: 400, minAreaM2: 400, ages: null },
    });
    // Both playgrounds are a point, so that their surface is not known.
    expect(await areas('norm=leap')).toMatchObject({ places: 0, placesWithoutArea: 2 });
    expect(await areas('norm=leap&minAreaM2=0')).toMatchObject({ places: 0, placesWithoutArea: 2 });
    expect((await areas('norm=leap&withinM=500&function=green')).rule).toMatchObject({
      functions: ['green'],
      withinM: 500,
    });
    // Ages are known of the 20 children under three in S01; the 4 of S03 are protected.
    const young = await areas('ages=0-5&withinM=900');
    expect(young).toMatchObject({ counted: [{ from: 0, to: 2 }], exactAges: false });
    expect(young.totals.all.children).toBeCloseTo(20, 9);
  });

  test('around a point is who reaches it and what is reached from it', async () => {
    const lon = WEST + 0.5 * WIDTH;
    const lat = SOUTH + 0.5 * HEIGHT;
    const around = await getJson<{
      counts: { all: number; deprived: number };
      places: object[];
      from: { by: string; within: { coordinates: [number, number][][] }; streetM: null };
    }>(setup.app, api(`/access/around?lon=${lon}&lat=${lat}&withinM=500&detour=1`));
    // The circle takes π 500² of the sector's surface, and as much of its 100 children.
    const children = (100 * Math.PI * 500 ** 2) / SECTOR_M2;
    expect(around.counts.all).toBeGreaterThan(children - 3);
    expect(around.counts.all).toBeLessThan(children + 3);
    expect(around.from).toMatchObject({ by: 'straight-line', streetM: null });
    expect(around.counts.deprived).toBeCloseTo(0.3 * around.counts.all, 6);
    expect(around.places).toEqual([{ id: 'places/a1', name: 'Zandbak', functions: ['play'], metres: 0 }]);
    const norths = around.from.within.coordinates[0]!.map(([, north]) => north);
    expect((Math.max(...norths) - lat) * 111_260).toBeCloseTo(500, -1);
  });

  test('of one area tells each function', async () => {
    const profile = await getJson<{ counts: object; functions: { function: string }[] }>(
      setup.app,
      api('/access/areas/sector/S01?withinM=900&detour=1'),
    );
    expect(profile.counts).toEqual({ all: 100, deprived: 30 });
    expect(profile.functions.map(one => one.function)).toEqual(['play', 'meeting', 'green']);
    expect(profile.functions[0]).toMatchObject({
      nearest: { id: 'places/a1', metres: expect.closeTo(0, 0) },
      inReach: 1,
      children: expect.arrayContaining([{ withinM: 900, reached: 100, all: 100, share: 1 }]),
    });
  });

  test('is held against every norm', async () => {
    type Row = { id: string; result: { share: number | null } | null };
    const { norms } = await getJson<{ norms: Row[] }>(setup.app, api('/access/norms'));
    const of = (id: string) => norms.find(one => one.id === id)!.result;
    // No children of 6 and older are counted by age.
    expect(of('age_6_11')).toBeNull();
    expect(of('london_play')).toMatchObject({
      counts: 'square-metres',
      met: 0,
      asked: 2100,
      placesWithoutArea: 2,
    });
    expect(of('green_300')).toMatchObject({ counts: 'children', places: 1, asked: expect.closeTo(210, 9) });
  });

  test('is exported', async () => {
    const csv = await get(setup.app, api('/exports/access.csv?level=municipality&withinM=900'));
    expect(csv.statusCode, csv.body).toBe(200);
    expect(csv.body.replace(/^\ufeff/, '').split('\r\n')[0]).toContain('median_m,children,reached,share');
    expect(csv.headers['content-disposition']).toContain('access-play-900.csv');
    const geojson = await getJson<{ features: { geometry: object; properties: object }[] }>(
      setup.app,
      api('/exports/access.geojson?level=municipality'),
    );
    expect(geojson.features).toHaveLength(2);
    expect(geojson.features[0]!.geometry).toMatchObject({ type: 'MultiPolygon' });
  });

  test('new places come where most children have none, and stay out of what is excluded', async () => {
    const scenario = await testScenario(setup.app, setup.release);
    const ask = {
      functions: [{ id: 'play', withinM: 900 }],
      places: 1,
      candidates: {
        kind: 'points',
        // The middles of S05, a sector from a playground, and of S11, two sectors away.
        points: [
          [WEST + 0.5 * WIDTH, SOUTH + 1.5 * HEIGHT],
          [WEST + 2.5 * WIDTH, SOUTH + 2.5 * HEIGHT],
        ],
      },
    };
    const post = (asked: object) =>
      setup.app.inject({
        method: 'POST',
        url: api('/siting'),
        headers: { host: 'localhost:8080' },
        payload: { scenario: { ...scenario, parameters: { detour: 1 }, edits: [] }, ask: asked },
      });
    const found = await post(ask);
    expect(found.statusCode, found.body).toBe(200);
    const { siting, curve } = found.json();
    // Each reaches its own sector whole, 10 children; round S05 part of them has the playground of S01.
    expect(siting.places).toHaveLength(1);
    expect(siting).toMatchObject({ optimal: true, unit: 'weighted-children' });
    expect(siting.reach[0].after.children).toBeGreaterThan(siting.reach[0].before.children + 9);
    expect(curve.points.length).toBeGreaterThan(0);
    expect((await post({ ...ask, places: 3 })).statusCode).toBe(400);
    expect((await post({ ...ask, candidates: { kind: 'points', points: [[0, 0]] } })).statusCode).toBe(400);
    expect((await post({ ...ask, spread: 1 })).statusCode).toBe(400);
  });

  test('a search for new places tells its best so far, keeps out of zones and within a budget, and gives its curve', async () => {
    const scenario = await testScenario(setup.app, setup.release);
    const middle = (column: number, row: number) => [
      WEST + (column + 0.5) * WIDTH,
      SOUTH + (row + 0.5) * HEIGHT,
    ];
    const post = (asked: object, edits: Edit[] = [], accept = 'application/json') =>
      setup.app.inject({
        method: 'POST',
        url: api('/siting'),
        headers: { host: 'localhost:8080', accept },
        payload: { scenario: { ...scenario, parameters: { detour: 1 }, edits }, ask: asked },
      });
    const ask = {
      functions: [{ id: 'library', withinM: 400, cost: 3 }],
      places: 2,
      candidates: { kind: 'points', points: [middle(0, 1), middle(2, 2)] },
    };
    const told = await post(ask, [], 'text/event-stream');
    expect(told.headers['content-type']).toContain('text/event-stream');
    const events = told.body.split('\n\n').flatMap(one => {
      const [, name, data] = /event: (\w+)\ndata: (.*)$/.exec(one) ?? [];
      return name === undefined ? [] : [{ name, data: JSON.parse(data!) }];
    });
    expect(events.map(({ name }) => name)).toEqual(['progress', 'siting', 'curve']);
    expect(events[0]!.data).toMatchObject({ best: { places: [{}, {}] } });
    expect(events[1]!.data).toMatchObject({ release: setup.release, optimal: true, places: [{}, {}] });
    expect(events[2]!.data.curve.points).toHaveLength(3);
    // Two libraries cost 6, and 5 pays for one.
    expect((await post({ ...ask, budget: 5 })).json().siting.places).toHaveLength(1);
    expect((await post({ ...ask, budget: 2 })).json().detail).toContain('the cheapest costs 3');
    // S11 as an excluded area of the scenario, and the same ground as a drawn zone.
    const zone = newAreaEdit('exclude', { id: 'z', areas: ['S11'], dwellings: 0 });
    const one = { ...ask, places: 1 };
    const leftOut = [{ id: 'point-2', function: null, why: 'excluded' }];
    expect((await post(one, [zone])).json().siting).toMatchObject({ leftOut });
    const [west, south, east, north] = [
      WEST + 2 * WIDTH,
      SOUTH + 2 * HEIGHT,
      WEST + 3 * WIDTH,
      SOUTH + 3 * HEIGHT,
    ];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const drawn = { type: 'Polygon', coordinates: [ring] };
    expect((await post({ ...one, excluded: [drawn] })).json().siting).toMatchObject({ leftOut });
    const point = { type: 'Point', coordinates: [west, south] };
    expect((await post({ ...one, excluded: [point] })).json().detail).toContain('give a polygon');
    // Of the ten children of a sector a circle of 400 m holds 10 π 400² / (1404 · 1113) = 3.2; there is room for two.
    const full = (await post({ ...one, capacity: 2 })).json().siting;
    expect(full.after - full.before).toBeCloseTo(2, 6);
    expect((await post({ ...one, capacity: 2, aim: 'median' })).statusCode).toBe(400);
    // The one site of the region is the town's; no school is known.
    const owned = (await post({ ...one, candidates: { kind: 'public' } })).json().siting;
    expect(owned.places[0].candidate).toMatchObject({ id: 'b1', name: 'Oude fabriek' });
    expect((await post({ ...one, candidates: { kind: 'schoolyards' } })).statusCode).toBe(404);
  });

  test('places are joined in a web, straight where there is no network, and a place too far is alone', async () => {
    type Web = {
      walking: object;
      counts: Record<string, number>;
      features: {
        geometry: { type: string };
        properties: { from: string; to: string; metres: number; by: string };
      }[];
    };
    const web = (query: string) => getJson<Web>(setup.app, api(`/access/web?${query}`));
    const far = await web('withinM=5000&detour=1');
    expect(far.walking).toMatchObject({ by: 'straight-line', detour: 1 });
    expect(far.counts).toMatchObject({ places: 2, alone: 0, groups: 1, routes: 1, straight: 1 });
    const [route] = far.features;
    expect(route).toMatchObject({ geometry: { type: 'LineString' }, properties: { by: 'straight-line' } });
    expect(far.counts.metres).toBeCloseTo(route!.properties.metres, 9);
    // A detour of three makes the same walk three times as long.
    const longer = await web('withinM=10000&detour=3');
    expect(longer.features[0]!.properties.metres).toBeCloseTo(3 * route!.properties.metres, 6);
    expect((await web('withinM=100')).counts).toMatchObject({ places: 2, alone: 2, groups: 0, routes: 0 });
    // One of the two lies in M1; it is for children of three and older.
    expect((await web('scope=municipality:M1&withinM=5000')).counts).toMatchObject({ places: 1, alone: 1 });
    expect((await web('ages=0-2&withinM=5000')).counts.places).toBe(1);
    expect((await web('ages=0-3&withinM=5000')).counts.places).toBe(2);
    expect((await get(setup.app, api('/access/web?withinM=1e9'))).statusCode).toBe(400);
  });

  test('is sent once', async () => {
    const first = await get(setup.app, api('/access/areas?withinM=900'));
    const again = await get(setup.app, api('/access/areas?withinM=900'), {
      'if-none-match': String(first.headers.etag),
    });
    expect(again.statusCode).toBe(304);
  });

  test.each([
    ['/access/areas?withinM=-1', 400],
    ['/access/areas?within=100', 400],
    ['/access/areas?ages=11-6', 400],
    ['/access/areas?ages=12-17', 400],
    ['/access/areas?function=pub', 400],
    ['/access/areas?norm=none', 404],
    ['/access/areas?norm=london_play', 400],
    ['/access/areas?level=grid', 400],
    ['/access/areas?scope=municipality:XX', 404],
    ['/access/around?lon=3.7', 400],
    ['/access/around?lon=3.7&lat=95', 400],
    ['/access/areas/sector/XX', 404],
    ['/exports/access.csv?withinM=1e9', 400],
  ])('%s is refused with %i', async (path, status) => {
    const response = await get(setup.app, api(path));
    expect(response.statusCode, response.body).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });
});
