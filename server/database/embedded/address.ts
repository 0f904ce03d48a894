import { randomBytes } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Instance, instancePath, readInstance } from '../lock.ts';

const FOLDER_PREFIX = 'buurtbalans-';
/** `pg` finds a Unix socket by folder and port, under this name. */
const SOCKET_NAME = '.s.PGSQL.5432';
/** Characters that `mkdtemp` puts behind a prefix. */
const RANDOM_CHARACTERS = 6;
/** Unix socket paths may not pass 107 bytes on Linux and 103 on macOS. */
const MAX_SOCKET_PATH = 103;

/** Where the embedded database listens. The password keeps other users of the machine out of a loopback port. */
export type Address = {
  listen: { path: string } | { port: number; host: string };
  password: string;
  /** Folder of the socket, to be removed afterwards; null on a port. */
  folder: string | null;
};

/**
 * A Unix socket in a new folder that only this user may enter; a random loopback port where there are none. The
 * folder is in the system's temporary directory because a data directory's own path may be too long for a socket.
 */
export function chooseAddress(): Address {
  const password = randomBytes(24).toString('base64url');
  const bytes = Buffer.byteLength(join(tmpdir(), FOLDER_PREFIX, SOCKET_NAME)) + RANDOM_CHARACTERS;
  if (process.platform === 'win32' || bytes > MAX_SOCKET_PATH) {
    return { listen: { port: 0, host: '127.0.0.1' }, password, folder: null };
  }
  const folder = mkdtempSync(join(tmpdir(), FOLDER_PREFIX));
  return { listen: { path: join(folder, SOCKET_NAME) }, password, folder };
}

/** Tells other processes, through the data directory, who holds it and how to reach its database. */
export function announce(dataDir: string, connection?: Instance['connection']): void {
  const instance: Instance = { pid: process.pid, startedAt: new Date().toISOString() };
  if (connection) instance.connection = connection;
  const path = instancePath(dataDir);
  // Written beside and renamed, so that nobody reads half of it.
  writeFileSync(`${path}.new`, JSON.stringify(instance), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Takes back what `announce` said, and the folder of the socket. */
export function withdraw(dataDir: string, folder: string | null): void {
  rmSync(instancePath(dataDir), { force: true });
  if (folder) rmSync(folder, { recursive: true, force: true });
}

/** Removes the socket folder that a killed process left behind. Only for the holder of the lock. */
export function sweepLeftover(dataDir: string): void {
  const folder = readInstance(dataDir)?.connection?.host;
  if (folder && basename(folder).startsWith(FOLDER_PREFIX)) rmSync(folder, { recursive: true, force: true });
}
