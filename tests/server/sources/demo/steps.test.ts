import { describe, expect, it } from 'vitest';
import { indicators } from '../../../../data/indicators.ts';
import { DEMO_REGION, demoImportSteps } from '../../../../server/sources/demo/steps.ts';

const steps = demoImportSteps();

describe('the demo region as an import', () => {
  it('says in every dataset that it is synthetic, free to use, and from which seed', () => {
    expect(DEMO_REGION.title).toContain('voorbeeld');
    for (const { source } of steps) {
      expect(source.title).toMatch(/^Voorbeeldgegevens \(synthetisch\)/);
      expect(source.licence).toBe('CC0-1.0');
      expect(source.publisher).toMatch(/generator, seed \d+$/);
    }
  });

  it('brings areas from coarse to fine, then figures, places, streets and sites', () => {
    expect(steps.flatMap(step => (step.kind === 'areas' ? [step.level] : []))).toEqual([
      'province',
      'municipality',
      'neighbourhood',
      'sector',
    ]);
    const kinds = steps.map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual(['areas', 'table', 'facilities', 'network', 'sites']);
  });

  it('fills indicators that the product knows, at sector level for each year', async () => {
    const known = new Set(indicators.map(({ id }) => id));
    const years = new Map<string, Set<unknown>>();
    for (const step of steps) {
      if (step.kind !== 'table') continue;
      const inFile = new Set<unknown>();
      for await (const { properties } of step.file.records()) inFile.add(properties.year);
      for (const { indicator } of step.maps) {
        expect(known.has(indicator), indicator).toBe(true);
        if (step.level === 'sector') years.set(indicator, inFile);
      }
    }
    expect([...years.keys()].sort()).toEqual([
      'child_poverty',
      'children',
      'dwellings',
      'households',
      'social_share',
    ]);
    for (const inFile of years.values()) expect([...inFile]).toEqual([2018, 2019, 2020, 2021, 2022, 2023]);
  });

  it('gives every record of a file the same columns, as a file on disk has', async () => {
    for (const { file } of steps) {
      const columns = new Set<string>();
      let number = 0;
      for await (const record of file.records()) {
        number++;
        expect(record.number).toBe(number);
        expect(record.geometry === null).toBe(!file.spatial);
        columns.add(Object.keys(record.properties).sort().join());
      }
      expect(columns.size, file.name).toBe(1);
    }
  });
});
