import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What the machine lacks after we tried to bring it, and the command with which a person can. */
export type PreparedSystem = { leftOut: string[]; bring: string | null };

/** A program of the distribution that some suites need. */
type Tool = { isThere: () => boolean; packageName: () => string; leftOut: string };

const TOOLS: readonly Tool[] = [
  {
    isThere: () => findChromium() !== null,
    packageName: () => 'chromium',
    leftOut: 'browser tests, because there is no Chromium',
  },
  {
    isThere: hasPostgis,
    packageName: postgisPackage,
    leftOut: 'tests on a PostGIS server, because there is no PostgreSQL with PostGIS',
  },
  {
    isThere: () => onPath(['ogrinfo']) !== null,
    packageName: () => 'gdal-bin',
    leftOut: 'tests that read our exports with GDAL, because there is no ogrinfo',
  },
];

function onPath(names: readonly string[]): string | null {
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(directory, name);
      if (existsSync(path)) return path;
    }
  }
  return null;
}

/** Path of a Chromium on this machine, or null. `CHROMIUM` names another one. */
export function findChromium(): string | null {
  return process.env.CHROMIUM || onPath(['chromium', 'chromium-browser', 'google-chrome']);
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

/** Debian 12 has postgresql-15-postgis-3; other releases have their own number. */
function postgisPackage(): string {
  const pattern = '^postgresql-[0-9]+-postgis-3$';
  const found = spawnSync('apt-cache', ['search', '--names-only', pattern], { encoding: 'utf8' });
  const names = (found.stdout ?? '').split('\n').flatMap(line => line.split(' ')[0] || []);
  if (names.includes('postgresql-15-postgis-3') || names.length === 0) return 'postgresql-15-postgis-3';
  return names.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))[0]!;
}

/** How this process may run apt-get: directly as root, through sudo that asks nothing, or not at all. */
function aptPrefix(): string[] | null {
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return null;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

function apt(prefix: readonly string[], ...args: string[]): void {
  const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
  spawnSync(command!, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Installs what is missing where this process may; says what stays missing. */
export async function prepareSystem(): Promise<PreparedSystem> {
  let missing = TOOLS.filter(tool => !tool.isThere());
  const prefix = missing.length > 0 ? aptPrefix() : null;
  if (prefix !== null) {
    apt(prefix, 'update');
    const packages = missing.map(tool => tool.packageName());
    console.log(`installing what the tests need from the distribution: ${packages.join(', ')}`);
    apt(prefix, 'install', '-y', '--no-install-recommends', ...packages);
    missing = missing.filter(tool => !tool.isThere());
  }
  return {
    leftOut: missing.map(tool => tool.leftOut),
    bring:
      missing.length === 0
        ? null
        : `sudo apt-get install -y ${missing.map(tool => tool.packageName()).join(' ')}`,
  };
}
