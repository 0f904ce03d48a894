import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from './browser.ts';
import { startWalk, type Walk } from './walk.ts';

/** What stands around the places: addresses, the palette, the focus, small screens. */
describe.skipIf(chromiumPath() === '')('the shell around the places', () => {
  let walk: Walk;
  const open = async (query: string) => {
    await walk.page.goto(`${walk.address}/${query}`);
    await walk.page.locator('main').waitFor();
  };
  /** What has the focus, by its role and name. */
  const focus = () =>
    walk.page.evaluate(() => {
      const { tagName, textContent, ariaLabel } = document.activeElement as HTMLElement;
      return `${tagName.toLowerCase()} ${ariaLabel ?? textContent?.trim().slice(0, 40)}`;
    });
  const entries = () => walk.page.evaluate(() => history.length);

  beforeAll(async () => {
    walk = await startWalk();
  }, 180_000);
  afterAll(() => walk?.end());

  it('opens an address that cannot be read, and one with a code of signs', async () => {
    for (const query of ['?sel=sector:%25', '?scope=municipality:%E0%A4&at=x&classes=9&sel=sector:%2525zz']) {
      await open(query);
      await walk.page.getByTestId('legend').waitFor();
    }
    expect(walk.errors).toEqual([]);
  });

  it('says in words that a screen broke, and how to go on', async () => {
    const { page, errors } = walk;
    await page.route('**/api/v1/indicators*', route =>
      route.fulfill({ json: { indicators: [{ id: 'x' }] } }),
    );
    await open('');
    await page.getByRole('heading', { name: 'Dit lukte niet' }).waitFor();
    expect(await page.textContent('main')).toContain('veilig in deze browser');
    await page.unroute('**/api/v1/indicators*');
    errors.length = 0;
    await page.getByRole('button', { name: 'Opnieuw laden' }).click();
    await page.getByTestId('legend').waitFor();
  });

  it('works where the browser may keep nothing', async () => {
    const context = await walk.page.context().browser()!.newContext({ locale: 'nl-BE' });
    const page = await context.newPage();
    const thrown: string[] = [];
    page.on('pageerror', error => thrown.push(error.message));
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'indexedDB']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('forbidden', 'SecurityError');
          },
        });
      }
    });
    await page.goto(`${walk.address}/?place=scenario`);
    await page.getByRole('button', { name: 'Nieuw scenario' }).last().click();
    await page.getByTestId('live-panel').waitFor();
    await expect
      .poll(() => page.getByTestId('kept').textContent())
      .toContain('mag of kan hier niets bewaren');
    await page.getByRole('button', { name: 'Donkere weergave' }).click();
    expect(thrown).toEqual([]);
    await context.close();
  });

  it('opens the palette empty each time, with what can be done in this place first', async () => {
    const { page } = walk;
    await open('?place=scenario');
    await page.getByRole('button', { name: 'Nieuw scenario' }).last().click();
    await page.getByTestId('live-panel').waitFor();
    await page.keyboard.press('Control+k');
    const field = page.locator('.palette input');
    await field.fill('naar straks');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    expect(await field.inputValue()).toBe('');
    const offered = () => page.getByRole('option').allTextContents();
    await expect.poll(offered).toContain('Kaart toont: Straks');
    expect(await offered()).not.toContain('Toon kansarmoede-index');
    await page.getByRole('option', { name: 'Kaart toont: Straks' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('show')).toBe('after');
  });

  it('gives the focus back when what had it goes away', async () => {
    const { page } = walk;
    await open('');
    await page.getByRole('button', { name: 'Zoeken' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.palette input').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(focus).toBe('button Zoeken');
    await page.getByRole('button', { name: 'Hoogste cijfer tonen' }).focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('main-figure').waitFor();
    await expect.poll(focus).toBe('button Gebied sluiten');
    await page.keyboard.press('Enter');
    await expect.poll(focus).toBe('button Hoogste cijfer tonen');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(focus).toBe('button Hoogste cijfer tonen');
  });

  it('makes one step for Back of one thing that is done, and links that open the same elsewhere', async () => {
    const { page } = walk;
    await open('?region=demo&indicator=child_poverty&table=1');
    await page.getByRole('row').nth(3).waitFor();
    const before = await entries();
    const row = page.getByRole('row').nth(3);
    await row.click();
    await row.click();
    expect(await entries()).toBe(before + 1);
    const link = await page.getByRole('link', { name: 'Gegevens' }).getAttribute('href');
    const there = new URL(link ?? '', page.url()).searchParams;
    expect(there.get('place')).toBe('data');
    for (const name of ['region', 'indicator', 'table', 'area']) {
      expect(there.get(name)).toBe(new URL(page.url()).searchParams.get(name));
    }
    await page.goBack();
    await expect.poll(() => new URL(page.url()).searchParams.get('area')).toBe(null);
  });

  it('lists the places of an area by name, what for and source, without a mouse over their signs', async () => {
    const { page, address } = walk;
    type Places = { features: { properties: { name: string; functions: string[] } }[] };
    const answer = await fetch(`${address}/api/v1/facilities?function=play&scope=municipality:90001`);
    const { features } = (await answer.json()) as Places;
    await open('?area=municipality:90001');
    const list = page.getByTestId('facility-list');
    expect(await list.count()).toBe(0);
    await page.getByRole('checkbox', { name: 'spelen' }).check({ force: true });
    await list.getByRole('button', { name: `Alle ${features.length} tonen` }).click();
    const items = await list.getByRole('listitem').allTextContents();
    expect(items).toHaveLength(features.length);
    for (const { name } of features.map(one => one.properties)) {
      expect(items.some(item => item.includes(name))).toBe(true);
    }
    expect(items.every(item => item.includes('spelen') && item.includes('voorzieningen'))).toBe(true);
    const camera = () => new URL(page.url()).searchParams.get('at');
    const before = camera();
    await list.getByRole('button').first().press('Enter');
    await expect.poll(camera).not.toBe(before);
  });

  it('exports what is in view, and says when a scope in the address is not here', async () => {
    const { page } = walk;
    await open('?place=data&scope=neighbourhood:90001A');
    const download = page.getByRole('link', { name: 'CSV downloaden' });
    const scope = async () =>
      new URL((await download.getAttribute('href')) ?? '', page.url()).searchParams.get('scope');
    await expect.poll(scope).toBe('neighbourhood:90001A');
    const choice = page.getByRole('button', { name: /^Gebied|Gebied$/ });
    await choice.click();
    await page
      .getByRole('option', { name: /^Havermonde/ })
      .first()
      .click();
    await expect.poll(scope).toBe('municipality:90001');

    await open('?scope=municipality:nergens');
    const said = page.getByText('Het gebied “nergens” bestaat hier niet; u ziet de hele regio.');
    await said.waitFor();
    await page.getByRole('button', { name: 'Verder met de hele regio' }).click();
    await said.waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('scope')).toBe(null);
  });

  it('copies a line over plain HTTP too, and says so where even that is refused', async () => {
    const { page } = walk;
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
    });
    await open('?place=data');
    const address = page.locator('.ways .copyable').nth(1);
    await address.getByRole('button').click();
    await address.getByRole('button', { name: 'Gekopieerd' }).waitFor();
    await page.evaluate(() => {
      document.execCommand = () => false;
    });
    const command = page.locator('.ways .copyable').first();
    await command.getByRole('button').click();
    await expect.poll(() => command.textContent()).toContain('druk op Ctrl + C');
    const selected = await page.evaluate(() => String(getSelection()));
    expect(selected.trim()).toBe((await command.locator('code').textContent())?.trim());
    const search = page.getByRole('button', { name: 'Zoeken' });
    await search.click();
    await page.locator('.palette input').press('Control+v');
    await expect.poll(() => page.locator('.palette input').inputValue()).toContain('/api/v1/exports/areas');
  });

  it('fits a page of 320 pixels, as 1280 at 400 %, without scrolling sideways', async () => {
    const { page } = walk;
    await page.setViewportSize({ width: 320, height: 640 });
    /** What sticks out of the page, apart from what scrolls by itself: map, tables, lines of code. */
    const outside = () =>
      page.evaluate(() => {
        const own = '.map, .table-scroller, .scroll-x, .copyable, .compare-table, .unseen, .skip, svg';
        const width = document.documentElement.clientWidth;
        return [...document.querySelectorAll('a, button, input, h1, h2, h3, p, dt, dd, label')]
          .filter(one => one.closest(own) === null && !one.matches('[aria-hidden] *'))
          .filter(one => one.getBoundingClientRect().right > width + 1 && one.checkVisibility())
          .map(one => `${one.tagName} ${one.className} ${one.textContent}`);
      });
    for (const place of ['map', 'scenario', 'data']) {
      await open(`?place=${place}&table=1`);
      await expect.poll(() => page.getByRole('link', { name: 'Gegevens' }).isVisible()).toBe(true);
      expect(await outside()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await walk.picture(`320-${place}`);
      expect(await walk.accessibility()).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});
