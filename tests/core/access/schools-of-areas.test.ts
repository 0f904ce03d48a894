import { describe, expect, it } from 'vitest';
import { schoolsOfAreas } from '../../../core/access/schools-of-areas.ts';
import { at, point, settled, straight, streets } from './town.ts';

const school = (east: number, north: number, places: number) => ({
  ...{ geometry: point(east, north), places },
  ...{ open: true, told: true },
});
// 30 pupils at a and 10 at b, half of them deprived, 10 at c and 10 at d, none of them.
const question = {
  settled,
  children: {
    all: Float64Array.of(40, 20, Number.NaN),
    deprivedShare: Float64Array.of(0.5, 0, Number.NaN),
  },
  inScope: Int32Array.of(1, 1, 1),
  schools: [school(100, 0, 30), school(250, 200, Number.NaN)],
  catchments: null,
  walks: straight,
};
const square = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon' as const,
  coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
});

describe('pupils of schools', () => {
  it('go to the nearest', () => {
    // c is 200 m from the second and 206 m from the first.
    const found = schoolsOfAreas(question);
    expect([...found.pupils]).toEqual([40, 20]);
    expect([...found.deprived!]).toEqual([20, 0]);
    expect([...found.share]).toEqual([0.5, 0]);
    expect([...found.beyondPlaces]).toEqual([10, Number.NaN]);
    // ½ (|20/20 − 20/40| + |0/20 − 20/40|)
    expect(found.dissimilarity).toBeCloseTo(0.5, 12);
    expect(found).toMatchObject({ pupilsWithoutIndex: 0, inSeveral: 0, unassigned: { pupils: 0 } });
  });

  it('walk around the canal to it', () => {
    // From c 200, 200 and 50 m down to the second's rival at (250, 0), 200 m along the street to the one at (50, 200).
    const schools = [school(250, 0, 10), school(0, 200, 10)];
    expect([...schoolsOfAreas({ ...question, schools, walks: streets }).pupils]).toEqual([40, 20]);
    // In a straight line d is 200 m from the first and 250 m from the second.
    expect([...schoolsOfAreas({ ...question, schools }).pupils]).toEqual([50, 10]);
  });

  it('go elsewhere where one is closed, and to no school where none is open', () => {
    const [first, second] = question.schools as [ReturnType<typeof school>, ReturnType<typeof school>];
    const one = schoolsOfAreas({ ...question, schools: [{ ...first, open: false }, second] });
    expect([...one.pupils]).toEqual([0, 60]);
    expect(one.dissimilarity).toBeCloseTo(0, 12);
    const none = schoolsOfAreas({ ...question, schools: [{ ...first, open: false }] });
    expect(none.unassigned).toEqual({ pupils: 60, deprived: 20 });
  });

  it('go to the school of the catchment they live in', () => {
    const lower = { school: 1, geometry: square(0, -50, 300, 50) };
    const found = schoolsOfAreas({ ...question, catchments: [lower] });
    expect([...found.pupils]).toEqual([0, 40]);
    expect(found.unassigned).toEqual({ pupils: 20, deprived: 0 });
    // Of those without a school the ones outside the scope are not told; pupils of the school are.
    const scoped = schoolsOfAreas({ ...question, catchments: [lower], inScope: Int32Array.of(0, 0, 0) });
    expect([...scoped.pupils]).toEqual([0, 40]);
    expect(scoped.unassigned.pupils).toBe(0);
    const west = { school: 0, geometry: square(0, -50, 100, 250) };
    const both = schoolsOfAreas({ ...question, catchments: [west, lower] });
    // a and c lie in the western one, a and b in the lower one.
    expect([...both.pupils]).toEqual([40, 10]);
    expect(both.inSeveral).toBe(30);
  });

  it('of areas without an index count for the places and in no share', () => {
    const children = { ...question.children, deprivedShare: Float64Array.of(0.5, Number.NaN, Number.NaN) };
    const found = schoolsOfAreas({ ...question, children });
    expect([...found.pupils]).toEqual([40, 20]);
    expect([...found.share]).toEqual([0.5, Number.NaN]);
    expect(found.pupilsWithoutIndex).toBe(20);
    const unknown = schoolsOfAreas({ ...question, children: { ...children, deprivedShare: null } });
    expect(unknown).toMatchObject({ deprived: null, dissimilarity: null, pupilsWithoutIndex: 60 });
  });
});
