import { join } from 'node:path';
import { expect } from 'vitest';
import type { Walk } from './walk.ts';

export type Region = {
  code: string;
  name: string;
  zones: number;
  total: number;
  social: number;
  index: { value: number; expected: number; corrected: number; interval: { low: number; high: number } };
};
export type Answer = {
  release: string;
  regions: Region[];
  ranking: { ranked: { id: string; best: number; worst: number }[] };
  benchmark: { regions: number; median: number } | null;
};

/** Regions from the highest corrected value to the lowest. */
export const byCorrected = ({ regions }: Answer) =>
  regions.toSorted((a, b) => b.index.corrected - a.index.corrected);

/** What stands on the page that compares, and what its printed commands give; files of these go to `folder`. */
export function comparing(walk: Walk, folder: string) {
  const api = async <T>(path: string): Promise<T> =>
    (await fetch(`${walk.address}/api/v1${path}`)).json() as Promise<T>;
  const asked = (name: string) => new URL(walk.page.url()).searchParams.get(name);
  const table = () => walk.page.getByTestId('compare-table');
  const row = (name: string) => table().locator('tbody tr').filter({ hasText: name });
  const box = (name: string) => walk.page.getByRole('checkbox', { name: `${name} kiezen` });
  const cell = (name: string, column: string) => row(name).locator(`[data-column="${column}"]`);
  const names = () => table().locator('tbody th').allTextContents();
  /** What the commands printed under a number give, each in a file of its own. */
  const printed = async (testId: string) => {
    const section = walk.page.getByTestId(testId);
    await section.locator('summary').click();
    const lines = await section.locator('code').allTextContents();
    const given: string[] = [];
    for (const [at, line] of lines.entries()) {
      given.push(
        await walk.shell(line.replaceAll('gebied.geojson', join(folder, `${testId}-${at}.geojson`))),
      );
    }
    return given;
  };
  /** The rows of a printed CSV, by the names of its columns. */
  const records = (csv: string) => {
    const [header, ...lines] = csv.trim().split('\r\n');
    const columns = header!.split(',');
    return lines.map(line => {
      const cells = line.split(',');
      return Object.fromEntries(columns.map((column, at) => [column, cells[at]!]));
    });
  };
  const shown = (value: number | string, decimals = 3) =>
    Math.abs(Number(value)).toFixed(decimals).replace('.', ',');
  const drawn = () =>
    expect.poll(() => walk.page.getByTestId('draw-progress').first().textContent()).toContain('Gecorrigeerd');
  return { api, asked, table, row, box, cell, names, printed, records, shown, drawn };
}
