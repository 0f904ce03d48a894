import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from './browser.ts';
import { expectOwnOrigin, startWalk, type Walk } from './walk.ts';

/** Drawing by hand and by keys: what comes of it, what is refused, and the way back. */
describe.skipIf(chromiumPath() === '')('drawing on the map', () => {
  let walk: Walk;

  const rows = () => walk.page.locator('.edit');
  const bar = () => walk.page.getByTestId('drawing-bar');
  const live = () => walk.page.getByTestId('live-panel');
  const announced = () => walk.page.getByTestId('announcer').textContent();
  const act = async (row: number, name: RegExp) => {
    await rows().nth(row).getByRole('button', { name: /^Volgorde, vorm en kopie/ }).click();
    await walk.page.getByRole('menuitem', { name }).click();
  };
  /** Spots of the map, as parts of its width and height from its middle. */
  const spot = async (x: number, y: number) => {
    const box = (await walk.page.getByTestId('map').boundingBox())!;
    return { x: box.x + box.width * (0.5 + x), y: box.y + box.height * (0.5 + y) };
  };
  const click = async (x: number, y: number) => {
    const at = await spot(x, y);
    await walk.page.mouse.move(at.x, at.y);
    await walk.page.mouse.click(at.x, at.y);
  };
  const ready = () => walk.page.waitForSelector('[data-testid=drawing-bar][data-ready=true]');

  beforeAll(async () => {
    walk = await startWalk();
    await walk.page.goto(`${walk.address}/?place=scenario`);
    await walk.page.getByRole('button', { name: 'Nieuw scenario' }).first().click();
    await walk.mapIdle();
    await walk.page.getByText('Een plek op de kaart').click();
  }, 180_000);
  afterAll(() => walk?.end());

  it('makes a project of a polygon that is drawn, corner by corner, and takes corners back', async () => {
    const { page } = walk;
    await page.getByRole('textbox', { name: 'Naam van het project' }).first().fill('Kaaihof');
    await page.getByRole('button', { name: 'Vlak', exact: true }).click();
    await ready();
    await click(-0.1, -0.1);
    await click(0.1, -0.1);
    await click(0.1, 0.1);
    await expect.poll(() => bar().textContent()).toContain('3 hoeken');
    await page.keyboard.press('Control+z');
    await expect.poll(() => bar().textContent()).toContain('2 hoeken');
    await page.keyboard.press('Control+y');
    await expect.poll(() => bar().textContent()).toContain('3 hoeken');
    await click(-0.05, 0.1);
    expect(await page.getByTestId('drawing-surface').textContent()).toMatch(/\d,\d\d ha/);
    await walk.picture('tekenen-1-vlak');
    await page.getByRole('button', { name: 'Sluit het vlak' }).click();
    await expect.poll(() => rows().count()).toBe(1);
    await expect.poll(() => bar().count()).toBe(0);
    expect(await rows().first().textContent()).toContain('Kaaihof');
  });

  it('never asked another host, and wrote no error', () => {
    expectOwnOrigin(walk);
    expect(walk.errors).toEqual([]);
  });
});
