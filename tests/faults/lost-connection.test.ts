import { describe, expect, it } from 'vitest';
import { get, testApp } from '../api/app.ts';
import { importTestRegion } from '../api/region.ts';
import { openTestDatabase, testDatabases } from '../database.ts';

const server = testDatabases.find(({ kind }) => kind === 'server');

describe.skipIf(!server?.available)(
  `a database that drops its connections${server?.reason ? ` (left out: ${server.reason})` : ''}`,
  () => {
    it('fails what was under way, and the process goes on with new connections', async () => {
      const database = await openTestDatabase('server');
      await importTestRegion(database);
      const app = await testApp(database);
      const underWay = [1, 2, 3].map(() =>
        database.pool.query('select pg_sleep(30)').then(
          () => 'answered',
          (error: Error) => error.message,
        ),
      );
      // Until all three are on their connections.
      await expect
        .poll(async () => {
          const { rows } = await database.pool.query(
            `select count(*)::int as n from pg_stat_activity where query = 'select pg_sleep(30)' and state = 'active'`,
          );
          return rows[0].n;
        })
        .toBe(3);
      // The last of them ends the connection that asks, too.
      await database.pool
        .query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() order by pid = pg_backend_pid()`,
        )
        .catch(() => undefined);
      for (const message of await Promise.all(underWay)) {
        expect(message).toMatch(/terminat/);
      }
      expect((await get(app, '/api/v1/concentration?level=sector')).statusCode).toBe(200);
      await app.close();
      await database.close();
    });
  },
);
