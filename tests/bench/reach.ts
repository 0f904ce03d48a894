import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { newScenario } from '../../core/scenario/edits.ts';
import { newSiteEdit } from '../../core/scenario/new-edits.ts';
import { CHROMIUM_FLAGS, chromiumPath } from '../e2e/browser.ts';
import type { BenchResult } from './core.ts';
import { environmentIn, start, stop } from './running.ts';

const ROUNDS = 21;

/** Reach on the demo region as a planner meets it: the first answers of a server, and a place more in the panel. */
export async function bench(): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtbalans-bench-'));
  const env = await environmentIn(join(folder, 'data'));
  try {
    // The first start makes the database and the demo region; the second is that of every other day.
    await stop(await start(env));
    const running = await start(env);
    try {
      return [...(await firstAnswers(running.address)), ...(await placeMore(running.address))];
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

type Columns = { hash: string; vintage: number; lon: number[]; lat: number[] };

/** A scenario with one new playground on the sectors of the demo region. */
async function withPlayground(address: string) {
  const json = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${address}/api/v1/${path}`)).json()) as T;
  const { hash: release } = await json<{ hash: string }>('releases/current');
  const { hash, vintage, lon, lat } = await json<Columns>('areas/columns?region=demo&level=sector');
  const baseline = {
    region: 'demo',
    release,
    areasHash: hash,
    level: 'sector',
    vintage,
    year: 2023,
  } as const;
  const scenario = newScenario({
    ...{ id: 'place', title: 'Place', now: '2026-11-23T12:00:00Z' },
    baseline: { ...baseline, indicator: 'social_share', scope: null },
  });
  const at: [number, number] = [lon[300]!, lat[300]!];
  const playground = newSiteEdit('open-facility', {
    ...{ id: 'e1', title: 'Speelplein', geometry: { type: 'Point', coordinates: at }, parts: [] },
    ...{ social: 0, private: 0, functions: ['play'] },
  });
  return { ...scenario, edits: [playground] };
}

/** Milliseconds from the switch of a new place to the figure of reach that counts it, in the whole region. */
async function placeMore(address: string): Promise<BenchResult[]> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      locale: 'nl-BE',
    });
    page.setDefaultTimeout(60_000);
    await page.goto(`${address}/?place=scenario&region=demo&level=sector`);
    await page.getByTestId('scenario-file').setInputFiles({
      ...{ name: 'place.scenario.json', mimeType: 'application/json' },
      buffer: Buffer.from(JSON.stringify(await withPlayground(address))),
    });
    await page.getByTestId('figure-play_reach').waitFor();
    await page.waitForSelector('[data-map-idle="true"]');
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await switched(page));
    rounds.sort((a, b) => a - b);
    const note = `the demo region; ${ROUNDS} times, in the browser`;
    const name = 'a place more, until the panel tells it:';
    return [
      { name: `${name} median`, value: rounds[Math.floor(ROUNDS / 2)]!, unit: 'ms', note },
      { name: `${name} slowest but one`, value: rounds[ROUNDS - 2]!, unit: 'ms', note: 'budget 100 ms' },
    ];
  } finally {
    await browser.close();
  }
}

const switched = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>(done => {
        const told = () => document.querySelector('[data-testid="figure-play_reach"]')?.textContent;
        const before = told();
        const begun = performance.now();
        const observer = new MutationObserver(() => {
          if (told() === before) return;
          observer.disconnect();
          const milliseconds = performance.now() - begun;
          // The next switch waits until everything else of this one is drawn.
          setTimeout(() => done(milliseconds), 500);
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        document.querySelector<HTMLElement>('.edit .switch input')!.click();
      }),
  );
