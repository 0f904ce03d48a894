import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What the machine lacks after we tried to bring it, and the command with which a person can. */
export type PreparedSystem = { leftOut: string[]; bring: string | null };

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Path of a Chromium on this machine, or null. `CHROMIUM` names another one. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM;
  if (given) return given;
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of CHROMIUM_NAMES) {
      const path = join(directory, name);
      if (existsSync(path)) return path;
    }
  }
  return null;
}

/** True when a PostgreSQL with PostGIS is installed, or a server for the tests is named. */
function hasPostgis(): boolean {
  if (process.env.TEST_DATABASE_URL) return true;
  const root = '/usr/share/postgresql';
  if (!existsSync(root)) return false;
  return readdirSync(root).some(
    version =>
      existsSync(join(root, version, 'extension', 'postgis.control')) &&
      existsSync(join('/usr/lib/postgresql', version, 'bin', 'initdb')),
  );
}

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** How this process may run apt-get: directly as root, through sudo that asks nothing, or not at all. */
function aptPrefix(): string[] | null {
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return null;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

/** Debian 12 has postgresql-15-postgis-3; other releases have their own number. */
function postgisPackage(): string {
  const found = spawnSync('apt-cache', ['search', '--names-only', '^postgresql-[0-9]+-postgis-3$'], {
    encoding: 'utf8',
  });
  const names = (found.stdout ?? '').split('\n').flatMap(line => line.split(' ')[0] || []);
  if (names.includes('postgresql-15-postgis-3') || names.length === 0) return 'postgresql-15-postgis-3';
  return names.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))[0]!;
}

/** Installs Chromium and PostGIS where they are missing and this process may; says what stays missing. */
export async function prepareSystem(): Promise<PreparedSystem> {
  const missing = () => ({ chromium: findChromium() === null, postgis: !hasPostgis() });
  let lacks = missing();
  if (!lacks.chromium && !lacks.postgis) return { leftOut: [], bring: null };

  const prefix = aptPrefix();
  if (prefix !== null) {
    const apt = (...args: string[]) =>
      run(
        [...prefix, 'env'][0]!,
        [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args].slice(1),
      );
    console.log('installing what the tests need from the distribution …');
    apt('update', '-qq');
    const packages = [...(lacks.chromium ? ['chromium'] : []), ...(lacks.postgis ? [postgisPackage()] : [])];
    apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
    lacks = missing();
  }
  const leftOut = [
    ...(lacks.chromium ? ['browser tests, because there is no Chromium'] : []),
    ...(lacks.postgis ? ['API tests on a PostGIS server, because there is no PostgreSQL with PostGIS'] : []),
  ];
  const wanted = [...(lacks.chromium ? ['chromium'] : []), ...(lacks.postgis ? [postgisPackage()] : [])];
  return { leftOut, bring: wanted.length === 0 ? null : `sudo apt-get install -y ${wanted.join(' ')}` };
}
