import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DEBIAN = { programs: '/usr/lib/postgresql', shared: '/usr/share/postgresql' };
const FOLDER_PREFIX = 'buurtbalans-test-postgres-';

export type Cluster = { url: string; stop(): void };

/** The folder of programs of the newest installed PostgreSQL that has PostGIS, or null. */
export function findPostgres(): string | null {
  if (!existsSync(DEBIAN.programs)) return null;
  const version = readdirSync(DEBIAN.programs)
    .filter(name => existsSync(join(DEBIAN.programs, name, 'bin', 'initdb')))
    .filter(name => existsSync(join(DEBIAN.shared, name, 'extension', 'postgis.control')))
    .sort((a, b) => Number(b) - Number(a))[0];
  return version === undefined ? null : join(DEBIAN.programs, version, 'bin');
}

/**
 * Starts a PostgreSQL of our own in a temporary folder, on a free loopback port. PostgreSQL refuses to run as
 * root, so root starts it as the user `postgres` that Debian's package makes.
 */
export async function startCluster(programs: string): Promise<Cluster> {
  sweep(programs);
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  if (process.getuid?.() === 0) {
    const ids = run(['id', '-u', 'postgres'], false) || '0';
    chownSync(folder, Number(ids), Number(run(['id', '-g', 'postgres'], false)));
  }
  const data = join(folder, 'data');
  const port = await freePort();
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off`;
  run([join(programs, 'initdb'), '-D', data, '-U', 'app', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']);
  run([join(programs, 'pg_ctl'), '-w', '-D', data, '-l', join(folder, 'log'), '-o', settings, 'start']);
  return {
    url: `postgres://app@127.0.0.1:${port}/postgres`,
    stop: () => stop(programs, folder),
  };
}

function stop(programs: string, folder: string): void {
  run([join(programs, 'pg_ctl'), '-w', '-D', join(folder, 'data'), '-m', 'immediate', 'stop']);
  rmSync(folder, { recursive: true, force: true });
}

/** Stops what a test run that was killed left running, and removes its folder. */
function sweep(programs: string): void {
  for (const name of readdirSync(tmpdir()).filter(name => name.startsWith(FOLDER_PREFIX))) {
    const pid = Number(name.slice(FOLDER_PREFIX.length).split('-')[0]);
    if (isRunning(pid)) continue;
    const folder = join(tmpdir(), name);
    try {
      stop(programs, folder);
    } catch {
      // A machine that was restarted, or a server killed with its run, leaves a postmaster.pid and nothing to stop.
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function run(command: string[], asPostgres = process.getuid?.() === 0): string {
  const [program = '', ...args] = asPostgres ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  // The server inherits what pg_ctl writes to, and a pipe would never be closed: it writes to its own log.
  const done = spawnSync(program, args, { encoding: 'utf8', cwd: tmpdir(), stdio: stdioFor(command) });
  if (done.status !== 0) {
    throw new Error(`${command.join(' ')} failed: ${done.error?.message ?? done.stderr ?? done.status}`);
  }
  return (done.stdout ?? '').trim();
}

function stdioFor(command: string[]): 'ignore' | 'pipe' {
  return command.at(-1) === 'start' ? 'ignore' : 'pipe';
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
