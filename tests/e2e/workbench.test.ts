import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { chromiumPath } from './browser.ts';
import { runCommand } from './keyboard.ts';
import { hearPrinting, printed, sheetsOf } from './paper.ts';
import { expectOwnOrigin, startWalk, type Walk } from './walk.ts';

/** Figures of the panel beside its indices. */
const SHOWN = ['social_density', 'areas_above', 'poverty_exposure', 'play_reach', 'meeting_reach'];

/** Every kind of change, by whoever plans; what it builds, what it breaks, and the way back. */
describe.skipIf(chromiumPath() === '')('the workbench of a scenario', () => {
  let walk: Walk;

  const rows = () => walk.page.locator('.edit');
  const example = () => walk.page.getByRole('button', { name: /drie gebieden met het laagste aandeel/ });
  const programme = () => walk.page.getByTestId('programme').textContent();
  const problems = () => walk.page.getByTestId('problems');
  const choose = async (kind: RegExp) => {
    await walk.page.getByRole('button', { name: /Wat gebeurt er/ }).click();
    await walk.page.getByRole('option', { name: kind }).click();
  };
  const inExample = async (kind: RegExp, act: RegExp) => {
    await example().click();
    await choose(kind);
    await walk.page.getByRole('button', { name: act }).click();
  };
  const chooseIndex = async (index: RegExp) => {
    const { page } = walk;
    await page.getByRole('button', { name: /Index van concentratie/ }).click();
    await page.getByRole('option', { name: index }).click();
  };
  const downloaded = async () => {
    const { page } = walk;
    await page.getByRole('button', { name: 'Meer', exact: true }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Downloaden als bestand' }).click();
    const file = await (await downloading).path();
    return { file, document: JSON.parse(await readFile(file, 'utf8')) as ScenarioDocument };
  };

  beforeAll(async () => {
    walk = await startWalk();
    await walk.page.goto(`${walk.address}/?place=scenario`);
    await walk.page.getByRole('button', { name: 'Nieuw scenario' }).first().click();
  }, 180_000);
  afterAll(() => walk?.end());

  it('counts a project by bedrooms, and says for whom it is', async () => {
    const { page } = walk;
    await inExample(/^Bouwen/, /Voeg toe aan 3/);
    await page.getByText('Meer over deze wijziging').click();
    await page.getByRole('textbox', { name: '1 slaapkamer', exact: true }).fill('4');
    await page.getByRole('textbox', { name: '3 slaapkamers', exact: true }).fill('12');
    await page.getByRole('textbox', { name: 'Private woningen' }).fill('5');
    await page.keyboard.press('Tab');
    // Twenty in each of three areas: 4 of one bedroom, 12 of three, 4 that are not known.
    await expect.poll(programme).toMatch(/60 sociale woningen gebouwd/);
    await expect.poll(programme).toMatch(/15 private woningen gebouwd/);
    // A capacity, and said to be one. 36 of the 48 of which it is known; two rooms for children in each of the 36, evenly over three ages.
    expect(await programme()).toMatch(/75,0\s% gezinswoningen/);
    expect(await programme()).toMatch(
      /72 kinderen hebben er een kamer \(geen verwachting\) 24 van 0–5, 24 van 6–11, 24 van 12–17/,
    );
    expect(await programme()).toMatch(/Van 12 woningen is het aantal slaapkamers niet bepaald/);
    // The three areas have no social dwellings and 985 dwellings together; 20 more in each passes a fifth in none of them.
    const above = page.getByTestId('figure-areas_above');
    await expect.poll(() => above.textContent()).toMatch(/meer dan 20\s% sociale woningen/);
    expect(await above.locator('.index-now').textContent()).toBe(
      await above.locator('.index-then').textContent(),
    );
    expect(await page.getByTestId('figure-poverty_exposure').textContent()).toMatch(
      /rond de sociale woningen \(\d{4}\).*Waar de nieuwe sociale woningen komen: \d+,\d\s%/,
    );
    expect(await page.getByRole('textbox', { name: /niet bepaald/ }).inputValue()).toBe('4');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('expects other children where the planner knows better', async () => {
    const { page } = walk;
    await page.getByText('Waarop rust dit?').click();
    const field = page.getByRole('textbox', { name: 'kinderen van 0-5 jaar per woning met 3 slaapkamers' });
    await field.fill('0,5');
    await field.press('Tab');
    // 36 × 0.5 of the youngest, and 24 of each other age as before.
    await expect.poll(programme).toMatch(/66 kinderen te verwachten 18 van 0–5, 24 van 6–11/);
    await page.getByRole('textbox', { name: 'Bron van de cijfers' }).fill('telling 2025');
    await page.keyboard.press('Tab');
    await expect.poll(programme).toContain('Bron: telling 2025');
    await walk.picture('werkbank-1-programma');
  });

  it('lets as social, demolishes and locks, and names what that breaks', async () => {
    await inExample(/^Sociaal verhuren/, /Verhuur sociaal in 3/);
    await inExample(/^Vastzetten/, /Zet 3 gebieden vast/);
    await expect.poll(() => rows().count()).toBe(3);
    // What stands above a lock is what it keeps; what comes after it breaks it.
    expect(await problems().count()).toBe(0);
    await inExample(/^Slopen/, /Sloop in 3/);
    await expect.poll(() => problems().locator('li').count()).toBe(1);
    expect(await problems().textContent()).toContain('1 punt om na te kijken');
    expect(await problems().textContent()).toContain('wijzigt een gebied dat vaststaat');
    expect(await rows().count()).toBe(4);
    await walk.picture('werkbank-2-punten');
    expect(await walk.accessibility()).toEqual([]);
    await rows().nth(2).locator('.switch').click();
    await expect.poll(() => problems().count()).toBe(0);
  });

  it('follows an index of choice and a slider, and says what the last change moved', async () => {
    const { page } = walk;
    const reacts = (id: string) => page.getByTestId(id).locator('.reacts').textContent();
    await chooseIndex(/^Gini/);
    await expect
      .poll(() => page.getByTestId('index-gini').textContent())
      .toMatch(/Bij toeval verwacht: 0,\d{3} nu, 0,\d{3} straks/);
    await page.getByText('Tien erbij', { exact: true }).first().click();
    const legend = () => page.getByTestId('legend').textContent();
    await expect.poll(legend).toContain('10 sociale huurwoningen erbij: effect op Gini');
    await chooseIndex(/^Moran I/);
    await expect.poll(legend).toContain('effect op Moran I');
    await expect
      .poll(() => page.getByTestId('marginal-sentence').textContent())
      .toContain('deze index doen: Moran I');
    await walk.mapIdle();
    await walk.picture('werkbank-2d-tien-erbij-moran');
    await chooseIndex(/^Gini/);
    await page.getByText('Verschil', { exact: true }).first().click();

    const slider = page.getByRole('slider').first();
    const field = () =>
      page
        .getByRole('textbox', { name: /^Aantal in/ })
        .first()
        .inputValue();
    await slider.focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
    await expect.poll(field).toBe('23');
    await expect
      .poll(() => page.getByTestId('last-change').textContent())
      .toMatch(/Laatste wijziging: aantal/);
    await expect.poll(() => reacts('index-gini')).toBe('verandert door de laatste wijziging');
    expect(await reacts('figure-play_reach')).toBe('ongewijzigd door de laatste wijziging');
    expect(await page.getByTestId('objective').textContent()).toMatch(/nog te realiseren tegen 2042/);
    await walk.picture('werkbank-2b-cijfers');
    await page.setViewportSize({ width: 320, height: 3200 });
    await page.getByTestId('objective').scrollIntoViewIfNeeded();
    await walk.picture('werkbank-2c-cijfers-smal');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const theme = (name: string) =>
      page.evaluate(chosen => document.documentElement.setAttribute('data-theme', chosen), name);
    await page.setViewportSize({ width: 1440, height: 2600 });
    await page.getByTestId('objective').scrollIntoViewIfNeeded();
    await theme('dark');
    await walk.picture('werkbank-2d-cijfers-donker');
    await theme('light');
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await walk.accessibility()).toEqual([]);
    // The keys in a row were one movement, and so is one step back; three more take the index back.
    const undo = page.getByRole('button', { name: /^Ongedaan maken/ });
    await undo.click();
    await expect.poll(field).toBe('20');
    for (const id of ['moran_i', 'gini']) {
      await undo.click();
      await expect.poll(() => page.getByTestId(`index-${id}`).count()).toBe(1);
    }
    await undo.click();
    await expect.poll(() => page.getByTestId('index-dissimilarity').count()).toBe(1);
  });

  it('moves between exactly two areas', async () => {
    const { page } = walk;
    await choose(/^Verplaatsen/);
    await example().click();
    await expect.poll(() => page.getByRole('button', { name: /Verplaats tussen 3/ }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Selectie wissen' }).click();
  });

  it('gives the same numbers on the command line', async () => {
    const { page } = walk;
    const { file } = await downloaded();
    type Figures = {
      after: { social: number; indices: Record<string, { value: number }> };
      programme: { builtSocial: number; convertedSocial: number; demolishedSocial: number; children: object };
      problems: object[];
      figures: { id: string; unit: string; after: number }[];
    };
    const printed = JSON.parse(await walk.cli('evaluate', file)) as Figures;
    expect(printed.programme).toMatchObject({
      builtSocial: 60,
      convertedSocial: 60,
      demolishedSocial: 60,
      children: { total: 66 },
    });
    expect(printed.problems).toEqual([]);
    const then = await page.getByTestId('index-dissimilarity').locator('.index-then').textContent();
    expect(then).toContain(printed.after.indices.dissimilarity!.value.toFixed(3).replace('.', ','));
    const onScreen = async (id: string) => {
      const text = (await page.getByTestId(`figure-${id}`).locator('.index-then').textContent()) ?? '';
      return Number.parseFloat(text.replace(/\s/g, '').replace(',', '.'));
    };
    for (const { id, unit, after } of printed.figures.filter(one => SHOWN.includes(one.id)))
      expect(await onScreen(id), id).toBeCloseTo(unit === 'share' ? 100 * after : after, 1);
  });

  it('puts changes in another order and copies them', async () => {
    const { page } = walk;
    const kinds = () => page.locator('.edit-kind').allTextContents();
    const act = async (name: RegExp) => {
      await page
        .getByRole('button', { name: /^Volgorde, vorm en kopie/ })
        .first()
        .click();
      await page.getByRole('menuitem', { name }).click();
    };
    await act(/omlaag$/);
    await expect.poll(kinds).toEqual(['Sociaal verhuren', 'Bouwen', 'Vastzetten', 'Slopen']);
    await expect.poll(() => page.getByTestId('announcer').textContent()).toMatch(/nu 2e van 4/);
    await act(/dupliceren$/);
    await expect
      .poll(kinds)
      .toEqual(['Sociaal verhuren', 'Sociaal verhuren', 'Bouwen', 'Vastzetten', 'Slopen']);
  });

  it('builds on a place by coordinates, by pointing, and from a file, all or nothing', async () => {
    const { page } = walk;
    const before = await rows().count();
    type Areas = { areas: { code: string; name: string; lon: number; lat: number }[] };
    const found = await fetch(`${walk.address}/api/v1/areas?level=sector&q=&limit=2`);
    const [one, other] = ((await found.json()) as Areas).areas;
    await page.getByText('Een plek op de kaart').click();
    const place = page.getByRole('textbox', { name: 'Breedte- en lengtegraad' });
    await place.fill('bij het station');
    await expect.poll(() => page.textContent('.add-site')).toContain('Schrijf eerst de breedtegraad');
    const dutch = (degrees: number) => String(degrees).replace('.', ',');
    await place.fill(`${dutch(one!.lat)}; ${dutch(one!.lon)}`);
    await page.getByRole('textbox', { name: 'Naam van het project' }).first().fill('Kaaihof');
    await page.getByRole('button', { name: 'Voeg het project toe' }).click();
    await expect.poll(() => rows().last().textContent()).toContain(`Kaaihof (${one!.name})`);

    await page.getByRole('button', { name: 'Wijs aan op de kaart' }).click();
    await page.getByTestId('map').click();
    await expect.poll(() => place.inputValue()).toMatch(/^\d\d\.\d{6}, \d\.\d{6}$/);
    await page.getByRole('button', { name: 'Voeg het project toe' }).click();
    await expect.poll(() => rows().count()).toBe(before + 2);

    const point = (lon: number, lat: number, social: unknown) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { naam: 'Hof ter Linde', sociaal: social },
    });
    const upload = (features: object[]) =>
      page.getByTestId('projects-file').setInputFiles({
        name: 'projecten.geojson',
        mimeType: 'application/geo+json',
        buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
      });
    await upload([point(one!.lon, one!.lat, 12), point(other!.lon, other!.lat, -3)]);
    await expect.poll(() => page.textContent('.add-site')).toContain('Er is niets toegevoegd');
    expect(await page.textContent('.add-site')).toContain('feature 2 has -3');
    expect(await rows().count()).toBe(before + 2);
    await upload([point(one!.lon, one!.lat, 12), point(other!.lon, other!.lat, 30), point(0, 0, 5)]);
    await expect.poll(() => rows().count()).toBe(before + 5);
    expect(await problems().textContent()).toContain('ligt buiten alle gebieden');
    await walk.mapIdle();
    await walk.picture('werkbank-3-plekken');
    expect(await walk.accessibility()).toEqual([]);
    const { file } = await downloaded();
    const printed = JSON.parse(await walk.cli('evaluate', file)) as { problems: { kind: string }[] };
    expect(printed.problems.map(problem => problem.kind)).toContain('outside-areas');
  });

  it('is printed whole, from the menu, the palette and by its keys, without a part of the interface', async () => {
    const { page } = walk;
    await rows().first().scrollIntoViewIfNeeded();
    await rows().first().locator('.edit-note input').fill('Overlegd met de buurt');
    await page.keyboard.press('Tab');
    // An index of another kind than the panel begins with, as any planner may choose.
    await chooseIndex(/^Moran I/);
    await page.getByTestId('index-moran_i').locator('.index-then').waitFor();
    const asked = await hearPrinting(page);
    await page.getByRole('button', { name: 'Meer', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Afdrukken' }).click();
    await expect.poll(asked).toBe(1);
    await runCommand(page, 'Afdrukken');
    await expect.poll(asked).toBe(2);
    await page.keyboard.press('Control+p');
    await expect.poll(asked).toBe(3);

    const { text, interfaceParts } = await sheetsOf(page);
    expect(interfaceParts).toBe(0);
    const title = await page.getByRole('textbox', { name: 'Naam', exact: true }).inputValue();
    const then = (await page.getByTestId('index-moran_i').locator('.index-then').textContent())!;
    const paper = await printed(page, 'werkbank-4-papier');
    for (const words of [text, paper.text ?? text]) {
      expect(words).toContain(title);
      expect(words).toContain('Voorbeeldgegevens (synthetisch)');
      expect(words).toMatch(/Uitgave van de gegevens/);
      expect(words).toMatch(/Moran I/);
      expect(words).toContain(then);
      expect(words).toContain('Moran (1950)');
      expect(words).toContain('Bindend sociaal objectief');
      expect(words).toContain('Na te kijken');
      expect(words).toMatch(/ligt buiten alle gebieden/);
      expect(words).toContain('Kaaihof');
      expect(words).toContain('Overlegd met de buurt');
      expect(words).toContain('telling 2025');
      expect(words).toContain('Bronnen');
    }
    expect(paper.pages).toBeGreaterThan(2);
    if (paper.text !== null) expect(paper.text).toMatch(new RegExp(`1 ?/ ?${paper.pages}\\b`));
    expect(await page.getByTestId('print-sheet').count()).toBe(0);
    await walk.mapIdle();
    expect(await walk.accessibility()).toEqual([]);
  });

  it('is undone to the start and done again to the end, whatever it was', async () => {
    const { page } = walk;
    const { document } = await downloaded();
    const press = async (name: RegExp) => {
      const button = page.getByRole('button', { name });
      while (await button.isEnabled()) await button.click();
    };
    await press(/^Ongedaan maken/);
    await expect.poll(() => page.locator('.scenario-item').count()).toBe(0);
    await press(/^Opnieuw/);
    await expect.poll(() => rows().count()).toBe(document.edits.length);
    const again = (await downloaded()).document;
    expect(again.edits).toEqual(document.edits);
    expect(again.parameters).toEqual(document.parameters);
  });

  it('never asked another host, and wrote no error', () => {
    expectOwnOrigin(walk);
    expect(walk.errors).toEqual([]);
  });
});
