import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../e2e/browser.ts';
import type { BenchResult } from './core.ts';

/** Opens the grid in a browser, switches the indicator, and counts what was asked of the server meanwhile. */
export async function benchSwitch(address: string, areas: number): Promise<BenchResult[]> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    let tiles = 0;
    page.on('request', request => {
      if (request.url().includes('/tiles/')) tiles++;
    });
    await page.goto(`${address}/?region=grid&level=sector&indicator=social_share`);
    await page.waitForSelector('[data-map-idle="true"]');
    const before = tiles;
    const begun = performance.now();
    await page.getByRole('radiogroup', { name: 'Indicator' }).getByText('Kinderen per hectare').click();
    // The legend tells the new classes once they are known; two frames later the areas have their colours.
    await page.waitForFunction(
      () =>
        document.querySelector('[data-testid="legend"]')?.textContent?.includes('Kinderen per hectare') ===
        true,
    );
    await page.waitForSelector('[data-map-idle="true"]');
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    const milliseconds = performance.now() - begun;
    return [
      {
        name: `indicator switch over ${areas.toLocaleString('en')} areas, repainted`,
        value: milliseconds,
        unit: 'ms',
        note: 'software rendering, values fetched once',
      },
      { name: 'tile requests of that switch', value: tiles - before, unit: 'requests', note: 'must be 0' },
    ];
  } finally {
    await browser.close();
  }
}
