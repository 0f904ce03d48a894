import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More stops than any screen has between two of its parts. */
const MOST_STOPS = 150;

const isFocused = (target: Locator) => target.evaluate(one => one === document.activeElement);

/** Goes from stop to stop with Tab, as someone without a mouse does, until the part has the focus. */
export async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await isFocused(target)) return;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${target}`);
}

/** Goes to the part and presses it. */
export async function tabAndPress(target: Locator): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press('Enter');
}

/** Opens the palette by its keys, types, and runs the command whose title has it. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Zoeken en opdrachten' });
  await palette.getByRole('searchbox').waitFor();
  await page.keyboard.type(title);
  const option = palette.getByRole('option').filter({ hasText: title }).first();
  await option.waitFor();
  const isChosen = async () => (await option.getAttribute('data-focused')) !== null;
  for (let steps = 0; steps < 12 && !(await isChosen()); steps++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => palette.count()).toBe(0);
}
