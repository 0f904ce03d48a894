import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Walk } from './walk.ts';

/** Hands for shapes on the map of a walk: drawing them, taking hold of them, and reading what became of them. */
export function shaping(walk: () => Walk) {
  const rows = (page = walk().page) => page.locator('.edit');
  const bar = (page = walk().page) => page.getByTestId('drawing-bar');
  const ready = (page = walk().page) => page.waitForSelector('[data-testid=drawing-bar][data-ready=true]');
  const where = (row: number, page = walk().page) => rows(page).nth(row).locator('.edit-areas').textContent();
  const mapIdle = (page: Page) => page.waitForSelector('[data-map-idle="true"]', { timeout: 60_000 });
  const button = (name: string | RegExp, page = walk().page) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  /** A spot of the map, as parts of its width and height from its middle. */
  const spot = async (x: number, y: number, page = walk().page) => {
    const box = (await page.getByTestId('map').boundingBox())!;
    return [box.x + box.width * (0.5 + x), box.y + box.height * (0.5 + y)] as const;
  };
  /** Latitude, longitude and zoom of the map, as the address has them. */
  const camera = () =>
    (new URL(walk().page.url()).searchParams.get('at') ?? '0/0/0').split('/').map(Number) as [
      number,
      number,
      number,
    ];
  /** Where a place lies on the screen, by the camera in the address and the projection of every web map. */
  const onScreen = async ([lat, lon]: readonly [number, number]) => {
    const box = (await walk().page.getByTestId('map').boundingBox())!;
    const [atLat, atLon, zoom] = camera();
    const world = 512 * 2 ** zoom;
    const x = (degrees: number) => (degrees / 360) * world;
    const y = (degrees: number) =>
      (-Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI)) * world;
    return [box.x + box.width / 2 + x(lon) - x(atLon), box.y + box.height / 2 + y(lat) - y(atLat)] as const;
  };
  const click = async (x: number, y: number) => {
    const at = await spot(x, y);
    await walk().page.mouse.move(...at);
    await walk().page.mouse.click(...at);
  };
  const draw = async (shape: string, corners: readonly (readonly [number, number])[]) => {
    await button(shape).click();
    await ready();
    for (const [x, y] of corners) await click(x, y);
  };
  const act = async (row: number, name: RegExp) => {
    await rows()
      .nth(row)
      .getByRole('button', { name: /^Volgorde, vorm en kopie/ })
      .click();
    await walk().page.getByRole('menuitem', { name }).click();
  };
  const adjust = async (row: number) => {
    const ring = await corners(row);
    await act(row, /Versleep op de kaart/);
    await ready();
    // The map goes to the shape, and the address follows.
    for (const axis of [0, 1] as const) {
      const all = ring.map(one => one[axis]);
      const [least, most] = [Math.min(...all), Math.max(...all)];
      await expect.poll(() => Math.abs(camera()[axis] - (least + most) / 2)).toBeLessThan((most - least) / 2);
    }
    await walk().mapIdle();
  };
  const done = async () => {
    await button('Klaar').click();
    await expect.poll(() => bar().count()).toBe(0);
  };
  /** Corners as the table of an edit has them: latitude and longitude. */
  const corners = async (row: number): Promise<(readonly [number, number])[]> => {
    const details = rows().nth(row).locator('.edit-details');
    if ((await details.getAttribute('open')) === null) await details.locator('summary').first().click();
    const fields = details.getByTestId('coordinates').getByRole('textbox');
    await fields.first().waitFor();
    const all = details.getByRole('button', { name: /^Toon alle \d+ hoeken$/ });
    if ((await all.count()) > 0) await all.click();
    return Promise.all(
      (await fields.all()).map(
        async field => (await field.inputValue()).split(', ').map(Number) as [number, number],
      ),
    );
  };
  return {
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
  };
}
