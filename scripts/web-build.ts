import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { ProblemError } from '../core/problem.ts';

const STAMP = 'dist/web/.built-from';
const SOURCES = ['web/**/*', 'core/**/*.ts', 'vite.config.ts', 'package-lock.json'];

/** Hash over every file the web app is built from, so that a second start does not build again. */
async function sourceHash(): Promise<string> {
  const hash = createHash('sha256');
  const files: string[] = [];
  for await (const entry of glob(SOURCES, { withFileTypes: true })) {
    if (entry.isFile()) files.push(`${entry.parentPath}/${entry.name}`);
  }
  for (const file of files.toSorted()) hash.update(file).update(await readFile(file));
  return hash.digest('hex');
}

/**
 * Builds the web app into dist/web unless it is there and was built from these very sources.
 * @throws ProblemError with what Vite printed when the build fails.
 */
export async function buildWebWhenChanged(onProgress: (text: string) => void): Promise<void> {
  const wanted = await sourceHash();
  const built = existsSync(STAMP) ? await readFile(STAMP, 'utf8') : null;
  if (built === wanted) return;
  onProgress('building the web app');
  const output = await runVite();
  if (output !== null) throw new ProblemError('internal', `the web app could not be built:\n${output}`);
  await writeFile(STAMP, wanted);
}

/** Null when the build succeeded, else everything it printed. */
function runVite(): Promise<string | null> {
  return new Promise(resolve => {
    const child = spawn('vite', ['build', '--logLevel', 'warn'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Whoever starts us, tests included, gets the build that planners get.
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const printed: string[] = [];
    child.stdout.on('data', chunk => printed.push(String(chunk)));
    child.stderr.on('data', chunk => printed.push(String(chunk)));
    child.on('error', error => resolve(error.message));
    child.on('exit', code => resolve(code === 0 ? null : printed.join('')));
  });
}
