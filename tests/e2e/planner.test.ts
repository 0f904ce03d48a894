import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from './browser.ts';
import { dutchNumber, expectOwnOrigin, startWalk, type Walk } from './walk.ts';

/** The path of a planner who never saw the product, on the demo region; each step starts where the last one ended. */
describe.skipIf(chromiumPath() === '')('a new planner on the demo region', () => {
  let walk: Walk;
  const api = async <T>(path: string): Promise<T> =>
    (await fetch(`${walk.address}${path}`)).json() as Promise<T>;

  const indicator = (name: string) =>
    walk.page.getByRole('radiogroup', { name: 'Indicator' }).getByText(name, { exact: true });

  beforeAll(async () => {
    walk = await startWalk({}, 'new');
  }, 180_000);
  afterAll(() => walk?.end());

  it('opens on a map that says it is synthetic, with a legend', async () => {
    const { page } = walk;
    await page.goto(walk.address);
    await walk.mapIdle();
    await expect.poll(() => page.getByTestId('synthetic').textContent()).toContain('synthetisch');
    await expect.poll(() => page.getByTestId('legend').textContent()).toContain('%');
    await walk.picture('1-kaart');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('finds the most concentrated sector and sees what its number is made of', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: 'Hoogste cijfer tonen' }).click();
    const panel = page.getByTestId('area-panel');
    await panel.waitFor();
    type Columns = { columns: { value: (number | null)[]; numerator: number[]; denominator: number[] } };
    const values = await api<Columns>('/api/v1/values?indicator=social_share&level=sector');
    const shares = values.columns.value.map(value => value ?? Number.NEGATIVE_INFINITY);
    const highest = shares.indexOf(Math.max(...shares));
    const percent = new Intl.NumberFormat('nl-BE', { maximumFractionDigits: 1, minimumFractionDigits: 1 });
    const figure = page.getByTestId('main-figure');
    await expect.poll(() => figure.textContent()).toContain(percent.format(100 * shares[highest]!));
    expect(await figure.textContent()).toContain(String(values.columns.numerator[highest]));
    await panel.getByText('Hoe berekend?').first().click();
    await expect.poll(() => panel.textContent()).toContain('synthetisch');
    await expect.poll(() => panel.textContent()).toContain('Formule');
    await walk.picture('2-gebied');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('switches indicator, year and level without asking for a tile that is already there', async () => {
    const { page, requests } = walk;
    const tiles = () => requests.filter(url => url.includes('/tiles/')).length;
    const before = tiles();
    await indicator('Kansarmoede-index').click();
    await expect.poll(() => page.getByTestId('legend').textContent()).toContain('afgeschermd');
    await walk.mapIdle();
    await page.getByRole('button', { name: 'Vorig jaar' }).click();
    await expect.poll(() => page.getByTestId('year').textContent()).toContain('2022');
    await walk.mapIdle();
    expect(tiles()).toBe(before);
    await walk.picture('3-kansarmoede');

    await page.getByRole('button', { name: /Niveau/ }).click();
    await page.getByRole('option', { name: 'Gemeente' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('level')).toBe('municipality');
    await walk.mapIdle();
    await walk.picture('4-gemeenten');
  });

  it('goes back to where it was with the browser, and a reload loses nothing', async () => {
    const { page } = walk;
    await page.goBack();
    await expect.poll(() => new URL(page.url()).searchParams.get('level')).not.toBe('municipality');
    const address = page.url();
    await page.reload();
    await walk.mapIdle();
    expect(page.url()).toBe(address);
    await expect.poll(() => page.getByTestId('year').textContent()).toContain('2022');
  });

  it('finds a municipality by name and makes it the scope', async () => {
    const { page } = walk;
    await page.keyboard.press('Control+k');
    const search = page.getByRole('combobox').or(page.getByRole('searchbox')).first();
    await search.fill('Havermonde');
    await page
      .getByRole('option', { name: /^Havermonde/ })
      .first()
      .click();
    const panel = page.getByTestId('area-panel');
    await expect.poll(() => panel.textContent()).toContain('Havermonde');
    await panel.getByRole('button', { name: 'Maak dit het gebied in beeld' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('scope')).toMatch(/^municipality:/);
    await expect.poll(() => new URL(page.url()).searchParams.get('level')).not.toBe('municipality');
    await walk.mapIdle();
    await walk.picture('5-gemeente-in-beeld');
  });

  it('walks over the areas with the keyboard and hears what they are', async () => {
    const { page } = walk;
    await indicator('Aandeel sociale huurwoningen').click();
    await walk.mapIdle();
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(() => page.getByTestId('announcer').textContent())
      .toMatch(/procent sociale huurwoningen/);
  });

  it('shows places to play on the map', async () => {
    const { page } = walk;
    await page.getByRole('checkbox', { name: 'spelen' }).check({ force: true });
    await expect.poll(() => walk.requests.some(url => url.includes('/api/v1/facilities'))).toBe(true);
    await walk.mapIdle();
    await walk.picture('6-speelruimte');
  });

  it('tests sixty social dwellings in the areas it picked, and sees the effect at once', async () => {
    const { page } = walk;
    await page
      .getByRole('link', { name: 'Scenario' })
      .or(page.getByRole('tab', { name: 'Scenario' }))
      .click();
    await page.getByRole('button', { name: 'Nieuw scenario' }).first().click();
    await page.getByRole('button', { name: /Tabel openen/ }).click();
    const boxes = page.getByRole('row').getByRole('checkbox');
    await boxes.nth(1).check();
    await boxes.nth(2).check();
    await boxes.nth(3).check();
    await expect.poll(() => page.getByTestId('selection-count').textContent()).toContain('3');
    await page.getByRole('textbox', { name: 'Aantal per gebied' }).fill('20');
    await page.getByRole('button', { name: 'Voeg toe aan 3 gebieden' }).click();
    const panel = page.getByTestId('live-panel');
    await expect.poll(() => panel.textContent()).toContain('+60');
    await walk.mapIdle();
    await walk.picture('7-scenario');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('gets the same numbers in the browser, from the server and on the command line', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: 'Meer' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Downloaden als bestand' }).click();
    const file = await (await downloading).path();
    const document = await readFile(file, 'utf8');
    const response = await fetch(`${walk.address}/api/v1/scenarios/evaluate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: document,
    });
    type Evaluation = { before: Measured; after: Measured; difference: Record<string, number | null> };
    type Measured = { social: number; indices: Record<string, { value: number }> };
    const server = (await response.json()) as Evaluation;
    expect(server.after.social - server.before.social).toBe(60);
    const cli = JSON.parse(await walk.cli('evaluate', file)) as Evaluation;
    expect(cli.after).toEqual(server.after);
    expect(cli.before).toEqual(server.before);
    expect(cli.difference).toEqual(server.difference);
    for (const id of ['dissimilarity', 'isolation']) {
      const row = page.getByTestId(`index-${id}`);
      expect(dutchNumber((await row.locator('.index-now').textContent()) ?? '')).toBeCloseTo(
        server.before.indices[id]!.value,
        3,
      );
      expect(dutchNumber((await row.locator('.index-then').textContent()) ?? '')).toBeCloseTo(
        server.after.indices[id]!.value,
        3,
      );
    }
  });

  it('undoes and redoes, renames, deletes and takes that back, and keeps it all over a reload', async () => {
    const { page } = walk;
    const panel = page.getByTestId('live-panel');
    await page.getByRole('button', { name: /^Ongedaan maken/ }).click();
    await expect.poll(() => panel.textContent()).toContain('0 sociale huurwoningen: van');
    await page.getByRole('button', { name: /^Opnieuw/ }).click();
    await expect.poll(() => panel.textContent()).toContain('+60');
    const name = page.getByRole('textbox', { name: 'Naam' });
    await name.fill('Zestig verspreid');
    await name.press('Enter');
    await expect.poll(() => page.getByTestId('kept').textContent()).toContain('Bewaard');
    await page.reload();
    await expect.poll(() => panel.textContent()).toContain('+60');
    await expect.poll(() => name.inputValue()).toBe('Zestig verspreid');
    await page.getByRole('button', { name: 'Meer' }).click();
    await page.getByRole('menuitem', { name: 'Verwijderen' }).click();
    await expect.poll(() => page.getByText('Wat als we hier bouwen?').isVisible()).toBe(true);
    await page.getByRole('button', { name: /^Ongedaan maken/ }).click();
    await expect.poll(() => panel.textContent()).toContain('+60');
  });

  it('shows the difference on the map, before and after', async () => {
    const { page } = walk;
    await page.getByText('Verschil', { exact: true }).first().click();
    await expect.poll(() => page.getByTestId('legend').textContent()).toContain('Verandering');
    await walk.mapIdle();
    await walk.picture('8-verschil');
  });

  it('colours every area by what ten more would do there, and says it in a sentence that the server confirms', async () => {
    const { page } = walk;
    await page.getByText('Tien erbij', { exact: true }).first().click();
    await expect.poll(() => page.getByTestId('legend').textContent()).toContain('erbij: effect op');
    const row = page.getByRole('row').nth(2);
    await row.click();
    const sentence = page.getByTestId('marginal-sentence');
    await expect.poll(() => sentence.textContent()).toMatch(/gaat van/);
    await walk.mapIdle();
    await walk.picture('8b-tien-erbij');
    expect(await walk.accessibility()).toEqual([]);
    const said = (await sentence.textContent()) ?? '';
    const [, name = '', from = '', to = ''] =
      /erbij in (.+?): .* gaat van ([\d,]+) naar ([\d,]+)/.exec(said) ?? [];
    const { areas } = await api<{ areas: { code: string; name: string }[] }>(
      `/api/v1/areas?level=sector&q=${encodeURIComponent(name)}&limit=200`,
    );
    const code = areas.find(area => area.name === name)!.code;
    await page.getByRole('button', { name: 'Meer' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Downloaden als bestand' }).click();
    const document = JSON.parse(await readFile(await (await downloading).path(), 'utf8'));
    const extra = {
      ...document.edits[0],
      id: 'tien',
      place: { kind: 'areas', areas: [code], split: 'each' },
      social: { unspecified: 10 },
    };
    const response = await fetch(`${walk.address}/api/v1/scenarios/evaluate?indices=dissimilarity`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...document, edits: [...document.edits, extra] }),
    });
    const { after } = (await response.json()) as { after: { indices: { dissimilarity: { value: number } } } };
    expect(dutchNumber(to)).toBeCloseTo(after.indices.dissimilarity.value, 3);
    expect(dutchNumber(from)).toBeGreaterThan(0);
    await page.getByText('Verschil', { exact: true }).first().click();
  });

  it('stores the scenario on the server and opens a downloaded file again', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: 'Op de server bewaren' }).click();
    await expect.poll(() => page.textContent('body')).toContain('Op de server bewaard, versie 1');
    const chosen = page.getByTestId('scenario-file');
    await page.getByRole('button', { name: 'Meer' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Downloaden als bestand' }).click();
    await chosen.setInputFiles(await (await downloading).path());
    await expect.poll(() => page.getByTestId('live-panel').textContent()).toContain('+60');
  });

  it('refuses a file of another product in plain Dutch and loses nothing', async () => {
    const { page } = walk;
    await page.getByTestId('scenario-file').setInputFiles({
      name: 'iets.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"type":"FeatureCollection","features":[]}'),
    });
    await expect.poll(() => page.textContent('body')).toContain('geen scenario van Buurtbalans');
    await expect.poll(() => page.getByTestId('live-panel').textContent()).toContain('+60');
  });

  it('exports what it sees, with source, licence, release and date', async () => {
    const { page } = walk;
    await page
      .getByRole('link', { name: 'Gegevens' })
      .or(page.getByRole('tab', { name: 'Gegevens' }))
      .click();
    await page.getByRole('heading', { name: 'Exporteren' }).waitFor();
    await walk.picture('9-gegevens');
    const rows = page
      .getByRole('row')
      .filter({ hasText: 'Aandeel sociale huurwoningen' })
      .getByRole('cell')
      .last();
    expect(Number((await rows.textContent())?.replace(/\D/g, ''))).toBeGreaterThan(0);
    expect(await walk.accessibility()).toEqual([]);
    const downloading = page.waitForEvent('download');
    await page
      .getByRole('link', { name: /GeoJSON downloaden/ })
      .or(page.getByRole('button', { name: /GeoJSON downloaden/ }))
      .first()
      .click();
    const file = await (await downloading).path();
    const collection = JSON.parse(await readFile(file, 'utf8')) as {
      type: string;
      features: { geometry: unknown; properties: Record<string, unknown> }[];
      buurtbalans: { source: string; licence: string; release: string; date: string; synthetic: boolean };
    };
    expect(collection.type).toBe('FeatureCollection');
    expect(collection.features.length).toBeGreaterThan(0);
    expect(collection.buurtbalans.synthetic).toBe(true);
    expect(collection.buurtbalans.licence).toContain('CC0-1.0');
    expect(collection.buurtbalans.release).toMatch(/^[0-9a-f]{64}$/);
  });

  it('reads in English and in the dark, and on a telephone', async () => {
    const { page } = walk;
    await page.goto(`${walk.address}/?lang=en`);
    await walk.mapIdle();
    expect(await page.getByRole('radio', { name: 'Share of social dwellings' }).count()).toBe(1);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.reload();
    await walk.mapIdle();
    await walk.picture('10-donker');
    expect(await walk.accessibility()).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await walk.mapIdle();
    await walk.picture('11-telefoon');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('never asked another host, and wrote no error', () => {
    expectOwnOrigin(walk);
    expect(walk.errors).toEqual([]);
  });
});
