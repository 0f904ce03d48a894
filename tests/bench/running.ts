import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { freePort } from '../free-port.ts';

/** A product that runs, as a person starts it. */
export type Running = { seconds: number; address: string; child: ChildProcess };

/** The environment of a product in a folder of its own, embedded unless an address of a server is given. */
export async function environmentIn(dataDir: string, databaseUrl = ''): Promise<NodeJS.ProcessEnv> {
  const port = String(await freePort());
  return { ...process.env, DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'error', DATABASE_URL: databaseUrl };
}

/** Runs `npm start` as a person would and waits for its "ready" line. */
export async function start(env: NodeJS.ProcessEnv): Promise<Running> {
  const begun = performance.now();
  const child = spawn('node', ['scripts/start.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  for await (const chunk of child.stdout!) {
    printed += String(chunk);
    const address = /ready: (\S+)/.exec(printed)?.[1];
    if (address !== undefined) {
      child.stdout!.resume();
      return { seconds: (performance.now() - begun) / 1000, address, child };
    }
  }
  throw new Error(`npm start ended before it was ready:\n${printed}`);
}

export async function stop({ child }: Running): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
}

/** Seconds that a command takes. */
export async function command(env: NodeJS.ProcessEnv, ...args: string[]): Promise<number> {
  const begun = performance.now();
  const child = spawn('node', ['scripts/cli.ts', ...args], { env, stdio: ['ignore', 'ignore', 'ignore'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`cli ${args.join(' ')} ended with ${code}`);
  return (performance.now() - begun) / 1000;
}

/** Megabytes that a process holds, and the most it ever held; null where the system does not tell (not Linux). */
export function memoryOf({ child }: Running): { nowMB: number; mostMB: number } | null {
  try {
    const told = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    const field = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(told)![1]) / 1024;
    return { nowMB: field('VmRSS'), mostMB: field('VmHWM') };
  } catch {
    return null;
  }
}
