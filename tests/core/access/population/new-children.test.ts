import { describe, expect, it } from 'vitest';
import { newChildren, sitePoints } from '../../../../core/access/population/new-children.ts';
import { ROOM_FOR_CHILDREN } from '../../../../core/scenario/children.ts';
import type { Build } from '../../../../core/scenario/edit.ts';

const areas = new Map([
  ['A', 0],
  ['B', 1],
]);
const build = (place: Build['place'], more: Partial<Build> = {}): Build => ({
  kind: 'build',
  id: 'one',
  title: '',
  note: '',
  author: '',
  enabled: true,
  social: { '3': 9, unspecified: 2 },
  private: 5,
  year: null,
  status: 'idea',
  place,
  ...more,
});
const asked = (...edits: Build[]) => newChildren(edits, ROOM_FOR_CHILDREN, code => areas.get(code));
const polygon = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as [number, number][],
  ],
});

describe('children who come with new dwellings', () => {
  it('come on the site, by age', () => {
    const point = { type: 'Point' as const, coordinates: [4.05, 51.01] as [number, number] };
    const { newcomers, dwellingsWithout } = asked(
      build({ kind: 'site', geometry: point, split: 'surface', parts: [{ area: 'A', weight: 1 }] }),
    );
    // Nine dwellings with three bedrooms have room for eighteen children, six of each age.
    expect(newcomers).toEqual([
      {
        area: 0,
        site: point,
        dwellings: 11,
        byAge: { '0-5': 6, '6-11': 6, '12-17': 6 },
        children: 18,
      },
    ]);
    expect(dwellingsWithout).toBe(7);
    expect(sitePoints(point)).toEqual({ lon: Float64Array.of(4.05), lat: Float64Array.of(51.01) });
  });

  it('are divided over the areas of a site as its dwellings, and those outside the scope are left out', () => {
    const { newcomers } = asked(
      build({
        kind: 'site',
        geometry: polygon(4.05, 51, 4.054, 51.003),
        split: 'surface',
        parts: [
          { area: 'A', weight: 2 },
          { area: 'B', weight: 1 },
          { area: 'elsewhere', weight: 1 },
        ],
      }),
    );
    expect(newcomers.map(({ area, dwellings, children }) => [area, dwellings, children])).toEqual([
      [0, 5.5, 9],
      [1, 2.75, 4.5],
    ]);
  });

  it('stand on the lattice of a drawn site, or at a point within a smaller one', () => {
    // 281 by 334 m: some nine squares of 100 m.
    const { lon, lat } = sitePoints(polygon(4.05, 51, 4.054, 51.003));
    expect(lon.length).toBeGreaterThanOrEqual(6);
    expect(lon.length).toBeLessThanOrEqual(12);
    expect(lon.every(each => each > 4.05 && each < 4.054)).toBe(true);
    expect(lat.every(each => each > 51 && each < 51.003)).toBe(true);
    const small = sitePoints(polygon(4.05, 51, 4.0502, 51.0002));
    expect(small.lon).toHaveLength(1);
    expect(small.lon[0]).toBeCloseTo(4.0501, 6);
  });

  it('come in each area where the dwellings count in each, and not from what is switched off', () => {
    const each = asked(build({ kind: 'areas', areas: ['A', 'B'], split: 'each' }));
    expect(each.newcomers).toMatchObject([
      { area: 0, site: null, dwellings: 11, children: 18 },
      { area: 1, site: null, dwellings: 11, children: 18 },
    ]);
    expect(each.dwellingsWithout).toBe(14);
    const even = asked(build({ kind: 'areas', areas: ['A', 'B'], split: 'even' }));
    expect(even.newcomers.map(({ children }) => children)).toEqual([9, 9]);
    const off = build({ kind: 'areas', areas: ['A'], split: 'even' }, { enabled: false });
    expect(asked(off).newcomers).toEqual([]);
  });
});
