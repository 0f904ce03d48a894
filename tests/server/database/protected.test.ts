import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../server/database/types.ts';
import { describeOnDatabases } from '../../database.ts';

type Cell = {
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  status: string;
};

// Thresholds of data/indicators.ts: social_share 0 (hides nothing), child_poverty 20 births, children 5.
const CASES: readonly [what: string, indicator: string, cell: Cell, shown: Cell | 'hidden'][] = [
  ['19 births, one too few', 'child_poverty', ok(4, 19, 4 / 19), 'hidden'],
  ['no child in poverty among 19 births', 'child_poverty', ok(0, 19, 0), 'hidden'],
  ['20 births, just enough', 'child_poverty', ok(1, 20, 0.05), ok(1, 20, 0.05)],
  ['no births at all, which tells nothing of anybody', 'child_poverty', ok(0, 0, null), ok(0, 0, null)],
  ['a published ratio without its denominator', 'child_poverty', ok(null, null, 0.12), ok(null, null, 0.12)],
  ['four children', 'children', ok(4, null, 4), 'hidden'],
  ['five children', 'children', ok(5, null, 5), ok(5, null, 5)],
  ['no children', 'children', ok(0, null, 0), ok(0, null, 0)],
  ['one social dwelling of two', 'social_share', ok(1, 2, 0.5), ok(1, 2, 0.5)],
  ['a missing cell', 'children', cell(null, null, null, 'missing'), cell(null, null, null, 'missing')],
  ['a cell its publisher hid', 'children', cell(null, null, null, 'suppressed'), 'hidden'],
];

function cell(
  numerator: number | null,
  denominator: number | null,
  value: number | null,
  status: string,
): Cell {
  return { numerator, denominator, value, status };
}
function ok(numerator: number | null, denominator: number | null, value: number | null): Cell {
  return cell(numerator, denominator, value, 'ok');
}

describeOnDatabases('protected values', open => {
  let database: Database;
  const versions = new Map<string, number>();

  beforeAll(async () => {
    database = await open();
    await sql`select ensure_region('own', 'Own', false)`.execute(database.kysely);
    for (const indicator of new Set(CASES.map(([, indicator]) => indicator))) {
      const { id } = await database.kysely
        .insertInto('dataset_versions')
        .values({
          region: 'own',
          kind: 'values',
          item_key: `values/${indicator}/sector/2024/2023`,
          level: 'sector',
          vintage: 2024,
          indicator,
          year: 2023,
          basis: 'counts',
          row_count: 1,
          hash: indicator,
          source: '{}',
          report: '[]',
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      versions.set(indicator, id);
    }
    await database.kysely
      .insertInto('observations')
      .values(
        CASES.map(([, indicator, stored], code) => ({
          region: 'own',
          version: versions.get(indicator)!,
          code: String(code),
          ...stored,
        })),
      )
      .execute();
  });

  test.each(
    CASES.map(([what, indicator, , shown], code) => ({ what, indicator, shown, code })),
  )('$what: $indicator', async ({ code, shown }) => {
    const found = await database.kysely
      .selectFrom('protected_observations')
      .select(['numerator', 'denominator', 'value', 'status'])
      .where('region', '=', 'own')
      .where('code', '=', String(code))
      .executeTakeFirst();
    expect(found).toEqual(shown === 'hidden' ? cell(null, null, null, 'suppressed') : shown);
  });

  test('cannot be found, counted or ordered by what is hidden', async () => {
    const view = database.kysely
      .selectFrom('protected_observations')
      .where('version', '=', versions.get('children')!);
    expect(await view.select('code').where('numerator', '=', 4).execute()).toEqual([]);
    const { rows } = await database.pool.query(
      'select sum(numerator)::float8 as sum from protected_observations where version = $1',
      [versions.get('children')],
    );
    // 5 + 0; the 4 stays out.
    expect(rows).toEqual([{ sum: 5 }]);
  });

  test.each(['NaN', 'Infinity', '-1'])('cannot be stored with %s as a numerator', async numerator => {
    const insert = database.pool.query(
      `insert into observations (region, version, code, numerator, status) values ('own', 1, 'bad', $1::float8, 'ok')`,
      [numerator],
    );
    await expect(insert).rejects.toMatchObject({ code: '23514' });
  });
});
