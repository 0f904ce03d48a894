import { describe, expect, it } from 'vitest';
import { supplyOfAreas } from '../../../core/access/supply-of-areas.ts';
import { point, settled, straight, streets } from './town.ts';

// 30 children at a and 10 at b, 10 at c and 10 at d; half of a's and b's in deprived families.
const question = {
  settled,
  children: {
    all: Float64Array.of(40, 20, Number.NaN),
    deprivedShare: Float64Array.of(0.5, 0, Number.NaN),
  },
  groupOf: Int32Array.of(0, 1, 2),
  areas: 3,
  // On the lower street 50 m east of a, at d, and where nobody comes.
  places: [point(100, 0), point(250, 200), point(20_000, 0)],
  supply: Float64Array.of(20, 12, 7),
  decay: { kind: 'even', withinM: 210 } as const,
  mostPerChild: null,
  choosing: false,
  walks: straight,
};

describe('supply by area', () => {
  it('shares each place over the children in its catchment, in a straight line', () => {
    const found = supplyOfAreas(question);
    // The first place has a, b and c (50): 20/50. The second has b, c and d (30): 12/30. So a reaches 0.4, b and c 0.8, d 0.4.
    expect([...found.supply]).toEqual([
      expect.closeTo(30 * 0.4 + 10 * 0.8, 12),
      expect.closeTo(10 * 0.8 + 10 * 0.4, 12),
      0,
    ]);
    expect([...found.children]).toEqual([40, 20, 0]);
    expect(found.groups.all).toEqual({
      children: 60,
      supply: expect.closeTo(32, 12),
      perChild: expect.closeTo(32 / 60, 12),
    });
    expect(found.groups.deprived!.perChild).toBeCloseTo(20 / 40, 12);
    expect(found.groups.others!.perChild).toBeCloseTo((10 + 12) / 40, 12);
    expect([...found.places.children]).toEqual([50, 30, 0]);
    expect([...found.places.reached]).toEqual([1, 1, 0]);
    expect(found).toMatchObject({ outOfReach: 7, unused: 0 });
    // From the highest index: 40 of 60 children with 20 of 32. C = 2/3 · 1 − 1 · 20/32.
    expect(found.concentration).toBeCloseTo(2 / 3 - 20 / 32, 12);
  });

  it('walks around the canal', () => {
    // b to d: 50, 200 and 50 m. The first place has a and b only, the second c and d.
    const found = supplyOfAreas({ ...question, walks: streets });
    expect([...found.places.children]).toEqual([40, 20, 0]);
    expect([...found.supply]).toEqual([expect.closeTo(20, 9), expect.closeTo(12, 9), 0]);
  });

  it('lets children from outside draw on the places, and does not tell them', () => {
    const found = supplyOfAreas({ ...question, groupOf: Int32Array.of(-1, 0, -1), areas: 1 });
    expect([...found.supply]).toEqual([expect.closeTo(12, 12)]);
    expect(found.groups.all).toMatchObject({ children: 20, perChild: expect.closeTo(0.6, 12) });
    expect(found.places.perChild[0]).toBeCloseTo(0.4, 12);
  });

  it('gives nobody more than the limit, weighs rings, and lets children choose', () => {
    const limited = supplyOfAreas({ ...question, mostPerChild: 0.3 });
    // 0.3 of the first for 50 and of the second for 30 children leaves 20 − 15 and 12 − 9.
    expect(limited.unused).toBeCloseTo(5 + 3, 12);
    // Within 100 m the first has a, the second d alone; farther, to 210 m, each counts half.
    const rings = [
      { withinM: 100, weight: 1 },
      { withinM: 210, weight: 0.5 },
    ];
    const weighed = supplyOfAreas({ ...question, decay: { kind: 'rings', rings } });
    expect([...weighed.places.children]).toEqual([30 + 5 + 5, 10 + 5 + 5, 0]);
    // b and c have both places, and go to each for a half.
    const chosen = supplyOfAreas({ ...question, choosing: true });
    expect([...chosen.places.children]).toEqual([40, 20, 0]);
  });
});
