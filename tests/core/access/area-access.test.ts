import { describe, expect, it } from 'vitest';
import { accessOfAreas, CURVE_M } from '../../../core/access/area-access.ts';
import { profileOfArea } from '../../../core/access/area-profile.ts';
import { joinSettlement } from '../../../core/access/population/join.ts';
import { settledWithin } from '../../../core/access/settled.ts';
import { point, settled, straight, streets } from './town.ts';

// 40 children in area 0, half of them in deprived families, 20 in area 1, none of them; area 2 without a number.
const children = {
  all: Float64Array.of(40, 20, Number.NaN),
  deprivedShare: Float64Array.of(0.5, 0, Number.NaN),
};
const question = {
  settled,
  children,
  groupOf: Int32Array.of(0, 1, 2),
  areas: 3,
  // On the lower street, 50 m east of a and 150 m west of b; c is 200 m from it in a line, 650 m on foot.
  places: [point(100, 0)],
  withinM: 210,
};

describe('reach by area', () => {
  it('counts the children of the points within the distance, in a straight line', () => {
    const { groups, medianM } = accessOfAreas({ ...question, walks: straight });
    // a has 30 children and b 10; c, at 206 m, has 10, and d, at 250 m, 10.
    expect([...groups.all!.reached]).toEqual([40, 10, 0]);
    expect([...groups.all!.children]).toEqual([40, 20, 0]);
    expect(groups.all!.total).toEqual({ withinM: 210, reached: 50, all: 60, share: 50 / 60 });
    expect([...groups.deprived!.reached]).toEqual([20, 0, 0]);
    expect([...groups.others!.reached]).toEqual([20, 10, 0]);
    expect(medianM[0]).toBeCloseTo(50, 0);
    expect(medianM[1]).toBeCloseTo(Math.hypot(50, 200), 0);
    // An area where nobody lives is told by its points.
    expect(medianM[2]).toBeCloseTo(Math.hypot(50, 5000), -1);
  });

  it('follows the streets around a barrier', () => {
    const { groups, medianM } = accessOfAreas({ ...question, walks: streets });
    expect([...groups.all!.reached]).toEqual([40, 0, 0]);
    // d: 50 m to the corner, 200 m, 200 m back; c 200 m more.
    expect(medianM[1]).toBeCloseTo(450, 0);
    const at = (metres: number) => groups.all!.curve[CURVE_M.indexOf(metres)];
    expect([at(0), at(100), at(200), at(500), at(700)]).toEqual([
      0,
      expect.closeTo(30 / 60, 12),
      expect.closeTo(40 / 60, 12),
      expect.closeTo(50 / 60, 12),
      1,
    ]);
  });

  it('is the same with the points joined before, of all areas or of some', () => {
    const joined = joinSettlement(settled.points, streets.network!);
    const before = accessOfAreas({ ...question, walks: streets });
    expect(accessOfAreas({ ...question, settled: { ...settled, joined }, walks: streets })).toEqual(before);
    const some = accessOfAreas({
      ...question,
      settled: settledWithin({ ...settled, joined }, Int32Array.of(1)),
      children: { all: Float64Array.of(20), deprivedShare: null },
      groupOf: Int32Array.of(0),
      areas: 1,
      walks: streets,
    });
    expect(some.medianM[0]).toBe(before.medianM[1]);
    expect(some.groups.deprived).toBeNull();
    expect(some.equity).toBeNull();
  });

  it('lies with the areas of a high index where only those have a place', () => {
    // 40 of 60 children are of the area with the highest index, and they are all who have one. Curve: (2/3, 1); index
    // C = 2/3 · 1 − 1 · 1 = −1/3; Erreygers: 4 · 2/3 · −1/3.
    const { equity } = accessOfAreas({ ...question, walks: streets });
    expect(equity!.index).toBeCloseTo((4 * (2 / 3) * -1) / 3, 12);
  });

  it('without places reaches nobody', () => {
    const none = accessOfAreas({ ...question, places: [], walks: streets });
    expect([...none.groups.all!.reached]).toEqual([0, 0, 0]);
    expect([...none.medianM]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(none.groups.all!.distances).toMatchObject({ reached: 0, beyond: 60, meanM: null });
    expect(none.equity).toBeNull();
  });
});

describe('what the children of an area have near', () => {
  it('is told function by function, over the network', () => {
    const [play, library] = profileOfArea({
      settled: settledWithin(settled, Int32Array.of(1)),
      children: { all: Float64Array.of(20), deprivedShare: Float64Array.of(0.25) },
      at: { lon: settled.points.lon[3]!, lat: settled.points.lat[3]! },
      functions: [
        { id: 'play', places: [point(100, 0), point(300, 100)] },
        { id: 'library', places: [] },
      ],
      withinM: 400,
      walks: streets,
    });
    // From d 50 m to the corner and 100 m south; from c 250 m and 100 m.
    expect(play).toMatchObject({
      function: 'play',
      nearest: { place: 1, metres: expect.closeTo(150, 0) },
      inReach: 1,
      medianM: expect.closeTo(150, 0),
    });
    expect(play!.children.find(({ withinM }) => withinM === 300)).toMatchObject({ reached: 10, all: 20 });
    expect(play!.deprived!.find(({ withinM }) => withinM === 400)).toMatchObject({ reached: 5, all: 5 });
    expect(library).toMatchObject({ nearest: null, medianM: null, inReach: 0 });
  });
});
