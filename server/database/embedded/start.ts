import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import { ProblemError } from '../../../core/problem.ts';
import { type DirectoryLock, lockDirectory } from '../lock.ts';
import type { DatabaseHooks } from '../types.ts';
import { type Address, announce, chooseAddress, sweepLeftover, withdraw } from './address.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './worker-messages.ts';

const MAX_CONNECTIONS = 64;
const IDLE_IN_TRANSACTION_MS = 120_000;
/** Longest wait for a running statement when closing; PGlite recovers from being cut off. */
const CLOSE_TIMEOUT_MS = 30_000;

export type EmbeddedInstance = {
  connection: Required<Pick<pg.PoolConfig, 'host' | 'port' | 'user' | 'database' | 'password'>>;
  /** Why it stopped by itself, or null while it runs. */
  lost(): ProblemError | null;
  /** Waits up to `drainMs` for other processes to leave, writes everything out and releases the directory. */
  close(drainMs: number): Promise<void>;
};

/** What `pg` needs to reach an embedded database. */
export function embeddedConnection(address: { host: string; port: number; password: string }) {
  return { ...address, user: 'postgres', database: 'postgres' };
}

/**
 * Takes the data directory, opens PGlite with PostGIS in a worker thread (it blocks its event loop) and serves it
 * to this process and to commands beside it. PGlite's files are in `<dataDir>/database`.
 * @throws ProblemError `directory-in-use`, `not-configured`, or `unavailable` when PGlite cannot open its files.
 */
export async function startEmbedded(dataDir: string, hooks: DatabaseHooks): Promise<EmbeddedInstance> {
  const { lock, address } = takeDirectory(dataDir);
  const directory = join(dataDir, 'database');
  const settings: WorkerSettings = {
    directory,
    listen: address.listen,
    password: address.password,
    maxConnections: MAX_CONNECTIONS,
    idleInTransactionMs: IDLE_IN_TRANSACTION_MS,
  };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: settings, execArgv: [] });
  let lost: ProblemError | null = null;
  let closing = false;
  let cause: unknown;
  worker.on('error', error => {
    cause = error;
  });
  const ended = new Promise<void>(resolve => {
    worker.on('exit', () => {
      if (!closing) lost = lostProblem(directory, cause);
      withdraw(dataDir, address.folder);
      lock.release();
      resolve();
    });
  });
  const port = await new Promise<number>((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'progress') hooks.onProgress?.(message.text);
      else resolve(message.port);
    });
    ended.then(() => reject(lost));
  });
  ended.then(() => {
    if (lost) hooks.onLost?.(lost);
  });
  const connection = {
    host: address.folder ?? '127.0.0.1',
    port: address.folder ? 5432 : port,
    password: address.password,
  };
  announce(dataDir, connection);
  return {
    connection: embeddedConnection(connection),
    lost: () => lost,
    close: async drainMs => {
      closing = true;
      worker.postMessage({ drainMs } satisfies ToWorker);
      const timer = setTimeout(() => worker.terminate(), drainMs + CLOSE_TIMEOUT_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}

function takeDirectory(dataDir: string): { lock: DirectoryLock; address: Address } {
  const lock = lockDirectory(dataDir);
  try {
    sweepLeftover(dataDir);
    announce(dataDir);
    return { lock, address: chooseAddress() };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function lostProblem(directory: string, cause: unknown): ProblemError {
  const reason = cause instanceof Error ? cause.message : String(cause ?? 'it ended without a reason');
  return new ProblemError(
    'unavailable',
    `The embedded database in ${directory} stopped (${reason}); what was saved is kept: start again, or set DATABASE_URL to a PostgreSQL server.`,
    { directory },
    cause,
  );
}
