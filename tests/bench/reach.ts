import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchResult } from './core.ts';
import { environmentIn, start, stop } from './running.ts';

/** Reach on the demo region as a planner meets it: the first answers of a server that has just started. */
export async function bench(): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtbalans-bench-'));
  const env = await environmentIn(join(folder, 'data'));
  try {
    // The first start makes the database and the demo region; the second is that of every other day.
    await stop(await start(env));
    const running = await start(env);
    try {
      return await firstAnswers(running.address);
    } finally {
      await stop(running);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function firstAnswers(address: string): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const [name, path] of [
    ['places of childcare for each child, the first question to a server that has just started', 'supply'],
    ['the same within another distance', 'supply?withinM=900'],
    ['reach by area then', 'areas?function=play&withinM=400'],
    ['every norm then', 'norms'],
  ] as const) {
    const begun = performance.now();
    const response = await fetch(`${address}/api/v1/access/${path}`);
    const body = await response.text();
    if (!response.ok) throw new Error(`${response.status} for ${path}: ${body.slice(0, 300)}`);
    results.push({ name, value: performance.now() - begun, unit: 'ms' });
  }
  return results;
}
