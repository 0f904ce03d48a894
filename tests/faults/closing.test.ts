import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, openForCommand } from '../../server/database/open.ts';
import type { Database } from '../../server/database/types.ts';
import { runImport } from '../../server/imports/run.ts';
import type { AreasStep } from '../../server/imports/types.ts';
import { createDataDirectory } from '../database.ts';
import { refusal } from '../server/imports/fixtures.ts';
import { gridStep } from './grid.ts';
import { readState } from './state.ts';

describe('A server that closes while a command imports through it', { timeout: 240_000 }, () => {
  let where: { databaseUrl: null; dataDir: string };
  let server: Database;
  let command: Database;
  beforeEach(async () => {
    where = { databaseUrl: null, dataDir: await createDataDirectory() };
  });
  /** A server that waits so long when it closes, and a command beside it. */
  async function open(drainMs: number): Promise<void> {
    server = await openDatabase(where, {}, drainMs);
    command = await openForCommand(where);
  }
  afterEach(async () => {
    await command.close();
    await rm(where.dataDir, { recursive: true });
  });

  /** A grid whose last record comes only when the test lets it; `reached` says that it is waited for. */
  function heldStep() {
    const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const step = gridStep(3) as AreasStep;
    const file = {
      ...step.file,
      async *records() {
        yield* step.file.records();
        reach();
        await released;
      },
    };
    return { step: { ...step, file }, reached, release };
  }

  it('waits for it to end, and what it imported is there', async () => {
    await open(120_000);
    const { step, reached, release } = heldStep();
    const importing = runImport(command, { message: 'beside', steps: [step] }).finally(() => command.close());
    await reached;
    const closing = server.close();
    release();
    const imported = await importing;
    await closing;
    const again = await openDatabase(where);
    expect(await readState(again)).toMatchObject({ current: imported.release, broken: [] });
    await again.close();
  });

  it('tells it that the server is closing when that takes too long, and keeps nothing of it', async () => {
    await open(100);
    const { step, reached, release } = heldStep();
    const importing = refusal(runImport(command, { message: 'beside', steps: [step] }));
    await reached;
    await server.close();
    release();
    const { code, message } = await importing;
    expect(code).toBe('unavailable');
    expect(message).toMatch(/^the server is closing.* start it and import again; nothing was imported$/);
    const again = await openDatabase(where);
    expect(await readState(again)).toEqual({ current: null, releases: 0, broken: [] });
    await again.close();
  });

  it('answers a statement that is under way with the reason', async () => {
    await open(100);
    // One session for all: whoever has it makes the others wait.
    const holder = await command.pool.connect();
    await holder.query('begin');
    const waiting = command.pool.query('select 1').then(
      () => 'answered',
      (error: Error) => error.message,
    );
    await server.close();
    holder.release(true);
    expect(await waiting).toBe('the server is closing');
  });
});
