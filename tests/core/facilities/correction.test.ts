import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activeChanges,
  type FacilityFields,
  fieldState,
  foldPatch,
  type Patch,
  patched,
} from '../../../core/facilities/correction.ts';
import { middleOf, movedTo } from '../../../core/facilities/moved.ts';

const place: FacilityFields = {
  name: 'Zandbak',
  functions: ['play'],
  attributes: { minAge: 3, equipment: 'zand' },
  areaM2: null,
  geometry: { type: 'Point', coordinates: [3.7, 51] },
};

describe('corrections of a place', () => {
  it('hold until they are undone, and again when the undo is undone', () => {
    const made = [
      { version: 1, undoes: null },
      { version: 2, undoes: null },
      { version: 3, undoes: 1 },
    ];
    expect([...activeChanges(made)].sort()).toEqual([2, 3]);
    expect([...activeChanges([...made, { version: 4, undoes: 3 }])].sort()).toEqual([1, 2, 4]);
  });

  it('come to the last that holds of every field', () => {
    const rows: { version: number; delta: Patch }[] = [
      { version: 1, delta: { name: { original: 'Zandbak', to: 'A' } } },
      { version: 2, delta: { name: { original: 'Zandbak', to: 'B' } } },
      { version: 3, delta: { 'attributes.minAge': { original: 3, to: null } } },
    ];
    const all = foldPatch(rows, new Set([1, 2, 3]));
    expect(patched(place, all)).toEqual({ ...place, name: 'B', attributes: { equipment: 'zand' } });
    expect(patched(place, foldPatch(rows, new Set([1])))).toEqual({ ...place, name: 'A' });
    expect(patched(place, foldPatch(rows, new Set()))).toEqual(place);
  });

  it('tell when the source says something else since, or has taken them over', () => {
    const change = { original: 'Zandbak', to: 'Zandbak Noord' };
    expect(fieldState(change, 'Zandbak')).toBe('applied');
    expect(fieldState(change, 'Zandbak Oost')).toBe('changed');
    expect(fieldState(change, 'Zandbak Noord')).toBe('adopted');
  });
});

describe('moving a place', () => {
  it('puts its middle there to the seventh decimal and keeps its corners', () => {
    const degrees = (min: number, max: number) =>
      fc.integer({ min: min * 1e6, max: max * 1e6 }).map(n => n / 1e6);
    fc.assert(
      fc.property(
        degrees(2, 6),
        degrees(49, 52),
        degrees(2, 6),
        degrees(49, 52),
        (lon, lat, toLon, toLat) => {
          const size = 0.001;
          const ring = [
            [lon, lat],
            [lon + size, lat],
            [lon + size, lat + size],
            [lon, lat],
          ];
          const moved = movedTo({ type: 'Polygon', coordinates: [ring] }, toLon, toLat);
          const [middleLon, middleLat] = middleOf(moved);
          expect(middleLon).toBeCloseTo(toLon, 6);
          expect(middleLat).toBeCloseTo(toLat, 6);
          expect(moved.type === 'Polygon' && moved.coordinates[0]).toHaveLength(4);
        },
      ),
    );
  });

  it('keeps its width on the ground: a degree of longitude is half as wide at 60° as at the equator', () => {
    const moved = movedTo(
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [0.01, 0],
        ],
      },
      0,
      60,
    );
    expect(moved).toEqual({
      type: 'LineString',
      coordinates: [
        [-0.01, 60],
        [0.01, 60],
      ],
    });
  });
});
