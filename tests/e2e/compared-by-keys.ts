import { expect, it } from 'vitest';
import { runCommand, tabAndPress, tabTo } from './keyboard.ts';
import type { Walk } from './walk.ts';

/** A step of a walk with `Scenario 1` and a copy of it with thirty dwellings more: the two are compared without a mouse. */
export function comparedByKeys(going: () => Walk): void {
  it('is opened, chosen, divided, read and left by keyboard alone', async () => {
    const walk = going();
    const { page } = walk;
    const announced = () => page.getByTestId('announcer').textContent();
    await page.goto(`${walk.address}/?place=scenario`);
    await tabAndPress(page.locator('.scenario-item', { hasText: '(kopie)' }));
    await page.locator('.live-added strong', { hasText: '+90' }).waitFor();
    await runCommand(page, '“Scenario 1 (kopie)” vergelijken');
    const left = page.getByRole('button', { name: /Links$/ });
    await expect.poll(() => left.textContent()).toContain('Nu');
    await tabAndPress(left);
    await page.getByRole('option', { name: 'Scenario 1', exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => left.textContent()).toContain('Scenario 1');

    const divider = page.getByRole('slider', { name: 'Scheiding tussen links en rechts' });
    await tabTo(divider);
    const before = Number(await divider.getAttribute('aria-valuenow'));
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => divider.getAttribute('aria-valuenow')).toBe(String(before - 1));

    await tabTo(page.getByRole('radio', { checked: true }));
    const view = () => page.evaluate(() => document.activeElement?.textContent);
    for (let views = 0; views < 4 && (await view()) !== 'Cijfers'; views++)
      await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByTestId('versus-table').waitFor();
    expect(await announced()).toMatch(/^Cijfers/);
    await expect
      .poll(() => page.getByTestId('figure-social_dwellings').locator('td').nth(2).textContent())
      .toBe('+30');
    await tabAndPress(page.getByRole('button', { name: 'Terug naar het scenario' }));
    await page.getByTestId('live-panel').waitFor();
    expect(await page.getByTestId('versus-table').count()).toBe(0);
  });
}
