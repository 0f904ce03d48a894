import { chromium } from 'playwright-core';
import { addDwellings, newScenario } from '../../core/scenario/edits.ts';
import { CHROMIUM_FLAGS, chromiumPath } from '../e2e/browser.ts';
import type { BenchResult } from './core.ts';

/** As many as a plan of some size has. */
const EDITS = 100;

/** A scenario of a hundred edits on the sectors of a region, one social dwelling each. */
async function largeScenario(address: string, region: string) {
  const current = await fetch(`${address}/api/v1/releases/current`);
  const { hash: release } = (await current.json()) as { hash: string };
  const columns = await fetch(`${address}/api/v1/areas/columns?region=${region}&level=sector`);
  const { hash, vintage, codes } = (await columns.json()) as {
    hash: string;
    vintage: number;
    codes: string[];
  };
  const baseline = { region, release, areasHash: hash, level: 'sector', vintage, year: 2024 } as const;
  const scenario = newScenario({
    id: 'large',
    title: 'Large',
    now: '2026-11-23T12:00:00Z',
    baseline: { ...baseline, indicator: 'social_share', scope: null },
  });
  const edits = codes
    .slice(0, EDITS)
    .map((code, i) => addDwellings({ id: `e${i}`, areas: [code], socialPerArea: 1 }));
  return { ...scenario, edits };
}

/** Opens a scenario that this browser keeps: from the list while the page stands, and by its address on a new page. */
export async function benchOpen(address: string, region: string, areas: number): Promise<BenchResult[]> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(120_000);
    const shown = () => page.locator('.live-added strong', { hasText: `+${EDITS}` }).waitFor();
    await page.goto(`${address}/?place=scenario&region=${region}&level=sector`);
    await page.getByTestId('scenario-file').setInputFiles({
      name: 'large.scenario.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(await largeScenario(address, region))),
    });
    await shown();
    await page.getByRole('button', { name: 'Nieuw scenario' }).click();
    await page.locator('.live-added strong', { hasText: /^0$/ }).waitFor();
    await page.waitForSelector('[data-map-idle="true"]');
    const begun = performance.now();
    await page.locator('.scenario-item', { hasText: 'Large' }).click();
    await shown();
    const fromList = performance.now() - begun;
    await page.locator('[data-testid="kept"]', { hasText: 'Bewaard' }).waitFor();
    const again = performance.now();
    await page.reload();
    await shown();
    const reloaded = performance.now() - again;
    const note = `${areas.toLocaleString('en')} areas, software rendering`;
    return [
      {
        name: `a saved scenario of ${EDITS} edits opened from the list, to its figures`,
        value: fromList,
        unit: 'ms',
        note: `${note}; budget 1 s`,
      },
      { name: 'the same by its address on a page that loads', value: reloaded, unit: 'ms', note },
    ];
  } finally {
    await browser.close();
  }
}
