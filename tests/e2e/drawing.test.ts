import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from './browser.ts';
import { expectOwnOrigin, startWalk, type Walk } from './walk.ts';

/** Drawing by hand and by keys: what comes of it, what is refused, and the way back. */
describe.skipIf(chromiumPath() === '')('drawing on the map', () => {
  let walk: Walk;

  const rows = () => walk.page.locator('.edit');
  const bar = () => walk.page.getByTestId('drawing-bar');
  const dissimilarity = () =>
    walk.page.getByTestId('index-dissimilarity').locator('.index-then').textContent();
  const announced = () => walk.page.getByTestId('announcer').textContent();
  const where = (row: number) => rows().nth(row).locator('.edit-areas').textContent();
  const legend = (look: string) => walk.page.locator(`.legend [data-look=${look}]`).count();
  const act = async (row: number, name: RegExp) => {
    await rows()
      .nth(row)
      .getByRole('button', { name: /^Volgorde, vorm en kopie/ })
      .click();
    await walk.page.getByRole('menuitem', { name }).click();
  };
  /** A spot of the map, as parts of its width and height from its middle. */
  const spot = async (x: number, y: number) => {
    const box = (await walk.page.getByTestId('map').boundingBox())!;
    return [box.x + box.width * (0.5 + x), box.y + box.height * (0.5 + y)] as const;
  };
  const click = async (...[x, y]: [number, number]) => {
    const at = await spot(x, y);
    await walk.page.mouse.move(...at);
    await walk.page.mouse.click(...at);
  };
  const ready = () => walk.page.waitForSelector('[data-testid=drawing-bar][data-ready=true]');
  const draw = async (shape: string, corners: readonly [number, number][]) => {
    await walk.page.getByRole('button', { name: shape, exact: true }).click();
    await ready();
    for (const corner of corners) await click(...corner);
  };
  beforeAll(async () => {
    walk = await startWalk();
    await walk.page.goto(`${walk.address}/?place=scenario`);
    await walk.page.getByRole('button', { name: 'Nieuw scenario' }).first().click();
    await walk.mapIdle();
    await walk.page.getByText('Een plek op de kaart').click();
  }, 180_000);
  afterAll(() => walk?.end());

  it('makes a project of a polygon, corner by corner, and takes corners back', async () => {
    const { page } = walk;
    await expect.poll(dissimilarity).toMatch(/^0,/);
    const bare = await dissimilarity();
    await page.getByRole('textbox', { name: 'Naam van het project' }).first().fill('Kaaihof');
    await page.getByRole('textbox', { name: 'sociale woningen' }).first().fill('3000');
    await draw('Vlak', [
      [-0.1, -0.1],
      [0.1, -0.1],
      [0.1, 0.1],
    ]);
    await expect.poll(() => bar().textContent()).toContain('3 hoeken');
    await page.keyboard.press('Control+z');
    await expect.poll(() => bar().textContent()).toContain('2 hoeken');
    await page.keyboard.press('Control+y');
    await expect.poll(() => bar().textContent()).toContain('3 hoeken');
    await click(-0.05, 0.1);
    expect(await page.getByTestId('drawing-surface').textContent()).toMatch(/\d\sha/);
    await walk.picture('tekenen-1-vlak');
    await page.getByRole('button', { name: 'Sluit het vlak' }).click();
    await expect.poll(() => rows().count()).toBe(1);
    await expect.poll(() => bar().count()).toBe(0);
    expect(await where(0)).toContain('Kaaihof');
    expect(await legend('new')).toBe(1);
    // The next step compares with this figure: it is there once the project counts.
    await expect.poll(dissimilarity).not.toBe(bare);
  });

  it('keeps the figures up while the shape is dragged, and a drag is one step', async () => {
    const { page } = walk;
    const [before, area] = [await dissimilarity(), await where(0)];
    await act(0, /Versleep op de kaart/);
    await ready();
    await walk.mapIdle();
    await page.mouse.move(...(await spot(0, 0.02)));
    await page.mouse.down();
    for (let step = 1; step <= 6; step++) await page.mouse.move(...(await spot(0.06 * step, 0.02)));
    // The button is still down.
    await expect.poll(dissimilarity).not.toBe(before);
    await walk.picture('tekenen-2-slepen');
    await page.mouse.up();
    await expect.poll(announced).toMatch(/ ha, in /);
    const dragged = await where(0);
    expect(dragged).not.toBe(area);
    expect(await walk.accessibility()).toEqual([]);
    await page.getByRole('button', { name: 'Klaar' }).click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => where(0)).toBe(area);
    await expect.poll(dissimilarity).toBe(before);
    await page.keyboard.press('Control+y');
    await expect.poll(() => where(0)).toBe(dragged);
    expect(await rows().count()).toBe(1);
  });

  it('refuses a shape that crosses itself, says how to go on, and lets it be mended', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: 'Alles tonen' }).click();
    await walk.mapIdle();
    await page.getByRole('radio', { name: 'Niet bouwen' }).click();
    await draw('Vlak', [
      [-0.3, 0],
      [-0.2, 0.1],
      [-0.2, 0],
      [-0.3, 0.1],
    ]);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.getByTestId('drawing-fault').textContent())
      .toContain('kruist of raakt zichzelf');
    expect(await rows().count()).toBe(1);
    await walk.picture('tekenen-3-kruist');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await click(-0.2, 0);
    await page.keyboard.press('Enter');
    await expect.poll(() => rows().count()).toBe(2);
    expect(await where(1)).toContain('Niet bouwen');
    expect(await legend('excluded')).toBe(1);
  });

  it('divides by hand what lies over several areas, and adds it up', async () => {
    const { page } = walk;
    await rows().nth(0).getByText('Meer over deze wijziging').click();
    const division = page.getByTestId('division');
    await division.getByRole('radio', { name: 'Met de hand' }).click();
    await expect.poll(() => division.textContent()).toMatch(/Ingevuld: 3\s000 van 3\s000/);
    await division.getByRole('textbox').first().fill('0');
    await page.keyboard.press('Tab');
    await expect.poll(() => division.textContent()).toContain('naar verhouding verdeeld');
    await walk.picture('tekenen-4-verdelen');
    await division.getByRole('button', { name: /^Maak er/ }).click();
    await expect.poll(() => division.textContent()).not.toContain('naar verhouding');
    await rows().nth(0).getByText('Meer over deze wijziging').click();
  });

  it('opens a place to play and closes another', async () => {
    const { page } = walk;
    await page.getByRole('radio', { name: 'Spelen of ontmoeten' }).click();
    await page.getByRole('textbox', { name: 'Naam van de plek' }).fill('Speelhof');
    await page
      .locator('.add-site .checkbox')
      .filter({ hasText: /^spelen$/ })
      .click();
    await page.getByRole('button', { name: 'Wijs aan op de kaart' }).click();
    await click(0, 0);
    await page.getByRole('button', { name: 'Open deze plek' }).click();
    await expect.poll(() => rows().count()).toBe(3);
    expect(await where(2)).toContain('Speelhof');

    await page.getByText('Een plek die er is wijzigen of sluiten').click();
    const first = page.locator('.facility-options').getByRole('option').first();
    const name = (await first.textContent())!;
    await first.click();
    await page.getByRole('button', { name: 'Sluit deze plek' }).click();
    await expect.poll(() => rows().count()).toBe(4);
    await expect.poll(() => where(3)).toContain(name);
    expect(await legend('closed')).toBe(1);
    await rows()
      .nth(3)
      .getByRole('button', { name: /^Toon .* op de kaart$/ })
      .click();
    await walk.mapIdle();
    await walk.picture('tekenen-5-plekken');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('changes what a place is for when its sign is clicked', async () => {
    const { page } = walk;
    type Place = { id: string; geometry: { coordinates: [number, number] }; properties: { name: string } };
    const found = await fetch(`${walk.address}/api/v1/facilities?function=library`);
    const [library] = ((await found.json()) as { features: Place[] }).features;
    const [lon, lat] = library!.geometry.coordinates;
    const address = new URL(page.url());
    address.searchParams.set('facilities', 'library');
    address.searchParams.set('at', `${lat}/${lon}/15`);
    await page.goto(address.href);
    await walk.mapIdle();
    await click(0, 0);
    await expect
      .poll(() => page.getByTestId('chosen-facility').textContent())
      .toContain(library!.properties.name);
    await page
      .locator('.add-site .checkbox')
      .filter({ hasText: /^jeugd$/ })
      .click();
    await page.getByRole('button', { name: 'Wijzig waarvoor deze plek is' }).click();
    await expect.poll(() => rows().count()).toBe(5);
    expect(await legend('changed')).toBe(1);
    await walk.mapIdle();
    await walk.picture('tekenen-6-plek-gewijzigd');
  });

  it('puts a change in the place of another that it is dragged to', async () => {
    const { page } = walk;
    const kinds = () => page.locator('.edit-kind').allTextContents();
    const order = ['Bouwen', 'Niet bouwen', 'Plek openen', 'Plek sluiten', 'Plek wijzigen'];
    expect(await kinds()).toEqual(order);
    // Both must be in sight, and a press on the very middle is taken for that of a screen reader.
    await rows().nth(1).scrollIntoViewIfNeeded();
    const grip = rows().nth(0).locator('.grip');
    await grip.dragTo(rows().nth(1).locator('.edit-kind'), { sourcePosition: { x: 6, y: 8 } });
    await expect.poll(kinds).toEqual(['Niet bouwen', 'Bouwen', ...order.slice(2)]);
    await rows().nth(1).locator('.grip').focus();
    await page.keyboard.press('Enter');
    const onFirst = () =>
      rows()
        .nth(0)
        .evaluate(row => row === document.activeElement);
    for (let tabs = 0; tabs < 6 && !(await onFirst()); tabs++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(kinds).toEqual(order);
  });

  it('does the same by keyboard alone, from the start to the end and back', async () => {
    const { page } = walk;
    const press = async (keys: string, times = 1) => {
      for (let i = 0; i < times; i++) await page.keyboard.press(keys);
    };
    const on = async (button: Locator) => {
      await button.focus();
      await press('Enter');
    };
    await on(page.getByRole('button', { name: 'Nieuw scenario' }));
    await expect.poll(() => rows().count()).toBe(0);
    await on(page.getByText('Een plek op de kaart'));
    await on(page.getByRole('button', { name: 'Vlak', exact: true }));
    await ready();
    await press('Space');
    await press('ArrowRight', 4);
    await expect.poll(announced).toMatch(/ NB, .* OL/);
    await press('Space');
    await press('ArrowDown', 4);
    await press('Space');
    await expect.poll(announced).toMatch(/Hoek 3 gezet/);
    await press('Enter');
    await expect.poll(() => rows().count()).toBe(1);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Vlak');

    const area = await where(0);
    const menu = rows()
      .nth(0)
      .getByRole('button', { name: /^Volgorde, vorm en kopie/ });
    await on(menu);
    await press('Enter');
    await ready();
    await press('ArrowLeft', 6);
    await expect.poll(() => where(0)).not.toBe(area);
    await press('Escape');
    await expect.poll(() => bar().count()).toBe(0);

    await on(menu);
    await press('ArrowDown', 2);
    await press('Enter');
    const corners = page.getByTestId('coordinates').getByRole('textbox');
    await expect.poll(() => corners.count()).toBe(3);
    await expect.poll(() => corners.first().evaluate(one => one === document.activeElement)).toBe(true);
    const [lat, lon] = (await corners.first().inputValue()).split(', ').map(Number) as [number, number];
    const moved = `${(lat + 0.002).toFixed(6)}, ${(lon - 0.002).toFixed(6)}`;
    await press('Control+a');
    await page.keyboard.type(moved);
    await press('Enter');
    await expect.poll(announced).toContain('Hoek 1 verzet');
    await on(page.getByRole('button', { name: 'Hoek toevoegen na hoek 1' }));
    await expect.poll(() => corners.count()).toBe(4);
    await on(page.getByRole('button', { name: 'Hoek 2 verwijderen' }));
    await expect.poll(() => corners.count()).toBe(3);
    expect(await corners.first().inputValue()).toBe(moved);
    expect(await walk.accessibility()).toEqual([]);

    await page.locator('.facility-options').getByRole('option').first().focus();
    await press('Enter');
    await expect.poll(() => page.getByTestId('chosen-facility').count()).toBe(1);
    await on(page.getByRole('button', { name: 'Sluit deze plek' }));
    await expect.poll(() => rows().count()).toBe(2);

    await page.getByRole('heading', { level: 2 }).first().click();
    const places = async () => (await rows().allTextContents()).length;
    const undo = page.getByRole('button', { name: /^Ongedaan maken/ });
    while (await undo.isEnabled()) await press('z');
    await expect.poll(() => page.locator('.scenario-item').count()).toBe(1);
    const redo = page.getByRole('button', { name: /^Opnieuw/ });
    while (await redo.isEnabled()) await press('y');
    await expect.poll(places).toBe(2);
    expect(await legend('closed')).toBe(1);
  });

  it('marks whole areas that close or stay, and what is switched off more faintly', async () => {
    const { page } = walk;
    for (const [kind, button] of [
      [/^Slopen/, /Sloop in 3/],
      [/^Vastzetten/, /Zet 3 gebieden vast/],
    ] as const) {
      await page.getByRole('button', { name: /drie gebieden met het laagste aandeel/ }).click();
      await page.getByRole('button', { name: /Wat gebeurt er/ }).click();
      await page.getByRole('option', { name: kind }).click();
      await page.getByRole('button', { name: button }).click();
    }
    await expect.poll(() => legend('locked')).toBe(1);
    expect(await legend('off')).toBe(0);
    await rows().nth(2).locator('.switch').click();
    await expect.poll(() => legend('off')).toBe(1);
    await rows()
      .nth(3)
      .getByRole('button', { name: /^Toon .* op de kaart$/ })
      .click();
    await walk.mapIdle();
    await walk.picture('tekenen-7-gebieden');
  });

  it('fits a narrow screen and the dark', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: 'Donkere weergave' }).click();
    await walk.mapIdle();
    await act(0, /Versleep op de kaart/);
    await ready();
    await walk.mapIdle();
    await walk.picture('tekenen-8-donker');
    await page.setViewportSize({ width: 320, height: 700 });
    await walk.mapIdle();
    await walk.picture('tekenen-9-smal');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: 'Klaar' }).click();
    await rows().nth(0).scrollIntoViewIfNeeded();
    await walk.picture('tekenen-10-smal-lijst');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('never asked another host, and wrote no error', () => {
    expectOwnOrigin(walk);
    expect(walk.errors).toEqual([]);
  });
});
