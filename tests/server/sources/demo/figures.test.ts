import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { demoSettings } from '../../../../data/demo.ts';
import { generateDemo } from '../../../../server/sources/demo/generate.ts';

const region = generateDemo(demoSettings);
const { years } = demoSettings;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

describe('the figures of the demo region', () => {
  it('are the same each time, in this process and in another', () => {
    expect(hash(generateDemo(demoSettings))).toBe(hash(region));
    const root = fileURLToPath(new URL('../../../../', import.meta.url));
    const script = `
      import { createHash } from 'node:crypto';
      import { demoSettings } from ${JSON.stringify(`${root}data/demo.ts`)};
      import { generateDemo } from ${JSON.stringify(`${root}server/sources/demo/generate.ts`)};
      process.stdout.write(createHash('sha256').update(JSON.stringify(generateDemo(demoSettings))).digest('hex'));`;
    const other = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(other).toBe(hash(region));
  }, 30_000);

  it('differ for another seed', () => {
    expect(hash(generateDemo({ ...demoSettings, seed: demoSettings.seed + 1 }))).not.toBe(hash(region));
  });

  it('hold one row per sector and year, in whole dwellings, with social dwellings and households within them', () => {
    expect(region.housing).toHaveLength(region.areas.sector.length * years.length);
    for (const { code, dwellings, social, households } of region.housing) {
      for (const n of [dwellings, social, households]) {
        expect(Number.isInteger(n), code).toBe(true);
        expect(n, code).toBeGreaterThanOrEqual(0);
      }
      expect(social, code).toBeLessThanOrEqual(dwellings);
      expect(households, code).toBeLessThanOrEqual(dwellings);
    }
  });

  it('hold children who add up, over ages and over areas', () => {
    const total = (
      level: 'municipality' | 'neighbourhood' | 'sector',
      year: number,
      age: (age: string) => boolean,
    ) =>
      sum(region.children[level].filter(row => row.year === year && age(row.age)).map(row => row.children));
    for (const year of years) {
      const all = total('sector', year, age => age === '');
      for (const level of ['municipality', 'neighbourhood', 'sector'] as const) {
        expect(total(level, year, age => age === '')).toBe(all);
        expect(total(level, year, age => age !== '')).toBe(all);
      }
    }
    const one = region.children.sector.filter(
      row => row.code === region.areas.sector[0]!.code && row.year === 2023,
    );
    expect(one.map(row => row.age).sort()).toEqual(['', '0-2', '12-17', '3-5', '6-11']);
    expect(sum(one.filter(row => row.age !== '').map(row => row.children))).toBe(
      one.find(row => row.age === '')!.children,
    );
  });

  it('hold no more deprived births than births', () => {
    for (const rows of Object.values(region.childPoverty)) {
      for (const { births, deprived } of rows)
        if (births !== null) expect(deprived!).toBeLessThanOrEqual(births);
    }
  });

  it('show what is missing, what is small and what is empty', () => {
    const latest = region.childPoverty.sector.filter(row => row.year === 2023);
    expect(latest.filter(row => row.births === null)).toHaveLength(2);
    // The child-poverty index is shown from 20 births on (data/indicators.ts).
    const small = latest.filter(row => row.births !== null && row.births > 0 && row.births < 20);
    expect(small.length).toBeGreaterThan(20);
    expect(small.length).toBeLessThan(latest.length / 3);
    const empty = region.housing.filter(row => row.year === 2023 && row.dwellings === 0);
    expect(empty.length).toBeGreaterThan(4);
    expect(empty.length).toBeLessThan(20);
  });

  it('look like a Flemish province: 6 to 7 % social, concentrated, with an index as in 2017–2022', () => {
    for (const year of years) {
      const rows = region.housing.filter(row => row.year === year);
      const social = sum(rows.map(row => row.social));
      const all = sum(rows.map(row => row.dwellings));
      expect(social / all).toBeGreaterThan(0.06);
      expect(social / all).toBeLessThan(0.07);
      // Duncan and Duncan (1955).
      const dissimilarity =
        sum(rows.map(row => Math.abs(row.social / social - (row.dwellings - row.social) / (all - social)))) /
        2;
      expect(dissimilarity).toBeGreaterThan(0.5);
      expect(dissimilarity).toBeLessThan(0.6);
      const estates = rows.filter(row => row.social > 0.4 * row.dwellings);
      expect(estates.length).toBeGreaterThan(4);
      expect(estates.length).toBeLessThan(20);
      expect(
        Math.max(...rows.map(row => (row.dwellings === 0 ? 0 : row.social / row.dwellings))),
      ).toBeLessThan(0.85);
      // Flanders: 13.8 % in 2017, 12.6 % in 2022 (Opgroeien).
      const poverty = region.childPoverty.municipality.filter(row => row.year === year);
      const index = sum(poverty.map(row => row.deprived!)) / sum(poverty.map(row => row.births!));
      expect(index).toBeGreaterThan(0.11);
      expect(index).toBeLessThan(0.15);
    }
  });

  it('put more child poverty where more dwellings are social, though not strictly', () => {
    const housing = new Map(region.housing.filter(row => row.year === 2023).map(row => [row.code, row]));
    const pairs = region.childPoverty.sector
      .filter(row => row.year === 2023 && row.births !== null && row.births >= 20)
      .map(row => {
        const { social, dwellings } = housing.get(row.code)!;
        return { share: social / dwellings, index: row.deprived! / row.births! };
      });
    const meanShare = sum(pairs.map(pair => pair.share)) / pairs.length;
    const meanIndex = sum(pairs.map(pair => pair.index)) / pairs.length;
    const product = sum(pairs.map(pair => (pair.share - meanShare) * (pair.index - meanIndex)));
    const spread = (of: (pair: { share: number; index: number }) => number, mean: number) =>
      sum(pairs.map(pair => (of(pair) - mean) ** 2));
    const correlation =
      product / Math.sqrt(spread(p => p.share, meanShare) * spread(p => p.index, meanIndex));
    expect(correlation).toBeGreaterThan(0.45);
    expect(correlation).toBeLessThan(0.85);
  });
});
