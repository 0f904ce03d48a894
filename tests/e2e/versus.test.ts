import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from './browser.ts';
import { startWalk, type Walk } from './walk.ts';

/** Two of now and the scenarios beside each other, in every view, and out again as files. */
describe.skipIf(chromiumPath() === '')('comparing two', () => {
  let walk: Walk;
  const bothDrawn = () =>
    expect.poll(() => walk.page.locator('[data-map-idle="true"]').count(), { timeout: 30_000 }).toBe(2);

  beforeAll(async () => {
    walk = await startWalk();
    const { page } = walk;
    await page.goto(`${walk.address}/?place=scenario`);
    await page.getByRole('button', { name: 'Nieuw scenario' }).first().click();
    await page.getByRole('button', { name: 'Neem de drie gebieden met het laagste aandeel' }).click();
    await page.getByRole('button', { name: 'Voeg toe aan 3 gebieden' }).click();
  }, 180_000);
  afterAll(() => walk?.end());

  it('x', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: 'Vergelijk scenario’s' }).click();
    await bothDrawn();
    await walk.picture('versus-1');
    for (const kind of ['Naast elkaar', 'Verschilkaart', 'Cijfers', 'Wijzigingen']) {
      await page.getByRole('radio', { name: kind }).click();
      await page.waitForTimeout(2500);
      await walk.picture(`versus-${kind}`);
    }
    expect(walk.errors).toEqual([]);
  });
});
