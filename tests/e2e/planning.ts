import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Walk } from './walk.ts';

/** Parts of the place Scenario that every planner uses. */
export const button = (page: Page, called: string | RegExp) =>
  page.getByRole('button', { name: called, exact: typeof called === 'string' });
export const named = (page: Page) => page.getByRole('textbox', { name: 'Naam', exact: true });
/** How many social dwellings the scenario adds. */
export const delta = (page: Page) => page.locator('.live-added strong');

export async function rename(page: Page, title: string): Promise<void> {
  await named(page).fill(title);
  await named(page).press('Enter');
}

/** Twenty dwellings in each of three areas, as the page offers to begin with. */
export async function addExample(page: Page): Promise<void> {
  await button(page, 'Neem de drie gebieden met het laagste aandeel').click();
  await button(page, 'Voeg toe aan 3 gebieden').click();
  await expect.poll(() => delta(page).textContent()).toBe('+60');
}

/** The dialog that is open, for a person to look at; on a telephone nothing sticks out. */
export async function dialogPictures(walk: Walk, called: string): Promise<void> {
  const { page } = walk;
  await walk.picture(called);
  await page.setViewportSize({ width: 320, height: 640 });
  await walk.picture(`${called}-320`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(wide).toBeLessThanOrEqual(320);
}
