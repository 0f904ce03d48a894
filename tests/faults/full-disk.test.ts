import { chownSync, cpSync, existsSync, rmSync, statSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/database/open.ts';
import type { Database } from '../../server/database/types.ts';
import { runImport } from '../../server/imports/run.ts';
import { createDataDirectory, createServerDatabase, dropServerDatabase, testDatabases } from '../database.ts';
import { refusal } from '../server/imports/fixtures.ts';
import { databaseAt, onServer } from '../setup/prepared.ts';
import { gridStep } from './grid.ts';
import { makeSmallDisk, noSmallDisk, type SmallDisk } from './small-disk.ts';
import { readState } from './state.ts';

const hindrance = noSmallDisk();
const FREE_MB = 4;

/** An import that does not fit: refused in one line, the old release whole, and fine once there is room. */
async function expectRefusedWhole(database: Database, disk: SmallDisk): Promise<void> {
  const { release } = await runImport(database, { message: 'before', steps: [gridStep(3)] });
  disk.leaveFree(FREE_MB);
  const problem = await refusal(
    runImport(database, { region: 'large', message: 'large', steps: [gridStep(60)] }),
  );
  expect(problem).toMatchObject({ code: 'unavailable' });
  expect(problem.message).toBe(
    'the disk of the database is full: make room and import again; nothing was imported',
  );
  expect(await readState(database)).toEqual({ current: release, releases: 1, broken: [] });

  disk.leaveFree(512);
  const next = await runImport(database, { region: 'large', message: 'large', steps: [gridStep(60)] });
  expect(await readState(database)).toEqual({ current: next.release, releases: 2, broken: [] });
}

describe.skipIf(hindrance !== null)(`A full disk${hindrance ? ` (left out: ${hindrance})` : ''}`, () => {
  it('refuses an import whole, embedded database', { timeout: 240_000 }, async () => {
    const disk = makeSmallDisk();
    const prepared = await createDataDirectory();
    cpSync(prepared, disk.folder, { recursive: true });
    rmSync(prepared, { recursive: true });
    const database = await openDatabase({ databaseUrl: null, dataDir: disk.folder });
    try {
      await expectRefusedWhole(database, disk);
    } finally {
      await database.close();
      disk.remove();
    }
  });

  it.skipIf(!testDatabases.some(({ kind, available }) => kind === 'server' && available))(
    'refuses an import whole, server database',
    { timeout: 240_000 },
    async context => {
      const databaseUrl = await createServerDatabase();
      const name = new URL(databaseUrl).pathname.slice(1);
      const admin = databaseAt(databaseUrl, 'postgres');
      const disk = makeSmallDisk();
      try {
        const probe = await openDatabase({ databaseUrl, dataDir: '' });
        const shown = await sql<{ data_directory: string }>`show data_directory`.execute(probe.kysely);
        await probe.close();
        const directory = shown.rows[0]?.data_directory ?? '';
        if (!existsSync(directory)) context.skip('the test server is on another machine');
        const { uid, gid } = statSync(directory);
        chownSync(disk.folder, uid, gid);
        await onServer(admin, `create tablespace ${name} location '${disk.folder}'`);
        await onServer(admin, `alter database ${name} set tablespace ${name}`);
        const database = await openDatabase({ databaseUrl, dataDir: '' });
        try {
          await expectRefusedWhole(database, disk);
        } finally {
          await database.close();
        }
      } finally {
        await dropServerDatabase(databaseUrl);
        await onServer(admin, `drop tablespace if exists ${name}`);
        disk.remove();
      }
    },
  );
});
