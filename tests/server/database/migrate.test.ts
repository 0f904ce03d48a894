import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCHEMA_FILE, schemaSource } from '../../../scripts/database-types.ts';
import { migrate } from '../../../server/database/migrate.ts';
import { openDatabase } from '../../../server/database/open.ts';
import type { Database } from '../../../server/database/types.ts';
import {
  createServerDatabase,
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
    const other = await mkdtemp(join(tmpdir(), 'migrations-'));
    await database.pool.query('alter table migrations rename to migrations_kept');
    await writeFile(join(other, '0001_first.sql'), 'create table first_one (id integer);');
    await writeFile(join(other, '0002_bad.sql'), 'create table half (id integer); select 1 / 0;');
    await expect(migrate(database.pool, other)).rejects.toThrow(/0002_bad\.sql failed \(division by zero\)/);
    const { rows } = await database.pool.query(
      `select to_regclass('first_one') is not null as first, to_regclass('half') is not null as half`,
    );
    expect(rows).toEqual([{ first: true, half: false }]);

    await writeFile(join(other, '0002_bad.sql'), 'create table half (id integer);');
    expect(await migrate(database.pool, other)).toEqual(['0002_bad.sql']);
  });
});
