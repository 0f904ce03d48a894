import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from './browser.ts';
import { expectOwnOrigin, startWalk, type Walk } from './walk.ts';

type Place = { id: string; lon: number; lat: number; name: string };

/**
 * One planner, from a file of OpenStreetMap to more children in poverty with room to play, on the demo region: imports
 * places, cleans them, applies a norm, looks at the maps, asks for the two best new places and adopts them.
 */
describe.skipIf(chromiumPath() === '')('whoever looks for room to play', () => {
  let walk: Walk;
  let city: string;
  /** A playground of the demo region amid the town, which the file has too. */
  let twin: Place;

  beforeAll(async () => {
    walk = await startWalk();
    const ask = async (path: string) => (await fetch(`${walk.address}/api/v1${path}`)).json();
    const { codes, names, lon, lat } = await ask('/areas/columns?level=municipality');
    const at = names.indexOf('Havermonde');
    city = codes[at];
    const { features } = await ask(`/facilities?function=play&scope=municipality:${city}`);
    const away = ({ geometry }: { geometry: { coordinates: number[] } }) =>
      Math.hypot(geometry.coordinates[0]! - lon[at], geometry.coordinates[1]! - lat[at]);
    const [nearest] = features
      .filter(
        (one: { geometry: { type: string }; properties: { name: string | null } }) =>
          one.geometry.type === 'Point' && one.properties.name !== null,
      )
      .sort((a: never, b: never) => away(a) - away(b));
    const [x, y] = nearest.geometry.coordinates;
    twin = { id: nearest.id, name: nearest.properties.name, lon: x, lat: y };
  }, 240_000);
  afterAll(async () => {
    await walk?.end();
  });

  const percent = (text: string | null): number =>
    Number(/(\d+),(\d+)/.exec(text ?? '')?.[0].replace(',', '.'));
  const numberIn = (text: string | null, form: RegExp): number => Number(form.exec(text ?? '')?.[1] ?? 0);
  const text = (id: string) => walk.page.getByTestId(id).textContent();
  const until = (id: string, part: string | RegExp) =>
    expect.poll(() => text(id), { timeout: 60_000 }).toMatch(part);
  const north = () => Number((twin.lat + 0.0015).toFixed(6));

  /** As an editor of OpenStreetMap saves it: the playground that is known, a new one and a library. */
  const osm = (name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="by hand">
  <node id="1" version="2" lat="${twin.lat + 0.0001}" lon="${twin.lon}"><tag k="leisure" v="playground"/><tag k="name" v="${twin.name}"/></node>
  <node id="2" version="4" lat="${north()}" lon="${twin.lon}"><tag k="leisure" v="playground"/><tag k="name" v="${name}"/><tag k="max_age" v="12"/></node>
  <node id="3" version="1" lat="${north()}" lon="${twin.lon + 0.001}"><tag k="amenity" v="library"/><tag k="name" v="Bib Oost"/></node>
</osm>`;

  /** Sends a file through the form on the data page. */
  async function send(file: string) {
    const { page } = walk;
    await page.goto(`${walk.address}/?place=data`);
    const form = page.getByTestId('import-form');
    await form.getByRole('radio', { name: 'Plekken' }).click();
    await page
      .getByTestId('import-file')
      .setInputFiles({ name: 'stad.osm', mimeType: 'application/xml', buffer: Buffer.from(file) });
    await until('import-chosen', 'stad.osm');
    await form.getByText('Dit bestand is verzonnen').click();
    await form.getByRole('button', { name: 'Voer in' }).click();
  }

  const openPlaces = async () => {
    await walk.page.goto(`${walk.address}/?place=places&scope=municipality:${city}`);
    await walk.page.getByTestId('places').waitFor({ timeout: 60_000 });
  };

  it('imports OpenStreetMap on the data page; nothing of a broken file is taken', async () => {
    await send(osm('Speelplein Oost').slice(0, 300));
    await until('import-problem', 'Alles blijft zoals het was');
    await send(osm('Speelplein Oost'));
    await until('import-done', '3 rijen');
    await walk.picture('spelen-1-invoer');
    expect(await walk.accessibility()).toEqual([]);
    // Stopped in the middle of twenty thousand playgrounds: nothing of them is kept, and the page says so.
    const { page } = walk;
    const shown = () => page.evaluate(() => fetch('/api/v1/releases/current').then(answer => answer.json()));
    const before = (await shown()).hash;
    const many = Array.from(
      { length: 20_000 },
      (_, i) =>
        `<node id="${i + 1}" lat="52.3" lon="${2.5 + i / 1e6}"><tag k="leisure" v="playground"/></node>`,
    );
    await send(`<osm version="0.6">${many.join('')}</osm>`);
    await until('import-progress', 'Controleert de plekken');
    await page.getByTestId('import-form').getByRole('button', { name: 'Stop' }).click();
    await until('import-cancelled', 'Er is niets gewijzigd');
    await until('announcer', 'Er is niets gewijzigd');
    expect((await shown()).hash).toBe(before);
  }, 240_000);

  it('corrects a playground by keyboard: its name, its age and where it lies', async () => {
    const { page } = walk;
    await openPlaces();
    await page.getByLabel('Uw naam').fill('An Peeters');
    await walk.mapIdle();
    await page.getByLabel('Zoek op naam').fill('speelplein oost');
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
    const moved = `${(north() + 10 / 111_320).toFixed(6)}, ${twin.lon.toFixed(6)}`;
    await expect.poll(() => form.getByLabel('Ligging').inputValue()).toBe(moved);
    await form.getByRole('button', { name: 'Bewaren' }).click();
    await until('place-history', 'An Peeters: ter plaatse');
    expect(await text('place-history')).toContain('Speelplein Oost');
    await page.getByLabel('Zoek op naam').fill('oever');
    await page.getByRole('option', { name: /Speelplein De Oever/ }).waitFor();
    await walk.picture('spelen-2-verbeterd');
    expect(await walk.accessibility()).toEqual([]);
  }, 240_000);

  it('merges a likely duplicate with one key, and undoes it', async () => {
    const { page } = walk;
    await page.getByLabel('Zoek op naam').fill('');
    await until('places', / plekken/);
    const before = numberIn(await text('places'), /(\d+) plekken/);
    await page.getByRole('radio', { name: 'Dubbels' }).click();
    // The surest pair comes first: eleven metres apart, with one name.
    await until('duplicates', twin.name);
    const pairs = numberIn(await text('duplicates'), /Nog (\d+) pa/);
    expect(pairs).toBeGreaterThan(0);
    await walk.picture('spelen-3-dubbels');
    await page.getByRole('button', { name: /Houd de tweede/ }).focus();
    await page.keyboard.press('1');
    await until('duplicates', pairs === 1 ? 'Geen paren meer' : new RegExp(`Nog ${pairs - 1} pa`));
    await page.getByRole('radio', { name: 'Lijst' }).click();
    await until('places', `${before - 1} plekken`);
    await page.getByRole('button', { name: 'Laatste ongedaan maken' }).click();
    await until('places', `${before} plekken`);
  }, 240_000);

  it('keeps the correction when OpenStreetMap is imported again, and says that the source changed', async () => {
    const { page } = walk;
    await send(osm('Speelplein Oost 2'));
    await until('import-done', '3 rijen');
    await openPlaces();
    await page.getByLabel('Zoek op naam').fill('oever');
    await page.getByRole('option', { name: /Speelplein De Oever/ }).waitFor({ timeout: 30_000 });
    await page.getByRole('radio', { name: 'Verbeteringen' }).click();
    await until('corrections', 'de bron zegt nu: Speelplein Oost 2');
    expect(await walk.accessibility()).toEqual([]);
    const change = await (await fetch(`${walk.address}/api/v1/exports/corrections.osc`)).text();
    const lat = Number((north() + 10 / 111_320).toFixed(6));
    expect(change).toContain(`<node id="2" version="4" lat="${lat}" lon="${Number(twin.lon.toFixed(6))}">`);
    expect(await walk.cli('facilities', 'corrections', '--region', 'demo')).toContain(
      'An Peeters: ter plaatse',
    );
  }, 240_000);

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
    await walk.picture('spelen-4-norm');
    // Schools, family centres and the like are asked for when their fold is opened, here by keyboard.
    await page.getByTestId('schools-fold').locator('summary').first().press('Enter');
    await page.getByTestId('schools-table').waitFor({ timeout: 120_000 });
    await until('schools-answer', /Ongelijke verdeling over de scholen .*: 0,\d+/);
    await page.getByTestId('families-fold').locator('summary').first().press('Enter');
    await until('families-table', /1.000 m.* van /);
    // Their tables sort by a key on a head, and are files.
    const pupils = page
      .getByTestId('schools-table')
      .getByRole('columnheader', { name: /leerlingen verwacht/i });
    await pupils.getByRole('button').press('Enter');
    await expect.poll(() => pupils.getAttribute('aria-sort')).toBe('descending');
    const sheet = page.getByTestId('schools-fold').getByRole('link', { name: 'CSV' });
    const csv = await (await fetch(new URL((await sheet.getAttribute('href'))!, walk.address))).text();
    expect(csv).toMatch(/^id,name,lon,lat,places,pupils,/);
    expect(await walk.accessibility()).toEqual([]);
  }, 300_000);

  it('sees the distances, the web of places and public wifi on the map, and who reaches a point, by keyboard', async () => {
    const { page } = walk;
    await page.goto(`${walk.address}/?reach=distance&scope=municipality:${city}`);
    await walk.mapIdle();
    await until('legend', 'Afstand te voet');
    await page.getByRole('checkbox', { name: 'Weefsel van plekken en routes' }).press(' ');
    await until('web-layer', /\d+ plekken, \d+ routes/);
    await until('legend', /route te voet|rechte lijn/);
    await page.getByRole('button', { name: 'Wie komt hier' }).press('Enter');
    await page.getByText('Wijs een punt aan').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await until('around-who', 'kinderen');
    await walk.mapIdle();
    await walk.picture('spelen-5-kaart');
    expect(await walk.accessibility()).toEqual([]);
    await page.getByRole('radio', { name: 'Openbare wifi in de buurt' }).press(' ');
    await until('legend', 'openbare wifi binnen');
    await walk.mapIdle();
    await walk.picture('spelen-6-wifi');
    expect(new URL(page.url()).searchParams.get('web')).toBe('800');
  }, 240_000);

  it('asks for the two best new places, adopts them, and the reach of children in poverty rises', async () => {
    const { page } = walk;
    await page.goto(`${walk.address}/?place=scenario&scope=municipality:${city}`);
    await page.getByRole('button', { name: 'Nieuw scenario' }).first().click();
    const row = page.getByTestId('figure-play_reach_deprived');
    await row.waitFor({ timeout: 60_000 });
    const now = percent(await row.locator('.index-now').textContent());
    const panel = page.getByTestId('siting');
    await panel.getByText('Waar komt de volgende plek?').click();
    await panel.getByRole('button', { name: 'Zoek plaatsen' }).click();
    await panel.getByTestId('siting-found').waitFor({ timeout: 120_000 });
    await panel.getByTestId('siting-curve').waitFor({ timeout: 120_000 });
    expect(await panel.getByTestId('siting-places').locator('li').count()).toBe(2);
    expect(await panel.getByTestId('siting-places').textContent()).toMatch(
      /Bereikt \d+ kinderen, van wie \d+/,
    );
    await panel.getByTestId('siting-curve').scrollIntoViewIfNeeded();
    await walk.picture('spelen-7-gevonden');
    await panel.getByRole('button', { name: 'Neem over in het scenario' }).click();
    await expect
      .poll(async () => percent(await row.locator('.index-then').textContent()), { timeout: 30_000 })
      .toBeGreaterThan(now);
    await walk.picture('spelen-8-overgenomen');
    expect(await walk.accessibility()).toEqual([]);
  }, 300_000);

  it('points at sites of its own, and asks another question about them', async () => {
    const { page } = walk;
    const panel = page.getByTestId('siting');
    await panel.getByRole('button', { name: /Mogelijke plaatsen/ }).click();
    await page.getByRole('option', { name: /Plaatsen die ik zelf aanwijs/ }).click();
    for (const add of [0.002, 0.004]) {
      await panel
        .getByLabel('Of coördinaten (breedte, lengte)')
        .fill(`${(twin.lat + add).toFixed(6)}, ${twin.lon.toFixed(6)}`);
      await page.keyboard.press('Enter');
    }
    await panel.getByText('2 plaatsen aangewezen').waitFor();
    await panel.getByRole('button', { name: /Waar het om gaat/ }).click();
    await page.getByRole('option', { name: /Gemiddeld zo kort mogelijk/ }).click();
    await panel.getByRole('button', { name: 'Zoek opnieuw' }).click();
    await panel.getByText(/Gemiddeld lopen: .* nu, .* straks/).waitFor({ timeout: 120_000 });
    await panel.getByText('Waar het om gaat').scrollIntoViewIfNeeded();
    await page.setViewportSize({ width: 1024, height: 900 });
    await walk.picture('spelen-9-smal');
    expect(await walk.accessibility()).toEqual([]);
  }, 240_000);

  it('draws the catchment of a school by keyboard, takes it back and keeps it over a reload', async () => {
    const { page } = walk;
    const panel = page.getByTestId('schools-panel');
    await panel.locator('summary').first().press('Enter');
    await panel.getByTestId('schools-table').waitFor({ timeout: 120_000 });
    expect(await panel.textContent()).toMatch(/leerlingen, nu → straks.*\d+ → \d+/i);
    await until('catchments', 'elke leerling gaat naar de dichtste school');
    await panel.getByRole('button', { name: 'Rechthoek' }).press('Enter');
    const bar = page.getByTestId('drawing-bar');
    await bar.getByText('Schoolgebied van').waitFor();
    await expect.poll(() => bar.getAttribute('data-ready')).toBe('true');
    await page.keyboard.press('Space');
    for (const way of ['ArrowRight', 'ArrowDown'])
      for (let steps = 0; steps < 8; steps++) await page.keyboard.press(way);
    await page.keyboard.press('Enter');
    await until('catchments', 'Schoolgebieden: 1 getekend');
    await panel.getByText('naar de school van het getekende gebied').waitFor({ timeout: 60_000 });
    await walk.mapIdle();
    await walk.picture('spelen-10-schoolgebied');
    expect(await walk.accessibility()).toEqual([]);
    await page.keyboard.press('Control+z');
    await until('catchments', 'elke leerling gaat naar de dichtste school');
    await page.keyboard.press('Control+y');
    await until('catchments', 'Schoolgebieden: 1 getekend');
    await until('kept', /bewaard/i);
    await page.reload();
    await panel.locator('summary').first().press('Enter');
    await until('catchments', 'Schoolgebieden: 1 getekend');
  }, 240_000);

  it('imports addresses, and children count there', async () => {
    const { page } = walk;
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${walk.address}/?place=data`);
    const form = page.getByTestId('import-form');
    await form.getByRole('radio', { name: 'Woningen' }).click();
    const rows = [0, 1, 2].map(k => `${twin.lon + k / 10_000};${twin.lat}`);
    const buffer = Buffer.from(`x;y\n${rows.join('\n')}\n`);
    await page
      .getByTestId('import-file')
      .setInputFiles({ name: 'adressen.csv', mimeType: 'text/csv', buffer });
    await form.getByRole('button', { name: /Wat in de lijst staat/ }).waitFor();
    await form.getByLabel('Lengte').fill('x');
    await form.getByLabel('Breedte').fill('y');
    await form.getByText('Dit bestand is verzonnen').click();
    await walk.picture('spelen-11-woningen');
    expect(await walk.accessibility()).toEqual([]);
    await form.getByRole('button', { name: 'Voer in' }).click();
    await until('import-done', '3 rijen');
    await page.goto(`${walk.address}/?place=compare&about=places`);
    await until('reach-headline', /op adressen \(1 gebied\)/);
    await walk.picture('spelen-12-op-adressen');
  }, 240_000);

  it('asks nothing of anybody else, without an error', () => {
    expectOwnOrigin(walk);
    expect(walk.errors).toEqual([]);
  });
});
