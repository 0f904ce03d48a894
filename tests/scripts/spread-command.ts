import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

type Printed = { code: number; out: string; error: string };
export type Answer = {
  objective: string;
  before: number;
  after: number;
  bound: number;
  gap: number;
  optimal: boolean;
  allocation: { id: string; dwellings: number; reason: string }[];
};

/** Runs `cli spread` as someone gives it. */
export function cli(...args: string[]): Promise<Printed> {
  return new Promise(resolve => {
    execFile('node', ['scripts/cli.ts', 'spread', ...args], { maxBuffer: 1e8 }, (error, out, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: stderr });
    });
  });
}

export const COLUMNS = ['--id', 'code', '--social', 'social', '--total', 'all'];

/** A folder for the files of a suite, gone after it; answers what writes one and gives its path. */
export function filesFor(): (name: string, content: string) => Promise<string> {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'buurtbalans-spread-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  return async (name, content) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
}
