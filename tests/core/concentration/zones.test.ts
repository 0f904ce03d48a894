import type { Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { outlinesOf } from '../../../core/areas/outlines.ts';
import type { MeasuredAreas } from '../../../core/concentration/areas.ts';
import { groundOf } from '../../../core/concentration/map.ts';
import type { IndexQuestion } from '../../../core/concentration/regions.ts';
import { griddedAreas, measureZones } from '../../../core/concentration/zones.ts';
import { ProblemError } from '../../../core/problem.ts';

const UTM_31 = 32631;

/** A square of 200 m whose south-west corner is (`x`, 0), in metres. */
const squareAt = (x: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, 0],
      [x + 200, 0],
      [x + 200, 200],
      [x, 200],
      [x, 0],
    ],
  ],
});

type Area = [code: string, x: number, social: number, total: number, city: 0 | 1];

function areasOf(given: readonly Area[]): MeasuredAreas {
  const codes = given.map(([code]) => code);
  const outlines = outlinesOf(
    codes,
    given.map(([, x]) => squareAt(x)),
  );
  return {
    codes,
    group: given.map(([, , social]) => social),
    total: given.map(([, , , total]) => total),
    hectares: given.map(() => 4),
    ground: groundOf(codes, outlines, UTM_31),
    cityPart: Uint8Array.from(given, ([, , , , city]) => city),
  };
}

/** Middles at 100, 300, 500 and 900 m: of 500 m cells A and B share one, C and D another. */
const FOUR: Area[] = [
  ['A', 0, 10, 20, 1],
  ['B', 200, 0, 10, 0],
  ['C', 400, 0, 40, 0],
  ['D', 800, 10, 20, 1],
];

const question = (index: string, changes: Partial<IndexQuestion> = {}): IndexQuestion => ({
  index,
  clamp: false,
  inference: null,
  ...changes,
});

const valuesOf = (index: string, gridSidesM: number[], changes: Partial<IndexQuestion> = {}) =>
  measureZones({ levels: [areasOf(FOUR)], gridSidesM }, question(index, changes)).map(each => ({
    zones: each.counted?.zones,
    value: each.index && 'value' in each.index ? each.index.value : null,
    problem: each.problem,
  }));

it('cells hold the sums of the areas whose middle lies in them', () => {
  const cells = griddedAreas(areasOf(FOUR), 500);
  expect(cells.codes).toEqual(['500m E0 N0', '500m E1 N0']);
  expect([...(cells.group as Float64Array)]).toEqual([10, 10]);
  expect([...(cells.total as Float64Array)]).toEqual([30, 60]);
  expect([...(cells.hectares as Float64Array)]).toEqual([8, 8]);
  // 20 of the 30 dwellings of the west are city part, 20 of the 60 of the east.
  expect([...cells.cityPart!]).toEqual([1, 0]);
  // The cells themselves lie side by side and measure 25 ha.
  expect([...cells.ground!.geometry.areaM2]).toEqual([250_000, 250_000].map(each => expect.closeTo(each, 6)));
  expect([...cells.ground!.rook.neighbours]).toEqual([1, 0]);
});

it('the dissimilarity of the areas, of two cells and of one', () => {
  const [areas, half, whole] = valuesOf('dissimilarity', [500, 1000]);
  // A and D have half of the social and 10 of the 70 other dwellings each.
  expect(areas).toEqual({ zones: 4, value: expect.closeTo(2 * (0.5 - 10 / 70), 12), problem: null });
  // The west has half of the social and 20 of the others.
  expect(half).toEqual({ zones: 2, value: expect.closeTo(0.5 - 20 / 70, 12), problem: null });
  expect(whole).toMatchObject({ zones: 1, value: expect.closeTo(0, 12) });
});

it('the spread ratio goes by the city part of the cells', () => {
  const [areas, half] = valuesOf('spread_ratio', [500]);
  // No social dwelling in the fringe: B and C.
  expect(areas?.value).toBeNull();
  // 10 of 30 in the west over 10 of 60 in the east.
  expect(half?.value).toBeCloseTo(2, 12);
});

it('neighbours are those of the cells: four in a row', () => {
  // Middles at 100, 600, 1100 and 1600 m, with a half, a half, none and none.
  const row = areasOf([
    ['A', 0, 5, 10, 0],
    ['B', 500, 5, 10, 0],
    ['C', 1000, 0, 10, 0],
    ['D', 1500, 0, 10, 0],
  ]);
  const [apart, cells] = measureZones({ levels: [row], gridSidesM: [500] }, question('moran_i'));
  // Squares of 200 m that lie 300 m apart touch nobody.
  expect(apart?.index).toMatchObject({ undefined: true, code: 'no-neighbours' });
  // Deviations ¼, ¼, −¼, −¼. Mean of the neighbours: ¼, 0, 0, −¼. I = (1/16 + 1/16) / (4/16).
  expect(cells?.index).toMatchObject({ value: expect.closeTo(0.5, 12) });
});

it('an index of counts asks for no neighbours, however they are chosen', () => {
  const chosen = valuesOf('dissimilarity', [500], { weights: { kind: 'knn', count: 9 } });
  expect(chosen.map(each => each.problem)).toEqual([null, null]);
  expect(
    measureZones(
      { levels: [{ ...areasOf(FOUR), ground: null }, areasOf(FOUR)], gridSidesM: [] },
      question('dissimilarity'),
    ).map(each => each.counted?.zones),
  ).toEqual([4, 4]);
});

it('a grid of areas without a map is refused', () => {
  expect(() => griddedAreas({ ...areasOf(FOUR), ground: null }, 500)).toThrow(ProblemError);
});
