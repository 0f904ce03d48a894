import { describe, expect, it } from 'vitest';
import type { AreaLevel, ValueBasis } from '../../core/areas/types.ts';
import type { AvailableValues } from '../../web/data/types.ts';
import { showingAt, yearShown } from '../../web/layers/availability.ts';

const source = { title: 'x', publisher: null, licence: null, url: null, fileName: null, note: null };
const has = (level: AreaLevel, year: number, basis: ValueBasis = 'counts'): AvailableValues => ({
  level,
  year,
  basis,
  vintage: 2024,
  categories: [],
  source,
});

describe('What can be shown at a level', () => {
  it('is the level itself where it has values, with its years oldest first', () => {
    const showing = showingAt('sector', [
      has('sector', 2023),
      has('sector', 2021),
      has('municipality', 2023),
    ]);
    expect(showing).toEqual({ level: 'sector', as: 'chosen', years: [2021, 2023] });
  });

  it('is a sum of finer counts where it has none', () => {
    expect(showingAt('province', [has('sector', 2023)])).toEqual({
      level: 'province',
      as: 'aggregated',
      years: [2023],
    });
  });

  it('is the nearest coarser level where nothing finer can be summed', () => {
    const available = [has('province', 2022), has('municipality', 2022, 'published_ratio')];
    expect(showingAt('sector', available)).toEqual({ level: 'municipality', as: 'coarser', years: [2022] });
  });

  it('never sums a published ratio', () => {
    const showing = showingAt('province', [has('municipality', 2022, 'published_ratio')]);
    expect(showing).toEqual({ level: 'municipality', as: 'coarser', years: [2022] });
  });

  it('is nothing without values', () => {
    expect(showingAt('sector', [])).toBeNull();
  });
});

describe('The year shown', () => {
  it('is the one asked for, otherwise the newest before it, otherwise the newest', () => {
    expect(yearShown(2021, [2019, 2021, 2023])).toBe(2021);
    expect(yearShown(2022, [2019, 2021, 2023])).toBe(2021);
    expect(yearShown(2010, [2019, 2021])).toBe(2021);
    expect(yearShown(null, [2019, 2021])).toBe(2021);
    expect(yearShown(2021, [])).toBeNull();
  });
});
