import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from './browser.ts';
import { expectOwnOrigin, startWalk, type Walk } from './walk.ts';

/** Who has room to play on the demo region, and where the next two places would help most. */
describe.skipIf(chromiumPath() === '')('whoever looks for room to play', () => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk();
  }, 180_000);
  afterAll(async () => {
    await walk?.end();
  });

  const percent = (text: string | null): number =>
    Number(/(\d+),(\d+)/.exec(text ?? '')?.[0].replace(',', '.'));

  it('applies a norm and sees which children it reaches, by municipality', async () => {
    const { page } = walk;
    await page.goto(`${walk.address}/?place=compare&about=places`);
    await page.getByRole('heading', { name: 'Ruimte om te spelen en te ontmoeten', level: 1 }).waitFor();
    const headline = page.getByTestId('reach-headline');
    await headline.waitFor({ timeout: 120_000 });
    const before = percent(await headline.locator('p').first().textContent());
    const within = page.getByRole('textbox', { name: 'Loopafstand (m)' });
    await within.fill('800');
    await within.press('Enter');
    await page.getByText('U hebt deze norm aangepast').waitFor();
    await expect
      .poll(async () => percent(await headline.locator('p').first().textContent()), { timeout: 60_000 })
      .toBeGreaterThan(before);
    expect(new URL(page.url()).searchParams.get('within')).toBe('800');
    const share = page.getByRole('columnheader', { name: 'Aandeel', exact: true });
    await share.getByRole('button').click();
    await expect.poll(() => share.getAttribute('aria-sort')).toBe('descending');
    await page.getByTestId('norms-table').waitFor({ timeout: 120_000 });
    await walk.picture('spelen-1-norm');
    expect(await walk.accessibility()).toEqual([]);
  }, 300_000);

  it('sees the distances on the map, and who reaches a point, by keyboard', async () => {
    const { page } = walk;
    await page.goto(`${walk.address}/?reach=distance`);
    await walk.mapIdle();
    await expect.poll(() => page.getByTestId('legend').textContent()).toContain('Afstand te voet');
    await page.getByRole('button', { name: 'Wie komt hier' }).press('Enter');
    await page.getByText('Wijs een punt aan').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.getByTestId('around-who').textContent(), { timeout: 60_000 })
      .toContain('kinderen');
    await walk.mapIdle();
    await walk.picture('spelen-2-kaart');
    expect(await walk.accessibility()).toEqual([]);
  }, 200_000);

  it('asks for the two best new places, adopts them, and the reach of children in poverty rises', async () => {
    const { page } = walk;
    const { codes, names } = await (
      await fetch(`${walk.address}/api/v1/areas/columns?level=municipality`)
    ).json();
    const city = codes[names.indexOf('Havermonde')];
    await page.goto(`${walk.address}/?place=scenario&scope=municipality:${city}`);
    await page.getByRole('button', { name: 'Nieuw scenario' }).first().click();
    const row = page.getByTestId('figure-play_reach_deprived');
    await row.waitFor({ timeout: 60_000 });
    const now = percent(await row.locator('.index-now').textContent());
    const panel = page.getByTestId('siting');
    await panel.getByText('Waar komt de volgende plek?').click();
    await panel.getByRole('button', { name: 'Zoek plaatsen' }).click();
    await panel.getByTestId('siting-found').waitFor({ timeout: 120_000 });
    expect(await panel.getByTestId('siting-places').locator('li').count()).toBe(2);
    expect(await panel.getByTestId('siting-places').textContent()).toMatch(
      /Bereikt \d+ kinderen, van wie \d+/,
    );
    await panel.getByRole('button', { name: 'Neem over in het scenario' }).click();
    await expect
      .poll(async () => percent(await row.locator('.index-then').textContent()), { timeout: 30_000 })
      .toBeGreaterThan(now);
    await walk.picture('spelen-3-overgenomen');
    expect(await walk.accessibility()).toEqual([]);
  }, 300_000);

  it('asks nothing of anybody else, without an error', () => {
    expectOwnOrigin(walk);
    expect(walk.errors).toEqual([]);
  });
});
