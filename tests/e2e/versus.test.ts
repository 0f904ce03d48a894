import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { dbfBytes, polygonShpBytes, temporaryFolder, zipBytes } from '../server/readers/fixtures.ts';
import { chromiumPath } from './browser.ts';
import { comparedByKeys } from './compared-by-keys.ts';
import { hearPrinting, printed, sheetsOf } from './paper.ts';
import { expectOwnOrigin, startWalk, type Walk } from './walk.ts';

/** Two of now and the scenarios beside each other, in every view, and out again as files. */
describe.skipIf(chromiumPath() === '')('comparing two', () => {
  let walk: Walk;
  const bothDrawn = (page = walk.page) =>
    expect.poll(() => page.locator('[data-map-idle="true"]').count(), { timeout: 30_000 }).toBe(2);
  const inAddress = (name: string, page = walk.page) => new URL(page.url()).searchParams.get(name);
  const divider = (page = walk.page) =>
    page.getByRole('slider', { name: 'Scheiding tussen links en rechts' });
  const at = async (page = walk.page) => Number(await divider(page).getAttribute('aria-valuenow'));
  const show = (kind: string) => walk.page.getByRole('radio', { name: kind, exact: true }).click();
  const choose = async (side: 'Links' | 'Rechts', title: string) => {
    await walk.page.getByRole('button', { name: new RegExp(`${side}$`) }).click();
    await walk.page.getByRole('option', { name: title, exact: true }).click();
  };
  const downloaded = async (act: () => Promise<void>): Promise<string> => {
    const downloading = walk.page.waitForEvent('download');
    await act();
    return readFile(await (await downloading).path(), 'utf8');
  };
  const menu = async (item: string) => {
    await walk.page.getByRole('button', { name: 'Meer', exact: true }).click();
    await walk.page.getByRole('menuitem', { name: item }).click();
  };
  const upload = (document: object) =>
    walk.page.getByTestId('scenario-file').setInputFiles({
      name: 'plan.scenario.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(document)),
    });

  beforeAll(async () => {
    walk = await startWalk();
    const { page } = walk;
    await page.goto(`${walk.address}/?place=scenario`);
    await page.getByRole('button', { name: 'Nieuw scenario' }).first().click();
    await page.getByRole('button', { name: 'Neem de drie gebieden met het laagste aandeel' }).click();
    await page.getByRole('button', { name: 'Voeg toe aan 3 gebieden' }).click();
    await menu('Dupliceren');
    const number = page.getByRole('textbox', { name: /^Aantal in/ });
    await number.fill('30');
    await number.press('Enter');
    await page.locator('.live-added strong', { hasText: '+90' }).waitFor();
  }, 180_000);
  afterAll(() => walk?.end());

  it('lays one map over the other up to a divider that mouse and keys move, and the address keeps it', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: 'Vergelijk scenario’s' }).click();
    await choose('Links', 'Scenario 1');
    await bothDrawn();
    expect(await at()).toBe(50);
    const frame = (await page.locator('.versus-map').boundingBox())!;
    const y = frame.y + frame.height / 3;
    await page.mouse.move(frame.x + frame.width / 2, y);
    await page.mouse.down();
    await page.mouse.move(frame.x + frame.width / 4, y, { steps: 4 });
    await page.mouse.up();
    expect(await at()).toBe(25);
    await expect.poll(() => inAddress('split')).toBe('25');
    await divider().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('PageUp');
    expect(await at()).toBe(36);
    expect(await divider().getAttribute('aria-valuetext')).toBe(
      'Scenario 1 tot 36 procent, rechts daarvan Scenario 1 (kopie)',
    );
    await page.keyboard.press('End');
    expect(await at()).toBe(100);
    await page.keyboard.press('Home');
    for (let i = 0; i < 4; i++) await page.keyboard.press('PageUp');
    await expect.poll(() => inAddress('split')).toBe('40');
    expect(await divider().evaluate(one => one === document.activeElement)).toBe(true);
    await walk.picture('versus-1-schuifkaart');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('moves both maps together, and says what an area is on both sides', async () => {
    const { page } = walk;
    await show('Naast elkaar');
    await bothDrawn();
    const camera = inAddress('at');
    await page.getByRole('button', { name: 'Inzoomen' }).click();
    await expect.poll(() => inAddress('at')).not.toBe(camera);
    await bothDrawn();
    const areaAt = async (side: string) => {
      const box = (await page.getByTestId(`map-${side}`).boundingBox())!;
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await expect.poll(() => page.getByTestId('versus-area').count()).toBe(1);
      return page.getByTestId('versus-area').textContent();
    };
    const left = await areaAt('left');
    expect(left).toMatch(/Scenario 1: .* van .*Scenario 1 \(kopie\): .* van .*verschil/);
    await page.getByRole('button', { name: 'Cijfers van het gebied sluiten' }).click();
    expect(await areaAt('right')).toBe(left);
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowUp');
    await expect
      .poll(() => page.getByTestId('announcer').textContent())
      .toMatch(/: Scenario 1: .* procent .*; Scenario 1 \(kopie\): .* procent .*pijltjes voor buren/);
    await walk.picture('versus-2-naast-elkaar');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('opens exactly the same in another tab, and goes back and forward', async () => {
    const { page } = walk;
    await page.goBack();
    while (inAddress('versus') !== 'swipe') await page.goBack();
    expect(await at()).toBe(40);
    await page.goForward();
    await page.goBack();
    await bothDrawn();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await bothDrawn(other);
    expect(await at(other)).toBe(40);
    expect(await other.locator('.versus-labels li').allTextContents()).toEqual([
      'Scenario 1',
      'Scenario 1 (kopie)',
    ]);
    expect(other.url()).toBe(page.url());
    // An address that cannot be read falls back and breaks nothing.
    await other.goto(
      `${page.url()}&versus=above&split=900`.replace('versus=swipe&', '').replace(/&split=40/, ''),
    );
    await other.getByTestId('live-panel').waitFor();
    await other.close();
  });

  it('maps the difference, tells the figures apart in words, and lists what differs in the edits', async () => {
    const { page } = walk;
    await show('Verschilkaart');
    await expect.poll(() => page.locator('[data-map-idle="true"]').count(), { timeout: 30_000 }).toBe(1);
    expect(await page.getByTestId('legend').textContent()).toContain('Scenario 1 (kopie) min Scenario 1');
    await walk.picture('versus-3-verschil');
    await show('Cijfers');
    const row = (id: string) => page.getByTestId(`figure-${id}`);
    // Thirty in each of three areas against twenty.
    await expect.poll(() => row('social_dwellings').locator('td').nth(2).textContent()).toBe('+30');
    expect(await row('social_dwellings').textContent()).toContain('meer');
    expect(await row('dissimilarity').textContent()).toMatch(/beter|slechter|gelijk/);
    await row('dissimilarity').getByText('Hoe berekend?').click();
    expect(await row('dissimilarity').textContent()).toContain('Duncan & Duncan (1955)');
    await walk.picture('versus-4-cijfers');
    expect(await walk.accessibility()).toEqual([]);
    await show('Wijzigingen');
    const changed = page.getByTestId('differing-changed');
    await expect.poll(() => changed.textContent()).toMatch(/sociale woningen: 20 → 30/);
    expect(await page.getByTestId('differing-texts').textContent()).toContain(
      'Scenario 1 → Scenario 1 (kopie)',
    );
    await walk.picture('versus-5-wijzigingen');
    await choose('Links', 'Nu');
    await expect.poll(() => page.getByTestId('differing-added').textContent()).toContain('(1)');
  });

  it('gives files with the numbers of the screen, by keyboard too', async () => {
    const { page } = walk;
    await choose('Links', 'Scenario 1');
    // From one view to the next with the arrow keys.
    await page.getByRole('radio', { name: 'Wijzigingen' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.getByTestId('versus-table').waitFor();
    const csv = await downloaded(() => page.getByRole('button', { name: 'CSV downloaden' }).first().click());
    const social = csv.split('\r\n').find(line => line.startsWith('social_dwellings,'));
    expect(social).toMatch(/,count,\d+,\d+,30,/);
    const geojson = await downloaded(() => page.getByRole('button', { name: 'GeoJSON downloaden' }).click());
    const { features } = JSON.parse(geojson) as {
      features: { geometry: object | null; properties: Record<string, number> }[];
    };
    const changed = features.filter(({ properties }) => properties.social_difference !== 0);
    expect(changed.map(({ properties }) => properties.social_difference)).toEqual([10, 10, 10]);
    expect(changed[0]?.geometry).not.toBeNull();
  });

  comparedByKeys(() => walk);

  it('refuses two on other grounds in words, and says what it brought over', async () => {
    const { page } = walk;
    const file = JSON.parse(await downloaded(() => menu('Downloaden als bestand'))) as ScenarioDocument;
    const { baseline } = file;
    const town = (await (
      await fetch(`${walk.address}/api/v1/areas?level=municipality&q=&limit=1`)
    ).json()) as {
      areas: { code: string }[];
    };
    const scope = { level: 'municipality', code: town.areas[0]!.code };
    await upload({ ...file, id: 'ander-jaar', title: 'Ander jaar', baseline: { ...baseline, year: 2021 } });
    await upload({ ...file, id: 'ander-gebied', title: 'Ander gebied', baseline: { ...baseline, scope } });
    await page.getByRole('button', { name: 'Vergelijk scenario’s' }).click();
    await choose('Links', 'Ander jaar');
    await expect
      .poll(() => page.getByTestId('refused-ground').textContent())
      .toContain('de aantallen van een ander jaar (2021 en 2023)');
    await choose('Links', 'Scenario 1');
    await expect
      .poll(() => page.getByTestId('brought-scope').textContent())
      .toContain('het gebied in beeld van “Ander gebied”');
    await page.getByRole('button', { name: 'Links en rechts wisselen' }).click();
    await expect
      .poll(() => page.getByTestId('brought-scope').textContent())
      .toContain('het gebied in beeld van “Scenario 1”');
    await page.goto(`${page.url()}`.replace(/right=[^&]+/, 'right=van-iemand-anders'));
    await expect.poll(() => page.getByTestId('missing-scenario').count()).toBe(1);
  });

  it('writes what it computed in the file; browser, server and command line agree, and a change shows', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: 'Terug naar het scenario' }).click();
    await page.locator('.scenario-item').getByText('Scenario 1 (kopie)').click();
    await page.getByTestId('live-panel').waitFor();
    const text = await downloaded(() => menu('Downloaden als bestand'));
    const file = JSON.parse(text) as ScenarioDocument;
    const results = file.results!;
    expect(results.figures.find(figure => figure.id === 'social_dwellings')?.difference).toBe(90);
    const path = join(temporaryFolder(), 'plan.scenario.json');
    await writeFile(path, text);
    const printed = JSON.parse(await walk.cli('evaluate', path)) as {
      figures: { id: string; after: number }[];
      results: { equal: boolean };
    };
    expect(printed.results.equal).toBe(true);
    const response = await fetch(`${walk.address}/api/v1/scenarios/evaluate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text,
    });
    const answer = (await response.json()) as { figures: object[]; results: { equal: boolean } };
    expect(answer.results.equal).toBe(true);
    expect(answer.figures).toEqual(printed.figures);
    const table = await walk.cli('evaluate', path, '--format', 'csv');
    expect(table).toMatch(/\r\nsocial_dwellings,.*,90,/);
    const out = join(temporaryFolder(), 'verschil.geojson');
    const asked = ['--against', path, '--format', 'geojson', '--no-geometry', '--out', out];
    await walk.cli('evaluate', path, ...asked);
    const { features } = JSON.parse(await readFile(out, 'utf8')) as {
      features: { properties: { social_difference: number } }[];
    };
    expect(features.length).toBeGreaterThan(500);
    expect(features.filter(one => one.properties.social_difference !== 0)).toEqual([]);

    await upload(file);
    const notice = page.getByTestId('file-results');
    await expect.poll(() => notice.textContent()).toContain('opnieuw berekend en gelijk');
    const figures = results.figures.map(figure =>
      figure.id === 'social_dwellings' ? { ...figure, difference: 60 } : figure,
    );
    await upload({ ...file, results: { ...results, figures } });
    await expect
      .poll(() => notice.textContent())
      .toMatch(/buiten Buurtbalans gewijzigd.*verschil: \+60 in het bestand, \+90 nu \(verschil \+30\)/);
    await walk.picture('versus-6-bestand');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('takes projects out of a zipped shapefile, and says which record is wrong', async () => {
    const { page } = walk;
    type Areas = { areas: { lon: number; lat: number }[] };
    const found = await fetch(`${walk.address}/api/v1/areas?level=sector&q=&limit=1`);
    const [area] = ((await found.json()) as Areas).areas;
    const { lon, lat } = area!;
    const side = 0.0005;
    const ring = [
      [lon, lat],
      [lon, lat + side],
      [lon + side, lat + side],
      [lon + side, lat],
      [lon, lat],
    ] as const;
    const fields = [
      { name: 'NAAM', type: 'C', length: 20 },
      { name: 'SOCIAAL', type: 'N', length: 8 },
    ] as const;
    const zip = (social: string) =>
      page.getByTestId('projects-file').setInputFiles({
        name: 'projecten.zip',
        mimeType: 'application/zip',
        buffer: zipBytes([
          { name: 'projecten.shp', content: polygonShpBytes([[ring]]) },
          { name: 'projecten.dbf', content: dbfBytes(fields, [['Kaaihof', social]]) },
          { name: 'projecten.prj', content: 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]' },
        ]),
      });
    const before = await page.locator('.edit').count();
    await zip('-3');
    await expect.poll(() => page.textContent('.add-site')).toContain('feature 1 has -3');
    await zip('24');
    await expect.poll(() => page.locator('.edit').count()).toBe(before + 1);
    expect(await page.locator('.edit').last().textContent()).toContain('Kaaihof');
  });

  it('fits a narrow screen and the dark', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: 'Vergelijk scenario’s' }).click();
    await show('Naast elkaar');
    await page.setViewportSize({ width: 320, height: 700 });
    await bothDrawn();
    const wider = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await wider()).toBe(0);
    const [above, below] = await Promise.all(
      ['left', 'right'].map(side => page.getByTestId(`map-${side}`).boundingBox()),
    );
    expect(below!.y).toBeGreaterThanOrEqual(above!.y + above!.height);
    await walk.picture('versus-7-smal');
    await show('Cijfers');
    await page.getByTestId('versus-table').waitFor();
    expect(await wider()).toBe(0);
    await walk.picture('versus-8-smal-cijfers');
    await page.setViewportSize({ width: 1440, height: 900 });
    await show('Schuifkaart');
    await page.getByRole('button', { name: 'Donkere weergave' }).click();
    await bothDrawn();
    await walk.picture('versus-9-donker');
    // On paper it is light, with the picture that was on screen and both names above it.
    const asked = await hearPrinting(page);
    await page.keyboard.press('Control+p');
    await expect.poll(asked).toBe(1);
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    const { left, right } = await page.evaluate(() => {
      const [left, right] = [...document.querySelectorAll('.versus-labels li')].map(one => one.textContent);
      return { left: left!, right: right! };
    });
    const { text, interfaceParts } = await sheetsOf(page);
    const paper = await printed(page, 'versus-papier');
    expect(interfaceParts).toBe(0);
    for (const words of [text, paper.text ?? text]) {
      expect(words).toContain(`${left} – ${right}`);
      expect(words).toContain('Duncan & Duncan (1955)');
      expect(words).toMatch(/wijziging(en)? van “/);
      expect(words).toContain('Aannames');
    }
    expect(paper.pages).toBeGreaterThan(2);
  });

  it('never asked another host, and wrote no error but of the file that was refused', () => {
    expectOwnOrigin(walk);
    expect(walk.errors.filter(one => !/status of 400/.test(one))).toEqual([]);
  });
});
