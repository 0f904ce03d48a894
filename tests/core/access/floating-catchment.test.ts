import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenWeight, gaussianWeight, steppedWeight } from '../../../core/access/distance-weights.ts';
import { floatingCatchment } from '../../../core/access/floating-catchment.ts';
import { sumByArea, supplyOf } from '../../../core/access/supply.ts';
import { variety } from '../../../core/access/variety.ts';
import { distancesOf } from './pairs.ts';

// Worked by hand: 100, 200 and 300 children; a place with room for 10 and one with room for 30.
const distances = distancesOf([
  [0, null],
  [300, 100],
  [null, 400],
]);
const children = Float64Array.of(100, 200, 300);
const room = Float64Array.of(10, 30);
const rings = steppedWeight([
  { withinM: 200, weight: 1 },
  { withinM: 400, weight: 0.5 },
]);

describe('two-step floating catchment', () => {
  it('equals the example worked by hand', () => {
    const { perHead, access, outOfReach } = floatingCatchment(distances, room, children, evenWeight(400));
    expect([...perHead]).toEqual([10 / 300, 30 / 500]);
    expect([...access]).toEqual([10 / 300, 10 / 300 + 30 / 500, 30 / 500]);
    expect(outOfReach).toBe(0);
    // A limit of 100 m leaves the third home without anything.
    expect([...floatingCatchment(distances, room, children, evenWeight(100)).access]).toEqual([0.1, 0.15, 0]);
  });

  it('weighs rings in both steps in its enhanced form', () => {
    const { perHead, access } = floatingCatchment(distances, room, children, rings);
    expect(perHead[0]).toBeCloseTo(10 / 200, 15);
    expect(perHead[1]).toBeCloseTo(30 / 350, 15);
    expect(access[1]).toBeCloseTo(0.5 * (10 / 200) + 30 / 350, 15);
    expect(access[2]).toBeCloseTo(0.5 * (30 / 350), 15);
  });

  it('divides people over the places they choose from in its three-step form', () => {
    const { perHead, access } = floatingCatchment(distances, room, children, rings, { choosing: true });
    // The second home chooses the first place with a chance of 0.5 / 1.5, the second with 1 / 1.5.
    const first = 10 / (100 + (200 / 3) * 0.5);
    const second = 30 / (200 * (2 / 3) + 300 * 0.5);
    expect(perHead[0]).toBeCloseTo(first, 12);
    expect(perHead[1]).toBeCloseTo(second, 12);
    expect(access[1]).toBeCloseTo((0.5 / 3) * first + (2 / 3) * second, 12);
  });

  it('gives nobody more than the limit, and tells what stays unused', () => {
    const { perHead, unused } = floatingCatchment(
      distances,
      Float64Array.of(500, 30),
      children,
      evenWeight(400),
      { mostPerHead: 1 },
    );
    expect([...perHead]).toEqual([1, 30 / 500]);
    expect(unused).toBe(200);
  });

  it('hands out all supply that is in reach, whatever the weights', () => {
    const metres = fc.option(fc.integer({ min: 0, max: 999 }), { nil: null });
    const table = fc.array(fc.array(metres, { minLength: 4, maxLength: 4 }), {
      minLength: 6,
      maxLength: 6,
    });
    const numbers = (size: number) =>
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: size, maxLength: size });
    fc.assert(
      fc.property(table, numbers(4), numbers(6), fc.nat(2), fc.boolean(), (rows, s, p, kind, choosing) => {
        const weight = [evenWeight(900), gaussianWeight(900), rings][kind]!;
        const people = Float64Array.from(p);
        const supply = Float64Array.from(s);
        const { access, outOfReach } = floatingCatchment(distancesOf(rows), supply, people, weight, {
          choosing,
        });
        const handedOut = access.reduce((sum, each, i) => sum + each * people[i]!, 0);
        expect(handedOut + outOfReach).toBeCloseTo(
          s.reduce((sum, one) => sum + one, 0),
          9,
        );
      }),
    );
  });

  it('has weights from 1 at the door to 0 at the limit', () => {
    const { at } = gaussianWeight(800);
    expect([at(0), at(800), at(801)]).toEqual([1, 0, 0]);
    // exp(−1/8) = 0.8824969, exp(−1/2) = 0.6065307.
    expect(at(400)).toBeCloseTo((0.8824969 - 0.6065307) / 0.3934693, 6);
    expect([rings.at(200), rings.at(201), rings.at(401)]).toEqual([1, 0.5, 0]);
  });

  it('says what is wrong', () => {
    const catchment = (more: object) => () =>
      floatingCatchment(distances, room, children, evenWeight(400), more);
    expect(catchment({ mostPerHead: 0 })).toThrow('A limit of 0 for each person');
    expect(() => floatingCatchment(distances, Float64Array.of(-1, 0), children, evenWeight(9))).toThrow(
      'The supply at position 0 is -1',
    );
    expect(() => floatingCatchment(distances, room, children, evenWeight(2000))).toThrow(
      'measured to 1000 m',
    );
    expect(() => evenWeight(-100)).toThrow('A distance of -100 metres is none');
    const rising = [
      { withinM: 200, weight: 0.5 },
      { withinM: 400, weight: 0.6 },
    ];
    expect(() => steppedWeight(rising)).toThrow('A ring to 400 m with weight 0.6');
    expect(() => steppedWeight([])).toThrow('no ring');
  });
});

describe('supply and variety', () => {
  it('counts places whose number is not known', () => {
    const place = (capacity: number | null) => ({
      ...{ functions: ['childcare'], capacity, staff: null, areaM2: null, ages: null },
    });
    const { supply, placesWithout } = supplyOf(
      [place(3), place(null), place(9)],
      Uint8Array.of(1, 1, 0),
      'capacity',
      'childcare',
    );
    expect([...supply, placesWithout]).toEqual([3, 0, 0, 1]);
  });

  it('weighs means by those who live there', () => {
    const { sum, people } = sumByArea(Float64Array.of(1, 2, 5), children, Int32Array.of(0, 0, 1), 2);
    expect([...sum]).toEqual([500, 1500]);
    expect([...people]).toEqual([300, 300]);
  });

  it('counts functions once, however many places have them', () => {
    const table = distancesOf([
      [0, 100, 200],
      [null, 400, 401],
      [null, null, null],
    ]);
    const has = [['play'], ['play', 'green'], ['library']];
    expect([...variety(table, has, ['play', 'green', 'library'], 400)]).toEqual([3, 2, 0]);
    expect([...variety(table, has, ['library'], 400)]).toEqual([1, 0, 0]);
  });
});
