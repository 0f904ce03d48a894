import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { addDwellings, newScenario } from '../../core/scenario/edits.ts';
import { chromiumPath } from './browser.ts';
import { startWalk, type Walk } from './walk.ts';

type Area = { code: string; name: string; lon: number; lat: number; social: number; dwellings: number };

/** What a planner is told: of an area on every map, of what does not count, of what was undone, of what is not here. */
describe.skipIf(chromiumPath() === '')('the words of a scenario', () => {
  let walk: Walk;
  /** A sector with social dwellings and fewer than a thousand dwellings, so that no number is grouped. */
  let area: Area;
  let ground: ScenarioDocument['baseline'];
  /** A municipality that does not hold the sector. */
  let elsewhere: string;

  const api = async <T>(path: string): Promise<T> =>
    (await fetch(`${walk.address}/api/v1${path}`)).json() as Promise<T>;
  const said = () => walk.page.getByTestId('announcer').textContent();
  const card = () => walk.page.getByTestId('hover-card').innerText();
  const delta = () => walk.page.locator('.live-added strong').textContent();
  const asked = (name: string) => new URL(walk.page.url()).searchParams.get(name);

  const scenario = (id: string, change: Partial<ScenarioDocument['baseline']> = {}): ScenarioDocument => ({
    ...newScenario({
      id,
      title: `Plan ${id}`,
      baseline: { ...ground, ...change },
      now: '2026-11-26T12:00:00Z',
    }),
    edits: [addDwellings({ id: 'twintig', areas: [area.code], socialPerArea: 20 })],
  });
  const upload = (content: unknown, name = 'plan.scenario.json') =>
    walk.page.getByTestId('scenario-file').setInputFiles({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
    });

  beforeAll(async () => {
    walk = await startWalk();
    type Release = {
      hash: string;
      regions: { id: string; levels: { level: string; hash: string; vintage: number }[] }[];
    };
    const { releases } = await api<{ releases: Release[] }>('/releases');
    const release = await api<Release>(`/releases/${releases[0]!.hash}`);
    const region = release.regions[0]!;
    const level = region.levels.find(one => one.level === 'sector')!;
    ground = {
      region: region.id,
      release: release.hash,
      areasHash: level.hash,
      level: 'sector',
      vintage: level.vintage,
      indicator: 'social_share',
      year: 2023,
      scope: null,
    };
    type Columns = { codes: string[]; names: string[]; lon: number[]; lat: number[]; parentCodes: string[] };
    const columns = async (of: string) => api<Columns>(`/areas/columns?level=${of}`);
    const sectors = await columns('sector');
    const values = await api<{ columns: { numerator: number[]; denominator: number[] } }>(
      '/values?indicator=social_share&level=sector&year=2023',
    );
    const { numerator, denominator } = values.columns;
    const at = numerator.findIndex(
      (social, i) => social > 5 && denominator[i]! > 300 && denominator[i]! < 900,
    );
    area = {
      code: sectors.codes[at]!,
      name: sectors.names[at]!,
      lon: sectors.lon[at]!,
      lat: sectors.lat[at]!,
      social: numerator[at]!,
      dwellings: denominator[at]!,
    };
    const neighbourhoods = await columns('neighbourhood');
    const town = neighbourhoods.parentCodes[neighbourhoods.codes.indexOf(sectors.parentCodes[at]!)];
    elsewhere = (await columns('municipality')).codes.find(code => code !== town)!;
    await walk.page.goto(`${walk.address}/?place=scenario`);
    await walk.mapIdle();
  }, 180_000);
  afterAll(() => walk?.end());

  it('show the same of an area under the pointer, at the focus and aloud, for what each map colours', async () => {
    const { page } = walk;
    await upload(scenario('kaarten'));
    await expect.poll(delta).toBe('+20');
    const write = (value: number, digits: number) =>
      new Intl.NumberFormat('nl-BE', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
        value,
      );
    const { social, dwellings, name } = area;
    const before = (100 * social) / dwellings;
    const after = (100 * (social + 20)) / (dwellings + 20);
    const both = `nu ${social} van ${dwellings}, straks ${social + 20} van ${dwellings + 20} woningen`;
    const change = write(after - before, Math.abs(after - before) < 0.995 ? 2 : 1);
    const maps = [
      ['before', `${write(before, 1)} procent, aandeel sociale huurwoningen nu, ${social} van ${dwellings}`],
      ['after', `${write(after, 1)} procent, aandeel sociale huurwoningen straks, ${both}`],
      ['difference', `+${change} procentpunt, verandering van het aandeel sociale huurwoningen, ${both}`],
      ['marginal', '10 sociale huurwoningen erbij: effect op dissimilariteit'],
    ] as const;
    for (const [shown, words] of maps) {
      const address = `?place=scenario&region=demo&scenario=kaarten&show=${shown}&at=${area.lat}/${area.lon}/13`;
      await page.goto(`${walk.address}/${address}`);
      await walk.mapIdle();
      await expect.poll(delta).toBe('+20');
      await page.getByRole('application').focus();
      await page.keyboard.press('ArrowDown');
      await expect.poll(said).toContain(`${name}: `);
      await expect.poll(said).toContain(words);
      const atFocus = await card();
      expect(atFocus).toContain(name);
      const aloud = (text: string) => text.replace(/\s?%/g, ' procent').replace(/\s?pp/g, ' procentpunt');
      for (const part of words.split(', ')) expect(aloud(atFocus)).toContain(part);
      const { x, y, width, height } = (await page.getByTestId('map').boundingBox())!;
      await page.mouse.move(x + width / 2 + 2, y + height / 2 + 2);
      await expect.poll(card).toBe(atFocus);
      await page.mouse.move(0, 0);
    }
  });

  it('say what lies outside the scope and counts for nothing, and take it in; undoing that goes back', async () => {
    const { page } = walk;
    await upload(scenario('buiten', { scope: { level: 'municipality', code: elsewhere } }));
    await expect.poll(delta).toBe('0');
    const outside = page.getByTestId('outside');
    await expect
      .poll(() => outside.textContent())
      .toContain('20 van de 20 toegevoegde woningen (in 1 wijziging) liggen buiten');
    expect(await page.locator('.edit').textContent()).toContain('telt niet mee');
    await walk.mapIdle();
    const camera = asked('at');
    await outside.getByRole('button', { name: 'Neem ze op in het gebied in beeld' }).click();
    await expect.poll(delta).toBe('+20');
    expect(await outside.count()).toBe(0);
    await walk.mapIdle();
    await expect.poll(() => asked('at')).not.toBe(camera);
    await page.getByRole('button', { name: 'Ongedaan maken: ander gebied in beeld' }).click();
    await expect.poll(() => asked('scope')).toBe(`municipality:${elsewhere}`);
    await expect.poll(() => asked('at')).toBe(camera);
    await expect.poll(delta).toBe('0');
  });

  it('tell what was undone from another place, and go to where it was', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: `${area.name} verwijderen` }).click();
    // The row is gone; whoever works with the keyboard is still somewhere.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
    await page.keyboard.press('3');
    await expect.poll(() => asked('place')).toBe('compare');
    await page.keyboard.press('z');
    await expect.poll(() => asked('place')).toBe('scenario');
    await expect.poll(said).toContain('Ongedaan gemaakt: wijziging verwijderen (Plan buiten).');
    const notice = page.getByTestId('step-notice');
    await expect.poll(() => notice.textContent()).toContain(area.name);
    await walk.mapIdle();
    await notice.getByRole('button', { name: 'Zoom erheen' }).click();
    await expect
      .poll(() => {
        const [lat = 0, lon = 0] = (asked('at') ?? '').split('/').map(Number);
        return Math.max(Math.abs(lat - area.lat), Math.abs(lon - area.lon));
      })
      .toBeLessThan(0.02);
    expect(await walk.accessibility()).toEqual([]);
  });

  it('say of a file what is wrong with it, and that nothing changed', async () => {
    const { page } = walk;
    const good = scenario('bestand');
    const faults: [string, unknown, string][] = [
      ['brief.json', 'Beste collega,', 'het is geen JSON'],
      ['kaart.json', { type: 'FeatureCollection', features: [] }, 'van een ander programma'],
      ['nieuw.json', { ...good, version: 3 }, 'uit een nieuwere Buurtbalans'],
      ['half.json', { ...good, edits: [{ ...good.edits[0], socialPerArea: -1 }] }, 'beschadigd'],
    ];
    const bad = page.getByTestId('bad-file');
    for (const [name, content, words] of faults) {
      await upload(content, name);
      await expect.poll(() => bad.textContent()).toContain(`Niet geopend: ${name}`);
      const text = await bad.textContent();
      expect(text).toContain(words);
      expect(text).toContain('Er is niets gewijzigd');
      expect(text).not.toContain('server');
    }
    expect(await page.locator('.scenario-item').count()).toBe(2);
  });

  it('say that a scenario of someone else’s address is not in this browser, and open it by its number', async () => {
    const { page } = walk;
    const stored = await fetch(`${walk.address}/api/v1/scenarios`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(scenario('gedeeld')),
    });
    const { id } = (await stored.json()) as { id: string };
    await page.goto(`${walk.address}/?place=scenario&scenario=gedeeld`);
    const missing = page.getByTestId('missing-scenario');
    await expect.poll(() => missing.textContent()).toContain('Dit scenario is niet in deze browser');
    expect(await walk.accessibility()).toEqual([]);
    await missing.getByRole('button', { name: 'Van de server openen' }).click();
    await page.getByRole('textbox', { name: 'Nummer van het scenario' }).fill(id);
    await page.keyboard.press('Enter');
    await expect.poll(delta).toBe('+20');
    expect(await missing.count()).toBe(0);

    // Whoever did not store it cannot update it, and is told so instead of making a double under the word "update".
    await page.getByRole('textbox', { name: `Aantal in ${area.name}` }).fill('30');
    await page.keyboard.press('Enter');
    await expect.poll(delta).toBe('+30');
    expect(await page.getByRole('button', { name: 'Op de server bijwerken' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Als nieuw scenario op de server bewaren' }).click();
    await expect.poll(() => page.locator('.server-state').textContent()).toContain('bewaard, versie 1');
    await page.getByRole('textbox', { name: `Aantal in ${area.name}` }).fill('40');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Op de server bijwerken' }).click();
    await expect.poll(() => page.locator('.server-state').textContent()).toContain('bewaard, versie 2');
    const first = await api<{ revision: number }>(`/scenarios/${id}`);
    expect(first.revision).toBe(1);
  });

  it('wrote no error', () => {
    expect(walk.errors).toEqual([]);
  });
});
