import { beforeAll, expect, test } from 'vitest';
import { addDwellings } from '../../core/scenario/edits.ts';
import { describeOnDatabases } from '../database.ts';
import { get, getJson, withTestRegion } from './app.ts';
import { SOUTH, WEST } from './region.ts';
import { testScenario } from './scenario.ts';
import { CATCHMENTS, importServices } from './services.ts';

const api = (path: string) => `/api/v1${path}`;

describeOnDatabases('supply and schools', open => {
  const setup = withTestRegion(open);
  let release = '';
  beforeAll(async () => {
    release = (await importServices(setup.database)).release;
  });
  const supply = (query: string) =>
    getJson<{
      totals: { all: { children: number; supply: number; perChild: number } };
      columns: { code: string[]; per_child: (number | null)[]; supply: number[] };
      supplying: { id: string; children: number; perChild: number }[];
      [key: string]: unknown;
    }>(setup.app, api(`/access/supply?${query}`));

  test('of childcare is shared over the children under three within the walk', async () => {
    const found = await supply('withinM=900&detour=1');
    // Of ages only S01's 20 children under three are known, and all have its 50 places within 895 m: 2.5 each.
    expect(found).toMatchObject({
      ...{ function: 'childcare', kind: 'capacity', ages: { from: 0, to: 2 }, exactAges: true },
      ...{ places: 3, placesWithout: 1, outOfReach: 8, unused: 0 },
      walking: { by: 'straight-line', detour: 1 },
      decay: { kind: 'even', withinM: 900 },
    });
    expect(found.totals.all.children).toBeCloseTo(20, 9);
    expect(found.columns.per_child[found.columns.code.indexOf('S01')]).toBeCloseTo(2.5, 9);
    expect(found.columns.per_child[found.columns.code.indexOf('S05')]).toBeNull();
    expect(found.supplying).toMatchObject([{ id: 'services/c1', supply: 50, perChild: 2.5 }]);
    expect(found.supplying[0]!.children).toBeCloseTo(20, 9);
    const limited = await supply('withinM=900&detour=1&mostPerChild=1');
    expect(limited.totals.all.perChild).toBeCloseTo(1, 9);
    expect(limited.unused).toBeCloseTo(30, 9);
    const staff = await supply('withinM=900&detour=1&kind=staff&level=municipality');
    expect(staff).toMatchObject({ placesWithout: 2, columns: { code: ['M1', 'M2'] } });
    expect(staff.totals.all.perChild).toBeCloseTo(0.5, 9);
  });

  test('of all ages adds up to what is offered, for a scope with those who draw on it from outside', async () => {
    const all = await supply('ages=all&withinM=2000&decay=gaussian&detour=1');
    expect(all.totals.all.supply).toBeCloseTo(58, 6);
    const one = await supply('ages=all&withinM=2000&decay=gaussian&detour=1&scope=municipality:M1');
    const two = await supply('ages=all&withinM=2000&decay=gaussian&detour=1&scope=municipality:M2');
    expect(one.totals.all.supply + two.totals.all.supply).toBeCloseTo(58, 6);
    expect(one.columns.supply[0]).toBeCloseTo(all.columns.supply[0]!, 9);
    expect(one.columns.code).not.toContain('S03');
    const rings = await supply('ages=all&rings=300:1,900:0.5&detour=1&choosing=true');
    expect(rings.decay).toEqual({
      kind: 'rings',
      rings: [
        { withinM: 300, weight: 1 },
        { withinM: 900, weight: 0.5 },
      ],
    });
  });

  type Pupils = { pupils: number; deprived: number; share: number; beyondPlaces: number | null };
  type Schools = {
    by: string;
    schools: { id: string; places: number | null; before: Pupils; after: Pupils | null }[];
    before: { dissimilarity: number; unassigned: number; pupils: number };
    after: { dissimilarity: number; pupils: number } | null;
  };
  const post = async (payload: object) =>
    setup.app.inject({
      method: 'POST',
      url: api('/access/schools'),
      headers: { host: 'localhost:8080' },
      payload,
    });
  const catchments = CATCHMENTS;

  test('of schools expects the pupils who live nearest, and how they are mixed', async () => {
    const found = await getJson<Schools>(setup.app, api('/access/schools?ages=all&detour=1'));
    expect(found).toMatchObject({ by: 'nearest', after: null, before: { unassigned: 0 } });
    const [first, second] = found.schools;
    // The line between the schools halves the second column: 100 + 10 + 10 of the first, half of 10 + 10 of the second.
    expect(first).toMatchObject({ id: 'services/s1', places: 120, after: null });
    expect(Math.abs(first!.before.pupils - 130)).toBeLessThan(1);
    expect(Math.abs(second!.before.pupils - 80)).toBeLessThan(1);
    // 30 of S01, 2 of S05 and half of S06's 2; 4 of S03, 2.5 of S08 and the other half.
    expect(Math.abs(first!.before.deprived - 33)).toBeLessThan(0.1);
    expect(Math.abs(second!.before.deprived - 7.5)).toBeLessThan(0.1);
    expect(first!.before.beyondPlaces).toBeCloseTo(first!.before.pupils - 120, 9);
    expect(second!.before.beyondPlaces).toBe(0);
    const D = 0.5 * (Math.abs(33 / 40.5 - 97 / 169.5) + Math.abs(7.5 / 40.5 - 72.5 / 169.5));
    expect(Math.abs(found.before.dissimilarity - D)).toBeLessThan(0.005);
    // Of Oostdorp only its own school is told, with the pupils who come from Westdorp.
    const east = await getJson<Schools>(
      setup.app,
      api('/access/schools?ages=all&detour=1&scope=municipality:M2'),
    );
    expect(east.schools).toMatchObject([{ id: 'services/s3', before: { pupils: second!.before.pupils } }]);
  });

  test('of schools follows drawn catchments, new families, and a school that closes', async () => {
    const drawn = await post({ ages: 'all', catchments });
    expect(drawn.statusCode, drawn.body).toBe(200);
    const found = drawn.json<Schools>();
    expect(found.by).toBe('catchments');
    expect(found.schools[0]!.before.pupils).toBeCloseTo(140, 6);
    expect(found.schools[0]!.before.deprived).toBeCloseTo(34, 6);
    expect(found.schools[1]!.before).toMatchObject({
      pupils: expect.closeTo(70, 6),
      share: expect.closeTo(6.5 / 70, 6),
    });
    const scenario = await testScenario(setup.app, release);
    // 30 dwellings of three bedrooms in S11, where nobody is born in a deprived family: 30 · 2 children.
    scenario.edits = [
      { ...addDwellings({ id: 'a', areas: ['S11'], socialPerArea: 0 }), social: { '3': 30 } },
    ];
    const after = (await post({ scenario, ages: 'all', catchments })).json<Schools>();
    expect(after.schools[0]!.after!.pupils).toBeCloseTo(140, 6);
    expect(after.schools[1]).toMatchObject({
      before: { pupils: expect.closeTo(70, 6) },
      after: {
        pupils: expect.closeTo(130, 6),
        share: expect.closeTo(6.5 / 130, 6),
        beyondPlaces: expect.closeTo(30, 6),
      },
    });
    // The scenario may have them of its own, and those for another function do not count.
    const drawnFor = (wanted: string) => ({
      catchments: CATCHMENTS.map(one => ({ ...one, function: wanted })),
    });
    const own = { ...scenario, parameters: drawnFor('primary_school') };
    expect((await post({ scenario: own, ages: 'all' })).json<Schools>()).toMatchObject({
      by: 'catchments',
      schools: [{ after: { pupils: expect.closeTo(140, 6) } }, { after: { pupils: expect.closeTo(130, 6) } }],
    });
    const other = { ...scenario, parameters: drawnFor('nursery_school') };
    expect((await post({ scenario: other, ages: 'all' })).json()).toMatchObject({ by: 'nearest' });
    const D = 0.5 * (34 / 40.5 - 106 / 229.5 + 123.5 / 229.5 - 6.5 / 40.5);
    expect(after.after!.dissimilarity).toBeCloseTo(D, 6);
    // Of the ages 0 to 2 come half of the third who are under six.
    const young = (await post({ scenario, ages: '0-2', catchments })).json<Schools>();
    expect(young.after!.pupils - young.before.pupils).toBeCloseTo(60 / 3 / 2, 6);
    const close = { kind: 'close-facility' as const, facility: 'services/s3' };
    scenario.edits = [{ ...close, id: 'c', note: '', author: '', enabled: true }];
    const closed = (await post({ scenario, ages: 'all' })).json<Schools>();
    expect(closed.schools.map(one => one.after!.pupils)).toEqual([expect.closeTo(210, 6), 0]);
  });

  test('of schools refuses what it cannot read', async () => {
    const point = { type: 'Point', coordinates: [WEST, SOUTH] };
    const [first] = catchments;
    const answers = await Promise.all([
      post({ ages: 'all', catchments: [{ ...first, geometry: point }] }),
      post({ ages: 'all', catchments: [{ ...first, school: 'services/none' }] }),
      post({ ages: 'all', catchments: [{ ...first, colour: 'red' }] }),
      post({ ages: 'all', scenario: {} }),
      post({ ages: 'all', scenario: await testScenario(setup.app, release), region: 'test' }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 404, 400, 400, 400]);
  });

  test('tells how many functions children have near', async () => {
    type Group = { children: number; mean: number; byNumber: number[] };
    const found = await getJson<{ totals: { all: Group }; columns: Record<string, (number | string)[]> }>(
      setup.app,
      api('/access/variety?function=play&function=childcare&function=library&withinM=500&detour=1'),
    );
    // A circle of 500 m within S01 and one in S03: play and childcare, both in the middle of a sector of 1404 m by 1113 m.
    const circle = (Math.PI * 500 ** 2) / (1404 * 1112.6);
    expect(
      Math.abs(Number(found.columns.mean![found.columns.code!.indexOf('S01')]) - 2 * circle),
    ).toBeLessThan(0.05);
    const { byNumber, children, mean } = found.totals.all;
    expect(Math.abs(byNumber[2]! - 140 * circle)).toBeLessThan(4);
    expect(byNumber).toMatchObject({ 1: 0, 3: 0 });
    expect(byNumber[0]! + byNumber[2]!).toBeCloseTo(children, 9);
    expect(mean).toBeCloseTo((2 * byNumber[2]!) / 210, 9);
    const all = await getJson<{ functions: string[] }>(setup.app, api('/access/variety'));
    expect(all.functions).toEqual([
      ...['play', 'meeting', 'green', 'huis_van_het_kind', 'childcare', 'nursery_school', 'primary_school'],
    ]);
  });

  test('counts births in deprived families within reach of a family centre', async () => {
    type Reached = { reached: number; all: number };
    const found = await getJson<{
      reach: {
        withinM: number;
        births: Reached;
        deprived: Reached;
        indexWithin: number;
        indexBeyond: number;
      }[];
      columns: Record<string, (number | string | null)[]>;
    }>(setup.app, api('/access/families?withinM=500&detour=1'));
    expect(found).toMatchObject({ births: { year: 2022 }, centres: 1, areasWithoutBirths: 1 });
    // S02's births are protected: 70 in deprived families of 500. The circle of 500 m holds births of S01 only.
    const { births, deprived, indexWithin, indexBeyond } = found.reach.find(one => one.withinM === 500)!;
    expect(births.all).toBeCloseTo(500, 6);
    expect(deprived.all).toBeCloseTo(70, 6);
    expect(Math.abs(births.reached - (100 * Math.PI * 500 ** 2) / (1404 * 1112.6))).toBeLessThan(3);
    expect(deprived.reached).toBeCloseTo(0.3 * births.reached, 6);
    expect(indexWithin).toBeCloseTo(0.3, 6);
    expect(indexBeyond).toBeCloseTo((70 - deprived.reached) / (500 - births.reached), 9);
    const at = (column: string) => found.columns[column]![found.columns.code!.indexOf('S01')];
    expect([at('births'), at('deprived')]).toEqual([100, 30]);
    expect(at('deprived_share')).toBeCloseTo(deprived.reached / 30, 9);
    const all = await getJson<typeof found>(setup.app, api('/access/families?withinM=10000&detour=1'));
    expect(all.reach.at(-1)).toMatchObject({
      deprived: { reached: all.reach.at(-1)!.deprived.all },
      indexBeyond: null,
    });
  });

  test.each([
    ['/access/supply?within=900', 400],
    ['/access/supply?withinM=3001', 400],
    ['/access/supply?function=pub', 400],
    ['/access/supply?rings=300:0.5,200:0.2', 400],
    ['/access/supply?rings=300:0.5&withinM=300', 400],
    ['/access/supply?function=primary_school', 400],
    ['/access/supply?mostPerChild=0', 400],
    ['/access/supply?scope=municipality:XX', 404],
    ['/access/schools?ages=all&withinM=1', 400],
    ['/access/variety?withinM=3001', 400],
    ['/access/variety?kind=staff', 400],
    ['/access/families?ages=0-2', 400],
    ['/access/families?function=pub', 400],
    ['/access/schools?ages=all&function=library', 404],
  ])('%s is refused with %i', async (path, status) => {
    const response = await get(setup.app, api(path));
    expect(response.statusCode, response.body).toBe(status);
  });
});
