import { describe, expect, it } from 'vitest';
import type { Norm } from '../../../core/access/norm.ts';
import { normTable } from '../../../core/access/norm-table.ts';
import { point, settled, straight, streets } from './town.ts';

const text = { nl: '', en: '', fr: '' };
const norm = (id: string, ages: Norm['ages'], rule: Norm['rule']): Norm => ({
  ...{ id, ages, rule, preset: 'own', title: text, source: text },
});
const place = (id: string, where: ReturnType<typeof point>, areaM2: number | null) => ({
  ...{ id, areaM2, geometry: where, capacity: null, staff: null, ages: null },
  functions: ['play'],
});
const question = {
  settled,
  all: Float64Array.of(40, 20, Number.NaN),
  groups: [
    { from: 0, to: 5, people: Float64Array.of(8, 4, 0) },
    { from: 6, to: 11, people: Float64Array.of(12, 2, 0) },
  ],
  areaOfPlace: Int32Array.of(0, 1, -1),
  landM2: Float64Array.of(10_000, 20_000, 30_000),
  places: [
    place('swings', point(100, 0), 300),
    place('court', point(250, 200), null),
    place('elsewhere', point(100, -5000), 5000),
  ],
  norms: [
    norm('near', null, { kind: 'reach', functions: ['play'], withinM: 210, minAreaM2: null }),
    norm('large', { from: 6, to: 11 }, { kind: 'reach', functions: ['play'], withinM: 210, minAreaM2: 200 }),
    norm('space', null, { kind: 'space-per-child', functions: ['play'], m2PerChild: 10 }),
    norm('land', null, { kind: 'share-of-land', functions: ['play'], share: 0.01 }),
  ],
};
const told = (walks: typeof straight) =>
  new Map(normTable({ ...question, walks }).map(row => [row.norm, row]));

describe('every norm over the same ground', () => {
  it('counts children within the distance of places that pass', () => {
    // In a line the swings are 206 m from c and the court 200 m from b, all within 210 m.
    expect(told(straight).get('near')).toMatchObject({
      counts: 'children',
      met: 60,
      asked: 60,
      share: 1,
      places: 3,
    });
    // On foot all of area 0 has the swings; c is 200 m from the court along its street.
    expect(told(streets).get('near')).toMatchObject({ met: 60, share: 1 });
    // Only the swings are known to be large enough: of the 12 children of 6 to 11 in area 0 all, and 1 of 2 at c in a line.
    expect(told(straight).get('large')).toMatchObject({
      ...{ met: 13, asked: 14, exactAges: true, places: 2, placesWithoutArea: 1 },
    });
    expect(told(streets).get('large')).toMatchObject({ met: 12, asked: 14 });
  });

  it('counts square metres of places in the areas, of children and of land', () => {
    // 300 m² known in the areas, for 60 children and on 60,000 m² of land; what lies in none counts in none.
    expect(told(streets).get('space')).toMatchObject({
      ...{ counts: 'square-metres', met: 300, asked: 600, share: 0.5, placesWithoutArea: 1 },
    });
    expect(told(streets).get('land')).toMatchObject({ met: 300, asked: 600, share: 0.5 });
  });
});
