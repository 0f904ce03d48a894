import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import type { Session } from './turns.ts';
import { createWireServer, type WireServer } from './wire-server.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './worker-messages.ts';

const settings = workerData as WorkerSettings;
const tell = (message: FromWorker) => parentPort?.postMessage(message);

async function openPglite(): Promise<PGlite> {
  const { directory } = settings;
  // Stands beside the directory while it is being made: nothing was ever stored in one that was cut short.
  const incomplete = `${directory}.incomplete`;
  if (existsSync(incomplete)) rmSync(directory, { recursive: true, force: true });
  if (existsSync(directory)) {
    // PGlite would make a new database in any other folder.
    if (!existsSync(join(directory, 'PG_VERSION'))) throw new Error('its folder holds something else');
    return PGlite.create({ dataDir: directory, extensions: { postgis } });
  }
  tell({ type: 'progress', text: 'Creating the embedded database (once; about 15 seconds)' });
  writeFileSync(incomplete, '');
  const db = await PGlite.create({ dataDir: directory, extensions: { postgis } });
  await db.exec('create extension postgis; checkpoint');
  rmSync(incomplete);
  return db;
}

/** The protocol's Sync message: after an error everything up to it is skipped. */
const SYNC = new Uint8Array([0x53, 0, 0, 0, 4]);

function sessionOf(db: PGlite): Session {
  return {
    run: (message, onAnswer) => db.execProtocolRawStream(message, { onRawData: onAnswer }),
    inTransaction: () => db.isInTransaction(),
    reset: async () => {
      await db.execProtocolRaw(SYNC);
      if (db.isInTransaction()) await db.exec('rollback');
    },
  };
}

/** A startup message asks for the session's parameters, which every client is then greeted with. */
async function greetingOf(db: PGlite): Promise<Buffer> {
  const parameters = Buffer.from('user\0postgres\0database\0postgres\0\0');
  const startup = Buffer.alloc(8 + parameters.length);
  startup.writeInt32BE(startup.length, 0);
  startup.writeInt32BE(3 << 16, 4);
  parameters.copy(startup, 8);
  const pieces: Buffer[] = [];
  await db.execProtocolRawStream(startup, { onRawData: piece => pieces.push(Buffer.from(piece)) });
  return Buffer.concat(pieces);
}

/** Waits until other processes have left, so that a command that ends does not cut off another one. */
async function drain(server: WireServer, drainMs: number): Promise<void> {
  const end = Date.now() + drainMs;
  while (server.clients() > 0 && Date.now() < end) await new Promise(resolve => setTimeout(resolve, 50));
}

const db = await openPglite();
const server = createWireServer({
  session: sessionOf(db),
  greeting: await greetingOf(db),
  password: settings.password,
  maxConnections: settings.maxConnections,
  idleInTransactionMs: settings.idleInTransactionMs,
  onFailure: error => {
    throw error;
  },
});
await server.listen(settings.listen);
parentPort?.on('message', async (message: ToWorker) => {
  await drain(server, message.drainMs);
  await server.close();
  await db.close();
  parentPort?.close();
});
tell({ type: 'ready', port: server.port() });
