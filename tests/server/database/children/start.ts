import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type Child = {
  process: ChildProcess;
  /** Every line so far. */
  lines: string[];
  /** The first line that starts so, present or future; fails when the process ends without it. */
  line(start: string): Promise<string>;
  kill(signal: NodeJS.Signals): Promise<void>;
};

/** Runs one of the programs of this folder as a process of its own. */
export function startChild(name: string, ...args: string[]): Child {
  const program = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', line => lines.push(line));
  const closed = once(reader, 'close');
  return {
    process: child,
    lines,
    line: async start => {
      for (;;) {
        const found = lines.find(line => line.startsWith(start));
        if (found !== undefined) return found;
        const next = await Promise.race([once(reader, 'line'), closed.then(() => null)]);
        if (next === null && !lines.some(line => line.startsWith(start))) {
          throw new Error(`${name} ended without "${start}": ${lines.join(' | ')}`);
        }
      }
    },
    kill: async signal => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
      await closed;
    },
  };
}
