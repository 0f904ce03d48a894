import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from './browser.ts';
import { dutchNumber, expectOwnOrigin, startWalk, type Walk } from './walk.ts';

const data = process.env.REAL_DATA_DIR ?? '';
const file = (name: string) => join(data, 'greater-manchester', name);
const boroughs = [
  ...['Bolton', 'Bury', 'Manchester', 'Oldham', 'Rochdale'],
  ...['Salford', 'Stockport', 'Tameside', 'Trafford', 'Wigan'],
];

const south = ['Manchester', 'Salford', 'Stockport', 'Tameside', 'Trafford'];

type Areas = { features: { properties: Record<string, string> }[] };

/** The ten boroughs, dissolved from areas whose name is that of the borough and a number. */
async function withBoroughs(path: string): Promise<void> {
  const areas = JSON.parse(await readFile(file('gm_lsoa21_generalised.geojson'), 'utf8')) as Areas;
  for (const { properties } of areas.features) {
    properties.borough = properties.area_name!.split(' ').slice(0, -1).join(' ');
  }
  await writeFile(path, JSON.stringify(areas));
}

describe.skipIf(chromiumPath() === '' || data === '')(
  'whoever compares the boroughs of Greater Manchester',
  () => {
    let walk: Walk;
    let folder: string;
    const region = ['--region', 'greater-manchester'];
    const names = () => walk.page.getByTestId('compare-table').locator('tbody th').allTextContents();
    const figure = async (name: string, column: string) => {
      const row = walk.page.getByTestId('compare-table').locator('tbody tr').filter({ hasText: name });
      const cell = row.locator(`[data-column="${column}"]`);
      return dutchNumber(
        (await (column === 'corrected' ? cell.locator('strong') : cell).textContent()) ?? '',
      );
    };
    const drawn = () =>
      expect
        .poll(() => walk.page.getByTestId('draw-progress').first().textContent(), { timeout: 60_000 })
        .toContain('Gecorrigeerd met 999');

    beforeAll(async () => {
      walk = await startWalk();
      folder = await mkdtemp(join(tmpdir(), 'compare-gm-'));
      const areas = join(folder, 'areas.geojson');
      await withBoroughs(areas);
      await walk.cli(
        ...['import', 'areas', areas, '--level', 'sector', '--id', 'area_code', '--name', 'area_name'],
        ...['--parent', 'borough', '--parent-level', 'municipality', '--vintage', '2021'],
        ...['--region-title', 'Greater Manchester', ...region],
        ...['--publisher', 'Office for National Statistics', '--licence', 'OGL-3.0'],
      );
      const social = 'social_share=social_rented_households/total_households';
      await walk.cli(
        ...['import', 'table', file('gm_lsoa21_attributes.csv'), '--level', 'sector', '--id', 'lsoa21_code'],
        ...['--year', '2021', '--map', social, ...region],
        ...['--publisher', 'Office for National Statistics', '--licence', 'OGL-3.0'],
      );
    }, 240_000);
    afterAll(async () => {
      await walk?.end();
      await rm(folder, { recursive: true, force: true });
    });

    it('sees all ten, each with an interval and the places that it leaves open', async () => {
      const { page } = walk;
      await page.goto(`${walk.address}/?region=greater-manchester&place=compare&sort=name-up`);
      await drawn();
      expect(await names()).toEqual(boroughs);
      expect(await page.getByTestId('synthetic').count()).toBe(0);
      const zones = await Promise.all(boroughs.map(name => figure(name, 'zones')));
      const social = await Promise.all(boroughs.map(name => figure(name, 'social')));
      const sum = (all: number[]) => all.reduce((a, b) => a + b, 0);
      // The totals that issue 2 gives for the files.
      expect([sum(zones), sum(social)]).toEqual([1702, 243_382]);
      expect(await page.getByTestId('ranking').locator('[data-roving]').count()).toBe(10);
      await walk.picture('vergelijk-gm-1');
      expect(await walk.accessibility()).toEqual([]);
    });

    it('teaches how to add the child-poverty index, which these files do not have', async () => {
      expect(await walk.page.getByTestId('scatter').textContent()).toContain('--map child_poverty=');
    });

    it('reads what the choice of zones does to Manchester, and runs the printed command', async () => {
      const { page } = walk;
      await page.getByRole('checkbox', { name: 'Manchester kiezen' }).check();
      const zones = page.getByTestId('zones');
      await expect
        .poll(() => zones.getByTestId('draw-progress').textContent(), { timeout: 60_000 })
        .toContain('Gecorrigeerd');
      expect(await zones.locator('.zone').count()).toBe(3);
      expect(await page.getByTestId('zones-reading').textContent()).toContain('Manchester');
      await zones.scrollIntoViewIfNeeded();
      await walk.picture('vergelijk-gm-2');
      const line = (await page.getByTestId('region-command').locator('code').textContent()) ?? '';
      const printed = JSON.parse(
        await walk.shell(line.replaceAll('gebied.geojson', join(folder, 'manchester.geojson'))),
      ) as { zones: number; indices: { dissimilarity: { value: number; corrected: number } } };
      expect(printed.zones).toBe(await figure('Manchester', 'zones'));
      const { value, corrected } = printed.indices.dissimilarity;
      expect(await figure('Manchester', 'value')).toBeCloseTo(value, 3);
      expect(await figure('Manchester', 'corrected')).toBeCloseTo(corrected, 3);
    });

    it('compares by an index of space, whose command names the projection', async () => {
      const { page } = walk;
      await page.getByRole('button', { name: /Index/ }).click();
      await page.getByRole('option', { name: 'Moran I' }).click();
      await drawn();
      const line = (await page.getByTestId('region-command').locator('code').textContent()) ?? '';
      expect(line).toMatch(/--crs-metric 326\d\d/);
      const printed = JSON.parse(
        await walk.shell(line.replaceAll('gebied.geojson', join(folder, 'moran.geojson'))),
      ) as { indices: { moran_i: { value: number } } };
      expect(await figure('Manchester', 'value')).toBeCloseTo(printed.indices.moran_i.value, 3);
    });

    it('sees the boroughs of one half, and the others as a benchmark', async () => {
      const { page } = walk;
      const half = { type: 'FeatureCollection', features: [] as object[] };
      const exported = join(folder, 'boroughs.geojson');
      await walk.cli('export', 'areas', '--level', 'municipality', ...region, '--out', exported);
      const { features } = JSON.parse(await readFile(exported, 'utf8')) as Areas & { features: object[] };
      half.features = features.map(feature => ({
        ...feature,
        properties: {
          ...feature.properties,
          half: south.includes(feature.properties.code!) ? 'south' : 'north',
        },
      }));
      await writeFile(exported, JSON.stringify(half));
      await walk.cli(
        ...['import', 'areas', exported, '--level', 'municipality', '--id', 'code', '--name', 'name'],
        ...['--parent', 'half', '--parent-level', 'province', '--vintage', '2021', ...region],
      );
      await page.goto(`${walk.address}/?region=greater-manchester&place=compare&sort=name-up`);
      await page.getByRole('button', { name: /^Gebied in beeld/ }).click();
      await page.getByRole('menuitemradio', { name: /^south/ }).click();
      await drawn();
      expect(await names()).toEqual(south);
      expect(await page.getByTestId('benchmark').textContent()).toContain('andere gemeenten (5)');
      await walk.picture('vergelijk-gm-3-zuid');
      expect(await walk.accessibility()).toEqual([]);
    });

    it('says of a borough with a missing count why it has no index, and shows the others', async () => {
      const { page } = walk;
      const lines = (await readFile(file('gm_lsoa21_attributes.csv'), 'utf8')).split('\n');
      const first = lines.findIndex(line => line.includes('Bolton'));
      const without = join(folder, 'without.csv');
      await writeFile(without, lines.filter((_, at) => at !== first).join('\n'));
      await walk.cli(
        ...['import', 'table', without, '--level', 'sector', '--id', 'lsoa21_code', '--year', '2022'],
        ...['--map', 'social_share=social_rented_households/total_households', ...region],
      );
      await page.goto(`${walk.address}/?region=greater-manchester&place=compare`);
      await drawn();
      const bolton = page.getByTestId('compare-table').locator('tbody tr').filter({ hasText: 'Bolton' });
      await expect
        .poll(() => bolton.textContent())
        .toContain('niet te berekenen: het aantal van 1 gebied ontbreekt');
      expect((await names()).at(-1)).toBe('Bolton');
      expect(await page.getByTestId('refused').textContent()).toContain('Bolton');
      expect(await page.getByTestId('ranking').locator('[data-roving]').count()).toBe(9);
      await walk.picture('vergelijk-gm-4-ontbreekt');
      expect(await walk.accessibility()).toEqual([]);
    });

    it('never asked another host, and wrote no error', () => {
      expectOwnOrigin(walk);
      expect(walk.errors).toEqual([]);
    });
  },
);
