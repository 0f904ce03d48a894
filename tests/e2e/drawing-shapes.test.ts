import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from './browser.ts';
import { shapesLeft } from './shapes-left.ts';
import { shaping } from './shaping.ts';
import { expectOwnOrigin, startWalk, type Walk } from './walk.ts';

/** Every shape, by mouse, finger and keys; what becomes of it when a server fails or a tab closes in the middle. */
describe.skipIf(chromiumPath() === '')('shapes on the map', () => {
  let walk: Walk;

  const {
    act,
    adjust,
    bar,
    button,
    click,
    corners,
    done,
    draw,
    mapIdle,
    onScreen,
    ready,
    rows,
    spot,
    where,
  } = shaping(() => walk);
  const parts = (url: URL) => url.pathname.endsWith('/areas/parts');

  beforeAll(async () => {
    walk = await startWalk();
    const { page } = walk;
    await page.goto(`${walk.address}/?place=scenario`);
    await button('Nieuw scenario').first().click();
    await walk.mapIdle();
    await page.getByText('Een plek op de kaart').click();
    await page.getByRole('textbox', { name: 'sociale woningen' }).first().fill('40');
  }, 180_000);
  afterAll(() => walk?.end());

  it('makes a rectangle of two corners and a circle of a middle and its edge', async () => {
    await draw('Rechthoek', [
      [-0.2, -0.1],
      [-0.05, 0.05],
    ]);
    await expect.poll(() => rows().count()).toBe(1);
    const [first, ...others] = await corners(0);
    expect(others).toHaveLength(3);
    // Two by two they share a latitude and a longitude.
    expect(new Set([first!, ...others].map(([lat]) => lat)).size).toBe(2);
    expect(new Set([first!, ...others].map(([, lon]) => lon)).size).toBe(2);
    await draw('Cirkel', [
      [0.15, 0],
      [0.2, 0],
    ]);
    await expect.poll(() => rows().count()).toBe(2);
    const [lat, lon] = await corners(1).then(
      ring =>
        [0, 1].map(axis => ring.reduce((sum, one) => sum + one[axis]!, 0) / ring.length) as [number, number],
    );
    const metres = ([one, other]: readonly [number, number]) =>
      Math.hypot((one - lat) * 111_195, (other - lon) * 111_195 * Math.cos((lat * Math.PI) / 180));
    const radii = (await corners(1)).map(metres);
    expect(Math.max(...radii) / Math.min(...radii)).toBeLessThan(1.02);
  });

  it('loses a corner by a right click on it, and has it back by undoing', async () => {
    const { page } = walk;
    await adjust(0);
    // The lowest one: nothing lies over the foot of the map.
    const [corner] = (await corners(0)).sort(([one], [other]) => one - other);
    // A click before the shape can be held does nothing, and one where no corner is left neither: tried until it is gone.
    const rightClicked = async () => {
      if ((await corners(0)).length > 3)
        await page.mouse.click(...(await onScreen(corner!)), { button: 'right' });
      return (await corners(0)).length;
    };
    await expect.poll(rightClicked, { interval: 2000 }).toBe(3);
    expect(await bar().textContent()).toContain('3 hoeken');
    await button(/^Ongedaan maken/)
      .first()
      .click();
    await expect.poll(async () => (await corners(0)).length).toBe(4);
    await done();
  });

  it('is drawn anew, keeps everything else, and comes back by undoing', async () => {
    const { page } = walk;
    const before = await corners(0);
    const field = page.getByRole('textbox', { name: /^Notitie bij/ }).first();
    await field.fill('aan de kade');
    await act(0, /Teken opnieuw/);
    await ready();
    await walk.mapIdle();
    for (const [x, y] of [
      [-0.1, -0.2],
      [0.1, -0.2],
      [0, -0.05],
    ] as const)
      await click(x, y);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await corners(0)).length).toBe(3);
    expect(await field.inputValue()).toBe('aan de kade');
    expect(await rows().count()).toBe(2);
    await page.keyboard.press('Control+z');
    await expect.poll(() => corners(0)).toEqual(before);
  });

  it('of several parts stays of several parts when one of them is dragged', async () => {
    const { page } = walk;
    const [lat, lon] = (await corners(1))[0]!;
    const square = (west: number) => [
      [
        [west, lat],
        [west + 0.01, lat],
        [west + 0.01, lat + 0.006],
        [west, lat + 0.006],
        [west, lat],
      ],
    ];
    const feature = {
      type: 'Feature',
      geometry: { type: 'MultiPolygon', coordinates: [square(lon), square(lon + 0.02)] },
      properties: { naam: 'Twee hoven', sociaal: 12 },
    };
    await page.getByTestId('projects-file').setInputFiles({
      name: 'projecten.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [feature] })),
    });
    await expect.poll(() => rows().count()).toBe(3);
    const before = await corners(2);
    expect(before).toHaveLength(8);
    for (const part of [0, 1]) {
      const old = await corners(2);
      await adjust(2);
      const own = old.slice(part * 4, part * 4 + 4);
      const middle = [0, 1].map(axis => own.reduce((sum, one) => sum + one[axis]! / 4, 0)) as [
        number,
        number,
      ];
      const from = await onScreen(middle);
      // The first is taken already; the other is, once it is clicked.
      await page.mouse.click(...from);
      await page.mouse.move(...from);
      await page.mouse.down();
      for (let step = 1; step <= 5; step++) await page.mouse.move(from[0], from[1] + 12 * step);
      await page.mouse.up();
      const other = part === 0 ? [4, 8] : [0, 4];
      await expect
        .poll(async () => (await corners(2))[part * 4]![0])
        .toBeLessThan(old[part * 4]![0] - 0.0001);
      const now = await corners(2);
      expect(now).toHaveLength(8);
      expect(now.slice(...other)).toEqual(old.slice(...other));
      await done();
    }
    expect(await where(2)).toContain('Twee hoven');
  });

  it('stays when the server fails, and is taken in when it is tried again', async () => {
    const { page } = walk;
    await page.route(parts, route => route.fulfill({ status: 503, body: '{}' }));
    await draw('Rechthoek', [
      [0.25, 0.2],
      [0.32, 0.3],
    ]);
    await expect.poll(() => bar().textContent(), { timeout: 30_000 }).toContain('blijft staan tot het lukt');
    expect(await rows().count()).toBe(3);
    await walk.picture('vormen-1-mislukt');
    expect(await walk.accessibility()).toEqual([]);
    await page.unroute(parts);
    await bar().getByRole('button', { name: 'Probeer opnieuw' }).last().click();
    await expect.poll(() => rows().count()).toBe(4);
    await expect.poll(() => bar().count()).toBe(0);

    // A drag that could not be kept is not lost either.
    const before = await corners(3);
    await page.route(parts, route => route.fulfill({ status: 503, body: '{}' }));
    await adjust(3);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => bar().textContent(), { timeout: 30_000 }).toContain('blijft staan tot het lukt');
    expect(await corners(3)).toEqual(before);
    await page.unroute(parts);
    await bar().getByRole('button', { name: 'Probeer opnieuw' }).last().click();
    await expect.poll(() => corners(3)).not.toEqual(before);
    await done();
  });

  it('is drawn and dragged by finger', async () => {
    const { page } = walk;
    const context = await page
      .context()
      .browser()!
      .newContext({
        viewport: { width: 820, height: 1180 },
        hasTouch: true,
        locale: 'nl-BE',
        reducedMotion: 'reduce',
      });
    const tablet = await context.newPage();
    await tablet.goto(`${walk.address}/?place=scenario`);
    await button('Nieuw scenario', tablet).first().tap();
    await mapIdle(tablet);
    await tablet.getByText('Een plek op de kaart').tap();
    await button('Vlak', tablet).tap();
    await ready(tablet);
    await tablet.getByTestId('map').scrollIntoViewIfNeeded();
    for (const [x, y] of [
      [-0.1, -0.1],
      [0.1, -0.1],
      [0, 0.1],
    ] as const)
      await tablet.touchscreen.tap(...(await spot(x, y, tablet)));
    await expect.poll(() => bar(tablet).textContent()).toContain('3 hoeken');
    await button('Sluit het vlak', tablet).tap();
    await expect.poll(() => rows(tablet).count()).toBe(1);
    const area = await where(0, tablet);

    await button(/^Volgorde, vorm en kopie/, tablet)
      .first()
      .tap();
    await tablet.getByRole('menuitem', { name: /Versleep op de kaart/ }).tap();
    await ready(tablet);
    await tablet.getByTestId('map').scrollIntoViewIfNeeded();
    await mapIdle(tablet);
    const finger = await context.newCDPSession(tablet);
    const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: readonly [number, number]) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: at === undefined ? [] : [{ x: at[0], y: at[1] }],
      });
    await touch('touchStart', await spot(0, -0.02, tablet));
    for (let step = 1; step <= 6; step++) await touch('touchMove', await spot(0.06 * step, -0.02, tablet));
    await touch('touchEnd');
    await expect.poll(() => where(0, tablet)).not.toBe(area);
    await tablet.screenshot({ path: 'tests/e2e/screenshots/vormen-2-vinger.png' });
    await context.close();
  });

  shapesLeft(() => walk);

  it('never asked another host, and wrote no error but of the server that failed', () => {
    expectOwnOrigin(walk);
    expect(walk.errors.filter(one => !/status of 503/.test(one))).toEqual([]);
  });
});
