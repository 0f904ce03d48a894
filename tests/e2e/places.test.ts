import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from './browser.ts';
import { expectOwnOrigin, startWalk, type Walk } from './walk.ts';

/** Two sectors of 0.02° by 0.02° side by side. */
const box = (west: number) => [
  [
    [west, 51],
    [west + 0.02, 51],
    [west + 0.02, 51.02],
    [west, 51.02],
    [west, 51],
  ],
];
const AREAS = {
  type: 'FeatureCollection',
  features: [3.7, 3.72].map((west, i) => ({
    type: 'Feature',
    properties: { code: `S${i + 1}`, name: `Sector ${i + 1}` },
    geometry: { type: 'Polygon', coordinates: box(west) },
  })),
};
const CHILDREN = 'code;children\nS1;120\nS2;80\n';
/** The town's own list: one place that is in OpenStreetMap too. */
const TOWN = 'id;naam;lon;lat\nt1;Speeltuin De Zandbak;3.7102;51.0101\n';

/** As an editor of OpenStreetMap saves it: two playgrounds and a library. */
const osm = (name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="by hand">
  <node id="1" version="2" lat="51.0100" lon="3.7100"><tag k="leisure" v="playground"/><tag k="name" v="De Zandbak"/></node>
  <node id="2" version="4" lat="51.0050" lon="3.7300"><tag k="leisure" v="playground"/><tag k="name" v="${name}"/><tag k="max_age" v="12"/></node>
  <node id="3" version="1" lat="51.0150" lon="3.7310"><tag k="amenity" v="library"/><tag k="name" v="Bib Oost"/></node>
</osm>`;

describe.skipIf(chromiumPath() === '')('someone who cleans a list of playgrounds', () => {
  let walk: Walk;
  let folder: string;
  const region = ['--region', 'dorp'];
  const write = async (name: string, content: string | object) => {
    const path = join(folder, name);
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const importOsm = async (name: string) =>
    walk.cli('import', 'facilities', await write('dorp.osm', osm(name)), ...region);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'places-'));
    walk = await startWalk();
    const sector = ['--level', 'sector', '--id', 'code', ...region];
    await walk.cli(
      'import',
      'areas',
      await write('a.geojson', AREAS),
      ...sector,
      '--name',
      'name',
      '--vintage',
      '2024',
    );
    const table = await write('c.csv', CHILDREN);
    await walk.cli('import', 'table', table, ...sector, '--year', '2024', '--map', 'children=children');
    await walk.cli(
      ...['import', 'facilities', await write('stad.csv', TOWN), '--function', 'play', ...region],
      ...['--map', 'key=id', '--map', 'name=naam', '--map', 'lon=lon', '--map', 'lat=lat'],
    );
  }, 240_000);
  afterAll(async () => {
    await walk?.end();
    await rm(folder, { recursive: true, force: true });
  });

  it('imports OpenStreetMap and finds its places in the list', async () => {
    expect(await importOsm('Speelplein Oost')).toContain('facilities/osm: 3 rows');
    const { page } = walk;
    await page.goto(`${walk.address}/?place=places&region=dorp`);
    const list = page.getByTestId('places');
    await expect.poll(() => list.textContent(), { timeout: 30_000 }).toContain('4 plekken');
    await page.getByLabel('Uw naam').fill('An Peeters');
    await walk.mapIdle();
  });

  it('corrects a playground by keyboard: its name, its age and where it lies', async () => {
    const { page } = walk;
    await page.getByLabel('Zoek op naam').fill('oost');
    await page.getByRole('option', { name: /Speelplein Oost/ }).focus();
    await page.keyboard.press('Enter');
    const form = page.getByTestId('place-form');
    await form.waitFor();
    await form.getByLabel('Naam', { exact: true }).fill('Speelplein De Oever');
    await form.getByLabel('Jongste leeftijd').fill('14');
    // Reversed ages are said at once and cannot be saved.
    await form.getByText('De jongste leeftijd is hoger dan de oudste.').waitFor();
    await form.getByLabel('Waarom, of waar gezien').fill('ter plaatse');
    expect(await form.getByRole('button', { name: 'Bewaren' }).isDisabled()).toBe(true);
    await form.getByLabel('Jongste leeftijd').fill('3');
    await form.getByRole('button', { name: 'Verplaats met de pijltjes' }).focus();
    await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(() => form.getByLabel('Ligging').inputValue()).toBe('51.005090, 3.730000');
    await form.getByRole('button', { name: 'Bewaren' }).click();
    const history = page.getByTestId('place-history');
    await expect.poll(() => history.textContent(), { timeout: 30_000 }).toContain('An Peeters: ter plaatse');
    expect(await history.textContent()).toContain('Speelplein Oost');
    await page.getByLabel('Zoek op naam').fill('oever');
    await page.getByRole('option', { name: /Speelplein De Oever/ }).waitFor();
    await walk.picture('plaatsen-1-verbeterd');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('merges a likely duplicate with one key, and undoes it', async () => {
    const { page } = walk;
    await page.getByLabel('Zoek op naam').fill('');
    await page.getByRole('radio', { name: 'Dubbels' }).click();
    const queue = page.getByTestId('duplicates');
    await expect.poll(() => queue.textContent(), { timeout: 30_000 }).toContain('Nog 1 paar');
    expect(await queue.textContent()).toContain('De Zandbak');
    await walk.picture('plaatsen-2-dubbels');
    await page.getByRole('button', { name: /Houd de tweede/ }).focus();
    await page.keyboard.press('1');
    await expect.poll(() => queue.textContent(), { timeout: 30_000 }).toContain('Geen paren meer');
    await page.getByRole('radio', { name: 'Lijst' }).click();
    const list = page.getByTestId('places');
    await expect.poll(() => list.textContent(), { timeout: 30_000 }).toContain('3 plekken');
    await page.getByRole('button', { name: 'Laatste ongedaan maken' }).click();
    await expect.poll(() => list.textContent(), { timeout: 30_000 }).toContain('4 plekken');
  });

  it('keeps the correction when OpenStreetMap is imported again, and says that the source changed', async () => {
    const { page } = walk;
    await importOsm('Speelplein Oost 2');
    await page.goto(`${walk.address}/?place=places&region=dorp`);
    await page.getByRole('option', { name: /Speelplein De Oever/ }).waitFor({ timeout: 30_000 });
    await page.getByRole('radio', { name: 'Verbeteringen' }).click();
    const log = page.getByTestId('corrections');
    await expect
      .poll(() => log.textContent(), { timeout: 30_000 })
      .toContain('de bron zegt nu: Speelplein Oost 2');
    await walk.picture('plaatsen-3-log');
    expect(await walk.accessibility()).toEqual([]);
    const change = await (await fetch(`${walk.address}/api/v1/exports/corrections.osc?region=dorp`)).text();
    expect(change).toContain('<node id="2" version="4" lat="51.00509" lon="3.73">');
    expect(await walk.cli('facilities', 'corrections', ...region)).toContain('An Peeters: ter plaatse');
    expect(walk.errors).toEqual([]);
    expectOwnOrigin(walk);
  });
});
