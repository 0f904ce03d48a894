import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProblemError } from '../../../core/problem.ts';
import { readInstance } from '../../../server/database/lock.ts';
import { openDatabase, openForCommand } from '../../../server/database/open.ts';
import type { Database, DatabaseHooks } from '../../../server/database/types.ts';
import { createDataDirectory } from '../../database.ts';
import { type Child, startChild } from './children/start.ts';

describe('the embedded database', { timeout: 180_000 }, () => {
  let dataDir: string;
  const children: Child[] = [];
  const opened: Database[] = [];

  beforeEach(async () => {
    dataDir = await createDataDirectory();
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    for (const database of opened.splice(0)) await database.close();
    for (const child of children.splice(0)) await child.kill('SIGTERM');
    await rm(dataDir, { recursive: true });
  });

  function start(...args: string[]): Child {
    const child = startChild('open', dataDir, ...args);
    children.push(child);
    return child;
  }
  async function open(openIt: typeof openDatabase, hooks?: DatabaseHooks): Promise<Database> {
    const database = await openIt({ databaseUrl: null, dataDir }, hooks);
    opened.push(database);
    return database;
  }

  test('refuses a second process, naming the first, its directory and the way out', async () => {
    const first = start();
    await first.line('ready');
    const refusal = await start().line('refused');
    expect(refusal).toBe(
      `refused The data directory ${dataDir} is in use by process ${first.process.pid}; stop it, or set DATA_DIR to another folder.`,
    );
    await expect(open(openDatabase)).rejects.toMatchObject({ code: 'directory-in-use' });
  });

  test('keeps every acknowledged row when it is killed while writing, and opens again', async () => {
    const writer = start('write');
    await writer.line('saved 200');
    const socketFolder = readInstance(dataDir)?.connection?.host;
    await writer.kill('SIGKILL');
    const acknowledged = writer.lines.filter(line => line.startsWith('saved')).length;

    const database = await open(openDatabase);
    const { rows } = await database.pool.query(
      'select count(*)::int as n, max(id) as last from written where length(text) = 500',
    );
    // One more may have been committed of which the word did not get out any more.
    expect(rows[0].n - acknowledged).toBeOneOf([0, 1]);
    expect(rows[0].last).toBe(rows[0].n);
    expect((await database.pool.query('select count(*)::int as n from staged_areas')).rows).toEqual([
      { n: 0 },
    ]);
    expect(socketFolder && existsSync(socketFolder), 'the socket that was left behind is gone').toBe(false);
  });

  test('lets a command work beside a running instance, on the same data', async () => {
    const running = await open(openDatabase);
    await running.pool.query(`insert into regions (id, title) values ('demo', 'Demo')`);
    const command = await open(openForCommand);
    expect(await command.kysely.selectFrom('regions').select('title').execute()).toEqual([{ title: 'Demo' }]);

    await command.pool.query(`insert into regions (id, title) values ('own', 'Own')`);
    await command.close();
    expect(await running.kysely.selectFrom('regions').select('id').orderBy('id').execute()).toEqual([
      { id: 'demo' },
      { id: 'own' },
    ]);
  });

  test('waits for a command that joined another command, so that neither loses its database', async () => {
    const first = await open(openForCommand);
    const second = await open(openForCommand);
    let ended = false;
    const ending = first.close().then(() => {
      ended = true;
    });
    await second.pool.query(`insert into regions (id, title) values ('own', 'Own')`);
    expect(ended).toBe(false);
    await second.close();
    await ending;
    const again = await open(openDatabase);
    expect(await again.kysely.selectFrom('regions').select('id').execute()).toEqual([{ id: 'own' }]);
  });

  test('leaves no socket, no lock and nothing unwritten behind when it is closed', async () => {
    const first = await open(openDatabase);
    const folder = readInstance(dataDir)?.connection?.host ?? '';
    expect(existsSync(folder)).toBe(true);
    await first.pool.query(`insert into regions (id, title) values ('own', 'Own')`);
    await first.close();
    expect([existsSync(folder), readInstance(dataDir)]).toEqual([false, null]);
    const again = await open(openDatabase);
    expect(await again.kysely.selectFrom('regions').select('id').execute()).toEqual([{ id: 'own' }]);
  });

  test('starts over when its first start was cut short', async () => {
    await rm(join(dataDir, 'database'), { recursive: true });
    await mkdir(join(dataDir, 'database', 'base'), { recursive: true });
    await writeFile(join(dataDir, 'database.incomplete'), '');
    const progress: string[] = [];
    const database = await open(openDatabase, { onProgress: text => progress.push(text) });
    expect(progress).toEqual([expect.stringMatching(/^Creating the embedded database/)]);
    expect(await database.kysely.selectFrom('regions').select('id').execute()).toEqual([]);
    expect(existsSync(join(dataDir, 'database.incomplete'))).toBe(false);
  });

  test('touches no folder that holds something else', async () => {
    await rm(join(dataDir, 'database'), { recursive: true });
    await mkdir(join(dataDir, 'database'));
    await writeFile(join(dataDir, 'database', 'thesis.txt'), 'years of work');
    await expect(open(openDatabase)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/holds something else/),
    });
    expect(await readdir(join(dataDir, 'database'))).toEqual(['thesis.txt']);
  });

  test('uses a loopback port where the path of a socket would be too long', async () => {
    vi.stubEnv('TMPDIR', join(dataDir, 'x'.repeat(100)));
    const running = await open(openDatabase);
    expect(readInstance(dataDir)?.connection).toMatchObject({ host: '127.0.0.1', port: expect.any(Number) });
    const command = await open(openForCommand);
    await command.pool.query(`insert into regions (id, title) values ('own', 'Own')`);
    expect(await running.kysely.selectFrom('regions').select('id').execute()).toEqual([{ id: 'own' }]);
  });

  test('admits nobody who does not know the password in the data directory', async () => {
    await open(openDatabase);
    const { connection } = readInstance(dataDir)!;
    const client = new pg.Client({
      ...connection,
      password: 'guess',
      user: 'postgres',
      database: 'postgres',
    });
    client.on('error', () => undefined);
    await expect(client.connect()).rejects.toThrow();
  });

  test('says so once when it stops by itself; nothing waits for it forever', async () => {
    const lost: ProblemError[] = [];
    const database = await open(openDatabase, { onLost: error => lost.push(error) });
    // PGlite has no protocol for COPY … FROM STDIN and ends itself: the nearest thing to a crash on demand.
    await expect(database.pool.query('copy regions from stdin')).rejects.toThrow();
    await expect.poll(() => lost.map(({ code }) => code)).toEqual(['unavailable']);
    await expect(database.pool.query('select 1')).rejects.toThrow(
      /The embedded database in .* stopped \(.*start again/,
    );
    await database.close();
    const again = await open(openDatabase);
    expect((await again.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
});
