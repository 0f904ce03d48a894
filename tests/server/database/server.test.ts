import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { connectionOf, openBeside } from '../../../server/database/beside.ts';
import { openDatabase } from '../../../server/database/open.ts';
import { createEmptyServerDatabase, dropServerDatabase, testDatabases } from '../../database.ts';
import { databaseAt, onServer } from '../../setup/prepared.ts';

const { available, reason } = testDatabases.find(({ kind }) => kind === 'server')!;

describe('a PostgreSQL server', () => {
  test('that cannot be reached is named without its password', async () => {
    const databaseUrl = 'postgres://planner:geheim@127.0.0.1:1/balance';
    await expect(openDatabase({ databaseUrl, dataDir: '' })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(
        /^(?!.*geheim).*127\.0\.0\.1:1\/balance cannot be reached .* check DATABASE_URL/,
      ),
    });
  });
});

describe.skipIf(!available)(`a PostgreSQL server${reason ? ` (left out: ${reason})` : ''}`, () => {
  const made: string[] = [];
  afterEach(async () => {
    for (const url of made.splice(0)) await dropServerDatabase(url);
  });
  async function createEmpty(): Promise<string> {
    const url = await createEmptyServerDatabase();
    made.push(url);
    return url;
  }

  test('gets PostGIS and the schema by itself when this user may do that', async () => {
    const database = await openDatabase({ databaseUrl: await createEmpty(), dataDir: '' });
    expect(database.kind).toBe('server');
    expect(database.version.postgis).toMatch(/^3\.\d/);
    // Nor is anything compiled just in time, here and on the connection of an import.
    const beside = await openBeside(connectionOf(database));
    for (const one of [database, beside]) {
      const { rows } = await sql`show jit`.execute(one.kysely);
      expect(rows).toEqual([{ jit: 'off' }]);
    }
    await beside.close();
    await database.close();
  });

  test('without PostGIS says which statement to run when this user may not create it', async () => {
    const url = await createEmpty();
    const name = `planner_${process.pid}`;
    await onServer(url, `create role ${name} login`, `grant all on schema public to ${name}`);
    const asPlanner = new URL(url);
    asPlanner.username = name;
    await expect(openDatabase({ databaseUrl: asPlanner.href, dataDir: '' })).rejects.toMatchObject({
      code: 'not-configured',
      message: expect.stringMatching(/this user may not create it.*run "create extension postgis"/),
    });
    await onServer(url, `drop owned by ${name}`, `drop role ${name}`);
  });

  test('with another encoding than UTF-8 is refused', async () => {
    const url = await createEmpty();
    const ascii = databaseAt(url, `ascii_${process.pid}`);
    await onServer(
      url,
      `create database ascii_${process.pid} template template0 encoding 'SQL_ASCII' locale 'C'`,
    );
    made.push(ascii);
    await expect(openDatabase({ databaseUrl: ascii, dataDir: '' })).rejects.toThrow(
      /encoding SQL_ASCII; create it with encoding UTF8/,
    );
  });
});
