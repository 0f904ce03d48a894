import { expect, it } from 'vitest';
import { runCommand, tabAndPress, tabTo } from './keyboard.ts';
import { shaping } from './shaping.ts';
import type { Walk } from './walk.ts';

/** Steps of a walk in which a shape is left in the middle: by mouse beside four others, and by keyboard alone. */
export function shapesLeft(walk: () => Walk): void {
  const { bar, button, mapIdle, ready, rows, spot, where } = shaping(walk);

  it('comes back after a tab that closed in the middle, to go on with by mouse', async () => {
    const { page } = walk();
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    await mapIdle(tab);
    await tab.getByText('Een plek op de kaart').click();
    await tab.getByRole('textbox', { name: 'Naam van het project' }).first().fill('Halverwege');
    await button('Vlak', tab).click();
    await ready(tab);
    for (const [x, y] of [
      [-0.1, -0.1],
      [0.1, -0.1],
      [0.1, 0.1],
    ] as const) {
      const at = await spot(x, y, tab);
      await tab.mouse.move(...at);
      await tab.mouse.click(...at);
    }
    await expect.poll(() => bar(tab).textContent()).toContain('3 hoeken');
    await tab.close();

    const again = await page.context().newPage();
    await again.goto(page.url());
    await mapIdle(again);
    const left = again.getByTestId('unfinished-drawing');
    await expect.poll(() => left.textContent()).toContain('3 hoeken zijn bewaard');
    await again.screenshot({ path: 'tests/e2e/screenshots/vormen-3-verder.png' });
    await left.getByRole('button', { name: 'Ga verder met tekenen' }).click();
    await expect.poll(() => bar(again).textContent()).toContain('3 hoeken');
    // Every corner can be taken back, also those of before.
    await again.keyboard.press('Control+z');
    await expect.poll(() => bar(again).textContent()).toContain('2 hoeken');
    await again.keyboard.press('Control+y');
    await expect.poll(() => bar(again).textContent()).toContain('3 hoeken');
    expect(await rows(again).count()).toBe(4);
    await button('Sluit het vlak', again).click();
    await expect.poll(() => rows(again).count()).toBe(5);
    expect(await where(4, again)).toContain('Halverwege');
    expect(await left.count()).toBe(0);
    await again.close();
  });

  it('is begun, left and gone on with by keyboard alone, and a drag in the middle is not lost', async () => {
    const { page } = walk();
    const context = await page
      .context()
      .browser()!
      .newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl-BE', reducedMotion: 'reduce' });
    const first = await context.newPage();
    await first.goto(`${walk().address}/?place=scenario`);
    await mapIdle(first);
    await runCommand(first, 'Nieuw scenario');
    await expect.poll(() => first.locator('.scenario-item').count()).toBe(1);
    await mapIdle(first);
    await runCommand(first, 'Teken een vlak');
    await ready(first);
    await expect
      .poll(() => first.evaluate(() => document.activeElement?.classList.contains('map-frame')))
      .toBe(true);
    await first.keyboard.press('Space');
    for (let i = 0; i < 4; i++) await first.keyboard.press('ArrowRight');
    await first.keyboard.press('Space');
    for (let i = 0; i < 4; i++) await first.keyboard.press('ArrowDown');
    await first.keyboard.press('Space');
    await expect.poll(() => bar(first).textContent()).toContain('3 hoeken');
    await expect.poll(() => first.getByTestId('kept').textContent()).toBe('Bewaard in deze browser');
    await first.close();

    const second = await context.newPage();
    await second.goto(`${walk().address}/?place=scenario`);
    await mapIdle(second);
    await tabAndPress(second.locator('.scenario-item').first());
    await runCommand(second, 'Ga verder met tekenen');
    await expect.poll(() => bar(second).textContent()).toContain('3 hoeken');
    await expect
      .poll(() => second.evaluate(() => document.activeElement?.classList.contains('map-frame')))
      .toBe(true);
    await second.keyboard.press('Enter');
    await expect.poll(() => rows(second).count()).toBe(1);
    const area = await where(0, second);
    await tabAndPress(button(/^Volgorde, vorm en kopie/, second).first());
    await second.getByRole('menuitem', { name: /Versleep op de kaart/ }).waitFor();
    await second.keyboard.press('Enter');
    await ready(second);
    for (let i = 0; i < 8; i++) await second.keyboard.press('ArrowLeft');
    // The answers come one by one: only what stays the same for a while is the last of them.
    let dragged = '';
    await expect
      .poll(
        async () => {
          const before = dragged;
          dragged = (await where(0, second))!;
          return dragged !== area && dragged === before;
        },
        { interval: 2500, timeout: 30_000 },
      )
      .toBe(true);
    await expect.poll(() => second.getByTestId('kept').textContent()).toBe('Bewaard in deze browser');
    await second.close();

    const third = await context.newPage();
    await third.goto(`${walk().address}/?place=scenario`);
    await tabTo(third.locator('.scenario-item').first());
    await third.keyboard.press('Enter');
    await expect.poll(() => where(0, third)).toBe(dragged);
    await third.keyboard.press('?');
    const sheet = third.getByTestId('drawing-keys');
    for (const key of ['↑', 'spatie', 'Enter', 'Backspace', 'Esc'])
      expect(await sheet.textContent()).toContain(key);
    await third.screenshot({ path: 'tests/e2e/screenshots/vormen-4-toetsen.png' });
    await context.close();
  });
}
