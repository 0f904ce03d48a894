import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { asGeoJson, bboxOf, fromGeoJson, meetsBbox, meetsTile } from '../../../server/database/postgis.ts';
import type { Database } from '../../../server/database/types.ts';
import { describeOnDatabases } from '../../database.ts';

const SQUARE = {
  type: 'MultiPolygon' as const,
  coordinates: [
    [
      [
        [4, 51],
        [4.01, 51],
        [4.01, 51.01],
        [4, 51.01],
        [4, 51],
      ],
    ],
  ],
};

describeOnDatabases('queries', (open, kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.pool.query('create table written (id integer primary key, text text)');
  });

  test('of many clients at once never mix, not even when one sends megabytes', async () => {
    const long = 'y'.repeat(2_000_000);
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        const { rows } =
          i % 3 === 0
            ? await database.pool.query('select $1::int as i, length($2::text) as n, $3::text as t', [
                i,
                long,
                `t${i}`,
              ])
            : await database.pool.query('select $2::text as t, $1::int as i', [i, `t${i}`]);
        return rows[0];
      }),
    );
    for (const [i, answer] of answers.entries()) {
      expect(answer).toEqual(i % 3 === 0 ? { i, n: 2_000_000, t: `t${i}` } : { i, t: `t${i}` });
    }
  });

  test('that fail leave the next query on the same connection with its own answer', async () => {
    const client = await database.pool.connect();
    try {
      for (let i = 0; i < 20; i++) {
        await expect(client.query('select 1 / $1::int', [0])).rejects.toThrow('division by zero');
        await expect(client.query('selec $1', [0])).rejects.toThrow('syntax error');
        expect((await client.query('select $1::int as i', [i])).rows).toEqual([{ i }]);
      }
    } finally {
      client.release();
    }
  });

  test('in transactions at once, some rolled back, leave exactly the committed rows', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, id) =>
        database.kysely.transaction().execute(async transaction => {
          await sql`insert into written values (${id}, 'first')`.execute(transaction);
          const before = await sql<{ n: number }>`select count(*)::int as n from written`.execute(
            transaction,
          );
          await sql`update written set text = 'second' where id = ${id}`.execute(transaction);
          if (id % 7 === 0) throw new Error('changed my mind');
          return before.rows[0]!.n;
        }),
      ),
    );
    // 0, 7, 14, 21, 28 and 35 of 40 changed their mind: 34 are left.
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(6);
    const { rows } = await database.pool.query(
      `select count(*)::int as rows, count(*) filter (where id % 7 = 0)::int as undone,
        count(*) filter (where text <> 'second')::int as half from written`,
    );
    expect(rows).toEqual([{ rows: 34, undone: 0, half: 0 }]);
  });

  test('of a client that leaves in the middle of a transaction are undone, and the others go on', async () => {
    const client = await database.pool.connect();
    await client.query('begin');
    await client.query('insert into written values (1000, $1)', ['lost']);
    client.release(true);
    const { rows } = await database.pool.query('select count(*)::int as n from written where id = 1000');
    expect(rows).toEqual([{ n: 0 }]);
  });

  test.each([
    `'; drop table written; --`,
    `" or 1=1 --`,
    `\\'; select pg_sleep(10); --`,
    `$$; drop table written; $$`,
    `Robert\u2019); DROP TABLE written;--`,
    `%_\\`,
  ])('take %j as data', async text => {
    const inserted = await database.kysely
      .insertInto('regions')
      .values({ id: 'own', title: text })
      .returning('title')
      .executeTakeFirstOrThrow();
    const found = await database.kysely
      .selectFrom('regions')
      .select('id')
      .where('title', '=', text)
      .execute();
    await database.kysely.deleteFrom('regions').execute();
    expect([inserted.title, found]).toEqual([text, [{ id: 'own' }]]);
    expect((await database.pool.query(`select to_regclass('written') is not null as there`)).rows).toEqual([
      { there: true },
    ]);
  });

  test('that name a column through a helper cannot smuggle in SQL', async () => {
    const query = database.kysely
      .selectFrom('areas')
      .select(asGeoJson('geom") from areas; drop table areas; --').as('g'));
    await expect(query.execute()).rejects.toThrow(/does not exist/);
    expect(query.compile().sql).toContain('"geom"") from areas; drop table areas; --"');
  });

  test('read and write geometry through the helpers', async () => {
    await sql`select ensure_region('own', 'Own', false)`.execute(database.kysely);
    const web = sql<string>`ST_Transform(${fromGeoJson(SQUARE, 4326)}, 3857)`;
    await database.kysely
      .insertInto('areas')
      .values({
        region: 'own',
        version: 1,
        idx: 0,
        code: '1',
        name: 'Square',
        area_m2: 1,
        lon: 4.005,
        lat: 51.005,
        geom: fromGeoJson(SQUARE, 4326),
        geom_3857: web,
      })
      .execute();
    const inside = await database.kysely
      .selectFrom('areas')
      .select(['code', asGeoJson('geom').as('geometry'), bboxOf('geom').as('bbox')])
      .where('region', '=', 'own')
      .where(meetsBbox('geom', [4.005, 51.005, 5, 52]))
      .where(meetsBbox('geom_3857', [4.005, 51.005, 5, 52], 3857))
      // The tile of 4° E 51° N at zoom 10: x = (4 + 180) / 360 · 1024 = 523; y = 342 (Web Mercator).
      .where(meetsTile('geom_3857', 10, 523, 342))
      .execute();
    expect(inside).toEqual([{ code: '1', geometry: SQUARE, bbox: [4, 51, 4.01, 51.01] }]);
    const outside = await database.kysely
      .selectFrom('areas')
      .select('code')
      .where(meetsBbox('geom_3857', [5, 51, 6, 52], 3857))
      .execute();
    expect(outside).toEqual([]);
  });

  test('know whether the database makes vector tiles', () => {
    expect([database.kind, database.hasMvt]).toEqual([kind, kind === 'server']);
  });
});
