import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from './browser.ts';
import { type Answer, byCorrected, comparing } from './comparing.ts';
import { dutchNumber, expectOwnOrigin, startWalk, type Walk } from './walk.ts';

/** Other addresses of the page that compares, each opened by itself: other indices, parts of the region, languages and screens. */
describe.skipIf(chromiumPath() === '')('the comparison at other addresses', () => {
  let walk: Walk;
  let folder: string;
  let answer: Answer;
  let on: ReturnType<typeof comparing>;

  beforeAll(async () => {
    walk = await startWalk();
    folder = await mkdtemp(join(tmpdir(), 'compare-'));
    on = comparing(walk, folder);
    answer = await on.api<Answer>('/comparison?of=municipality&level=sector&draws=999&seed=1');
  }, 180_000);
  afterAll(async () => {
    await walk?.end();
    await rm(folder, { recursive: true, force: true });
  });

  it('asks no draws for an index that lot cannot change, and prints commands without them', async () => {
    const { page, requests } = walk;
    const first = answer.regions[0]!;
    await page.goto(`${walk.address}/?place=compare&index=social_share&sel=municipality:${first.code}`);
    await expect.poll(() => page.textContent('main')).toContain('volgt uit de totalen alleen');
    await expect.poll(() => page.getByTestId('zones').textContent()).toContain('raster van 500 m');
    const asks = requests.filter(url => url.includes('&index=social_share'));
    expect(asks.length).toBeGreaterThan(0);
    expect(asks.filter(url => url.includes('draws='))).toEqual([]);
    expect(dutchNumber((await on.cell(first.name, 'value').textContent()) ?? '')).toBeCloseTo(
      (100 * first.social) / first.total,
      1,
    );
    const line = (await page.getByTestId('region-command').locator('code').textContent()) ?? '';
    const printed = JSON.parse(
      await walk.shell(line.replaceAll('gebied.geojson', join(folder, 'share.geojson'))),
    ) as { indices: { social_share: { value: number } } };
    expect(printed.indices.social_share.value).toBeCloseTo(first.social / first.total, 9);
    const whole = (await page.getByTestId('table-command').locator('code').textContent()) ?? '';
    expect(await walk.shell(whole)).toContain(`${first.code},${first.name}`);
    expect(await walk.accessibility()).toEqual([]);
  });

  it('as a province sees all its municipalities, and as a municipality itself beside the others', async () => {
    const { page } = walk;
    await page.goto(`${walk.address}/?place=compare&scope=province:90000`);
    await on.drawn();
    expect((await on.names()).length).toBe(20);
    expect(await page.getByTestId('benchmark').count()).toBe(0);
    const first = byCorrected(answer)[0]!;
    await page.getByRole('button', { name: /^Gebied in beeld/ }).click();
    await page.getByRole('menuitemradio', { name: `${first.name} gemeente` }).click();
    await expect.poll(() => on.asked('scope')).toBe(`municipality:${first.code}`);
    await on.drawn();
    expect(await on.names()).toEqual([first.name]);
    const { benchmark } = await on.api<Answer>(
      `/comparison?of=municipality&level=sector&draws=999&scope=municipality:${first.code}`,
    );
    const line = page.getByTestId('benchmark');
    expect(await line.textContent()).toContain(`andere gemeenten (${benchmark!.regions})`);
    expect(dutchNumber((await line.locator('strong').textContent()) ?? '')).toBeCloseTo(benchmark!.median, 3);
    const [others] = on.records((await on.printed('benchmark-command'))[0]!);
    expect(Number(others!.regions)).toBe(benchmark!.regions);
    expect(await line.locator('strong').textContent()).toBe(on.shown(others!.median!));
    expect(await line.textContent()).toContain(`${on.shown(others!.low!)} tot ${on.shown(others!.high!)}`);
    const table = (await page.getByTestId('table-command').locator('code').textContent()) ?? '';
    const own = on.records(await walk.shell(table)).filter(row => row.own === 'true');
    expect(own.map(row => row.code)).toEqual([first.code]);
    expect(await page.locator('.strip-band').count()).toBeGreaterThan(0);
    expect(await page.locator('.chart-band').count()).toBe(1);
    await walk.picture('vergelijk-4-tegenover-de-andere');
    expect(await walk.accessibility()).toEqual([]);
  }, 120_000);

  it('says which regions are too small to rank, and what they lack', async () => {
    const { page } = walk;
    await page.goto(`${walk.address}/?place=compare&of=neighbourhood`);
    await on.drawn();
    expect(await page.getByTestId('refused').textContent()).toMatch(/te weinig gebieden: \d van 10 nodig/);
  });

  it('reads in English and in the dark, and on a telephone', async () => {
    const { page } = walk;
    const chosen = byCorrected(answer).slice(0, 3);
    const sel = chosen.map(region => region.code).join(',');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${walk.address}/?place=compare&lang=en&sel=municipality:${sel}`);
    await page.getByText('Corrected with 999 draws').first().waitFor();
    await page.getByRole('heading', { name: 'Dissimilarity (Duncan)' }).waitFor();
    await walk.picture('vergelijk-5-donker');
    expect(await walk.accessibility()).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByTestId('ranking').scrollIntoViewIfNeeded();
    await walk.picture('vergelijk-6-telefoon');
    expect(await walk.accessibility()).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
  });

  it('never asked another host, and wrote no error', () => {
    expectOwnOrigin(walk);
    expect(walk.errors).toEqual([]);
  });
});
