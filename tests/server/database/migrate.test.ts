import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCHEMA_FILE, schemaSource } from '../../../scripts/database-types.ts';
import { migrate } from '../../../server/database/migrate.ts';
import { openDatabase } from '../../../server/database/open.ts';
import type { Database } from '../../../server/database/types.ts';
import {
  createEmptyServerDatabase,
  describeOnDatabases,
  dropServerDatabase,
  testDatabases,
} from '../../database.ts';

describeOnDatabases('migrations', open => {
  let database: Database;
  let folder: string;
  beforeAll(async () => {
    database = await open();
    folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('are not applied twice', async () => {
    expect(await migrate(database.pool)).toEqual([]);
  });

  test('give the schema that the generated types describe', async () => {
    expect(await schemaSource(database.pool), 'run npm run database:types').toBe(
      await readFile(SCHEMA_FILE, 'utf8'),
    );
  });

  test('know every indicator of the product', async () => {
    const rows = await database.kysely
      .selectFrom('indicators')
      .select(['id', 'disclosure_threshold'])
      .execute();
    expect(rows).toContainEqual({ id: 'social_share', disclosure_threshold: 0 });
    expect(rows).toContainEqual({ id: 'children', disclosure_threshold: 5 });
  });

  test('keep nothing of a file that fails halfway', async () => {
    await database.pool.query('alter table migrations rename to migrations_kept');
    await writeFile(join(folder, '0001_first.sql'), 'create table first_one (id integer);');
    await writeFile(join(folder, '0002_bad.sql'), 'create table half (id integer); select 1 / 0;');
    await expect(migrate(database.pool, folder)).rejects.toThrow(/0002_bad\.sql failed \(division by zero\)/);
    const { rows } = await database.pool.query(
      `select to_regclass('first_one') is not null as first, to_regclass('half') is not null as half`,
    );
    expect(rows).toEqual([{ first: true, half: false }]);

    await writeFile(join(folder, '0002_bad.sql'), 'create table half (id integer);');
    expect(await migrate(database.pool, folder)).toEqual(['0002_bad.sql']);
  });

  test('are refused when a file was changed after it was applied', async () => {
    await writeFile(join(folder, '0001_first.sql'), 'create table first_one (id bigint);');
    await expect(migrate(database.pool, folder)).rejects.toMatchObject({
      code: 'not-configured',
      message: expect.stringMatching(/0001_first\.sql was changed/),
    });
  });

  test('are refused when the database comes from a newer version', async () => {
    await rm(join(folder, '0002_bad.sql'));
    await writeFile(join(folder, '0001_first.sql'), 'create table first_one (id integer);');
    await expect(migrate(database.pool, folder)).rejects.toThrow(/has migration 0002_bad\.sql/);
  });
});

const server = testDatabases.find(({ kind }) => kind === 'server')!;

describe.skipIf(!server.available)('two servers on one new PostgreSQL database', () => {
  test('that start at the same moment both get the schema, made once', async () => {
    const databaseUrl = await createEmptyServerDatabase();
    const both = await Promise.all([
      openDatabase({ databaseUrl, dataDir: '' }),
      openDatabase({ databaseUrl, dataDir: '' }),
    ]);
    const rows = await both[1].kysely.selectFrom('migrations').select('name').orderBy('name').execute();
    expect(rows[0]).toEqual({ name: '0001_releases.sql' });
    for (const database of both) await database.close();
    await dropServerDatabase(databaseUrl);
  });
});
