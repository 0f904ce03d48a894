import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from './browser.ts';
import { type Answer, byCorrected, comparing, type Region } from './comparing.ts';
import { dutchNumber, expectOwnOrigin, startWalk, type Walk } from './walk.ts';

/** What someone of a province does on the page that compares, on the demo region; each step starts where the last ended. */
describe.skipIf(chromiumPath() === '')('whoever compares municipalities of the demo region', () => {
  let walk: Walk;
  let folder: string;
  let answer: Answer;
  let on: ReturnType<typeof comparing>;
  beforeAll(async () => {
    walk = await startWalk();
    folder = await mkdtemp(join(tmpdir(), 'compare-'));
    on = comparing(walk, folder);
  }, 180_000);
  afterAll(async () => {
    await walk?.end();
    await rm(folder, { recursive: true, force: true });
  });

  it('arrives with a key, sees raw values first and corrected ones after that', async () => {
    const { page, requests } = walk;
    await page.goto(walk.address);
    await walk.mapIdle();
    await page.keyboard.press('3');
    await page.getByRole('heading', { name: 'Vergelijk', level: 1 }).waitFor();
    expect(on.asked('place')).toBe('compare');
    await on.drawn();
    const calls = requests.filter(url => url.includes('/api/v1/comparison?'));
    expect(calls.map(url => new URL(url).searchParams.get('draws'))).toEqual([null, '999']);
    answer = await on.api<Answer>('/comparison?of=municipality&level=sector&draws=999&seed=1');
    expect(await on.names()).toEqual(byCorrected(answer).map(region => region.name));
    for (const region of answer.regions.slice(0, 5)) {
      const shown = async (column: string) =>
        dutchNumber((await on.cell(region.name, column).textContent())?.slice(0, 6) ?? '');
      expect(await shown('value')).toBeCloseTo(region.index.value, 3);
      expect(await shown('expected')).toBeCloseTo(region.index.expected, 3);
      expect(
        dutchNumber((await on.cell(region.name, 'corrected').locator('strong').textContent()) ?? ''),
      ).toBeCloseTo(region.index.corrected, 3);
      expect(await shown('zones')).toBe(region.zones);
    }
    expect(await page.getByTestId('synthetic').textContent()).toContain('synthetisch');
    await walk.picture('vergelijk-1-tabel');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('sorts with the keyboard, and the column says so', async () => {
    const { page } = walk;
    const header = page.getByRole('columnheader', { name: 'Kansarmoede-index' });
    await header.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('descending');
    const falling = await on.names();
    await page.keyboard.press('Enter');
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending');
    expect(await on.names()).toEqual(falling.toReversed());
    expect(on.asked('sort')).toBe('poverty-up');
    await page.goBack();
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('descending');
    await page.goBack();
    await expect.poll(() => on.asked('sort')).toBeNull();
  });

  it('chooses with the keyboard, and the region has one colour everywhere', async () => {
    const { page } = walk;
    const [first, second] = byCorrected(answer);
    await on.box(first!.name).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect.poll(() => on.asked('sel')).toBe(`municipality:${second!.code}`);
    // One stop for the whole table: the next one is beyond it.
    await page.keyboard.press('Tab');
    expect(await on.table().locator(':focus').count()).toBe(0);
    const ranked = page.getByTestId('ranking').getByRole('button', { name: new RegExp(`^${second!.name}:`) });
    const point = page.getByTestId('scatter').getByRole('button', { name: new RegExp(`^${second!.name}:`) });
    expect(await ranked.getAttribute('aria-pressed')).toBe('true');
    expect(await point.getAttribute('aria-pressed')).toBe('true');
    const colour = (selector: string, property: string) =>
      page.evaluate(
        ([of, named]) => getComputedStyle(document.querySelector(of!)!).getPropertyValue(named!),
        [selector, property],
      );
    const swatch = await colour('[data-testid=ranking] .swatch', 'background-color');
    expect(await colour('[data-testid=scatter] [aria-pressed=true] .point-dot', 'fill')).toBe(swatch);
    expect(await colour('[data-testid=lorenz] .chart-curve', 'stroke')).toBe(swatch);
  });

  it('chooses in the ranking and in the scatter too, with pointer and keyboard', async () => {
    const { page } = walk;
    const [first, , third] = byCorrected(answer);
    await page
      .getByTestId('ranking')
      .getByRole('button', { name: new RegExp(`^${first!.name}:`) })
      .click();
    await expect.poll(() => on.box(first!.name).isChecked()).toBe(true);
    await page
      .getByTestId('scatter')
      .getByRole('button', { name: new RegExp(`^${third!.name}:`) })
      .focus();
    expect(await on.row(third!.name).getAttribute('data-hovered')).toBe('true');
    await page.keyboard.press('Enter');
    await expect.poll(() => on.box(third!.name).isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => on.box(third!.name).isChecked()).toBe(false);
  });

  it('tests two against each other, and says what chance makes of the difference', async () => {
    const { page } = walk;
    const [first, second] = byCorrected(answer);
    type Pair = { corrected: number; interval: { low: number; high: number }; p: number };
    const pair = await on.api<Pair>(
      `/comparison/pair?of=municipality&level=sector&first=${second!.code}&second=${first!.code}&draws=999&seed=1`,
    );
    const written = Math.abs(pair.corrected).toFixed(3).replace('.', ',');
    const section = page.getByTestId('pair');
    await expect
      .poll(() => section.textContent())
      .toContain(`${first!.name} ligt ${written} hoger dan ${second!.name}`);
    // What verdict belongs to which interval and p is for the test of pairVerdict; here its grounds are on screen.
    for (const end of [pair.interval.low, pair.interval.high]) {
      expect(await section.textContent()).toContain(Math.abs(end).toFixed(3).replace('.', ','));
    }
    expect(await section.textContent()).toMatch(
      /kan toeval zijn|Toeval verklaart|het lot uit deze gebieden trekt/,
    );
    await section.scrollIntoViewIfNeeded();
    await walk.picture('vergelijk-7-twee');
  });

  it('ranks no further than the intervals allow, and says so', async () => {
    const { page } = walk;
    const ranking = page.getByTestId('ranking');
    for (const { id, best, worst } of answer.ranking.ranked) {
      const name = answer.regions.find(region => region.code === id)!.name;
      const place = best === worst ? `${best}e` : `${best}e–${worst}e`;
      expect(await ranking.locator(`[data-roving="${id}"]`).textContent()).toMatch(
        new RegExp(`^${place}${name}`),
      );
    }
    expect(await page.getByTestId('ranking-verdict').textContent()).toContain('welke plaatsen mogelijk zijn');
    expect(await ranking.locator('[data-tied="true"]').count()).toBeGreaterThan(0);
  });

  it('reads the Lorenz curve and the years, which are the ones of the API', async () => {
    const { page } = walk;
    const first = byCorrected(answer)[0]!;
    await expect
      .poll(() => page.getByTestId('lorenz').textContent())
      .toContain(`${first.name}: naast de eerste helft`);
    type Years = { years: number[]; regions: { code: string; values: number[] }[] };
    const { years, regions } = await on.api<Years>('/comparison/years?of=municipality&level=sector');
    const values = regions.find(region => region.code === first.code)!.values;
    const section = page.getByTestId('years');
    await section.getByText('Als tabel').click();
    const column = (await section.locator('thead th').allTextContents()).indexOf(first.name);
    const cells = await section.locator(`tbody tr :nth-child(${column + 1})`).allTextContents();
    expect(cells.map(dutchNumber)).toEqual(values.map(value => Number(value.toFixed(3))));
    expect(await section.locator('tbody th').allTextContents()).toEqual(years.map(String));
  });

  it('learns from the strip what the choice of zones does', async () => {
    const { page } = walk;
    const first = byCorrected(answer)[0]!;
    const zones = page.getByTestId('zones');
    await expect.poll(() => zones.textContent()).toContain('raster van 500 m');
    await expect.poll(() => zones.getByTestId('draw-progress').textContent()).toContain('Gecorrigeerd');
    expect(await zones.locator('.zone').count()).toBe(4);
    const used = zones.locator('.zone[data-used="true"] strong');
    expect(dutchNumber((await used.textContent()) ?? '')).toBeCloseTo(first.index.corrected, 3);
    expect(await page.getByTestId('zones-reading').textContent()).toContain(first.name);
    await zones.scrollIntoViewIfNeeded();
    await walk.picture('vergelijk-2-indeling');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('runs the printed commands and gets the numbers of the screen', async () => {
    const { page } = walk;
    await page.getByTestId('how-measured').locator('summary').click();
    expect(await page.getByTestId('how-measured').textContent()).toContain('Duncan');
    const first = byCorrected(answer)[0]!;
    const line = (await page.getByTestId('region-command').locator('code').textContent()) ?? '';
    const printed = JSON.parse(
      await walk.shell(line.replaceAll('gebied.geojson', join(folder, 'gebied.geojson'))),
    ) as {
      zones: number;
      social: number;
      indices: { dissimilarity: Region['index'] };
    };
    expect(printed).toMatchObject({ zones: first.zones, social: first.social });
    for (const figure of ['value', 'expected', 'corrected'] as const) {
      expect(printed.indices.dissimilarity[figure]).toBeCloseTo(first.index[figure], 9);
    }
    expect(
      dutchNumber((await on.cell(first.name, 'corrected').locator('strong').textContent()) ?? ''),
    ).toBeCloseTo(printed.indices.dissimilarity.corrected, 3);
    const whole = (await page.getByTestId('table-command').locator('code').textContent()) ?? '';
    expect(await walk.shell(whole)).toContain(`${first.code},${first.name}`);
    await page.getByTestId('how-measured').scrollIntoViewIfNeeded();
    await walk.picture('vergelijk-3-hoe-berekend');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('has the difference of two again from its command, to the digits on the screen', async () => {
    const [row] = on.records((await on.printed('pair-command'))[0]!);
    const says = (await walk.page.getByTestId('pair').locator('p').allTextContents()).join(' ');
    expect(says).toContain(`ligt ${on.shown(row!.corrected!)} hoger`);
    const bounds = [row!.low!, row!.high!].map(bound => on.shown(bound));
    for (const bound of bounds) expect(says).toContain(bound);
    expect(says).toContain(`p = ${on.shown(row!.p!)}`);
    expect(await walk.accessibility()).toEqual([]);
  }, 120_000);

  it('has every choice of zones again from its command', async () => {
    const onScreen = await walk.page.getByTestId('zones').locator('.zone-value').allTextContents();
    const given = (await on.printed('zones-command')).map(
      json => (JSON.parse(json) as { indices: { dissimilarity: Region['index'] } }).indices.dissimilarity,
    );
    await walk.page.getByTestId('zones-command').scrollIntoViewIfNeeded();
    await walk.picture('vergelijk-8-opdrachten');
    expect(onScreen).toHaveLength(4);
    expect(onScreen).toEqual(
      given.map(
        ({ corrected, interval }) =>
          `${on.shown(corrected)}${on.shown(interval.low)} tot ${on.shown(interval.high)}`,
      ),
    );
  }, 180_000);

  it('has every year and the curve again from their commands', async () => {
    const { page } = walk;
    const first = byCorrected(answer)[0]!;
    const section = page.getByTestId('years');
    const column = (await section.locator('thead th').allTextContents()).indexOf(first.name);
    const onScreen = await section.locator(`tbody tr :nth-child(${column + 1})`).allTextContents();
    const given = (await on.printed('years-command')).map(
      csv => on.records(csv).find(row => row.code === first.code)!.dissimilarity!,
    );
    expect(onScreen).toEqual(given.map(value => on.shown(value)));
    const curves = (await on.printed('lorenz-command')).map(
      json => (JSON.parse(json) as { socialAtHalf: number }).socialAtHalf,
    );
    const says = await page.getByTestId('lorenz').textContent();
    expect(curves).toHaveLength(2);
    for (const half of curves) expect(says).toContain(`ligt ${on.shown(100 * half, 1)}\u00a0%`);
    expect(await walk.accessibility()).toEqual([]);
  }, 180_000);

  it('takes the table along as CSV, XLSX and GeoJSON', async () => {
    const { page } = walk;
    const take = async (format: string) => {
      const downloading = page.waitForEvent('download');
      await page.getByRole('link', { name: `${format} downloaden` }).click();
      const path = join(folder, `table.${format.toLowerCase()}`);
      await (await downloading).saveAs(path);
      return path;
    };
    const first = byCorrected(answer)[0]!;
    const csv = await readFile(await take('CSV'), 'utf8');
    expect(csv.split('\r\n')[0]).toContain('dissimilarity_corrected');
    expect(csv).toContain(String(first.index.corrected));
    const inFile = on.records(csv).find(each => each.code === first.code)!;
    expect(await on.cell(first.name, 'poverty').textContent()).toBe(
      `${on.shown(100 * Number(inFile.child_poverty), 1)}\u00a0%`,
    );
    expect(await on.cell(first.name, 'rate').textContent()).toBe(
      on.shown(inFile.social_per_100_households!, 1),
    );
    const geojson = JSON.parse(await readFile(await take('GeoJSON'), 'utf8')) as {
      features: { geometry: { type: string }; properties: Record<string, unknown> }[];
    };
    expect(geojson.features).toHaveLength(answer.regions.length);
    const feature = geojson.features.find(each => each.properties.code === first.code)!;
    expect(feature.properties.dissimilarity_corrected).toBe(first.index.corrected);
    expect(feature.geometry.type).toMatch(/Polygon/);
    const sheet = JSON.stringify(await readExcel(await take('XLSX')));
    expect(sheet).toContain('dissimilarity_corrected');
    expect(sheet).toContain(first.name);
  });

  it('sees the rule behind the spread ratio, and the column that it gives', async () => {
    const { page } = walk;
    await page.getByLabel('Spreidingsratio van stadsdeel en rand').check();
    await expect.poll(() => on.asked('city')).toBe('15');
    await page.getByRole('columnheader', { name: 'Spreidingsratio' }).waitFor();
    const density = page.getByRole('textbox', { name: /Stadsdeel vanaf/ });
    await density.fill('8');
    await density.press('Enter');
    await expect.poll(() => on.asked('city')).toBe('8');
    await expect
      .poll(() => page.textContent('main'))
      .toContain('Gebieden met minstens 8 woningen per hectare');
    type Spread = { regions: { name: string; spreadRatio: { value?: number } }[] };
    const { regions } = await on.api<Spread>('/comparison?of=municipality&level=sector&cityDensity=8');
    const known = regions.find(region => region.spreadRatio.value !== undefined)!;
    await expect
      .poll(async () => dutchNumber((await on.cell(known.name, 'spread').textContent()) ?? ''))
      .toBeCloseTo(known.spreadRatio.value!, 2);
    await on.drawn();
    await on.box(known.name).check();
    await expect
      .poll(() => page.getByTestId('region-command').textContent())
      .toContain('--city-density 8 --hectares area_ha');
    const line = (await page.getByTestId('region-command').locator('code').textContent()) ?? '';
    const printed = JSON.parse(
      await walk.shell(line.replaceAll('gebied.geojson', join(folder, 'spread.geojson'))),
    ) as { indices: { spread_ratio: { value: number } } };
    expect(printed.indices.spread_ratio.value).toBeCloseTo(known.spreadRatio.value!, 9);
  });

  it('stops draws that take long, and has them after all', async () => {
    const { page } = walk;
    let hold = true;
    await page.route(/\/comparison\?.*draws=99&/, async route => {
      while (hold) await new Promise(resolve => setTimeout(resolve, 100));
      await route.continue().catch(() => {});
    });
    await page.goto(`${page.url()}&draws=99`);
    const progress = page.getByTestId('draw-progress').first();
    await expect.poll(() => progress.textContent()).toContain('99 trekkingen voor 20 gemeenten…');
    expect(await page.getByTestId('ranking-verdict').textContent()).toContain('zonder intervallen');
    expect((await on.names()).length).toBe(20);
    await page.getByRole('button', { name: 'Stoppen' }).first().click({ timeout: 6000 });
    await expect.poll(() => progress.textContent()).toContain('Gestopt');
    hold = false;
    await page.getByRole('button', { name: 'Toch trekken' }).first().click();
    await expect.poll(() => progress.textContent()).toContain('Gecorrigeerd met 99 trekkingen');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  it('chooses another index by its Dutch name, and a reload loses nothing', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: /Index/ }).click();
    await page.getByRole('option', { name: 'Vierkantswortelindex (Hutchens)' }).click();
    await expect.poll(() => on.asked('index')).toBe('hutchens');
    await on.drawn();
    const address = page.url();
    await page.reload();
    await on.drawn();
    expect(page.url()).toBe(address);
    expect(await page.getByRole('heading', { name: 'Vierkantswortelindex (Hutchens)' }).count()).toBe(1);
    await page.goBack();
    await expect.poll(() => on.asked('index')).toBeNull();
  });

  it('never asked another host, and wrote no error', () => {
    expectOwnOrigin(walk);
    expect(walk.errors).toEqual([]);
  });
});
