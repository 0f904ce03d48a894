import { type RawBuilder, sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { recordCorrection } from '../../../server/corrections/record.ts';
import type { Database } from '../../../server/database/types.ts';
import { releaseByHash } from '../../../server/releases/catalogue.ts';
import { servedParts } from '../../../server/releases/corrected-facilities.ts';
import { facilityPage, readFacilities, withinFilter } from '../../../server/releases/facilities.ts';
import { facilitiesItems } from '../../../server/releases/select.ts';
import type { Release } from '../../../server/releases/types.ts';
import { importTestRegion } from '../../api/region.ts';
import { describeOnDatabases } from '../../database.ts';

const SIDE = 150;
const STEP = 0.01;
const signed = { author: 'An', reason: 'ter plaatse gezien' };

/** Lines of a plan, however deep they stand. */
type Plan = { 'Index Cond'?: string; Plans?: Plan[] };
const conditionsIn = (plan: Plan): string[] => [
  ...(plan['Index Cond'] === undefined ? [] : [plan['Index Cond']]),
  ...(plan.Plans ?? []).flatMap(conditionsIn),
];

describeOnDatabases('22,500 places, two of them corrected', open => {
  let database: Database;
  let release: Release;

  // A lattice: place n0 at 3° E 50° N, 150 to a row, each a hundredth of a degree on.
  beforeAll(async () => {
    database = await open();
    const before = await importTestRegion(database);
    const [item] = facilitiesItems(await releaseByHash(database, before.release), 'test');
    await sql`
      insert into facilities (region, version, idx, key, functions, geom)
      select 'test', ${item!.datasetVersion}, 1000 + i, 'n' || i, array['play'],
        ST_SetSRID(ST_MakePoint(3 + ${STEP}::float8 * (i % ${SIDE}::int), 50 + ${STEP}::float8 * (i / ${SIDE}::int)), 4326)
      from generate_series(0, ${SIDE ** 2 - 1}::int) i`.execute(database.kysely);
    await sql`analyze facilities`.execute(database.kysely);
    // The corner place is moved into the region, and the one beside it is gone.
    await recordCorrection(database, 'test', {
      ...{ action: 'change', facility: 'places/n0', lon: 3.7055, lat: 51.0055 },
      ...signed,
    });
    const last = await recordCorrection(database, 'test', {
      action: 'close',
      facility: 'places/n1',
      ...signed,
    });
    release = await releaseByHash(database, last.release);
  });

  const keysIn = async (bbox: [number, number, number, number]): Promise<string[]> => {
    const keys: string[] = [];
    for await (const { key } of readFacilities(database, release, 'test', { bbox })) keys.push(key);
    return keys;
  };

  test('a box holds what lies there now, in the order of the import', async () => {
    expect(await keysIn([2.995, 49.995, 3.025, 50.015])).toEqual(['n2', 'n150', 'n151', 'n152']);
    // Row 100 (51.00°), from column 70 (3.70°) on; and the one that was moved there.
    const there = (await keysIn([3.695, 50.995, 3.715, 51.007])).filter(key => key.startsWith('n'));
    expect(there).toEqual(['n0', 'n15070', 'n15071']);
  });

  test('all are read, page after page, each once', async () => {
    const keys = await keysIn([-180, -90, 180, 90]);
    const lattice = keys.filter(key => key.startsWith('n'));
    expect(lattice.length).toBe(SIDE ** 2 - 1);
    expect(new Set(keys).size).toBe(keys.length);
    expect(lattice.slice(0, 2)).toEqual(['n0', 'n2']);
  });

  const conditionsOf = async (query: RawBuilder<unknown>): Promise<string> => {
    const { rows } = await sql<Record<string, [{ Plan: Plan }]>>`explain (format json) ${query}`.execute(
      database.kysely,
    );
    return conditionsIn(Object.values(rows[0]!)[0]![0].Plan).join('; ');
  };

  test.each([
    ['a box', { bbox: [3.1, 50.1, 3.12, 50.12] }],
    ['an area', { scope: { level: 'sector', code: 'S02' } }],
  ] as const)('those of %s are looked up in the index of geometries', async (_, filter) => {
    const [item] = facilitiesItems(release, 'test');
    const parts = await servedParts(database, release, 'test', item!);
    const condition = await withinFilter(database, release, 'test', filter as object);
    expect(await conditionsOf(facilityPage(parts, -1, condition))).toMatch(/geom &&/);
  });
});
