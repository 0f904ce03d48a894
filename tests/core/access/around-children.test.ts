import { describe, expect, it } from 'vitest';
import { familiesOfAreas } from '../../../core/access/families-of-areas.ts';
import { varietyOfAreas } from '../../../core/access/variety-of-areas.ts';
import { point, settled, straight, streets } from './town.ts';

const ground = { settled, groupOf: Int32Array.of(0, 1, 2), areas: 3 };

describe('variety by area', () => {
  // 30 children at a and 10 at b, half of them deprived, 10 at c and 10 at d, none of them.
  const question = {
    ...ground,
    children: {
      all: Float64Array.of(40, 20, Number.NaN),
      deprivedShare: Float64Array.of(0.5, 0, Number.NaN),
    },
    places: [
      { geometry: point(100, 0), functions: ['play', 'green'] },
      { geometry: point(250, 200), functions: ['play'] },
      { geometry: point(250, 0), functions: ['library'] },
    ],
    wanted: ['play', 'library'],
    withinM: 210,
  };

  it('counts each function once, and only those that are asked for', () => {
    const { groups, functions, children } = varietyOfAreas({ ...question, walks: straight });
    // a: play, and the library at 200 m; b both; c play, at 206 m, the library at 283 m; d play, the library at 200 m.
    expect([...functions]).toEqual([80, 30, 0]);
    expect([...children]).toEqual([40, 20, 0]);
    expect(groups.all).toEqual({ children: 60, mean: 110 / 60, byNumber: [0, 10, 50] });
    expect(groups.deprived).toEqual({ children: 20, mean: 2, byNumber: [0, 0, 20] });
    expect(groups.others).toMatchObject({ mean: 70 / 40 });
  });

  it('walks around the canal', () => {
    const { groups } = varietyOfAreas({ ...question, walks: streets });
    // c and d have the playground on their own street, the library is 300 m from d.
    expect(groups.all).toMatchObject({ byNumber: [0, 20, 40] });
  });
});

describe('births by area', () => {
  it('are told within a walk of a family centre, with the index on both sides', () => {
    const found = familiesOfAreas({
      ...ground,
      births: Float64Array.of(80, 40, 10),
      deprivedBirths: Float64Array.of(40, 10, Number.NaN),
      places: [point(100, 0)],
      distancesM: [100, 210],
      withinM: 210,
      walks: straight,
    });
    // 60 births at a, 20 at b, 20 each at c, 206 m away, and d; area 2, of which half is not known, counts nowhere.
    expect(found.reach[0]).toMatchObject({
      births: { reached: 60, all: 120 },
      deprived: { reached: 30, all: 50 },
      indexWithin: 0.5,
      indexBeyond: 20 / 60,
    });
    expect([...found.births.reached]).toEqual([80, 20, 0]);
    expect([...found.births.all]).toEqual([80, 40, 0]);
    expect([...found.deprived.reached]).toEqual([40, 5, 0]);
  });
});
