import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { chromiumPath } from './browser.ts';
import { addExample, delta, named as name, rename } from './planning.ts';
import { startWalk, type Walk } from './walk.ts';

/** What must never happen to a scenario: be lost, change out of sight, or be computed on something else. */
describe.skipIf(chromiumPath() === '')('the scenarios of a planner', () => {
  let walk: Walk;

  const list = (page: Page) => page.locator('.scenario-item span:first-child');
  const undo = (page: Page) => page.getByRole('button', { name: /^Ongedaan maken/ });
  const start = async (page: Page) => {
    await page.getByRole('button', { name: 'Nieuw scenario' }).first().click();
    await name(page).waitFor();
  };
  const remove = async (page: Page) => {
    await page.getByRole('button', { name: 'Meer' }).click();
    await page.getByRole('menuitem', { name: 'Verwijderen' }).click();
  };
  /** Another tab of the same browser, on the same address. */
  const tab = async (silenced = false) => {
    const other = await walk.page.context().newPage();
    if (silenced) await other.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
    await other.goto(walk.page.url());
    await name(other).waitFor();
    return other;
  };

  beforeAll(async () => {
    walk = await startWalk();
    await walk.page.goto(`${walk.address}/?place=scenario`);
    await start(walk.page);
  }, 180_000);
  afterAll(() => walk?.end());

  it('keep a name and a number that were typed but not confirmed when the page is reloaded at once', async () => {
    const { page } = walk;
    await name(page).fill('Net getypt');
    await page.reload();
    await expect.poll(() => name(page).inputValue()).toBe('Net getypt');
    await addExample(page);
    await page.getByRole('textbox', { name: /^Aantal in/ }).fill('30');
    await page.reload();
    await expect.poll(() => delta(page).textContent()).toBe('+90');
  });

  it('keep what was done in the last moment before the page is closed', async () => {
    const { page } = walk;
    for (const title of ['een', 'twee', 'drie', 'vier']) {
      await page.evaluate(() => document.querySelector<HTMLInputElement>('.scenario-title input')?.focus());
      await name(page).fill(title);
      await page.evaluate(() => {
        document.querySelector<HTMLInputElement>('.scenario-title input')?.blur();
        location.reload();
      });
      await expect.poll(() => name(page).inputValue()).toBe(title);
    }
  });

  it('appear in another tab as they change, and undoing there does not take that back', async () => {
    const { page } = walk;
    const other = await tab();
    await rename(page, 'Uit het eerste tabblad');
    await expect.poll(() => name(other).inputValue()).toBe('Uit het eerste tabblad');
    await start(other);
    await rename(other, 'Van het tweede');
    await expect
      .poll(() => list(page).allTextContents())
      .toEqual(['Uit het eerste tabblad', 'Van het tweede']);
    await undo(page).click();
    await expect.poll(() => list(page).allTextContents()).toEqual(['vier', 'Van het tweede']);
    await expect.poll(() => list(other).allTextContents()).toEqual(['vier', 'Van het tweede']);
    await other.close();
  });

  it('are kept in both versions when two tabs changed the same one, and the person is told', async () => {
    const { page } = walk;
    const other = await tab(true);
    await rename(page, 'Versie A');
    await expect.poll(() => page.getByTestId('kept').textContent()).toContain('Bewaard');
    await rename(other, 'Versie B');
    await expect.poll(() => other.getByRole('alert').textContent()).toContain('“Versie B (kopie)”');
    await expect.poll(() => name(other).inputValue()).toBe('Versie B (kopie)');
    const both = ['Versie A', 'Van het tweede', 'Versie B (kopie)'];
    await expect.poll(async () => (await list(other).allTextContents()).sort()).toEqual([...both].sort());
    await other.close();
    await page.reload();
    await expect.poll(async () => (await list(page).allTextContents()).sort()).toEqual([...both].sort());
  });

  it('can be put back after a deletion, also after a reload, with everything that was in them', async () => {
    const { page } = walk;
    await list(page).getByText('Versie A').click();
    await expect.poll(() => delta(page).textContent()).toBe('+90');
    await remove(page);
    await page.reload();
    await page.getByText('Onlangs verwijderd').click();
    await page.getByRole('button', { name: 'Terugzetten: Versie A' }).click();
    await expect.poll(() => name(page).inputValue()).toBe('Versie A');
    await expect.poll(() => delta(page).textContent()).toBe('+90');
  });

  it('are set aside when an older file of the same one is opened, also after a reload, and the person is told', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: 'Meer', exact: true }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Downloaden als bestand' }).click();
    const file = await (await downloading).path();
    await rename(page, 'Nieuwer werk');
    await page.getByTestId('scenario-file').setInputFiles(file);
    await expect.poll(() => page.textContent('body')).toContain('Wat hier stond (“Nieuwer werk”)');
    await expect.poll(() => name(page).inputValue()).toBe('Versie A');
    // The same file again replaces nothing that differs.
    await page.getByRole('button', { name: 'Begrepen' }).click();
    await page.getByTestId('scenario-file').setInputFiles(file);
    await page.reload();
    await page.getByText('Onlangs verwijderd (1)').click();
    await page.getByRole('button', { name: 'Terugzetten: Nieuwer werk' }).click();
    await expect.poll(() => name(page).inputValue()).toBe('Nieuwer werk');
    await expect.poll(() => delta(page).textContent()).toBe('+90');
    await list(page).getByText('Versie A').click();
    await expect.poll(() => name(page).inputValue()).toBe('Versie A');
  });

  it('are computed on their own region or not at all, and the page says so', async () => {
    const { page } = walk;
    const scenarioAddress = page.url();
    await page.getByRole('button', { name: 'Meer' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Downloaden als bestand' }).click();
    const document = JSON.parse(await readFile(await (await downloading).path(), 'utf8'));
    const elsewhere = {
      ...document,
      id: 'elders',
      title: 'Van elders',
      baseline: { ...document.baseline, region: 'elders', release: 'a'.repeat(64) },
    };
    await page.getByTestId('scenario-file').setInputFiles({
      name: 'elders.scenario.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(elsewhere)),
    });
    const missing = page.getByTestId('missing-region');
    await expect.poll(() => missing.textContent()).toContain('“Van elders” hoort bij de regio “elders”');
    expect(await page.getByTestId('live-panel').count()).toBe(0);
    expect(await walk.accessibility()).toEqual([]);
    await page.getByRole('button', { name: /^Regio openen/ }).click();
    await expect.poll(() => list(page).allTextContents()).toContain('Van elders');

    const later = { ...document, id: 'later', title: 'Van later' };
    await page.getByTestId('scenario-file').setInputFiles({
      name: 'later.scenario.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...later, baseline: { ...document.baseline, year: 2031 } })),
    });
    await expect
      .poll(() => page.getByTestId('live-panel').textContent())
      .toContain('rekent met 2031, en daarvan zijn er geen aantallen; wel van');
    expect(await walk.accessibility()).toEqual([]);

    await page.goto(`${walk.address}/?region=nergens`);
    await expect.poll(() => missing.textContent()).toContain('Het adres noemt de regio “nergens”');
    expect(new URL(page.url()).searchParams.get('region')).toBe('nergens');
    await page.getByRole('button', { name: /^Regio openen/ }).click();
    await walk.mapIdle();
    await page.goto(scenarioAddress);
    await name(page).waitFor();
  });

  it('take the areas that are clicked, tapped or entered with the keyboard, and show their figures in sight', async () => {
    const browser = walk.page.context().browser();
    const context = await browser!.newContext({
      viewport: { width: 1280, height: 720 },
      locale: 'nl-BE',
      reducedMotion: 'reduce',
      hasTouch: true,
    });
    const page = await context.newPage();
    await page.goto(`${walk.address}/?place=scenario`);
    await start(page);
    await page.waitForSelector('[data-map-idle="true"]');
    const count = page.getByTestId('selection-count');
    const { x, y, width, height } = (await page.getByTestId('map').boundingBox())!;
    const column = page.locator('.column.right');
    await column.evaluate(one => one.scrollTo({ top: one.scrollHeight }));

    await page.mouse.click(x + width / 2, y + height / 2);
    await expect.poll(() => count.textContent()).toBe('1 gebied');
    const figure = page.getByTestId('main-figure');
    await expect.poll(() => figure.textContent()).toMatch(/2023.*\d van [\d\s]*\d woningen.*Bron: /);
    const { top, bottom } = await figure.evaluate(one => one.getBoundingClientRect());
    expect(top).toBeGreaterThan(0);
    expect(bottom).toBeLessThan(720);

    await page.touchscreen.tap(x + width / 4, y + height / 2);
    await expect.poll(() => count.textContent()).toBe('2 gebieden');
    await page.touchscreen.tap(x + width / 4, y + height / 2);
    await expect.poll(() => count.textContent()).toBe('1 gebied');

    // The arrows go on from where the mouse is; without one from the middle, where the chosen area lies.
    await page.mouse.move(x + width / 4, y + height / 2);
    await page.locator('.hover-card').waitFor();
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => count.textContent()).toBe('2 gebieden');
    await page.keyboard.press(' ');
    await expect.poll(() => count.textContent()).toBe('1 gebied');

    await page.goto(`${walk.address}/`);
    await page.waitForSelector('[data-map-idle="true"]');
    await page.mouse.click(x + width / 2, y + height / 2);
    await expect.poll(() => count.textContent()).toBe('0 gebieden');
    await page.getByRole('button', { name: 'Voeg toe aan selectie' }).click();
    await expect.poll(() => count.textContent()).toBe('1 gebied');
    await context.close();
  });

  it('of more than five megabytes are kept like any other', async () => {
    const context = await walk.page
      .context()
      .browser()!
      .newContext({ locale: 'nl-BE', reducedMotion: 'reduce', acceptDownloads: true });
    const page = await context.newPage();
    await page.goto(`${walk.address}/?place=scenario`);
    await start(page);
    await addExample(page);
    await page.getByRole('button', { name: 'Meer', exact: true }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Downloaden als bestand' }).click();
    const small = JSON.parse(await readFile(await (await downloading).path(), 'utf8')) as ScenarioDocument;
    const [edit] = small.edits;
    const edits = Array.from({ length: 2_700 }, (_, i) => ({
      ...edit!,
      id: `e${i}`,
      enabled: i === 0,
      note: String(i).padStart(2_000, '.'),
    }));
    const buffer = Buffer.from(JSON.stringify({ ...small, id: 'groot', title: 'Groot', edits }));
    expect(buffer.length).toBeGreaterThan(5 * 2 ** 20);
    const file = { name: 'groot.scenario.json', mimeType: 'application/json', buffer };
    await page.getByTestId('scenario-file').setInputFiles(file);
    await expect.poll(() => page.locator('.edit').count()).toBe(2_700);
    await expect.poll(() => page.getByTestId('kept').textContent()).toBe('Bewaard in deze browser');
    await page.reload();
    await expect.poll(() => page.locator('.edit').count()).toBe(2_700);
    await expect.poll(() => delta(page).textContent()).toBe('+60');
    await context.close();
  });

  it('go on where the browser may keep nothing, or has no room, and say so until it can', async () => {
    const browser = walk.page.context().browser()!;
    for (const [fault, said] of [
      ['open', 'mag of kan hier niets bewaren'],
      ['put', 'Er is geen plaats meer'],
    ] as const) {
      const context = await browser.newContext({ locale: 'nl-BE', reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.addInitScript(what => {
        const state = window as unknown as { broken: boolean };
        state.broken = true;
        const { open } = IDBFactory.prototype;
        const { put } = IDBObjectStore.prototype;
        IDBFactory.prototype.open = function (...given) {
          if (state.broken && what === 'open') throw new DOMException('no', 'SecurityError');
          return open.apply(this, given);
        };
        IDBObjectStore.prototype.put = function (...given) {
          if (state.broken && what === 'put') throw new DOMException('full', 'QuotaExceededError');
          return put.apply(this, given);
        };
      }, fault);
      await page.goto(`${walk.address}/?place=scenario`);
      await start(page);
      await addExample(page);
      const kept = page.getByTestId('kept');
      await expect.poll(() => kept.textContent()).toContain(said);
      const downloading = page.waitForEvent('download');
      await kept.getByRole('button', { name: 'Downloaden als bestand' }).click();
      expect((await downloading).suggestedFilename()).toMatch(/\.scenario\.json$/);
      await rename(page, 'In het geheugen');
      if (fault === 'put') {
        await page.screenshot({ path: 'tests/e2e/screenshots/scenarios-full.png' });
        // A page that goes all the same leaves its work where it can be found again.
        page.on('dialog', asked => void asked.accept());
        await page.reload();
        await expect.poll(() => name(page).inputValue()).toBe('In het geheugen');
      }
      await page.evaluate(() => {
        (window as unknown as { broken: boolean }).broken = false;
      });
      const again = page.getByRole('button', { name: 'Opnieuw proberen' });
      await expect
        .poll(async () => {
          // It tries again by itself too, and may be quicker than the click.
          if (await again.isVisible()) await again.click({ timeout: 1000 }).catch(() => undefined);
          return kept.textContent();
        })
        .toBe('Bewaard in deze browser');
      await expect.poll(() => list(page).allTextContents()).toEqual(['In het geheugen']);
      await context.close();
    }
  });

  it('wrote no error but the browser’s own about the release that is not here', () => {
    expect(walk.errors.filter(one => !/status of 404/.test(one))).toEqual([]);
  });
});
