import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from './browser.ts';
import { runCommand, tabAndPress, tabTo } from './keyboard.ts';
import { newerRelease } from './newer-release.ts';
import { addExample, button, delta, dialogPictures, named as name, rename } from './planning.ts';
import { startWalk, type Walk } from './walk.ts';

/** Going back, going on another way, giving to others, and what goes wrong meanwhile: nothing is lost. */
describe.skipIf(chromiumPath() === '')('a scenario that is kept and shared', () => {
  let walk: Walk;
  let other: BrowserContext;
  let frozen = '';
  let editable = '';

  const list = (page: Page) => page.locator('.scenario-item > span:first-child');
  const dialog = (page: Page) => page.getByRole('dialog');
  const serverState = (page: Page) => page.getByTestId('server-state');
  const setCount = async (page: Page, count: string) => {
    await page.getByRole('textbox', { name: /^Aantal in/ }).fill(count);
    await page.getByRole('textbox', { name: /^Aantal in/ }).press('Tab');
  };
  const send = (page: Page) => button(page, 'Op de server bijwerken').click();
  const openAt = async (address: string, context = other) => {
    const page = await context.newPage();
    await page.goto(address);
    return page;
  };
  beforeAll(async () => {
    walk = await startWalk();
    const { page } = walk;
    other = await page.context().browser()!.newContext({ locale: 'nl-BE', reducedMotion: 'reduce' });
    await page.goto(`${walk.address}/?place=scenario`);
    await button(page, 'Nieuw scenario').first().click();
    await name(page).waitFor();
  }, 180_000);
  afterAll(() => walk?.end());

  it('goes back to a version with a name, in one step that can be undone, or on from it as a branch', async () => {
    const { page } = walk;
    await addExample(page);
    await rename(page, 'Plan');
    await button(page, 'Versies').click();
    await page.getByRole('textbox', { name: 'Naam van de versie' }).fill('Voor het overleg');
    await button(page, 'Bewaar versie').click();
    await page.locator('.versions summary', { hasText: '“Voor het overleg”' }).waitFor();
    await page.keyboard.press('Escape');
    await setCount(page, '40');
    await expect.poll(() => delta(page).textContent()).toBe('+120');

    await button(page, 'Versies').click();
    const version = page.locator('.versions > li', { hasText: 'Voor het overleg' });
    await version.locator('summary').click();
    await expect
      .poll(() => version.locator('.differing').textContent())
      .toMatch(/^Anders \(1\).*sociale woningen: 40 → 20$/);
    expect(await walk.accessibility()).toEqual([]);
    await dialogPictures(walk, 'sharing-versions');
    await version.getByRole('button', { name: 'Terugzetten' }).click();
    await expect.poll(() => delta(page).textContent()).toBe('+60');
    await button(page, /^Ongedaan maken: versie terugzetten/).click();
    await expect.poll(() => delta(page).textContent()).toBe('+120');

    await button(page, 'Versies').click();
    // What was replaced by going back is a version too, kept before it went.
    await page.locator('.versions > li', { hasText: 'voor er iets in de plaats kwam' }).waitFor();
    await version.locator('summary').click();
    await version.getByRole('button', { name: 'Aftakking maken' }).click();
    await expect.poll(() => name(page).inputValue()).toBe('Plan (aftakking)');
    await expect.poll(() => delta(page).textContent()).toBe('+60');
    await page.getByText(/^afgetakt van “Plan”/).waitFor();
    await list(page).getByText('Plan', { exact: true }).click();
    await expect.poll(() => delta(page).textContent()).toBe('+120');
  });

  it('is given away by a frozen link, which shows that version for good and changes nothing', async () => {
    const { page } = walk;
    await button(page, 'Delen').click();
    await dialog(page).getByRole('button', { name: 'Op de server bewaren' }).click();
    await button(page, 'Maak een bevroren link').click();
    frozen = (await page.locator('[data-kind="frozen"] code').textContent()) ?? '';
    await button(page, 'Maak een link om samen te werken').click();
    editable = (await page.locator('[data-kind="editable"] code').textContent()) ?? '';
    expect(frozen).toMatch(new RegExp(`^${walk.address}/#share=[\\w-]{22}\\.[\\w-]{43}$`));
    expect(await walk.accessibility()).toEqual([]);
    await dialogPictures(walk, 'sharing-links');
    await page.keyboard.press('Escape');
    await setCount(page, '50');
    await send(page);
    await expect.poll(() => serverState(page).textContent()).toContain('versie 2');

    const guest = await other.newPage();
    const asked: string[] = [];
    guest.on('request', request => asked.push(request.url()));
    await guest.goto(frozen);
    const shown = guest.getByTestId('frozen');
    await expect.poll(() => shown.textContent()).toContain('Alleen lezen: Plan');
    await expect.poll(() => delta(guest).textContent()).toBe('+120');
    expect(await name(guest).count()).toBe(0);
    expect(await guest.getByRole('textbox', { name: /^Aantal in/ }).count()).toBe(0);
    await guest.screenshot({ path: 'tests/e2e/screenshots/sharing-frozen.png' });
    await guest.reload();
    await expect.poll(() => delta(guest).textContent()).toBe('+120');
    const secret = frozen.split('.').at(-1)!;
    expect(asked.filter(url => url.includes(secret))).toEqual([]);
    await button(guest, 'Maak een eigen kopie').click();
    await expect.poll(() => name(guest).inputValue()).toBe('Plan (aftakking)');
    await guest.getByText(/^afgetakt van “Plan”/).waitFor();
    expect(new URL(guest.url()).hash).toBe('');
    await guest.close();
  });

  it('is worked on by two people, who both keep what they made when they changed it at once', async () => {
    const { page } = walk;
    const guest = await openAt(editable);
    await expect.poll(() => name(guest).inputValue()).toBe('Plan');
    expect(new URL(guest.url()).hash).toBe('');
    await expect.poll(() => delta(guest).textContent()).toBe('+150');
    await rename(guest, 'Plan van de buren');
    await send(guest);
    await expect.poll(() => serverState(guest).textContent()).toContain('versie 3');

    await rename(page, 'Plan van ons');
    await send(page);
    const conflict = page.getByRole('alertdialog');
    await expect.poll(() => conflict.textContent()).toContain('nieuwere versie (3)');
    await conflict.locator('summary').click();
    await expect
      .poll(() => conflict.locator('.differing').textContent())
      .toBe('Andere naam of notitie (1)naam: Plan van de buren → Plan van ons');
    expect(await walk.accessibility()).toEqual([]);
    await dialogPictures(walk, 'sharing-conflict');
    await button(page, 'Beide houden (mijn versie als kopie)').click();
    await expect.poll(() => name(page).inputValue()).toBe('Plan van de buren');
    const titles = ['Plan van de buren', 'Plan (aftakking)', 'Plan van ons (kopie)'];
    await expect.poll(async () => (await list(page).allTextContents()).sort()).toEqual(titles.sort());
    await expect.poll(() => serverState(page).textContent()).toContain('versie 3');

    // The next change of the one reaches the other, who has nothing of their own since.
    await rename(page, 'Plan van allen');
    await send(page);
    await expect.poll(() => serverState(page).textContent()).toContain('versie 4');
    await guest.evaluate(() => window.dispatchEvent(new Event('focus')));
    await button(guest, 'Haal de nieuwste op').click();
    await expect.poll(() => name(guest).inputValue()).toBe('Plan van allen');
    await guest.close();
  });

  it('is decided later, for the other’s or for one’s own, and the side that gives way can be had back', async () => {
    const { page } = walk;
    const conflict = page.getByRole('alertdialog');
    const guest = await openAt(`${walk.address}/?place=scenario`);
    await list(guest).getByText('Plan van allen').click();
    /** The other sends first, as version `revision`; ours then meets it. */
    const clash = async (theirs: string, ours: string, revision: number) => {
      await rename(guest, theirs);
      await send(guest);
      await expect.poll(() => serverState(guest).textContent()).toContain(`versie ${revision}`);
      await rename(page, ours);
      await send(page);
      await expect.poll(() => conflict.textContent()).toContain(`nieuwere versie (${revision})`);
    };

    await clash('Van hen', 'Van ons', 5);
    await button(page, 'Later kiezen').click();
    await conflict.waitFor({ state: 'detached' });
    expect(await name(page).inputValue()).toBe('Van ons');
    expect(await serverState(guest).textContent()).toContain('versie 5');

    // Sending again meets it again.
    await send(page);
    await expect.poll(() => conflict.textContent()).toContain('nieuwere versie (5)');
    await button(page, 'Die van de server nemen').click();
    await conflict.waitFor({ state: 'detached' });
    await expect.poll(() => name(page).inputValue()).toBe('Van hen');
    await expect.poll(() => serverState(page).textContent()).toContain('versie 5');
    await page.getByRole('alert').getByRole('button', { name: 'Begrepen' }).click();
    // Ours is a version, it can be put back like what was deleted, and one step back has it on screen.
    await button(page, 'Versies').click();
    await page.locator('.versions > li', { hasText: 'voor er iets in de plaats kwam' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.recently-deleted summary').click();
    expect(await button(page, 'Terugzetten: Van ons').count()).toBe(1);
    await button(page, /^Ongedaan maken: /).click();
    await expect.poll(() => name(page).inputValue()).toBe('Van ons');
    await button(page, /^Opnieuw: /).click();
    await expect.poll(() => name(page).inputValue()).toBe('Van hen');

    await clash('Weer van hen', 'Weer van ons', 6);
    await button(page, 'Mijn versie bewaren').click();
    await conflict.waitFor({ state: 'detached' });
    await expect.poll(() => serverState(page).textContent()).toContain('versie 7');
    expect(await name(page).inputValue()).toBe('Weer van ons');
    // Theirs is a version on the server and in this browser.
    await button(page, 'Versies').click();
    await page.locator('.versions > li', { hasText: 'Weer van hen' }).first().waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await rename(page, 'Plan van allen');
    await send(page);
    await expect.poll(() => serverState(page).textContent()).toContain('versie 8');
    await guest.evaluate(() => window.dispatchEvent(new Event('focus')));
    await button(guest, 'Haal de nieuwste op').click();
    await expect.poll(() => name(guest).inputValue()).toBe('Plan van allen');
    await guest.close();
  });

  it('is closed to a link that was revoked or guessed, in the same words, and nothing here is lost', async () => {
    const { page } = walk;
    await button(page, 'Delen').click();
    await button(page, /^Intrekken: Om samen te werken/).click();
    await page.locator('[data-kind="editable"]').waitFor({ state: 'detached' });
    // The button that had the focus is gone; the focus stays in the dialog.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null))
      .toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const guest = await openAt(`${walk.address}/?place=scenario`);
    await list(guest).getByText('Plan van allen').click();
    await rename(guest, 'Toch nog iets');
    await send(guest);
    await expect.poll(() => guest.getByRole('alert').textContent()).toContain('is dit scenario er niet meer');
    expect(await name(guest).inputValue()).toBe('Toch nog iets');
    const said: (string | null)[] = [];
    for (const address of [editable, `${walk.address}/#share=${'A'.repeat(22)}.${'B'.repeat(43)}`]) {
      const late = await openAt(address);
      said.push(await late.getByTestId('dead-link').textContent());
      await button(late, 'Verder zonder deze link').click();
      await expect.poll(() => new URL(late.url()).hash).toBe('');
      await late.close();
    }
    expect(said[0]).toContain('Hij is ingetrokken of niet volledig gekopieerd');
    expect(said[1]).toBe(said[0]);
    await guest.close();
  });

  it('waits for the network, also over a reload, and is sent when it is back', async () => {
    const { page } = walk;
    const saving = (url: URL) => /^\/api\/v1\/scenarios\/[\w-]{22}$/.test(url.pathname);
    await page.route(saving, route =>
      route.request().method() === 'PUT' ? route.abort() : route.fallback(),
    );
    await rename(page, 'Zonder verbinding');
    await send(page);
    await page.getByText('Wordt opgestuurd zodra er weer verbinding is.').waitFor();
    await page.reload();
    await page.getByText('Wordt opgestuurd zodra er weer verbinding is.').waitFor();
    await setCount(page, '60');
    await page.unroute(saving);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(() => serverState(page).textContent()).toContain('bewaard, versie 9');
    await expect.poll(() => page.getByTestId('waiting').count()).toBe(0);
  });

  it('is given away, opened, worked on and taken back by keyboard alone', async () => {
    const { page } = walk;
    const title = 'Zonder verbinding';
    const addresses = (kind: string) => page.locator(`[data-kind="${kind}"] code`).allTextContents();
    await runCommand(page, `${title} delen`);
    await tabAndPress(button(page, 'Maak een bevroren link'));
    await expect.poll(async () => (await addresses('frozen')).length).toBe(2);
    await tabAndPress(button(page, 'Maak een link om samen te werken'));
    await expect.poll(async () => (await addresses('editable')).length).toBe(1);
    const [readOnly] = (await addresses('frozen')).filter(one => one !== frozen);
    const [together] = await addresses('editable');
    // Copied, or selected to be copied where the browser gives no clipboard.
    await tabAndPress(button(page, /: Link \(Om samen te werken\)$/));
    await expect.poll(() => page.getByTestId('announcer').textContent()).toMatch(/gekopieerd|geselecteerd/i);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog(page).count()).toBe(0);

    const away = await page.context().browser()!.newContext({ locale: 'nl-BE', reducedMotion: 'reduce' });
    const guest = await openAt(readOnly!, away);
    await expect.poll(() => guest.getByTestId('frozen').textContent()).toContain(`Alleen lezen: ${title}`);
    // What is frozen is not drawn on, by any key.
    for (const key of ['d', 'r', 'c']) await guest.keyboard.press(key);
    expect(await guest.getByTestId('drawing-bar').count()).toBe(0);
    await tabAndPress(button(guest, 'Maak een eigen kopie'));
    await expect.poll(() => name(guest).inputValue()).toBe(`${title} (aftakking)`);

    const colleague = await openAt(together!, away);
    await expect.poll(() => name(colleague).inputValue()).toBe(title);
    await tabTo(name(colleague));
    await colleague.keyboard.press('Control+a');
    await colleague.keyboard.type('Samen getypt');
    await colleague.keyboard.press('Enter');
    await tabAndPress(button(colleague, 'Op de server bijwerken'));
    await expect.poll(() => serverState(colleague).textContent()).toContain('versie 10');

    await runCommand(page, `${title} delen`);
    await tabAndPress(button(page, /^Intrekken: Om samen te werken/));
    await expect.poll(async () => (await addresses('editable')).length).toBe(0);
    for (const left of [1, 0]) {
      await tabAndPress(button(page, /^Intrekken: Bevroren/).first());
      await expect.poll(async () => (await addresses('frozen')).length).toBe(left);
    }
    await page.keyboard.press('Escape');
    const late = await openAt(readOnly!, away);
    await late.getByTestId('dead-link').waitFor();
    await tabAndPress(button(late, 'Verder zonder deze link'));
    await expect.poll(() => new URL(late.url()).hash).toBe('');
    await away.close();
  });

  newerRelease(() => walk);

  it('wrote no error but the browser’s own about what was refused on purpose', () => {
    expect(walk.errors.filter(one => !/status of (404|412)|ERR_FAILED/.test(one))).toEqual([]);
  });
});
