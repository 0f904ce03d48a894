import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/database/open.ts';
import { runImport } from '../../server/imports/run.ts';
import { createDataDirectory, createServerDatabase, dropServerDatabase, testDatabases } from '../database.ts';
import { gridStep } from './grid.ts';
import { readState, type State } from './state.ts';

/** When the import is killed: a step by what its progress says, and milliseconds into it. */
type Moment = readonly [step: string, delayMs: number];
const BEFORE_ACCEPTING: readonly Moment[] = [
  ['Reading grid.geojson', 200],
  ['Simplifying', 100],
  ['Accepting', 0],
];
const WHILE_ACCEPTING: readonly Moment[] = [
  ['Accepting', 60],
  ['Accepting', 200],
];

/** Runs the child until it is killed; gives the state it found when it opened the database. */
async function killedImport(where: string, step: string, delayMs: number): Promise<State> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'importing-child.ts'), where, step, String(delayMs)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  let complaint = '';
  child.stdout.on('data', chunk => (printed += chunk));
  child.stderr.on('data', chunk => (complaint += chunk));
  const signal = await new Promise<string | null>(resolve =>
    child.on('exit', (_, reason) => resolve(reason)),
  );
  if (signal !== 'SIGKILL') throw new Error(`the child ended by itself: ${complaint}`);
  return JSON.parse(printed) as State;
}

for (const { kind, available, reason } of testDatabases) {
  describe.skipIf(!available)(
    `kill −9 during an import, ${kind} database${reason ? ` (left out: ${reason})` : ''}`,
    () => {
      it('leaves a whole release at every moment, and the next import works', {
        timeout: 240_000,
      }, async () => {
        const where = kind === 'server' ? await createServerDatabase() : await createDataDirectory();
        const open = () =>
          openDatabase(
            kind === 'server' ? { databaseUrl: where, dataDir: '' } : { databaseUrl: null, dataDir: where },
          );
        const first = await open();
        const { release } = await runImport(first, { message: 'before', steps: [gridStep(3)] });
        await first.close();

        // The embedded database takes seconds to open after a kill, so it is killed less often.
        const every = kind === 'server' ? 1 : 2;
        const before = BEFORE_ACCEPTING.filter((_, index) => index % every === 0);
        const during = WHILE_ACCEPTING.filter((_, index) => index % every === 0);
        const found: State[] = [];
        for (const [step, delayMs] of [...before, ...during])
          found.push(await killedImport(where, step, delayMs));
        const database = await open();
        found.push(await readState(database));
        for (const { broken } of found) expect(broken).toEqual([]);
        // Killed before it was accepted, an import leaves the release of before.
        for (const { current, releases } of found.slice(0, before.length + 1))
          expect([current, releases]).toEqual([release, 1]);

        const next = await runImport(database, { region: 'after', message: 'after', steps: [gridStep(5)] });
        const after = await readState(database);
        expect(after).toMatchObject({ current: next.release, broken: [] });
        // What the dead ones staged goes as soon as they count as dead.
        await sql`update imports set heartbeat_at = now() - interval '1 hour'`.execute(database.kysely);
        await runImport(database, { region: 'after', message: 'sweep', steps: [gridStep(6)] });
        const left = await sql<{ rows: number }>`
        select (select count(*) from imports)::int + (select count(*) from staged_areas)::int
          + (select count(*) from staged_area_shapes)::int as rows`.execute(database.kysely);
        expect(left.rows).toEqual([{ rows: 0 }]);
        await database.close();
        await (kind === 'server' ? dropServerDatabase(where) : rm(where, { recursive: true }));
      });
    },
  );
}
