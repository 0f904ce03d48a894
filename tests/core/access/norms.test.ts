import { describe, expect, it } from 'vitest';
import { checkAges, peopleOfAges } from '../../../core/access/ages.ts';
import { coverage, coverageByArea, distanceSummary } from '../../../core/access/coverage.ts';
import { nearestPlaces } from '../../../core/access/nearest.ts';
import { checkNorm, type Norm } from '../../../core/access/norm.ts';
import { normPresets } from '../../../core/access/norm-presets.ts';
import { normResult } from '../../../core/access/norm-result.ts';
import { normById, playNorms } from '../../../core/access/norms.ts';
import { placesThat } from '../../../core/access/places.ts';
import { distancesOf } from './pairs.ts';

const place = (id: string, functions: string[], areaM2: number | null, ages: Norm['ages'] = null) => ({
  id,
  functions,
  areaM2,
  capacity: null,
  staff: null,
  ages,
});

// Four homes along a street of 900 m; places at 0 m, 500 m and 900 m.
const distances = distancesOf([
  [0, 500, 900],
  [100, 400, 800],
  [450, 50, 450],
  [null, 400, 0],
]);
const places = [
  place('swings', ['play'], 90, { from: 0, to: 5 }),
  place('park', ['green', 'play'], 5_000),
  place('pitch', ['sport', 'play'], null, { from: 12, to: 17 }),
];
const groups = [
  { from: 0, to: 5, people: Float64Array.of(10, 20, 0, 10) },
  { from: 6, to: 11, people: Float64Array.of(5, 0, 5, 10) },
  { from: 12, to: 17, people: Float64Array.of(0, 1, 2, 3) },
];
const ground = {
  distances,
  places,
  groups,
  areaOf: Int32Array.of(0, 0, 1, 1),
  areaOfPlace: Int32Array.of(0, 1, -1),
  landM2: Float64Array.of(30_000, 100_000),
};

describe('the nearest place', () => {
  it('is the first of equally near ones, of those that count', () => {
    expect(nearestPlaces(distances)).toEqual({
      metres: Float64Array.of(0, 100, 50, 0),
      place: Int32Array.of(0, 0, 1, 2),
    });
    const forToddlers = placesThat(places, { functions: ['play'], ages: { from: 0, to: 5 } });
    expect([...forToddlers]).toEqual([1, 1, 0]);
    expect([...nearestPlaces(distances, Uint8Array.of(1, 0, 0)).metres]).toEqual([0, 100, 450, Infinity]);
    expect([...placesThat(places, { functions: [], minAreaM2: 90 })]).toEqual([1, 1, 0]);
  });

  it('tells children within each distance, the distance included', () => {
    const { metres } = nearestPlaces(distances, Uint8Array.of(1, 0, 0));
    const [within100, within450] = coverage(metres, groups[0]!.people, [100, 450]);
    expect(within100).toEqual({ withinM: 100, reached: 30, all: 40, share: 0.75 });
    expect(within450!.share).toBe(0.75);
    expect(coverage(metres, new Float64Array(4), [100])[0]!.share).toBeNull();
    const byArea = coverageByArea(metres, groups[0]!.people, ground.areaOf, 2, 400);
    expect(byArea).toEqual({ reached: Float64Array.of(30, 0), all: Float64Array.of(30, 10) });
  });

  it('tells how far they live, those out of reach as farther than all others', () => {
    const metres = Float64Array.of(0, 100, 450, Infinity);
    expect(distanceSummary(metres, Float64Array.of(10, 20, 0, 10))).toEqual({
      reached: 30,
      beyond: 10,
      meanM: 2000 / 30,
      medianM: 100,
      percentile90M: null,
    });
  });
});

describe('norms', () => {
  it('has every row of the table in domain.md', () => {
    const rules = normPresets.map(({ rule }) =>
      rule.kind === 'reach'
        ? [rule.withinM, rule.minAreaM2]
        : rule.kind === 'space-per-child'
          ? rule.m2PerChild
          : rule.share,
    );
    expect(rules).toEqual([
      [150, null],
      [400, 10_000],
      [800, 100_000],
      [1600, 300_000],
      [3200, 600_000],
      [5000, 2_000_000],
      [300, 5_000],
      0.03,
      [100, null],
      [400, null],
      [1000, null],
      [100, 100],
      [400, 400],
      [1000, 1000],
      10,
    ]);
    for (const norm of normPresets) {
      checkNorm(norm);
      for (const language of ['nl', 'en', 'fr'] as const) expect(norm.source[language]).not.toBe('');
    }
    expect(playNorms.map(({ metres }) => metres)).toEqual([100, 400, 1000, 100, 400, 1000]);
  });

  it('counts the children of its ages who have a place that is large enough', () => {
    // Swings of 90 m² are too small for a LAP of 100 m², the pitch has no surface: only the park is left.
    expect(normResult(normById('lap'), ground)).toMatchObject({
      met: Float64Array.of(0, 7),
      asked: Float64Array.of(36, 30),
      placesWithoutArea: 1,
      counts: 'children',
    });
    // Of 0 to 5: the first two homes have the swings within 100 m, nobody lives at the third.
    const young = normResult(normById('age_0_5'), ground);
    expect(young).toMatchObject({ met: Float64Array.of(30, 0), share: 0.75, exactAges: true });
    // Children of 12 to 14 are not told apart from those to 17.
    const older = normResult(normById('age_12_14'), ground);
    expect(older).toMatchObject({ share: 1, exactAges: false, counted: [{ from: 12, to: 17 }] });
  });

  it('adds up square metres where it asks for space', () => {
    const { met, asked, share } = normResult(normById('london_play'), ground);
    expect([...met]).toEqual([90, 5_000]);
    expect([...asked]).toEqual([360, 300]);
    expect(share).toBe(5_090 / 660);
    expect(normResult(normById('informal_play'), ground)).toMatchObject({
      asked: Float64Array.of(900, 3_000),
      share: 5_090 / 3_900,
    });
  });

  it('says what is wrong with a norm', () => {
    const norm = normById('leap');
    const asking =
      (rule: object, more: object = {}) =>
      () =>
        normResult({ ...norm, ...more, rule: { ...norm.rule, ...rule } } as Norm, ground);
    expect(asking({ withinM: -400 })).toThrow('A distance of -400 metres is none');
    expect(asking({ minAreaM2: -1 })).toThrow('smallest surface of -1');
    expect(asking({ functions: [] })).toThrow('about no function');
    expect(asking({}, { ages: { from: 11, to: 6 } })).toThrow('put the lower age first: 6 to 11');
    expect(asking({ withinM: 1001 })).toThrow('distances were measured to 1000 m');
    expect(() => normById('lep')).toThrow('There is no norm "lep"');
    expect(() => checkAges({ from: 0, to: 5.5 }, 'a group')).toThrow('whole years');
    expect(() => coverage(new Float64Array(1), new Float64Array(1), [Number.NaN])).toThrow('NaN metres');
  });

  it('sums the groups that overlap the ages wanted', () => {
    const { people, counted, exact } = peopleOfAges(groups, { from: 4, to: 11 }, 4);
    expect([...people]).toEqual([15, 20, 5, 20]);
    expect([counted.length, exact]).toEqual([2, false]);
    expect(peopleOfAges(groups, { from: 0, to: 11 }, 4).exact).toBe(true);
    expect(peopleOfAges(groups, { from: 0, to: 18 }, 4).exact).toBe(false);
  });
});
