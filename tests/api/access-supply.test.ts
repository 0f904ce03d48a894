import { beforeAll, expect, test } from 'vitest';
import { runImport } from '../../server/imports/run.ts';
import { describeOnDatabases } from '../database.ts';
import { get, getJson, withTestRegion } from './app.ts';
import { fileOf, HEIGHT, SOUTH, sourceNamed, WEST, WIDTH } from './region.ts';

const api = (path: string) => `/api/v1${path}`;
const middle = (column: number, row: number) => ({
  type: 'Point' as const,
  coordinates: [WEST + (column + 0.5) * WIDTH, SOUTH + (row + 0.5) * HEIGHT],
});

describeOnDatabases('supply and schools', open => {
  const setup = withTestRegion(open);
  beforeAll(async () => {
    const places: [string, string, number | null, number | null, ReturnType<typeof middle>][] = [
      // Childcare in S01, S12, where nobody lives, and one of unknown room in S03; schools in S01 and S03.
      ['c1', 'childcare', 50, 10, middle(0, 0)],
      ['c2', 'childcare', 8, null, middle(3, 2)],
      ['c3', 'childcare', null, null, middle(2, 0)],
      ['s1', 'primary_school', 120, null, middle(0, 0)],
      ['s3', 'primary_school,nursery_school', 100, null, middle(2, 0)],
      ['h1', 'huis_van_het_kind', null, null, middle(0, 0)],
    ];
    await runImport(setup.database, {
      region: 'test',
      regionTitle: 'Testland',
      message: 'Childcare and schools',
      steps: [
        {
          kind: 'facilities',
          file: fileOf(
            'services.geojson',
            places.map(([key, functions, capacity, staff, geometry]) => ({
              properties: { key, name: `Plek ${key}`, functions, capacity, staff },
              geometry,
            })),
          ),
          sourceId: 'services',
          map: {
            ...{ key: 'key', name: 'name', functions: 'functions' },
            attributes: { capacity: 'capacity', staff: 'staff' },
          },
          source: sourceNamed('Test services'),
        },
      ],
    });
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

  test.each([
    ['/access/supply?within=900', 400],
    ['/access/supply?withinM=3001', 400],
    ['/access/supply?function=pub', 400],
    ['/access/supply?rings=300:0.5,200:0.2', 400],
    ['/access/supply?rings=300:0.5&withinM=300', 400],
    ['/access/supply?function=primary_school', 400],
    ['/access/supply?mostPerChild=0', 400],
    ['/access/supply?scope=municipality:XX', 404],
  ])('%s is refused with %i', async (path, status) => {
    const response = await get(setup.app, api(path));
    expect(response.statusCode, response.body).toBe(status);
  });
});
