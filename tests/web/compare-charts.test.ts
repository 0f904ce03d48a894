import { describe, expect, it } from 'vitest';
import { rankRegions } from '../../core/concentration/inference/ranking.ts';
import { groupAtHalf, lorenzCurve } from '../../core/concentration/lorenz.ts';
import { axisAround, decimalsOf, linearScale } from '../../web/charts/scale.ts';
import { markAt } from '../../web/compare/colours.ts';
import { countsAt } from '../../web/compare/curves.ts';
import { rankGroups } from '../../web/compare/groups.ts';
import { pairVerdict } from '../../web/compare/pairVerdict.ts';
import { readZones, repeatsAreas } from '../../web/compare/zonesReading.ts';
import type { ZoneChoice } from '../../web/data/comparison.ts';

const entry = (id: string, low: number, high: number) => ({
  id,
  value: (low + high) / 2,
  interval: { low, high },
  lack: null,
});

describe('Groups of a ranking', () => {
  it('stand together as long as intervals run into each other, and apart after a gap', () => {
    // a and b overlap, b and c overlap, a and c do not; d is apart from all; e and f overlap.
    const { ranked } = rankRegions([
      entry('a', 0.7, 0.8),
      entry('b', 0.64, 0.72),
      entry('c', 0.6, 0.66),
      entry('d', 0.5, 0.55),
      entry('e', 0.3, 0.4),
      entry('f', 0.35, 0.36),
    ]);
    const groups = rankGroups(ranked);
    expect(groups.map(group => group.entries.map(({ id }) => id))).toEqual([
      ['a', 'b', 'c'],
      ['d'],
      ['f', 'e'],
    ]);
    expect(groups.map(({ best, worst }) => [best, worst])).toEqual([
      [1, 3],
      [4, 4],
      [5, 6],
    ]);
  });

  it('are none without a ranking', () => {
    expect(rankGroups([])).toEqual([]);
  });
});

describe('An axis', () => {
  it('ends on round numbers around its values, and keeps nought where asked', () => {
    expect(axisAround([0.12, 0.58])).toMatchObject({ domain: [0.1, 0.6], step: 0.1 });
    expect(axisAround([0.12, 0.58], 5, [0]).ticks).toEqual([0, 0.2, 0.4, 0.6]);
    expect(axisAround([Number.NaN]).domain).toEqual([0, 1]);
    expect(axisAround([0.3, 0.3]).domain[1]).toBeGreaterThanOrEqual(0.3);
  });

  it('writes as many decimals as tell its ticks apart', () => {
    expect([10, 1, 0.5, 0.2, 0.05].map(decimalsOf)).toEqual([0, 0, 1, 1, 2]);
  });

  it('places values in proportion', () => {
    const x = linearScale([10, 20], [0, 100]);
    expect([x(10), x(15), x(20)]).toEqual([0, 50, 100]);
  });
});

describe('A Lorenz curve', () => {
  const columns = (numerator: number[], denominator: number[]) =>
    ({ numerator: Float64Array.from(numerator), denominator: Float64Array.from(denominator) }) as never;

  it('is read at half of the other dwellings', () => {
    // Others 90, 60 and 50 of 200, social 10, 40 and 50 of 100: at 100 others 10 + 40 · 10/60 of 100 social.
    const curve = lorenzCurve({
      group: Float64Array.from([10, 40, 50]),
      total: Float64Array.from([100, 100, 100]),
    });
    expect(groupAtHalf(curve!)).toBeCloseTo(0.1 + 0.4 / 6, 12);
  });

  it('is at one half where the spread is even', () => {
    const even = lorenzCurve({ group: Float64Array.from([10, 20]), total: Float64Array.from([100, 200]) });
    expect(groupAtHalf(even!)).toBeCloseTo(0.5, 12);
  });

  it('is not drawn over missing counts or a surplus, unless the surplus is lowered', () => {
    expect(countsAt(columns([1, Number.NaN], [2, 2]), [0, 1], true)).toBeNull();
    expect(countsAt(columns([1, 3], [2, 2]), [0, 1], false)).toBeNull();
    expect(countsAt(columns([1, 3], [2, 2]), [0, 1], true)?.group).toEqual(Float64Array.from([1, 2]));
  });
});

const zone = (zones: number, corrected: number, low: number, high: number): ZoneChoice => ({
  kind: 'level',
  level: 'sector',
  sideM: null,
  zones,
  index: { value: corrected + 0.02, corrected, interval: { level: 0.95, low, high } },
  problem: null,
});

describe('A grid', () => {
  const level = { ...zone(40, 0.2, 0.1, 0.3), kind: 'level' as const, level: 'sector' as const };
  const grid = (zones: number) => ({ ...level, kind: 'grid' as const, sideM: 500, zones });

  it('repeats the areas where nearly all lie in a cell by themselves', () => {
    expect(repeatsAreas(grid(38), [level, grid(38)])).toBe(true);
    expect(repeatsAreas(grid(20), [level, grid(20)])).toBe(false);
    expect(repeatsAreas(level, [level])).toBe(false);
  });
});

describe('The reading of the zones', () => {
  it('says when the choice matters more than chance explains', () => {
    const reading = readZones([zone(30, 0.2, 0.15, 0.25), zone(80, 0.4, 0.35, 0.45)]);
    expect(reading).toMatchObject({ kind: 'moves', from: 0.2, to: 0.4 });
  });

  it('says when it matters little', () => {
    expect(readZones([zone(30, 0.2, 0.1, 0.3), zone(80, 0.25, 0.2, 0.3)]).kind).toBe('steady');
  });

  it('says that it may matter when the intervals touch and a value lies outside the other', () => {
    expect(readZones([zone(30, 0.324, 0.294, 0.352), zone(80, 0.377, 0.351, 0.404)]).kind).toBe('differs');
    expect(readZones([zone(30, 0.2, 0.1, 0.24), zone(80, 0.25, 0.2, 0.3)]).kind).toBe('differs');
  });

  it('does not build on too few zones where there are others', () => {
    const few = zone(4, 0.01, 0, 0.02);
    const enough = [zone(30, 0.2, 0.1, 0.3), zone(80, 0.25, 0.2, 0.3)];
    expect(readZones([few, ...enough])).toMatchObject({ kind: 'steady', from: 0.2 });
    expect(readZones([few, zone(30, 0.2, 0.1, 0.3)])).toMatchObject({ kind: 'moves', from: 0.01 });
  });

  it('does not judge by raw values, which no interval belongs to', () => {
    const raw = (value: number): ZoneChoice => ({ ...zone(30, value, 0, 0), index: { value } });
    expect(readZones([raw(0.2), raw(0.9)])).toMatchObject({ kind: 'raw', from: 0.2, to: 0.9 });
    expect(readZones([raw(0.2), raw(0.201)]).kind).toBe('raw');
  });

  it('says nothing about one choice', () => {
    expect(readZones([zone(30, 0.2, 0.1, 0.3)])).toEqual({ kind: 'none' });
  });
});

describe('Two regions compared', () => {
  const pair = (low: number, high: number, p: number) =>
    pairVerdict({ interval: { level: 0.95, low, high }, p });

  it('differ surely only where both tests say so', () => {
    expect(pair(0.05, 0.15, 0.001)).toBe('sure');
    expect(pair(-0.15, -0.05, 0.05)).toBe('sure');
    expect(pair(0.05, 0.15, 0.3)).toBe('mixed');
    expect(pair(-0.01, 0.15, 0.001)).toBe('unsure');
  });
});

describe('The marks of chosen regions', () => {
  it('are all different for two dozen', () => {
    const marks = Array.from({ length: 24 }, (_, place) => JSON.stringify(markAt(place)));
    expect(new Set(marks).size).toBe(24);
  });
});
