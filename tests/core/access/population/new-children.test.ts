import { describe, expect, it } from 'vitest';
import { joinDistances, newChildren } from '../../../../core/access/population/new-children.ts';
import { ROOM_FOR_CHILDREN } from '../../../../core/scenario/children.ts';
import type { Build } from '../../../../core/scenario/edit.ts';
import { distancesOf } from '../pairs.ts';

const areas = new Map([
  ['A', { index: 0, lon: 4, lat: 51 }],
  ['B', { index: 1, lon: 4.1, lat: 51 }],
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
const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);

describe('children who come with new dwellings', () => {
  it('come at the site, by age', () => {
    const children = asked(
      build({
        kind: 'site',
        geometry: { type: 'Point', coordinates: [4.05, 51.01] },
        split: 'surface',
        parts: [{ area: 'A', weight: 1 }],
      }),
    );
    // Nine dwellings with three bedrooms have room for eighteen children, six of each age.
    expect(children.groups.map(({ from, to, people }) => [from, to, ...people])).toEqual([
      [0, 5, 6],
      [6, 11, 6],
      [12, 17, 6],
    ]);
    expect([...children.points.lon, ...children.points.lat, ...children.areaOf]).toEqual([4.05, 51.01, 0]);
    expect(children.dwellingsWithout).toBe(7);
  });

  it('are divided over a drawn site and its areas, and those outside the scope are left out', () => {
    const ring: [number, number][] = [
      [4.05, 51],
      [4.054, 51],
      [4.054, 51.003],
      [4.05, 51.003],
      [4.05, 51],
    ];
    const place: Build['place'] = {
      kind: 'site',
      geometry: { type: 'Polygon', coordinates: [ring] },
      split: 'surface',
      parts: [
        { area: 'A', weight: 2 },
        { area: 'B', weight: 1 },
        { area: 'elsewhere', weight: 1 },
      ],
    };
    const { groups, areaOf, points } = asked(build(place));
    expect(points.lon.length).toBeGreaterThan(8);
    expect(sum(groups[0]!.people)).toBeCloseTo(4.5, 12);
    expect(sum(groups[0]!.people.filter((_, i) => areaOf[i] === 0))).toBeCloseTo(3, 12);
    expect(points.lon.every(lon => lon > 4.05 && lon < 4.054)).toBe(true);
  });

  it('come in each area where the dwellings count in each, and not from what is switched off', () => {
    const each = asked(build({ kind: 'areas', areas: ['A', 'B'], split: 'each' }));
    expect([...each.groups[0]!.people]).toEqual([6, 6]);
    expect(each.dwellingsWithout).toBe(14);
    const even = asked(build({ kind: 'areas', areas: ['A', 'B'], split: 'even' }));
    expect([...even.groups[0]!.people]).toEqual([3, 3]);
    expect(
      asked(build({ kind: 'areas', areas: ['A'], split: 'even' }, { enabled: false })).areaOf,
    ).toHaveLength(0);
  });

  it('are measured behind those who are there', () => {
    const both = joinDistances(
      distancesOf([
        [5, null],
        [7, 9],
      ]),
      distancesOf([[null, 1]]),
    );
    expect(both).toEqual(
      distancesOf([
        [5, null],
        [7, 9],
        [null, 1],
      ]),
    );
  });
});
