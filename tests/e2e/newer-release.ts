import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { addDwellings, newScenario } from '../../core/scenario/edits.ts';
import { addExample, button, delta, dialogPictures } from './planning.ts';
import type { Walk } from './walk.ts';

/** A region of squares beside one another, as a municipality would import it: social dwellings and all dwellings of each. */
async function importRegion(walk: Walk, files: string, codes: string[], counts: [number, number][]) {
  const square = (west: number) => [
    [
      [west, 51],
      [west + 0.01, 51],
      [west + 0.01, 51.01],
      [west, 51.01],
      [west, 51],
    ],
  ];
  const features = codes.map((code, place) => ({
    type: 'Feature',
    properties: { code, name: `Wijk ${code}` },
    geometry: { type: 'Polygon', coordinates: square(4 + place / 100) },
  }));
  const areas = join(files, 'areas.geojson');
  const table = join(files, 'table.csv');
  await writeFile(areas, JSON.stringify({ type: 'FeatureCollection', features }));
  const lines = codes.map((code, place) => [code, ...counts[place]!].join(','));
  await writeFile(table, ['code,social,dwellings', ...lines].join('\n'));
  const where = ['--region', 'dorp', '--level', 'sector', '--id', 'code'];
  await walk.cli('import', 'areas', areas, ...where, '--name', 'name', '--vintage', '2024');
  const map = ['--map', 'social_share=social/dwellings'];
  await walk.cli('import', 'table', table, ...where, '--year', '2023', ...map);
}

/** A step of a walk: the data of a scenario get a newer release, with areas and counts that changed. */
export function newerRelease(going: () => Walk): void {
  it('moves to a newer release after its changes were told, and back by undoing', async () => {
    const walk = going();
    const { page } = walk;
    const files = await mkdtemp(join(tmpdir(), 'buurtbalans-release-'));
    onTestFinished(() => rm(files, { recursive: true }));
    await importRegion(
      walk,
      files,
      ['A', 'B', 'C', 'D'],
      [
        [10, 100],
        [0, 80],
        [5, 60],
        [40, 90],
      ],
    );
    await page.goto(`${walk.address}/?place=scenario&region=dorp&table=1`);
    await button(page, 'Nieuw scenario').first().click();
    await addExample(page);
    // B is gone, E is new, and D has two social dwellings fewer.
    await importRegion(
      walk,
      files,
      ['A', 'C', 'D', 'E'],
      [
        [10, 100],
        [5, 60],
        [38, 90],
        [1, 50],
      ],
    );
    await page.reload();
    await button(page, 'Bekijk wat er verandert').click();
    const moved = page.getByTestId('moved');
    await expect.poll(() => moved.textContent()).toContain('1 gebied met andere aantallen');
    const rows = await moved.locator('tbody tr').allTextContents();
    expect(rows).toEqual(['Wijk D40 → 3890']);
    const text = await moved.textContent();
    expect(text).toContain('1 wijziging noemt gebieden die er niet meer zijn');
    expect(text).toContain('niet meer meegeteld: Wijk B');
    expect(text).toContain('1 gebied bestaat niet meer');
    expect(text).toContain('1 nieuw gebied');
    expect(await page.getByTestId('moved-figures').locator('tbody tr').count()).toBe(4);
    expect(await walk.accessibility()).toEqual([]);
    await dialogPictures(walk, 'sharing-move');
    await button(page, 'Zet over').click();
    await expect.poll(() => button(page, 'Bekijk wat er verandert').count()).toBe(0);
    await button(page, /^Ongedaan maken: andere uitgave/).click();
    await button(page, 'Bekijk wat er verandert').waitFor();

    // A release that is not here any more can be left for the newest, with what the changes lose.
    const now = await page.evaluate(async () => (await fetch('/api/v1/releases/current')).json());
    const level = now.regions.find((one: { id: string }) => one.id === 'dorp').levels[0];
    const lost = newScenario({
      id: 'verloren',
      title: 'Van een verloren uitgave',
      now: '2026-11-23T12:00:00Z',
      baseline: {
        ...{ region: 'dorp', release: 'a'.repeat(64), areasHash: level.hash, level: 'sector', vintage: 2024 },
        ...{ indicator: 'social_share', year: 2023, scope: null },
      },
    });
    lost.edits = [addDwellings({ id: 'b', areas: ['A', 'B'], socialPerArea: 5 })];
    await page.getByTestId('scenario-file').setInputFiles({
      name: 'verloren.scenario.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(lost)),
    });
    await page.getByText('De uitgave van dit scenario is niet op deze server', { exact: false }).waitFor();
    await button(page, 'Bekijk wat er verandert').click();
    await expect.poll(() => moved.textContent()).toContain('niet meer meegeteld: B');
    await button(page, 'Zet over').click();
    await expect.poll(() => button(page, 'Bekijk wat er verandert').count()).toBe(0);
    await expect.poll(() => delta(page).textContent()).toBe('+5');
  });
}
