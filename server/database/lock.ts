import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ProblemError } from '../../core/problem.ts';

const LOCK_FILE = 'lock';
const INSTANCE_FILE = 'instance.json';
const SQLITE_BUSY = 5;

/** What the process that holds a directory tells others about itself, in `instance.json` (mode 0600). */
export type Instance = {
  pid: number;
  startedAt: string;
  /** How to reach its database; absent until that is open. */
  connection?: { host: string; port: number; password: string };
};

export type DirectoryLock = { release(): void };

/**
 * Locks of this process. A lock must stay reachable: were its handle collected, it would be let go in silence.
 */
const held = new Set<DatabaseSync>();

/**
 * Takes a data directory for this process alone. The lock is one that the operating system holds on an open file
 * (through SQLite, which Node brings, since Node itself has no flock): it ends with the process however that ends,
 * so a stale lock cannot exist and two processes cannot both win. No code of this process may open and close the
 * lock file by itself: POSIX would drop the lock.
 * @throws ProblemError `directory-in-use` naming the process that holds it; `not-configured` when the directory
 * cannot be made or written.
 */
export function lockDirectory(dataDir: string): DirectoryLock {
  let handle: DatabaseSync | undefined;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    handle = new DatabaseSync(join(dataDir, LOCK_FILE), { timeout: 0 });
    handle.exec('begin exclusive');
  } catch (error) {
    handle?.close();
    if (isBusy(error)) throw directoryInUse(dataDir);
    throw new ProblemError(
      'not-configured',
      `The data directory ${dataDir} cannot be used (${(error as Error).message}); set DATA_DIR to a folder that can be written.`,
      { directory: dataDir },
      error,
    );
  }
  const lock = handle;
  held.add(lock);
  return {
    release: () => {
      if (held.delete(lock)) lock.close();
    },
  };
}

/** The refusal that a second process gets; it names the first one and the way out. */
export function directoryInUse(dataDir: string): ProblemError {
  const pid = readInstance(dataDir)?.pid;
  const holder = pid === undefined ? 'another process' : `process ${pid}`;
  return new ProblemError(
    'directory-in-use',
    `The data directory ${dataDir} is in use by ${holder}; stop it, or set DATA_DIR to another folder.`,
    pid === undefined ? { directory: dataDir } : { directory: dataDir, pid },
  );
}

/** Path of `instance.json`, which only the holder of the lock writes. */
export function instancePath(dataDir: string): string {
  return join(dataDir, INSTANCE_FILE);
}

/** What the holder says about itself, or null when it has not said it yet. Without a lock held it is history. */
export function readInstance(dataDir: string): Instance | null {
  try {
    return JSON.parse(readFileSync(instancePath(dataDir), 'utf8')) as Instance;
  } catch {
    return null;
  }
}

function isBusy(error: unknown): boolean {
  return (error as { errcode?: number }).errcode === SQLITE_BUSY;
}
